"""The rows of pictures: what the table of a library says of the files beside it."""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from fashiongan.errors import FashionGanError
from fashiongan.image import read_garment_image
from fashiongan.library.entry import Field, Value, stored
from fashiongan.library.prepared import Prepared, prepared
from fashiongan.library.waiting import count_found

logger = logging.getLogger(__name__)
Transaction = Callable[[], AbstractContextManager[None]]
_KEEP_THUMBNAIL = "INSERT OR REPLACE INTO thumbnails VALUES (?, ?)"


def free_place(table: sqlite3.Connection, pictures: Path) -> tuple[int, Path]:
    """A number that no picture has or had, and where that picture goes."""
    last = table.execute("SELECT seq FROM sqlite_sequence WHERE name = 'pictures'").fetchone()
    number = int(last[0] if last else 0) + 1
    while (path := pictures / f"{number:06d}.png").exists():  # One that could not be read, and so is not listed.
        number += 1
    return number, path


def list_picture(
    table: sqlite3.Connection, number: int, path: Path, ready: Prepared, noted: Mapping[Field, Value]
) -> None:
    """Give a picture that lies in the folder its row and its thumbnail. Call it inside a transaction."""
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    row = {"number": number, "made": made, "file": path.name} | ready.row
    row |= {str(field): stored(value) for field, value in noted.items()}
    columns, places = ", ".join(row), ", ".join("?" * len(row))
    table.execute(f"INSERT INTO pictures ({columns}) VALUES ({places})", list(row.values()))
    keep_thumbnail(table, number, ready.thumbnail)


def keep_thumbnail(table: sqlite3.Connection, number: int, jpeg: bytes) -> None:
    """Remember how a picture looks. Call it inside a transaction."""
    table.execute(_KEEP_THUMBNAIL, (number, jpeg))


def list_strays(table: sqlite3.Connection, transaction: Transaction, pictures: Path) -> None:
    """List pictures that lie in the folder but not in the table: of a program that died, or of a lost table."""
    known = {file for (file,) in table.execute("SELECT file FROM pictures")}
    for path in sorted(pictures.glob("[0-9]*.png")):
        if path.name not in known and path.stem.isdecimal():
            try:
                ready = prepared(read_garment_image(path), path.read_bytes())
                with transaction():
                    list_picture(table, int(path.stem), path, ready, {})
                    count_found(table, int(path.stem))
            except FashionGanError as error:
                logger.warning("left out of the library: %s", error)
