"""Recording: from any source into a file of ours, which also converts every other format."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from fashiongan.errors import RecordingError
from scanning.recording import RecordingWriter
from scanning.sources.source import Source, opened


def record(
    source: Source,
    path: Path,
    seconds: float | None = None,
    frames: int | None = None,
    keep_color: bool = False,
    on_frame: Callable[[int], None] | None = None,
) -> int:
    """Record until the time or the number of frames is reached, the source ends, or Ctrl-C; give the number of frames.

    Parameters
    ----------
    source : not yet open; seconds : by the camera's clock; on_frame : called with the number of frames so far

    Raises
    ------
    CameraError, RecordingError : of the source; what came before is kept
    RecordingError : not one frame came
    OutputError : the file exists already, or cannot be written to
    """
    with opened(source), RecordingWriter(path, source.camera, keep_color) as writer:
        # Ctrl-C is how a recording of open length ends.
        with suppress(KeyboardInterrupt):
            _write(source, writer, seconds, frames, on_frame)
        count = writer.count
    if not count:
        raise RecordingError(f"Not one frame came, so {path} was not written; look whether the camera is free.")
    return count


def _write(
    source: Source,
    writer: RecordingWriter,
    seconds: float | None,
    frames: int | None,
    on_frame: Callable[[int], None] | None,
) -> None:
    start_us: int | None = None
    for frame in source.frames():
        start_us = frame.timestamp_us if start_us is None else start_us
        if seconds is not None and frame.timestamp_us - start_us >= seconds * 1e6:
            return
        writer.write(frame)
        if on_frame is not None:
            on_frame(writer.count)
        if frames is not None and writer.count >= frames:
            return
