"""A library: a folder with every picture as a PNG that says how it was made, and a table to find them by.

The pictures are the truth. The table can be lost: opened without it, a library lists its pictures anew, and only stars,
boards, tags and notes are gone. A picture is written before its row, so a program that dies in between loses nothing.
"""

import logging
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import FashionGanError, LibraryError
from fashiongan.files import TEMPORARY_PREFIX, write_atomically
from fashiongan.image import GarmentImage, read_garment_image
from fashiongan.library.changes import make_change, next_redo, next_undo, redo_next, undo_last
from fashiongan.library.database import open_database, telling_damage, transaction
from fashiongan.library.embeddings import Embedded, embedded_in, forget_embeddings, keep_embedding, not_embedded_in
from fashiongan.library.entry import UNNOTED, Entry, Field, Value, entry_from, file_in, stored
from fashiongan.library.prepared import Prepared, prepared, thumbnail_of
from fashiongan.library.query import EVERYTHING, Query
from fashiongan.library.recent import RecentImages
from fashiongan.library.waiting import Waiting

logger = logging.getLogger(__name__)
TABLE, PICTURES = "library.sqlite", "pictures"


class Library:
    """An open library. All calls come from one thread."""

    def __init__(self, folder: Path) -> None:
        """Open or make the library in a folder.

        Raises
        ------
        LibraryError : the folder cannot be used, or its table is damaged or of a newer program
        """
        self.folder, self._pictures = folder, folder / PICTURES
        try:
            self._pictures.mkdir(parents=True, exist_ok=True)
            for leftover in self._pictures.glob(f"{TEMPORARY_PREFIX}*"):
                leftover.unlink()
        except OSError as error:
            raise LibraryError(f"{folder} cannot be used as a library ({error.strerror or error}).") from error
        self._recent = RecentImages()
        self._table = open_database(folder / TABLE)
        self._table.row_factory = sqlite3.Row
        self._transaction = partial(transaction, self._table, folder / TABLE)
        self._telling_damage = partial(telling_damage, folder / TABLE)
        self.waiting = Waiting(self._table, self._transaction)
        with self._telling_damage():
            self._list_strays()

    def close(self) -> None:
        """Let go of the table; nothing is lost without it."""
        self._table.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def add(self, image: GarmentImage, png: bytes = b"", noted: Mapping[Field, Value] = UNNOTED) -> Entry:
        """Keep a picture. png : its very file, if it has one already; noted : star, board, tags and note, if it has.

        Raises
        ------
        OutputError : the disk is full or cannot be written to; the library is as it was
        """
        return self.keep(prepared(image, png), noted)

    def keep(self, ready: Prepared, noted: Mapping[Field, Value] = UNNOTED) -> Entry:
        """Keep a picture that was made ready elsewhere. OutputError as in `add`."""
        number = self._free_number()
        path = self._path(number)
        write_atomically(path, ready.png)
        self._list(number, path, ready, noted)
        return self.entry(number)

    def entry(self, number: int) -> Entry:
        """What is known of one picture.

        Raises
        ------
        LibraryError : there is none with this number, or its row is damaged
        """
        with self._telling_damage():
            row = self._table.execute("SELECT * FROM pictures WHERE number = ?", (number,)).fetchone()
            if row is None:
                raise LibraryError(f"The library has no picture {number}.")
            return entry_from(row)

    def entries(self, query: Query = EVERYTHING) -> list[Entry]:
        """All pictures for which a query holds, the newest first if not asked otherwise.

        Raises
        ------
        LibraryError : a row is damaged
        """
        condition, values = query.condition()
        with self._telling_damage():
            return [entry_from(row) for row in self._table.execute(f"SELECT * FROM pictures {condition}", values)]

    def numbers(self, query: Query = EVERYTHING) -> list[int]:
        """The numbers of all pictures for which a query holds: of 10,000 in some milliseconds."""
        condition, values = query.condition()
        return [number for (number,) in self._table.execute(f"SELECT number FROM pictures {condition}", values)]

    def count(self, query: Query) -> int:
        """How many pictures a query holds for."""
        condition, values = query.condition()
        return int(self._table.execute(f"SELECT count(*) FROM pictures {condition}", values).fetchone()[0])

    def path(self, number: int) -> Path:
        """Where a picture lies, for other programs to read."""
        return self._pictures / self.entry(number).file

    def files(self) -> dict[int, Path]:
        """Where every picture lies by its number, those in the trash too."""
        rows = self._table.execute("SELECT number, file FROM pictures ORDER BY number")
        with self._telling_damage():
            return {int(number): self._pictures / file_in(file) for number, file in rows}

    def image(self, number: int) -> GarmentImage:
        """A picture with all that it says of itself.

        Raises
        ------
        LibraryError, ImageError : there is none, or its file was lost or damaged
        """
        return self._recent.read(self.path(number))

    def thumbnail(self, number: int) -> bytes:
        """A small JPEG of a picture on white, made when it is first asked for.

        Raises
        ------
        LibraryError, ImageError : as in `image`
        """
        with self._telling_damage():
            found = self._table.execute("SELECT jpeg FROM thumbnails WHERE number = ?", (number,)).fetchone()
        if found and isinstance(found[0], bytes):
            return bytes(found[0])
        jpeg = thumbnail_of(self.image(number))
        self._table.execute("INSERT OR REPLACE INTO thumbnails VALUES (?, ?)", (number, jpeg))
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
        with self._telling_damage(), self._transaction():
            return undo_last(self._table)

    def redo(self) -> str | None:
        """Make the last undone change again, and say what it was. LibraryError as in `change`."""
        with self._telling_damage(), self._transaction():
            return redo_next(self._table)

    def can_undo(self) -> str | None:
        """What would be undone."""
        return next_undo(self._table)

    def can_redo(self) -> str | None:
        """What would be made again."""
        return next_redo(self._table)

    def boards(self) -> dict[str, int]:
        """The boards by name, with how many pictures lie on each."""
        rows = self._table.execute(
            "SELECT board, count(*) FROM pictures WHERE board != '' AND trashed = 0 GROUP BY board ORDER BY board"
        )
        return {str(board): int(count) for board, count in rows}

    def embedded(self, space: str) -> Embedded:
        """Where the pictures lie in a feature space, as far as they were looked at; none of the trash."""
        with self._telling_damage():
            return embedded_in(self._table, space)

    def not_embedded(self, space: str) -> list[int]:
        """The pictures that were not yet looked at for a feature space, the newest first; none of the trash."""
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
        """Delete what is in the trash, from the disk too; returns how many pictures. This cannot be undone."""
        trashed = self.entries(Query(trashed=True))
        numbers = [(one.number,) for one in trashed]
        with self._transaction():
            self._table.executemany("DELETE FROM thumbnails WHERE number = ?", numbers)
            forget_embeddings(self._table, numbers)
            self._table.executemany("DELETE FROM pictures WHERE number = ?", numbers)
        for one in trashed:
            (self._pictures / one.file).unlink(missing_ok=True)
        return len(trashed)

    def _free_number(self) -> int:
        """A number that no picture has or had."""
        last = self._table.execute("SELECT seq FROM sqlite_sequence WHERE name = 'pictures'").fetchone()
        number = (last[0] if last else 0) + 1
        while self._path(number).exists():  # One that could not be read, and so is not listed.
            number += 1
        return int(number)

    def _path(self, number: int) -> Path:
        return self._pictures / f"{number:06d}.png"

    def _list_strays(self) -> None:
        """List pictures that lie in the folder but not in the table: of a program that died, or of a lost table."""
        known = {file for (file,) in self._table.execute("SELECT file FROM pictures")}
        for path in sorted(self._pictures.glob("[0-9]*.png")):
            if path.name not in known and path.stem.isdecimal():
                try:
                    self._list(int(path.stem), path, prepared(read_garment_image(path), path.read_bytes()))
                except FashionGanError as error:
                    logger.warning("left out of the library: %s", error)

    def _list(self, number: int, path: Path, ready: Prepared, noted: Mapping[Field, Value] = UNNOTED) -> None:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
        row = {"number": number, "made": made, "file": path.name} | ready.row
        row |= {str(field): stored(value) for field, value in noted.items()}
        columns, places = ", ".join(row), ", ".join("?" * len(row))
        with self._transaction():
            self._table.execute(f"INSERT INTO pictures ({columns}) VALUES ({places})", list(row.values()))
            self._table.execute("INSERT OR REPLACE INTO thumbnails VALUES (?, ?)", (number, ready.thumbnail))
