"""What a file is, by what is in it; a name may lie. No Qt here."""

from enum import StrEnum
from pathlib import Path

from fashiongan.errors import RequestError


class Kind(StrEnum):
    """What the window can open."""

    PROJECT = "project"
    RECORDING = "recording"
    MEASUREMENTS = "measurements"


# How files begin: zip; Matroska; ROS bags of version 1, and of version 2, which are SQLite.
_BEGINNINGS = {
    b"PK\x03\x04": Kind.PROJECT,
    b"\x1a\x45\xdf\xa3": Kind.RECORDING,
    b"#ROSBAG": Kind.RECORDING,
    b"SQLite format 3\x00": Kind.RECORDING,
}
_LONGEST = max(map(len, _BEGINNINGS))


def kind_of(path: Path) -> Kind:
    """What a file or folder is; whether it is whole, its reader finds out.

    Raises
    ------
    RequestError : nothing that can be opened here
    """
    if path.is_dir():
        return Kind.RECORDING
    try:
        with path.open("rb") as file:
            begins = file.read(max(_LONGEST, 512))
    except OSError as error:
        raise RequestError(f"{path} cannot be opened ({error.strerror}); choose another file.") from error
    for beginning, kind in _BEGINNINGS.items():
        if begins.startswith(beginning):
            return kind
    if b"\x00" in begins:
        raise RequestError(
            f"{path.name} is no project, no measurements and no recording; pictures are taken on the Design page."
        )
    return Kind.MEASUREMENTS
