"""How a valid input becomes a malicious one: the changes that every kind of attack is made of."""

import shutil
from collections.abc import Callable
from pathlib import Path

# A valid input, copied to where it may be changed, becomes the malicious one that is read.
Change = Callable[[Path], Path]
Write = Callable[[list[Path], Path], Path]


def content(make: Callable[[bytes], bytes], inside: str = "", name: str = "") -> Change:
    """Another content. inside : of which file of a folder; name : that the file is given"""

    def change(path: Path) -> Path:
        file = path / inside if inside else path
        made = make(file.read_bytes() if file.exists() else b"")
        file.parent.mkdir(parents=True, exist_ok=True)
        file = file.with_name(name) if name else file
        file.write_bytes(made)
        return path if inside else file

    return change


def fixed(made: bytes, inside: str = "", name: str = "") -> Change:
    """The same content, whatever was there."""
    return content(lambda _: made, inside, name)


def in_file(make: Callable[[bytes], bytes], pattern: str) -> Change:
    """Another content of the first file of a folder that a pattern finds; the folder is read."""
    return on(pattern, content(make))


def on(pattern: str, change: Change) -> Change:
    """An attack on one file of a folder that is read."""

    def inside(path: Path) -> Path:
        change(sorted(path.glob(pattern))[0])
        return path

    return inside


def on_fresh_copy(change: Change, which: int) -> Write:
    """The change of a copy of one of the valid inputs."""

    def write(given: list[Path], target: Path) -> Path:
        seed = given[which]
        copy = target / seed.name
        shutil.copytree(seed, copy) if seed.is_dir() else shutil.copy(seed, copy)
        return change(copy)

    return write
