"""Forgetting a person, or everything, in the folders that the programs keep themselves.

A person is known by a pseudonym. Whatever names it goes: recordings with their consents, notes, undo steps, waiting
work, drawings, and pictures that say it. Who is dressed goes always, since nobody can tell whom measurements are of;
so do the logs, and the lists of files. Rows of the library's table are overwritten, and the table is built anew.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fashiongan.errors import OutputError, RequestError
from fashiongan.library.forgetting import forget_in_table, forget_pictures
from fashiongan.library.names import PICTURES, TABLE
from fashiongan.own_folders import OwnFolders
from fashiongan.private_files import PREFIX as PLAIN_PREFIX

LEAST_LETTERS = 3
DRAGGED_PREFIX = "fashiongan-drag-"
LOGS, WORN, SCANS = "fashiongan.log*", "worn*.fgan", "scans"
# As JSON writes line breaks, and where it keeps to ASCII every other letter.
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")
_PNG, _PIXELS = b"\x89PNG\r\n\x1a\n", b"IDAT"
# Lines of the settings that hold paths.
_PATHS = ("recent=", "export=")
Mentions = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Erased:
    """How many files went, and how many notes and entries of the library."""

    files: int
    rows: int


def erase_person(folders: OwnFolders, pseudonym: str) -> Erased:
    """Forget somebody. Nothing else may be at work in the library meanwhile.

    Raises
    ------
    RequestError : a pseudonym of fewer than 3 letters, which is found everywhere
    LibraryError : the library's table cannot be used
    OutputError : a file cannot be taken away
    """
    name = pseudonym.strip()
    if len(name) < LEAST_LETTERS:
        raise RequestError(f'"{name}" is too short to be found safely; give the whole pseudonym.')
    mentions = _mentioning(name)
    try:
        files = _erase_worn(folders) + _erase_scans(folders.library / SCANS, mentions)
        pictures = [path for path in (folders.library / PICTURES).glob("*.png") if _says(path, mentions)]
        rows = 0
        if (folders.library / TABLE).exists():
            rows = forget_pictures(folders.library / TABLE, [path.name for path in pictures])
            rows += forget_in_table(folders.library / TABLE, mentions)
        files += sum(_take_away(path) for path in pictures) + _erase_texts(folders, mentions)
        _forget_paths(folders)
    except OSError as error:
        raise OutputError(f"{error.filename} cannot be erased ({error.strerror}); close what uses it.") from error
    return Erased(files, rows)


def erase_everything(folders: OwnFolders) -> None:
    """Take away all that the programs keep, and the settings. The window must be closed.

    Raises
    ------
    OutputError : something cannot be taken away
    """
    try:
        if folders.data.is_symlink():
            folders.data.unlink()
        elif folders.data.exists():
            shutil.rmtree(folders.data)
        if folders.settings is not None:
            folders.settings.unlink(missing_ok=True)
        _erase_temporary(folders)
    except OSError as error:
        raise OutputError(f"{error.filename} cannot be erased ({error.strerror}); close what uses it.") from error


def _mentioning(name: str) -> Mentions:
    """Whether a text says a name, as a word of its own, in small letters or large, also as JSON escapes it."""
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return lambda text: bool(word.search(text) or word.search(_ESCAPED.sub(_letter, text)))


def _letter(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16)) if escaped[1] else " "


def _erase_worn(folders: OwnFolders) -> int:
    """Who is dressed, the logs, and what was left in folders for temporary files."""
    for log in folders.data.glob(LOGS):
        log.write_bytes(b"")  # The window may have it open.
    _erase_temporary(folders)
    return sum(_take_away(path) for path in folders.library.glob(WORN))


def _erase_temporary(folders: OwnFolders) -> None:
    for place in folders.temporary:
        for prefix in (PLAIN_PREFIX, DRAGGED_PREFIX):
            for leftover in place.glob(f"{prefix}*"):
                shutil.rmtree(leftover, ignore_errors=True)


def _erase_scans(scans: Path, mentions: Mentions) -> int:
    """Every file of each scan of which one file says the name, or is called by it."""
    there = [path for path in scans.glob("*") if path.is_file()]
    stems = {_stem(path) for path in there if mentions(path.name) or _says(path, mentions)}
    return sum(_take_away(path) for path in there if _stem(path) in stems)


def _erase_texts(folders: OwnFolders, mentions: Mentions) -> int:
    """Every other file that says the name; the table was seen to, and so were the pictures."""
    others = [path for path in folders.data.rglob("*") if path.is_file() and not path.name.startswith(TABLE)]
    return sum(_take_away(path) for path in others if mentions(path.name) or _says(path, mentions))


def _forget_paths(folders: OwnFolders) -> None:
    """Which files were opened, and where was exported to."""
    if folders.settings is None or not folders.settings.exists():
        return
    lines = folders.settings.read_bytes().split(b"\n")
    kept = [line for line in lines if not line.startswith(tuple(one.encode() for one in _PATHS))]
    folders.settings.write_bytes(b"\n".join(kept))


def _says(path: Path, mentions: Mentions) -> bool:
    """Whether a file says the name; of a PNG its texts count, as pixels say anything by chance."""
    content = path.read_bytes()
    if content.startswith(_PNG):
        content = b"".join(_texts(content))
    return mentions(content.decode("utf-8", errors="ignore"))


def _texts(png: bytes) -> Iterator[bytes]:
    """Every chunk of a PNG but its pixels."""
    begin = len(_PNG)
    while begin + 8 <= len(png):
        size = int.from_bytes(png[begin : begin + 4], "big")
        if png[begin + 4 : begin + 8] != _PIXELS:
            yield png[begin + 8 : begin + 8 + size]
        begin += 12 + size


def _stem(path: Path) -> str:
    return path.name.partition(".")[0]


def _take_away(path: Path) -> int:
    path.unlink(missing_ok=True)
    return 1
