"""`fashiongan-scan record` and `check`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from fashiongan.errors import RecordingError
from fashiongan.programs import progress_bar
from scanning.calibration.procedures import check_on_wall
from scanning.cli_options import (
    DEFAULT_FILE,
    AsJson,
    CalibrationPath,
    Family,
    Picture,
    Recording,
    Serial,
    frame_bar,
    show,
    source_of,
)
from scanning.sources.source import Source


def record(
    out: Annotated[Path, typer.Argument(help="The recording to write, such as scan.mkv.")],
    from_recording: Recording = None,
    camera: Family = "realsense",
    serial: Serial = None,
    seconds: Annotated[float | None, typer.Option(min=0.1, help="Stop after so long; else Ctrl-C stops it.")] = None,
    frames: Annotated[int | None, typer.Option(min=1, help="Stop after so many frames.")] = None,
    color: Annotated[bool, typer.Option(help="Keep the colour too, in which people can be recognised.")] = False,
    librealsense: Annotated[
        bool, typer.Option("--librealsense", help="Have Intel's driver play a .bag; else we read it, quicker.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Record a camera, or turn any other recording into one of ours."""
    from scanning.record import record as record_source

    source = _played(from_recording) if librealsense else source_of(from_recording, camera, serial, color)
    with progress_bar() as bar:
        task = bar.add_task("recording", total=frames)
        count = record_source(
            source, out, seconds, frames, color, on_frame=lambda count: bar.update(task, completed=count)
        )
    typer.echo(json.dumps({"recording": str(out), "frames": count}) if as_json else f"{out}: {count} frames")


def _played(recording: Path | None) -> Source:
    from scanning.sources.recorded import play_recording

    if recording is None:
        raise RecordingError("--librealsense plays a recording; give one with --from-recording.")
    return play_recording(recording)


def check(
    from_recording: Recording = None,
    camera: Family = "realsense",
    serial: Serial = None,
    distance: Annotated[float | None, typer.Option(help="True distance to the wall, mm, for the Z accuracy.")] = None,
    calibration: CalibrationPath = DEFAULT_FILE,
    report: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Judge a depth camera on a bare flat wall; leaves with 1 where a figure is not good enough."""
    source = source_of(from_recording, camera, serial)
    show(check_on_wall(source, distance, calibration, frame_bar), as_json, report)
