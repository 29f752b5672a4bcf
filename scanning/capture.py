"""Some frames of a source, kept in memory: what checks and calibrations work on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from fashiongan.errors import RecordingError
from scanning.frame import DepthCamera, RgbdFrame
from scanning.sources.source import Source, opened

# Of a live camera, one frame in so many is kept where views have to differ.
LIVE_STRIDE = 15
# Two cameras without a common trigger at 30 frames a second are half a frame apart.
SAME_MOMENT_US = 20_000


@dataclass(frozen=True, slots=True)
class Capture:
    """A camera and frames of it, in order."""

    camera: DepthCamera
    frames: tuple[RgbdFrame, ...]


def capture_first(source: Source, most: int, on_frame: Callable[[int], None] | None = None) -> Capture:
    """The first frames, for a scene at rest; the source is not yet open. on_frame : called with how many there are

    Raises
    ------
    CameraError, RecordingError : of the source, or it gave no frame
    """
    return _capture(source, most, lambda count: 1, on_frame)


def capture_spread(source: Source, most: int, on_frame: Callable[[int], None] | None = None) -> Capture:
    """Frames spread over a recording, or half a second apart from a live camera, for a scene that changes.

    Raises
    ------
    CameraError, RecordingError : of the source, or it gave no frame
    """
    return _capture(source, most, lambda count: LIVE_STRIDE if count is None else -(-count // most), on_frame)


def capture_moments(
    source: Source, moments_us: Sequence[int], on_frame: Callable[[int], None] | None = None
) -> Capture:
    """The frames of the moments at which another camera took some, give or take 20 ms.

    Raises
    ------
    CameraError, RecordingError : of the source, or it gave no frame at any of the moments
    """
    moments = np.sort(np.array(moments_us, dtype=np.int64))
    kept: list[RgbdFrame] = []
    with opened(source):
        camera = source.camera
        for frame in source.frames():
            if np.abs(moments - frame.timestamp_us).min() > SAME_MOMENT_US:
                continue
            kept.append(frame)
            if on_frame is not None:
                on_frame(len(kept))
    if not kept:
        raise RecordingError(
            f"{camera.name} {camera.serial} and the first camera did not record at the same time; record all at once, "
            "with one clock."
        )
    return Capture(camera, tuple(kept))


def _capture(
    source: Source, most: int, stride: Callable[[int | None], int], on_frame: Callable[[int], None] | None
) -> Capture:
    kept: list[RgbdFrame] = []
    with opened(source):
        camera = source.camera
        for frame in _every(source, max(1, stride(source.frame_count))):
            kept.append(frame)
            if on_frame is not None:
                on_frame(len(kept))
            if len(kept) == most:
                break
    if not kept:
        raise RecordingError(f"{camera.name} {camera.serial} gave no frame; record again.")
    return Capture(camera, tuple(kept))


def _every(source: Source, stride: int) -> Iterator[RgbdFrame]:
    for index, frame in enumerate(source.frames()):
        if index % stride == 0:
            yield frame
