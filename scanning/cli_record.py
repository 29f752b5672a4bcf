"""`fashiongan-scan record` and `check`."""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from fashiongan.errors import RecordingError
from fashiongan.files import refuse_unwritable
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
from scanning.consent import Consent, new_pseudonym, write_consent
from scanning.sources.source import Source

AGREED = "I was asked, and I agree to be recorded in depth for this: {purpose}."
AGREED_COLOR = " The colour pictures are kept, too; I can be recognised in them."


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
    consent: Annotated[
        str | None, typer.Option(help="What for the person before a live camera agreed to be recorded; kept beside it.")
    ] = None,
    pseudonym: Annotated[str | None, typer.Option(help="What to call that person; made up if not given.")] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="Only a board or a wall is before the camera.")] = False,
    as_json: AsJson = False,
) -> None:
    """Record a camera, or turn any other recording into one of ours. Whoever is before a camera is asked first."""
    from scanning.record import record as record_source

    if from_recording is None and not librealsense:
        agreed = _agreed(consent, pseudonym, nobody, color)
        if agreed is not None:
            refuse_unwritable(out)
            write_consent(agreed, out)
    source = _played(from_recording) if librealsense else source_of(from_recording, camera, serial, color)
    with progress_bar() as bar:
        task = bar.add_task("recording", total=frames)
        count = record_source(
            source, out, seconds, frames, color, on_frame=lambda count: bar.update(task, completed=count)
        )
    typer.echo(json.dumps({"recording": str(out), "frames": count}) if as_json else f"{out}: {count} frames")


def _agreed(purpose: str | None, pseudonym: str | None, nobody: bool, color: bool) -> Consent | None:
    """What somebody agreed to before the camera opens; None where nobody is to be seen.

    Raises
    ------
    RecordingError : neither was said, or both
    """
    if (purpose is None or not purpose.strip()) != nobody:
        raise RecordingError(
            "Ask the person before the camera, and say what they agreed to: --consent 'to be measured for a dress'; "
            "where only a board or a wall is seen, give --nobody instead."
        )
    if purpose is None or nobody:
        return None
    words = AGREED.format(purpose=purpose.strip()) + (AGREED_COLOR if color else "")
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return Consent(pseudonym or new_pseudonym(), words, now, color, purpose.strip())


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
