"""What the commands of `fashiongan-scan` share: where frames come from, and how results are shown."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from fashiongan.errors import CameraError
from fashiongan.programs import progress_bar
from scanning.calibration.report import Report, write_report
from scanning.capture import Capture, capture_first, capture_moments, capture_spread
from scanning.sources.source import Source

EXIT_FAILED = 1

Recording = Annotated[Path | None, typer.Option("--from-recording", help="Read this recording, not a camera.")]
Recordings = Annotated[list[Path] | None, typer.Option("--from-recording", help="A recording; give it repeatedly.")]
Family = Annotated[str, typer.Option("--camera", help="Which live camera: realsense, azure, orbbec or kinect2.")]
Serial = Annotated[str | None, typer.Option("--serial", help="Which one, where several are plugged in.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Picture = Annotated[Path | None, typer.Option("--report", help="Also draw the result into this PNG.")]
CalibrationPath = Annotated[Path, typer.Option("--calibration", help="The file to keep it in.")]


def source_of(recording: Path | None, family: str, serial: str | None, color: bool = False) -> Source:
    """A recording if one is given, else a live camera, with its colour if asked; not yet open.

    Raises
    ------
    RecordingError, CameraError : no such recording or camera
    """
    if recording is not None:
        from scanning.sources.recorded import open_recording

        return open_recording(recording)
    from scanning.sources.cameras import open_camera

    return open_camera(family, serial, color)


def at_rest(source: Source, words: str, most: int = 40) -> Capture:
    """The first frames of a scene at rest, with a progress bar."""
    return _shown(words, most, lambda on_frame: capture_first(source, most, on_frame))


def moving(source: Source, words: str, most: int = 60) -> Capture:
    """Frames of a scene that changes, with a progress bar."""
    return _shown(words, most, lambda on_frame: capture_spread(source, most, on_frame))


def same_moments(source: Source, words: str, moments_us: Sequence[int]) -> Capture:
    """Frames of the moments at which another camera took some, with a progress bar."""
    return _shown(words, len(moments_us), lambda on_frame: capture_moments(source, moments_us, on_frame))


def only_recordings(recordings: list[Path] | None) -> list[Path]:
    """What a command reads that cannot run live.

    Raises
    ------
    CameraError : none is given
    """
    if not recordings:
        raise CameraError(
            "This needs recordings. Record every camera with fashiongan-scan record --color, then give each file with "
            "--from-recording."
        )
    return recordings


def show(report: Report, as_json: bool, picture: Path | None) -> None:
    """Print a report, draw it, and leave with 1 if something in it failed."""
    if picture is not None:
        write_report(report, picture)
    typer.echo(json.dumps(report.as_json()) if as_json else "\n".join(report.lines()))
    if not report.passed:
        raise typer.Exit(EXIT_FAILED)


def _shown(words: str, most: int, run: Callable[[Callable[[int], None]], Capture]) -> Capture:
    with progress_bar() as bar:
        task = bar.add_task(words, total=most)
        return run(lambda count: bar.update(task, completed=count))
