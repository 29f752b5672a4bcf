"""The table of contents of a library: a SQLite file, which is whole at every moment, also when the power fails.

It belongs to one window at a time. A change costs one write to the journal beside it (SQLite's WAL); as nobody shares
the file, that needs no shared memory and works on a network drive, too. Where there can be no such journal, SQLite
stays with the older, slower one. A newer program brings an older file up to date step by step; an older program
refuses a newer file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fashiongan.errors import LibraryError

# What takes a file from each version to the next one.
STEPS = (
    """
    CREATE TABLE pictures (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        made TEXT NOT NULL,
        file TEXT NOT NULL UNIQUE,
        category TEXT NOT NULL, sleeve TEXT NOT NULL, neckline TEXT NOT NULL, length TEXT NOT NULL,
        pattern TEXT NOT NULL, closure TEXT NOT NULL, fabric TEXT NOT NULL,
        lightness REAL NOT NULL, green_red REAL NOT NULL, blue_yellow REAL NOT NULL,
        origin TEXT NOT NULL,
        starred INTEGER NOT NULL DEFAULT 0,
        board TEXT NOT NULL DEFAULT '',
        tags TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        trashed INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE changes (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        what TEXT NOT NULL,
        field TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE waiting (
        number INTEGER PRIMARY KEY AUTOINCREMENT, task TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE thumbnails (number INTEGER PRIMARY KEY, jpeg BLOB NOT NULL);
    """,
    """
    CREATE TABLE embeddings (
        number INTEGER NOT NULL,
        space TEXT NOT NULL,
        vector BLOB NOT NULL,
        PRIMARY KEY (number, space)
    );
    """,
    "CREATE TABLE boards (name TEXT PRIMARY KEY);",
    "ALTER TABLE waiting ADD COLUMN coming INTEGER;",
)
# So long a window that is being closed may take.
_PATIENCE_S = 2.0
_ALONE, _JOURNAL, _TO_DISK = "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"


def open_database(path: Path) -> sqlite3.Connection:
    """Open or make a library's table, in the newest version.

    Raises
    ------
    LibraryError : damaged, not a library's, of a newer program, open in another window, or in a place that cannot be
        written to
    """
    try:
        connection = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise _unusable(path, error) from error
    try:
        for setting in (_ALONE, _JOURNAL, _TO_DISK):
            connection.execute(setting)
        _refuse_foreign_schema(connection, path)
        _bring_up_to_date(connection, path)
    # Damaged text in a complaint cannot be decoded.
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        raise _unusable(path, error) from error
    except LibraryError:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(table: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All that is written inside stands, or nothing of it.

    Raises
    ------
    LibraryError : the table cannot be written to
    """
    try:
        table.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            table.execute("ROLLBACK")
            raise
        table.execute("COMMIT")
    except sqlite3.Error as error:
        raise LibraryError(f"{path} cannot be written to ({error}); free some space, then try again.") from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Look something up in the table of a library.

    Raises
    ------
    LibraryError : its drive is gone, or it is damaged, or changed by another program into what is none of ours
    """
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise LibraryError(f"{path.parent} cannot be read ({error}); look whether its drive is still there.") from error
    except (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError) as error:
        raise _unusable(path, error) from error


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(STEPS):
        raise LibraryError(f"{path} was written by a newer program (version {version}); update this one to open it.")
    for number, step in enumerate(STEPS[version:], start=version + 1):
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {number}; COMMIT;")
    if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
        raise LibraryError(f"{path} is damaged; move it away, and the pictures beside it are listed anew.")


def _refuse_foreign_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse triggers, views and indexes: a library has none, and those of a stranger may run for ever."""
    connection.execute("PRAGMA trusted_schema = OFF")
    kinds = "SELECT type, name FROM sqlite_master WHERE type != 'table' AND name NOT LIKE 'sqlite_autoindex_%'"
    other = connection.execute(f"{kinds} OR sql LIKE '%CHECK%(%' OR sql LIKE '%VIRTUAL%' OR sql LIKE '%GENERATED%'")
    if (found := other.fetchone()) is not None:
        raise LibraryError(
            f"{path} holds a {found[0]} that no library of ours has ({found[1]!r:.60}); move it away, and the pictures "
            "beside it are listed anew."
        )


def _unusable(path: Path, error: Exception) -> LibraryError:
    if isinstance(error, sqlite3.Error) and error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
        return LibraryError(f"{path.parent} is open in another window of this program; go on there, or close it first.")
    return LibraryError(
        f"{path} cannot be used ({error}); if it is damaged, move it away, and the pictures beside it are listed anew."
    )
