import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from fashiongan.library.database import STEPS
from fashiongan.library.entry import Field
from fashiongan.library.library import TABLE, Library
from tests.library.pictures import plain_garment


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library of three pictures: 1, 2 and 3."""
    made = Library(tmp_path / "mine")
    for _ in range(3):
        made.add(plain_garment())
    return made


def vector(value: float) -> np.ndarray:
    return np.array([value, 0.1, -1e-7], np.float32)


def test_a_vector_comes_back_to_the_last_bit_after_reopening(library: Library) -> None:
    library.embed(2, "space", vector(0.3))
    library.close()
    with Library(library.folder) as again:
        kept = again.embedded("space")
    assert kept.numbers == (2,)
    assert np.array_equal(kept.vectors, [vector(0.3)])


def test_what_was_not_looked_at_is_told_the_newest_first_for_each_space_alone(library: Library) -> None:
    library.embed(2, "one", vector(1))
    assert library.not_embedded("one") == [3, 1]
    assert library.not_embedded("other") == [3, 2, 1]
    assert library.embedded("other").numbers == ()
    assert len(library.embedded("other").vectors) == 0


def test_looking_again_replaces_what_was_kept(library: Library) -> None:
    library.embed(1, "space", vector(1))
    library.embed(1, "space", vector(2))
    assert np.array_equal(library.embedded("space").vectors, [vector(2)])


def test_the_trash_is_left_out_and_comes_back_with_undo(library: Library) -> None:
    for number in (1, 2):
        library.embed(number, "space", vector(number))
    library.change([1, 3], Field.TRASHED, True, "delete")
    assert library.embedded("space").numbers == (2,)
    assert library.not_embedded("space") == []
    library.undo()
    assert library.embedded("space").numbers == (1, 2)


def test_nothing_is_kept_of_pictures_that_were_deleted_in_the_meantime(library: Library) -> None:
    library.embed(1, "space", vector(1))
    library.change([1], Field.TRASHED, True, "delete")
    library.empty_trash()
    library.embed(1, "space", vector(1))
    assert library._table.execute("SELECT count(*) FROM embeddings").fetchone()[0] == 0


def test_a_picture_that_lies_nowhere_is_not_looked_at_again_and_is_no_neighbour(library: Library) -> None:
    library.embed(1, "space", np.zeros(0, np.float32))
    library.embed(2, "space", vector(2))
    assert library.not_embedded("space") == [3]
    assert library.embedded("space").numbers == (2,)


def test_a_picture_can_be_left_out_of_its_own_neighbours(library: Library) -> None:
    for number in (1, 2, 3):
        library.embed(number, "space", vector(number))
    others = library.embedded("space").without(2)
    assert others.numbers == (1, 3)
    assert np.array_equal(others.vectors, [vector(1), vector(3)])


def test_a_table_from_before_there_were_embeddings_is_brought_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    plain_garment().save(folder / "pictures" / "000001.png")
    with closing(sqlite3.connect(folder / TABLE)) as table:
        table.executescript(f"{STEPS[0]} PRAGMA user_version = 1;")
    with Library(folder) as library:
        library.embed(1, "space", vector(1))
        assert library.embedded("space").numbers == (1,)
        assert library._table.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
