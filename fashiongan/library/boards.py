"""The boards of a library: those on which pictures lie, and those that were made ahead."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager


def boards_in(connection: sqlite3.Connection) -> dict[str, int]:
    """All boards in the order of their names, with how many pictures outside the trash lie on each."""
    ahead = connection.execute("SELECT name FROM boards").fetchall()
    filled = connection.execute(
        "SELECT board, count(*) FROM pictures WHERE board != '' AND trashed = 0 GROUP BY board"
    ).fetchall()
    counts = {str(name): 0 for (name,) in ahead} | {str(name): int(count) for name, count in filled}
    return dict(sorted(counts.items()))


class BoardsAhead:
    """Boards that stay while nothing lies on them. LibraryError where the table cannot be written to."""

    def __init__(self, connection: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[None]]) -> None:
        self._table, self._transaction = connection, transaction

    def make(self, name: str) -> None:
        """Make a board; one that is there stays as it is."""
        with self._transaction():
            self._table.execute("INSERT OR IGNORE INTO boards VALUES (?)", (name,))

    def forget(self, name: str) -> bool:
        """Keep a board only as long as something lies on it; False if it was not made ahead."""
        with self._transaction():
            return self._table.execute("DELETE FROM boards WHERE name = ?", (name,)).rowcount > 0
