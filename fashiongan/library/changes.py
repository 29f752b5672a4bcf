"""What was changed in a library, kept with it, so that undo reaches back beyond the last start of the program."""

import json
import sqlite3
from collections.abc import Sequence

from fashiongan.json_files import parsed_json
from fashiongan.library.entry import Field, Value, stored

# Older changes can no longer be undone.
REMEMBERED = 1000


def make_change(connection: sqlite3.Connection, numbers: Sequence[int], field: Field, value: Value, what: str) -> bool:
    """Set a field of some pictures and remember what it was; False where nothing changes. Undone changes are forgotten.

    Call it inside a transaction.
    """
    after = stored(value)
    places = ", ".join("?" * len(numbers))
    rows = connection.execute(f"SELECT number, {field} FROM pictures WHERE number IN ({places})", list(numbers))
    before = {number: old for number, old in rows.fetchall() if old != after}
    if not before:
        return False
    _set(connection, field, dict.fromkeys(before, after))
    connection.execute("DELETE FROM changes WHERE undone = 1")
    told = (what, str(field), json.dumps(list(before.items())), json.dumps(after))
    connection.execute("INSERT INTO changes (what, field, before, after) VALUES (?, ?, ?, ?)", told)
    connection.execute("DELETE FROM changes WHERE number <= (SELECT max(number) FROM changes) - ?", (REMEMBERED,))
    return True


def undo_last(connection: sqlite3.Connection) -> str | None:
    """Take back the last change that stands; returns what it was, or None where there is none."""
    found = connection.execute(
        "SELECT number, what, field, before FROM changes WHERE undone = 0 ORDER BY number DESC LIMIT 1"
    ).fetchone()
    if found is None:
        return None
    number, what, field, before = found
    _set(connection, Field(field), dict(parsed_json(before)))
    connection.execute("UPDATE changes SET undone = 1 WHERE number = ?", (number,))
    return str(what)


def redo_next(connection: sqlite3.Connection) -> str | None:
    """Make the first undone change again; returns what it was, or None where there is none."""
    found = connection.execute(
        "SELECT number, what, field, before, after FROM changes WHERE undone = 1 ORDER BY number LIMIT 1"
    ).fetchone()
    if found is None:
        return None
    number, what, field, before, after = found
    _set(connection, Field(field), dict.fromkeys(dict(parsed_json(before)), parsed_json(after)))
    connection.execute("UPDATE changes SET undone = 0 WHERE number = ?", (number,))
    return str(what)


def next_undo(connection: sqlite3.Connection) -> str | None:
    """What would be undone."""
    return _first(connection, "undone = 0 ORDER BY number DESC")


def next_redo(connection: sqlite3.Connection) -> str | None:
    """What would be made again."""
    return _first(connection, "undone = 1 ORDER BY number")


def _first(connection: sqlite3.Connection, condition: str) -> str | None:
    found = connection.execute(f"SELECT what FROM changes WHERE {condition} LIMIT 1").fetchone()
    return str(found[0]) if found else None


def _set(connection: sqlite3.Connection, field: Field, values: dict[int, int | str]) -> None:
    pairs = [(value, number) for number, value in values.items()]
    connection.executemany(f"UPDATE pictures SET {field} = ? WHERE number = ?", pairs)
