"""Work that was ordered and is not done yet, kept with the library: the next start of the program goes on with it."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass


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

    def count_result(self, number: int) -> None:
        """One more of its results is there."""
        with self._transaction():
            self._table.execute("UPDATE waiting SET done = done + 1 WHERE number = ?", (number,))

    def remove(self, number: int) -> None:
        """It was done, or is not wanted any more."""
        with self._transaction():
            self._table.execute("DELETE FROM waiting WHERE number = ?", (number,))
