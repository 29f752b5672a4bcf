"""The handmade attacks that every reader is given, whatever it reads."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.hostile import bombs
from benchmarks.hostile.changes import Change

HOSTILE_NAME = "a\nb\x1b[2J\u202egnp.\udcff"


def _first_file(path: Path) -> Path:
    return sorted(one for one in path.rglob("*") if one.is_file())[0] if path.is_dir() else path


def _renamed(path: Path) -> Path:
    """A name with a line break, control characters, and bytes that are no text."""
    return path.rename(path.with_name(HOSTILE_NAME + path.suffix))


def _hostile_and_empty(path: Path) -> Path:
    _first_file(path).write_bytes(b"")
    return _renamed(path)


def _missing(path: Path) -> Path:
    _first_file(path).unlink()
    return path


def _folder(path: Path) -> Path:
    file = _first_file(path)
    file.unlink()
    file.mkdir()
    return path


def _link_to_itself(path: Path) -> Path:
    file = _first_file(path)
    file.unlink()
    file.symlink_to(file)
    return path


def _first_is(made: Callable[[], bytes]) -> Change:
    def change(path: Path) -> Path:
        _first_file(path).write_bytes(made())
        return path

    return change


EVERYWHERE: dict[str, Change] = {
    "a name with control characters": _renamed,
    "such a name and no content": _hostile_and_empty,
    "missing": _missing,
    "a folder instead": _folder,
    "a link to itself": _link_to_itself,
    "a pickle with code under its name": _first_is(bombs.pickled_code),
    "an npz with code under its name": _first_is(bombs.npz_with_code),
    "a gzip bomb under its name": _first_is(lambda: bombs.gzip_bomb(64)),
    "a terminal's commands": _first_is(lambda: b"\x1b]0;x\x07\x1b[2J\n" * 9),
    "UTF-16": _first_is(lambda: '{"a": 1}'.encode("utf-16")),
}
