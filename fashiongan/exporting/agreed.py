"""Which files may be replaced: those that lay there when somebody agreed to it, as they were then."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fashiongan.errors import OutputError


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another, without reading it."""

    file: int
    size: int
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> "Stamp | None":
        """How a file is now; None where there is none, or its drive is gone."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(found.st_ino, found.st_size, found.st_mtime_ns)


class Agreed:
    """Work that waits writes later than it was agreed to, and meanwhile another program may have written there."""

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        self._stamps: dict[Path, Stamp | None] = {}
        self.look_at(paths)

    def look_at(self, paths: Iterable[Path]) -> None:
        """These may be replaced as they are now."""
        self._stamps |= {path: Stamp.of(path) for path in paths}

    def changed(self, path: Path) -> bool:
        """Another program wrote this file, or took it away, since it was looked at."""
        return path in self._stamps and Stamp.of(path) != self._stamps[path]

    def refuse_changed(self, paths: Iterable[Path]) -> None:
        """Leave the work of others alone.

        Raises
        ------
        OutputError : another program wrote one of the files since; it is as that program left it
        """
        for path in paths:
            if self.changed(path) and Stamp.of(path):
                raise OutputError(
                    f"{path} was changed by another program meanwhile, so it is left as it is; "
                    "look at it, then export again, or choose another name."
                )
