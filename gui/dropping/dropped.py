"""What was dropped together, and whether it can be taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl

from fashiongan.errors import RequestError
from gui.file_kinds import Kind, kind_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files of one kind; more than one only of recordings, which several cameras may make of one person."""

    kind: Kind
    paths: tuple[Path, ...]


def what_was_dropped(addresses: Sequence[QUrl]) -> Dropped:
    """What the window is to take.

    Raises
    ------
    RequestError : a web address, several files, a folder, or of no known kind
    """
    if not addresses:
        raise RequestError(
            translate("Dropping", "This is no file; drop a picture, a recording or measurements as a file.")
        )
    for address in addresses:
        if not address.isLocalFile():
            said = translate(
                "Dropping",
                "%1 is not on this computer, and nothing is fetched from elsewhere; save it, and drop the file.",
            )
            raise RequestError(said.replace("%1", address.toDisplayString()[:80]))
    paths = tuple(Path(address.toLocalFile()) for address in addresses)
    kinds = {kind_of(path) for path in paths} if len(paths) == 1 else _kinds_of_several(paths)
    return Dropped(kinds.pop(), paths)


def _kinds_of_several(paths: Sequence[Path]) -> set[Kind]:
    try:
        kinds = {kind_of(path) for path in paths}
    except RequestError:
        kinds = set()
    if kinds != {Kind.RECORDING}:
        said = translate("Dropping", "%1 files were dropped; drop one, or together only the recordings of one person.")
        raise RequestError(said.replace("%1", str(len(paths))))
    return kinds
