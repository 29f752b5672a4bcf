"""The chosen pictures, read from the disk beside the window's thread; no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fashiongan.image import GarmentImage
from fashiongan.library.entry import Entry
from fashiongan.library.library import Library

# From the first towards the second the sliders and the strip go.
FIRST = 2


@dataclass(frozen=True, eq=False)
class Looked:
    """The chosen pictures. entry, last : of the one that was chosen last; first : one or two that were chosen first"""

    entry: Entry
    chosen: tuple[int, ...]
    last: GarmentImage
    first: tuple[GarmentImage, ...]


@dataclass(frozen=True, eq=False)
class Look:
    """What is to be read of the chosen pictures: the files of those in `Looked`."""

    entry: Entry
    chosen: tuple[int, ...]
    last: Path
    first: tuple[Path, ...]

    @classmethod
    def at(cls, chosen: Sequence[int], library: Library) -> "Look":
        """Chosen pictures, one or more.

        Raises
        ------
        LibraryError : one is not there any more
        """
        first = tuple(library.path(number) for number in chosen[:FIRST])
        return cls(library.entry(chosen[-1]), tuple(chosen), library.path(chosen[-1]), first)

    def read(self, library: Library) -> Looked:
        """Read the pictures, on any thread.

        Raises
        ------
        ImageError : one was lost or damaged
        """
        first = tuple(library.read(path) for path in self.first)
        return Looked(self.entry, self.chosen, library.read(self.last), first)
