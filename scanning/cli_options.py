"""What the commands of `fashiongan-scan` share: where frames come from, and how results are shown."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from fashiongan.errors import CameraError, LockedError
from fashiongan.locking import Passphrase, is_locked
from fashiongan.programs import progress_bar
from scanning.calibration.report import Report, write_report
from scanning.sources.source import Source

EXIT_FAILED = 1

Recording = Annotated[Path | None, typer.Option("--from-recording", help="Read this recording, not a camera.")]
Recordings = Annotated[list[Path] | None, typer.Option("--from-recording", help="A recording; give it repeatedly.")]
Family = Annotated[str, typer.Option("--camera", help="Which live camera: realsense, azure, orbbec or kinect2.")]
Serial = Annotated[str | None, typer.Option("--serial", help="Which one, where several are plugged in.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Picture = Annotated[Path | None, typer.Option("--report", help="Also draw the result into this PNG.")]
PassphraseFile = Annotated[
    Path | None,
    typer.Option("--passphrase-file", help="A file with the passphrase in its first line."),
]
DEFAULT_FILE = Path("calibration.json")
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


@contextmanager
def frame_bar(words: str, most: int) -> Iterator[Callable[[int], None]]:
    """A progress bar of one capture; none where no frames are to come."""
    if not most:
        yield lambda count: None
        return
    with progress_bar() as bar:
        task = bar.add_task(words, total=most)
        yield lambda count: bar.update(task, completed=count)


def only_recordings(recordings: list[Path] | None) -> list[Path]:
    """What a command reads that cannot run live.

    Raises
    ------
    CameraError : none is given
    """
    if not recordings:
        raise CameraError(
            "This needs recordings. Record every camera with fashiongan-scan record --nobody --color, then give each "
            "file with --from-recording."
        )
    return recordings


def show(report: Report, as_json: bool, picture: Path | None) -> None:
    """Print a report, draw it, and leave with 1 if something in it failed."""
    if picture is not None:
        write_report(report, picture)
    typer.echo(json.dumps(report.as_json()) if as_json else "\n".join(report.lines()))
    if not report.passed:
        raise typer.Exit(EXIT_FAILED)


def passphrase_for(recordings: list[Path], file: Path | None) -> Passphrase | None:
    """What opens locked recordings, asked for if no file says it; None where none is locked.

    Raises
    ------
    LockedError : the file cannot be read, or the passphrase is too short
    """
    return ask_passphrase(file) if any(map(is_locked, recordings)) else None


def ask_passphrase(file: Path | None, twice: bool = False) -> Passphrase:
    """A passphrase from the first line of a file, or typed unseen, `twice` where a slip would cost the files.

    Raises
    ------
    LockedError : the file cannot be read, or the passphrase is too short
    """
    if file is None:
        return Passphrase(typer.prompt("Passphrase", hide_input=True, confirmation_prompt=twice, err=True))
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LockedError(f"{file} cannot be read ({error}); give a text file with the passphrase.") from error
    return Passphrase(lines[0] if lines else "")
