"""Work that was ordered and is not done yet, kept with the library: the next start of the program goes on with it.

Before a result is written, its number is noted as `coming`; it is counted when it is listed. So a result that was
written just before the program died is counted when the next start finds it, and nothing is made twice.
"""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass


def count_found(table: sqlite3.Connection, picture: int) -> None:
    """A picture was found that the last run wrote; the work that it was coming of has one result more.

    Call it inside a transaction.
    """
    table.execute("UPDATE waiting SET done = done + 1, coming = NULL WHERE coming = ?", (picture,))


def count_one(table: sqlite3.Connection, number: int) -> None:
    """One more result of some work is there. Call it inside a transaction."""
    table.execute("UPDATE waiting SET done = done + 1, coming = NULL WHERE number = ?", (number,))


@dataclass(frozen=True, slots=True)
class Ordered:
    """One piece of work. task : as text; done : how many of its results are there"""

    number: int
    task: str
    done: int


class Waiting:
    """The list of what waits. All calls raise LibraryError where the table cannot be written to."""

    def __init__(self, table: sqlite3.Connection, transaction: Callable[[], AbstractContextManager[None]]) -> None:
        self._table, self._transaction = table, transaction

    def all(self) -> list[Ordered]:
        """In the order in which it was ordered."""
        return [Ordered(*row) for row in self._table.execute("SELECT number, task, done FROM waiting ORDER BY number")]

    def add(self, task: str) -> int:
        """Remember work; returns its number."""
        with self._transaction():
            return int(self._table.execute("INSERT INTO waiting (task) VALUES (?)", (task,)).lastrowid or 0)

    def expect(self, number: int, picture: int) -> None:
        """The next result of some work will be the picture of this number."""
        with self._transaction():
            self._table.execute("UPDATE waiting SET coming = ? WHERE number = ?", (picture, number))

    def expect_nothing(self) -> None:
        """What was coming in the last run is there by now, or does not come any more."""
        with self._transaction():
            self._table.execute("UPDATE waiting SET coming = NULL WHERE coming IS NOT NULL")

    def remove(self, number: int) -> None:
        """It was done, or is not wanted any more."""
        with self._transaction():
            self._table.execute("DELETE FROM waiting WHERE number = ?", (number,))
