"""A library: a folder with every picture as a PNG that says how it was made, and a table to find them by.

The pictures are the truth. The table can be lost: opened without it, a library lists its pictures anew, and only stars,
boards, tags and notes are gone. A picture is written before its row, so a program that dies in between loses nothing.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import FashionGanError, LibraryError
from fashiongan.files import sweep, write_atomically
from fashiongan.image import GarmentImage
from fashiongan.library.boards import BoardsAhead, boards_in
from fashiongan.library.changes import make_change, next_redo, next_undo, redo_next, undo_last
from fashiongan.library.database import open_database, reading, transaction
from fashiongan.library.embeddings import Embedded, embedded_in, forget_embeddings, keep_embedding, not_embedded_in
from fashiongan.library.entry import UNNOTED, Entry, Field, Value, entry_from, file_in
from fashiongan.library.listing import free_place, keep_thumbnail, list_picture, list_strays
from fashiongan.library.names import PICTURES, TABLE
from fashiongan.library.prepared import Prepared, prepared, thumbnail_of
from fashiongan.library.query import EVERYTHING, Query
from fashiongan.library.recent import RecentImages
from fashiongan.library.waiting import Waiting, count_one


class Library:
    """An open library, for one window at a time. All calls come from one thread."""

    def __init__(self, folder: Path) -> None:
        """Open or make the library in a folder.

        Raises
        ------
        LibraryError : the folder cannot be used or is open in another window, or its table is damaged or of a newer
            program
        """
        self.folder, self._pictures = folder, folder / PICTURES
        try:
            self._pictures.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"{folder} cannot be used as a library ({error.strerror or error}).") from error
        self._recent = RecentImages()
        self._reading = partial(reading, folder / TABLE)
        self._open()
        try:
            with self._reading():
                for place in (folder, *(one for one in folder.iterdir() if one.is_dir())):
                    sweep(place)
                list_strays(self._table, self._transaction, self._pictures)
            self.waiting.expect_nothing()
        except FashionGanError:
            self.close()
            raise

    def _open(self) -> None:
        self._table = open_database(self.folder / TABLE)
        self._table.row_factory = sqlite3.Row
        self._transaction = partial(transaction, self._table, self.folder / TABLE)
        self.waiting = Waiting(self._table, self._transaction)
        self.ahead = BoardsAhead(self._table, self._transaction)

    def close(self) -> None:
        """Let go of the table; nothing is lost without it."""
        self._table.close()

    @contextmanager
    def let_go(self) -> Iterator[None]:
        """Meanwhile the table is free for somebody else's work on it; nothing is asked of the library."""
        self.close()
        try:
            yield
        finally:
            self._open()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def add(self, image: GarmentImage, png: bytes = b"", noted: Mapping[Field, Value] = UNNOTED) -> Entry:
        """Keep a picture. png : its very file, if it has one already; noted : star, board, tags and note, if it has.

        Raises
        ------
        OutputError, LibraryError : the disk is full, cannot be written to or is gone; the library is as it was
        """
        return self.keep(prepared(image, png), noted)

    def keep(self, ready: Prepared, noted: Mapping[Field, Value] = UNNOTED, ordered: int | None = None) -> Entry:
        """Keep a picture that was made ready elsewhere; errors as in `add`.

        ordered : the number of the waiting work that it is a result of, and is counted for
        """
        with self._reading():
            number, path = free_place(self._table, self._pictures)
        if ordered is not None:
            self.waiting.expect(ordered, number)
        write_atomically(path, ready.png)
        try:
            with self._reading(), self._transaction():
                list_picture(self._table, number, path, ready, noted)
                if ordered is not None:
                    count_one(self._table, ordered)
        except LibraryError:
            with suppress(OSError):
                path.unlink()
            raise
        return self.entry(number)

    def entry(self, number: int) -> Entry:
        """What is known of one picture.

        Raises
        ------
        LibraryError : there is none with this number, or its row is damaged
        """
        with self._reading():
            found = self._rows("SELECT * FROM pictures WHERE number = ?", (number,))
            if not found:
                raise LibraryError(f"The library has no picture {number}.")
            return entry_from(found[0])

    def entries(self, query: Query = EVERYTHING) -> list[Entry]:
        """All pictures for which a query holds, the newest first if not asked otherwise.

        Raises
        ------
        LibraryError : a row is damaged
        """
        condition, values = query.condition()
        with self._reading():
            return [entry_from(row) for row in self._rows(f"SELECT * FROM pictures {condition}", values)]

    def numbers(self, query: Query = EVERYTHING) -> list[int]:
        """The numbers of all pictures for which a query holds: of 10,000 in some milliseconds."""
        condition, values = query.condition()
        return [number for (number,) in self._rows(f"SELECT number FROM pictures {condition}", values)]

    def count(self, query: Query) -> int:
        """How many pictures a query holds for."""
        condition, values = query.condition()
        return int(self._rows(f"SELECT count(*) FROM pictures {condition}", values)[0][0])

    def path(self, number: int) -> Path:
        """Where a picture lies, for other programs to read."""
        return self._pictures / self.entry(number).file

    def files(self) -> dict[int, Path]:
        """Where every picture lies by its number, those in the trash too."""
        rows = self._rows("SELECT number, file FROM pictures ORDER BY number")
        with self._reading():
            return {int(number): self._pictures / file_in(file) for number, file in rows}

    def image(self, number: int) -> GarmentImage:
        """A picture with all that it says of itself.

        Raises
        ------
        LibraryError, ImageError : there is none, or its file was lost or damaged
        """
        return self.read(self.path(number))

    def read(self, path: Path) -> GarmentImage:
        """A picture by where it lies: the one call that may come from any thread. ImageError as in `image`."""
        return self._recent.read(path)

    def thumbnail(self, number: int) -> bytes:
        """A small JPEG of a picture on white, made when it is first asked for.

        Raises
        ------
        LibraryError, ImageError : as in `image`
        """
        found = self._rows("SELECT jpeg FROM thumbnails WHERE number = ?", (number,))
        if found and isinstance(found[0][0], bytes):
            return bytes(found[0][0])
        jpeg = thumbnail_of(self.image(number))
        with self._transaction():
            keep_thumbnail(self._table, number, jpeg)
        return jpeg

    def change(self, numbers: Sequence[int], field: Field, value: Value, what: str) -> bool:
        """Change a field of some pictures so that it can be undone; `what` tells it in words. False if nothing changes.

        Raises
        ------
        LibraryError : the table cannot be written to; nothing was changed
        """
        with self._transaction():
            return make_change(self._table, numbers, field, value, what)

    def undo(self) -> str | None:
        """Take back the last change, and say what it was; None where there is none. LibraryError as in `change`."""
        with self._reading(), self._transaction():
            return undo_last(self._table)

    def redo(self) -> str | None:
        """Make the last undone change again, and say what it was. LibraryError as in `change`."""
        with self._reading(), self._transaction():
            return redo_next(self._table)

    def can_undo(self) -> str | None:
        """What would be undone."""
        with self._reading():
            return next_undo(self._table)

    def can_redo(self) -> str | None:
        """What would be made again."""
        with self._reading():
            return next_redo(self._table)

    def boards(self) -> dict[str, int]:
        """The boards by name, with how many pictures lie on each; none on one that was made ahead."""
        with self._reading():
            return boards_in(self._table)

    def embedded(self, space: str) -> Embedded:
        """Where the pictures lie in a feature space, as far as they were looked at; none of the trash."""
        with self._reading():
            return embedded_in(self._table, space)

    def not_embedded(self, space: str) -> list[int]:
        """The pictures that were not yet looked at for a feature space, the newest first; none of the trash."""
        with self._reading():
            return not_embedded_in(self._table, space)

    def embed(self, number: int, space: str, vector: NDArray[np.float32]) -> None:
        """Keep where a picture lies in a feature space; nothing happens if it is gone by now.

        Parameters
        ----------
        space : the SHA-256 of the weights that looked at it; vector : (D,), or empty for a picture that lies nowhere

        Raises
        ------
        LibraryError : the table cannot be written to
        """
        with self._transaction():
            keep_embedding(self._table, number, space, vector)

    def empty_trash(self) -> int:
        """Delete what is in the trash, from the disk too; returns how many pictures. This cannot be undone.

        The files go first: killed in between, what is left is in the trash still, and nothing comes back.

        Raises
        ------
        LibraryError : the disk cannot be written to; what is left is in the trash
        """
        trashed = self.entries(Query(trashed=True))
        numbers = [(one.number,) for one in trashed]
        with self._reading():
            for one in trashed:
                (self._pictures / one.file).unlink(missing_ok=True)
        with self._transaction():
            self._table.executemany("DELETE FROM thumbnails WHERE number = ?", numbers)
            forget_embeddings(self._table, numbers)
            self._table.executemany("DELETE FROM pictures WHERE number = ?", numbers)
        return len(trashed)

    def _rows(self, question: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with self._reading():
            return self._table.execute(question, values).fetchall()
