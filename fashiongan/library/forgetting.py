"""Taking words and pictures out of a library's table so that no byte of them stays in its file."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fashiongan.errors import LibraryError
from fashiongan.library.names import TAG_SEPARATOR

# What a user writes about a picture; the picture stays without it.
_WORDS = ("board", "tags", "note")
# The window may be about to end what it writes.
PATIENCE_S = 5.0
Mentions = Callable[[str], bool]


def forget_pictures(path: Path, files: Sequence[str]) -> int:
    """Forget pictures by their file names; returns how many were known. LibraryError : the table cannot be used"""
    with _rebuilt(path) as table:
        for file in files:
            for (number,) in table.execute("SELECT number FROM pictures WHERE file = ?", (file,)).fetchall():
                for name in ("thumbnails", "embeddings", "pictures"):
                    table.execute(f"DELETE FROM {name} WHERE number = ?", (number,))
    return len(files)


def forget_in_table(path: Path, mentions: Mentions) -> int:
    """Forget every word for which `mentions` holds: boards, tags and notes are emptied, other rows go; how many.

    Raises
    ------
    LibraryError : the table cannot be used, or another program uses it
    """
    with _rebuilt(path) as table:
        table.create_function("mentions", 1, lambda value: isinstance(value, str) and mentions(value))
        before = table.total_changes
        for word in _WORDS:
            table.create_function("without", 1, lambda value: _without(value, mentions))
            table.execute(f"UPDATE pictures SET {word} = without({word}) WHERE mentions({word})")
        for name, columns in _tables(table):
            if name != "pictures" and columns:
                says = " OR ".join(f"mentions({column})" for column in columns)
                table.execute(f"DELETE FROM {name} WHERE {says}")
        return table.total_changes - before


def _without(value: str, mentions: Mentions) -> str:
    """The tags that do not say it; of a board or a note nothing."""
    return TAG_SEPARATOR.join(tag for tag in value.split(TAG_SEPARATOR) if not mentions(tag))


def _tables(table: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    """Every table, with the columns that hold texts."""
    names = table.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
    for (name,) in names:
        columns = table.execute(f'PRAGMA table_info("{name}")').fetchall()
        yield name, [column for _, column, kind, *_ in columns if kind == "TEXT"]


@contextmanager
def _rebuilt(path: Path) -> Iterator[sqlite3.Connection]:
    """The table, in which what is deleted is overwritten, and which is built anew afterwards."""
    try:
        table = sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None)
        try:
            table.execute("PRAGMA secure_delete = ON")
            table.execute("BEGIN IMMEDIATE")
            yield table
            table.execute("COMMIT")
            table.execute("VACUUM")
            # Where the table keeps a journal beside it, that is emptied, too.
            table.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            table.close()
    except sqlite3.Error as error:
        raise LibraryError(f"{path} cannot be cleaned ({error}); close the window and try again.") from error
