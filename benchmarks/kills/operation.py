"""What is killed: work that can be begun again and again in one folder, and a look at what a kill left there."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from benchmarks.kills.child import Tell
from benchmarks.kills.material import Material
from fashiongan.files import TEMPORARY_PREFIX

# SHA-256 of files by name.
Hashes = dict[str, str]


class Operation(Protocol):
    """share : how many of 200 kills it gets; whole : SHA-256 by name of the files of each version that may be there"""

    name: str
    share: int
    whole: list[Hashes]

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """What it leaves undisturbed, for `whole`; none where that needs no knowing."""

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        """Begin, or go on; tell "ready" when the work begins, "done" after a whole round, and what is safe from now."""

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        """Open what is there as the next start would; returns what was lost, of all that the killed process told."""


def leftovers(folder: Path) -> list[str]:
    """Temporary files that nobody took away."""
    return [f"leftover {path.name}" for path in folder.rglob(f"{TEMPORARY_PREFIX}*")]


def whole_or_absent(folder: Path, *versions: Hashes) -> list[str]:
    """Files that are none of the versions that were ever written; each version is SHA-256 by name."""
    names = {name for version in versions for name in version}
    there = {name: sha256(folder / name) for name in names if (folder / name).exists()}
    return [
        f"{name} is neither old nor new"
        for name, found in there.items()
        if found not in [version.get(name) for version in versions]
    ]


def sha256(path: Path) -> str:
    """Of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in a folder by name."""
    return {path.name: sha256(path) for path in sorted(folder.iterdir()) if path.is_file()}
