"""Where the pictures of a library stand: all of them, the starred, each board, what is on none, and the trash."""

from dataclasses import dataclass, replace
from enum import StrEnum

from fashiongan.library.entry import Field, Value
from fashiongan.library.library import Library
from fashiongan.library.query import Query


class Kind(StrEnum):
    """What holds a shelf together."""

    ALL = "all"
    STARRED = "starred"
    LOOSE = "loose"
    BOARD = "board"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One of the places; board : its name, of a BOARD only"""

    kind: Kind
    board: str = ""

    def narrowed(self, query: Query) -> Query:
        """The query for what stands here of all that it finds."""
        match self.kind:
            case Kind.STARRED:
                return replace(query, starred=True)
            case Kind.LOOSE | Kind.BOARD:
                return replace(query, board=self.board)
            case Kind.TRASH:
                return replace(query, trashed=True)
        return query

    @property
    def putting(self) -> tuple[Field, Value] | None:
        """What is changed of pictures that are put here; None where nobody can put anything."""
        match self.kind:
            case Kind.STARRED:
                return Field.STARRED, True
            case Kind.LOOSE | Kind.BOARD:
                return Field.BOARD, self.board
            case Kind.TRASH:
                return Field.TRASHED, True
        return None


ALL = Shelf(Kind.ALL)
TRASH = Shelf(Kind.TRASH)


def shelves_of(library: Library) -> dict[Shelf, int]:
    """The shelves in the order in which they are shown, with how many pictures stand on each."""
    first = [ALL, Shelf(Kind.STARRED), Shelf(Kind.LOOSE)]
    counted = {shelf: library.count(shelf.narrowed(Query())) for shelf in (*first, TRASH)}
    boards = {Shelf(Kind.BOARD, name): count for name, count in library.boards().items()}
    return {shelf: counted[shelf] for shelf in first} | boards | {TRASH: counted[TRASH]}


def rename_board(library: Library, old: str, new: str, what: str) -> bool:
    """Call a board otherwise, also for what of it is in the trash; "" takes all off, and a known name joins the two.

    `what` tells it in words, for undo. False if nothing changes. LibraryError as in `Library.change`.
    """
    new = new.strip()
    everywhere = [number for trashed in (False, True) for number in library.numbers(Query(board=old, trashed=trashed))]
    changed = library.change(everywhere, Field.BOARD, new, what)
    if not library.ahead.forget(old):
        return changed
    if new and not everywhere:  # Otherwise its pictures keep it, and undo takes them back to the old name alone.
        library.ahead.make(new)
    return True
