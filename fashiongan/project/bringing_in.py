"""A project's pictures on their way into a library: those that are there already are not doubled."""

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from fashiongan.image import GarmentImage
from fashiongan.library.entry import Field
from fashiongan.library.library import Library
from fashiongan.project.project import KeptPicture, Noted


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a picture lies in the library, and whether it is new there."""

    number: int
    new: bool


class Arrivals:
    """Takes pictures into a library, onto a board. Make one for each project; all calls come from the library's thread.

    A new picture keeps its star, tags and note; that it lay on another board becomes a tag. One that is there already
    keeps what is noted there; it is taken out of the trash, and put on the board if it lies on none.
    """

    def __init__(self, library: Library, board: str) -> None:
        self._library, self._board = library, board
        self._by_size: dict[int, list[tuple[int, Path]]] = defaultdict(list)
        for number, path in library.files().items():
            if path.exists():
                self._by_size[path.stat().st_size].append((number, path))

    def take(self, picture: KeptPicture, image: GarmentImage) -> Arrival:
        """Take in one picture; `image` is the same, opened.

        Raises
        ------
        OutputError, LibraryError : the library cannot be written to; it is as it was
        """
        number = self._there(picture.png)
        if number is not None:
            self._welcome(number)
            return Arrival(number, new=False)
        number = self._library.add(image, picture.png, _fields(self._on_board(picture.noted))).number
        self._by_size[len(picture.png)].append((number, self._library.path(number)))
        return Arrival(number, new=True)

    def _there(self, png: bytes) -> int | None:
        """The picture of the library that has the same bytes."""
        alike = self._by_size.get(len(png), [])
        return next((number for number, path in alike if path.exists() and path.read_bytes() == png), None)

    def _welcome(self, number: int) -> None:
        entry = self._library.entry(number)
        if entry.trashed:
            self._library.change([number], Field.TRASHED, False, "take out of the trash")
        if not entry.board:
            self._library.change([number], Field.BOARD, self._board, f"open {self._board}")

    def _on_board(self, noted: Noted) -> Noted:
        own = {noted.board} - {"", self._board}
        return replace(noted, board=self._board, tags=(*noted.tags, *own))


def _fields(noted: Noted) -> dict[Field, bool | str | tuple[str, ...]]:
    return {
        Field.STARRED: noted.starred,
        Field.BOARD: noted.board,
        Field.TAGS: noted.tags,
        Field.NOTE: noted.note,
    }
