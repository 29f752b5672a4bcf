"""Libraries that somebody else changed."""

import sqlite3
from pathlib import Path

import pytest

from fashiongan.errors import LibraryError
from fashiongan.library.library import TABLE, Library
from tests.library.pictures import plain_garment

ENDLESS = "WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT a, x'00' FROM n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path / "mine") as library:
        library.add(plain_garment())
    return tmp_path / "mine"


def changed(folder: Path, statements: str) -> Path:
    table = sqlite3.connect(folder / TABLE)
    table.executescript(statements)
    table.close()
    return folder


def test_emptying_the_trash_deletes_nothing_outside_the_library(folder: Path) -> None:
    letter = folder.parent / "letter.txt"
    letter.write_text("mine")
    changed(folder, "UPDATE pictures SET trashed = 1, file = '../../letter.txt'")
    with Library(folder) as library, pytest.raises(LibraryError, match="is no picture of a library"):
        library.empty_trash()
    assert letter.read_text() == "mine"


@pytest.mark.parametrize(
    "statements",
    [
        f"CREATE TRIGGER t AFTER UPDATE ON pictures BEGIN INSERT INTO thumbnails {ENDLESS}; END",
        f"DROP TABLE thumbnails; CREATE VIEW thumbnails AS {ENDLESS}",
        "CREATE INDEX i ON pictures (length(zeroblob(number)))",
    ],
)
def test_triggers_views_and_indexes_of_others_are_refused(folder: Path, statements: str) -> None:
    with pytest.raises(LibraryError, match="that no library of ours has"):
        Library(changed(folder, statements))


@pytest.mark.parametrize("value", ["x'00ff'", "7", "'dancing'", "CAST(x'ff41' AS TEXT)"])
def test_words_that_are_none_are_told(folder: Path, value: str) -> None:
    with Library(changed(folder, f"UPDATE pictures SET category = {value}")) as library, pytest.raises(LibraryError):
        library.entries()
