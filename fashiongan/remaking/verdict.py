"""Whether what was made again is what it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fashiongan.run_manifest import sha256


class Verdict(StrEnum):
    """How it came out."""

    IDENTICAL = "identical"
    DIFFERS = "differs"
    CANNOT = "cannot be remade"


@dataclass(frozen=True, slots=True)
class Remade:
    """One file. name : in the folder; why : where it is not identical"""

    name: str
    verdict: Verdict
    why: str = ""

    @property
    def line(self) -> str:
        """For people, in one line."""
        return f"{self.verdict}: {self.name}{f', because {self.why}' if self.why else ''}"


def compared(name: str, now: bytes, sha256_before: str, why: str) -> Remade:
    """What was made again beside the hash of what it was; `why` : what they are likely to differ by."""
    if sha256(now) == sha256_before:
        return Remade(name, Verdict.IDENTICAL)
    return Remade(name, Verdict.DIFFERS, why)


def difference(before: Mapping[str, str], here: Mapping[str, str]) -> str:
    """What of the environment is another one, for people."""
    if not before:
        return "it was written by a version that did not note what it was made with"
    changed = [name for name in {**before, **here} if before.get(name) != here.get(name)]
    if not changed:
        return "the file was changed, or made by another version of its weights or program"
    told = (f"{name} was {before.get(name, 'not there')} and is {here.get(name, 'not here')}" for name in changed)
    return "; ".join(told)
