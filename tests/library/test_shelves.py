from pathlib import Path

import pytest

from fashiongan.attributes import Category
from fashiongan.library.entry import Field
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from fashiongan.library.shelves import ALL, TRASH, Kind, Shelf, rename_board, shelves_of
from tests.library.pictures import plain_garment

SUMMER, WINTER = Shelf(Kind.BOARD, "Summer"), Shelf(Kind.BOARD, "Winter")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Six pictures: 1 and 2 on Summer, 3 on Winter, 4 starred, 5 in the trash and on Summer, 6 plain."""
    made = Library(tmp_path)
    for category in (Category.TSHIRT, Category.DRESS, Category.SKIRT, Category.TSHIRT, Category.DRESS, Category.SKIRT):
        made.add(plain_garment(category))
    made.change([1, 2, 5], Field.BOARD, "Summer", "board")
    made.change([3], Field.BOARD, "Winter", "board")
    made.change([4], Field.STARRED, True, "star")
    made.change([5], Field.TRASHED, True, "delete")
    return made


def test_each_shelf_counts_what_stands_on_it(library: Library) -> None:
    counts = {ALL: 5, Shelf(Kind.STARRED): 1, Shelf(Kind.LOOSE): 2, SUMMER: 2, WINTER: 1, TRASH: 1}
    assert shelves_of(library) == counts
    assert list(shelves_of(library)) == list(counts)


@pytest.mark.parametrize(
    ("shelf", "found"), [(ALL, [2]), (Shelf(Kind.STARRED), []), (SUMMER, [2]), (WINTER, []), (TRASH, [5])]
)
def test_a_shelf_and_a_search_narrow_together(library: Library, shelf: Shelf, found: list[int]) -> None:
    dresses = Query(words={"category": frozenset({"dress"})})
    assert library.numbers(shelf.narrowed(dresses)) == found


def test_a_renamed_board_keeps_its_pictures_also_those_in_the_trash(library: Library) -> None:
    assert rename_board(library, "Summer", " Beach ", "rename")
    assert [library.entry(number).board for number in (1, 2, 5)] == ["Beach"] * 3
    assert library.undo() == "rename"
    assert library.boards() == {"Summer": 2, "Winter": 1}


def test_a_deleted_board_leaves_its_pictures(library: Library) -> None:
    assert rename_board(library, "Summer", "", "delete the board")
    assert library.boards() == {"Winter": 1}
    assert len(library.numbers()) == 5


def test_a_board_that_gets_the_name_of_another_joins_it_and_parts_again(library: Library) -> None:
    rename_board(library, "Winter", "Summer", "rename")
    assert library.boards() == {"Summer": 3}
    library.undo()
    assert library.boards() == {"Summer": 2, "Winter": 1}


def test_a_board_made_ahead_is_there_before_a_picture_lies_on_it(library: Library) -> None:
    library.ahead.make("Autumn")
    library.ahead.make("Summer")
    assert library.boards() == {"Autumn": 0, "Summer": 2, "Winter": 1}
    library.change([6], Field.BOARD, "Autumn", "board")
    library.change([6], Field.BOARD, "", "off")
    assert library.boards()["Autumn"] == 0


def test_a_board_made_ahead_stays_over_a_restart(library: Library, tmp_path: Path) -> None:
    library.ahead.make("Autumn")
    library.close()
    with Library(tmp_path) as again:
        assert again.boards()["Autumn"] == 0


def test_an_empty_board_is_renamed_and_deleted(library: Library) -> None:
    library.ahead.make("Autumn")
    assert rename_board(library, "Autumn", "Spring", "rename")
    assert set(library.boards()) == {"Spring", "Summer", "Winter"}
    assert rename_board(library, "Spring", "", "delete")
    assert set(library.boards()) == {"Summer", "Winter"}


def test_undo_of_a_renamed_board_leaves_no_empty_one_behind(library: Library) -> None:
    library.ahead.make("Winter")
    rename_board(library, "Winter", "Snow", "rename")
    library.undo()
    assert library.boards() == {"Summer": 2, "Winter": 1}


def test_a_board_that_nobody_has_cannot_be_renamed(library: Library) -> None:
    assert not rename_board(library, "Autumn", "Spring", "rename")
