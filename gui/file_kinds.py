"""What a file is, by what is in it; a name may lie."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from fashiongan.body.measurements import Figure
from fashiongan.errors import MeasurementError, RequestError
from scanning.formats.files import read_measurement_file, refuse_unknown_ending

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", b"II*\0", b"MM\0*")
_RIFF, _WEBP, _ZIP = b"RIFF", b"WEBP", b"PK\x03\x04"
_START_BYTES = 512
translate = QCoreApplication.translate


class Kind(StrEnum):
    """What the window can take."""

    PICTURE = "picture"
    RECORDING = "recording"
    MEASUREMENTS = "measurements"
    PROJECT = "project"


def kind_of(path: Path) -> Kind:
    """What a file or folder is; its name counts only where the content may mean anything.

    Raises
    ------
    RequestError : missing, or of no known kind
    """
    if path.is_dir():
        return _kind_of_folder(path)
    try:
        with path.open("rb") as file:
            start = file.read(_START_BYTES)
    except OSError as error:
        said = translate("Dropping", "%1 cannot be read (%2); copy it again.").replace("%1", path.name)
        raise RequestError(said.replace("%2", error.strerror or "")) from error
    if start.startswith(_PICTURES) or (start.startswith(_RIFF) and start[8:12] == _WEBP):
        return Kind.PICTURE
    if start.startswith(_ZIP):
        return Kind.PROJECT
    if _is_recording(start):
        return Kind.RECORDING
    if _is_measurements(path, start):
        return Kind.MEASUREMENTS
    said = translate("Dropping", "%1 is no picture, project, recording or measurements that are known.")
    raise RequestError(said.replace("%1", path.name))


def _kind_of_folder(folder: Path) -> Kind:
    from scanning.sources.tum_folder import BOTH_LIST, DEPTH_LIST

    if any((folder / name).is_file() for name in (DEPTH_LIST, BOTH_LIST)):
        return Kind.RECORDING
    raise RequestError(
        translate("Dropping", "%1 is a folder and no recording; drop a file out of it.").replace("%1", folder.name)
    )


def _is_recording(start: bytes) -> bool:
    # Only here: the window opens sooner without.
    from scanning.sources.recorded import MATROSKA, ROS1_BAG, SQLITE

    return start.startswith((MATROSKA, ROS1_BAG, SQLITE))


def _is_measurements(path: Path, start: bytes) -> bool:
    """Whether it can be read, or is text with the name of such a file: then reading it tells what is wrong."""
    if b"\0" in start:
        return False
    for test in (lambda: read_measurement_file(path, Figure.WOMAN), lambda: refuse_unknown_ending(path)):
        try:
            test()
        except MeasurementError:
            continue
        return True
    return False
