import errno
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest

from fashiongan.attributes import Category
from fashiongan.color import Color
from fashiongan.errors import ImageError, LibraryError, OutputError
from fashiongan.files import TEMPORARY_PREFIX
from fashiongan.library.entry import Field
from fashiongan.library.library import TABLE, Library
from fashiongan.library.prepared import prepared
from fashiongan.library.query import EVERYTHING, Query
from fashiongan.library.waiting import Ordered
from tests.disks import full_disk
from tests.library.pictures import plain_garment


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "mine")


def numbers(library: Library, query: Query = EVERYTHING) -> list[int]:
    return [one.number for one in library.entries(query)]


def test_a_picture_comes_back_to_the_last_bit_after_reopening(library: Library) -> None:
    kept = plain_garment(Category.SKIRT, "teal")
    entry = library.add(kept)
    library.close()
    with Library(library.folder) as again:
        back = again.image(entry.number)
        assert np.array_equal(back.rgba, kept.rgba)
        assert back.provenance() == kept.provenance()
        assert again.entry(entry.number) == entry
        assert entry.attributes.category is Category.SKIRT


def test_pictures_are_found_by_word_star_board_tag_text_and_colour(library: Library) -> None:
    red, blue, dress = (
        library.add(plain_garment(category, color)).number
        for category, color in ((Category.TSHIRT, "red"), (Category.TSHIRT, "blue"), (Category.DRESS, "red"))
    )
    library.change([blue], Field.STARRED, True, "star")
    library.change([red, blue], Field.BOARD, "Summer", "move")
    library.change([dress], Field.TAGS, ("gala", "late"), "tag")
    library.change([dress], Field.NOTE, "for Ana", "note")
    assert numbers(library, Query(words={"category": frozenset({"tshirt"})})) == [blue, red]
    assert numbers(library, Query(starred=True)) == [blue]
    assert numbers(library, Query(board="Summer", oldest_first=True)) == [red, blue]
    assert numbers(library, Query(board="")) == [dress]
    assert numbers(library, Query(tag="late")) == [dress]
    assert numbers(library, Query(tag="lat")) == []
    assert numbers(library, Query(text="ana DRESS")) == [dress]
    assert numbers(library, Query(color=Color.parse("#e80a0a"))) == [dress, red]
    assert numbers(library, Query(text="'; DROP TABLE pictures; --")) == []
    assert library.boards() == {"Summer": 2}


def test_undo_reaches_back_over_a_restart_and_forgets_what_was_overtaken(library: Library) -> None:
    one = library.add(plain_garment()).number
    library.change([one], Field.STARRED, True, "star")
    library.change([one], Field.BOARD, "A", "move to A")
    library.close()
    with Library(library.folder) as again:
        assert again.can_undo() == "move to A"
        assert again.undo() == "move to A"
        assert again.undo() == "star"
        assert again.undo() is None
        assert not again.entry(one).starred
        assert again.redo() == "star"
        again.change([one], Field.BOARD, "B", "move to B")
        assert again.redo() is None
        assert again.entry(one).starred
        assert again.entry(one).board == "B"


def test_what_is_already_so_is_no_change(library: Library) -> None:
    one = library.add(plain_garment()).number
    assert not library.change([one], Field.STARRED, False, "unstar")
    assert library.can_undo() is None


def test_each_picture_gets_back_what_it_had(library: Library) -> None:
    first, second = (library.add(plain_garment()).number for _ in range(2))
    library.change([first], Field.BOARD, "A", "move")
    library.change([first, second], Field.BOARD, "B", "move both")
    library.undo()
    assert [library.entry(one).board for one in (first, second)] == ["A", ""]


def test_the_trash_gives_back_until_it_is_emptied(library: Library) -> None:
    kept, thrown = (library.add(plain_garment()).number for _ in range(2))
    library.change([thrown], Field.TRASHED, True, "delete")
    assert numbers(library) == [kept]
    assert numbers(library, Query(trashed=True)) == [thrown]
    library.undo()
    assert numbers(library) == [thrown, kept]
    library.redo()
    path = library.path(thrown)
    assert library.empty_trash() == 1
    assert not path.exists()
    assert library.undo() == "delete"
    assert library.add(plain_garment()).number not in (kept, thrown)
    with pytest.raises(LibraryError, match="no picture"):
        library.entry(thrown)


def test_a_lost_table_is_written_anew_from_the_pictures(library: Library) -> None:
    made = [library.add(plain_garment(color=color)) for color in ("red", "green")]
    library.close()
    (library.folder / TABLE).unlink()
    with Library(library.folder) as again:
        assert again.entries(Query(oldest_first=True)) == made


def test_a_picture_that_was_written_just_before_the_program_died_is_listed(library: Library) -> None:
    library.add(plain_garment())
    library.close()
    plain_garment(Category.DRESS).save(library.folder / "pictures" / "000002.png")
    (library.folder / "pictures" / "000003.png").write_bytes(b"no picture")
    (library.folder / "pictures" / f"{TEMPORARY_PREFIX}x.png").write_bytes(b"half")
    with Library(library.folder) as again:
        assert numbers(again) == [2, 1]
        assert again.add(plain_garment()).number == 4
        assert not list(library.folder.glob(f"pictures/{TEMPORARY_PREFIX}*"))


def test_a_damaged_table_or_one_of_a_newer_program_is_refused_and_left_as_it_is(library: Library) -> None:
    library.add(plain_garment())
    library._table.execute("PRAGMA user_version = 99")
    library.close()
    with pytest.raises(LibraryError, match="newer program"):
        Library(library.folder)
    (library.folder / TABLE).write_bytes(b"this is no database at all" * 100)
    with pytest.raises(LibraryError, match="move it away"):
        Library(library.folder)


def test_a_lost_file_is_told_in_one_line(library: Library) -> None:
    one = library.add(plain_garment()).number
    library.path(one).unlink()
    assert library.thumbnail(one).startswith(b"\xff\xd8")
    with pytest.raises(ImageError, match="cannot be read"):
        library.image(one)


def test_a_second_window_is_refused_and_the_first_goes_on(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fashiongan.library.database._PATIENCE_S", 0.0)
    one = library.add(plain_garment()).number
    with pytest.raises(LibraryError, match="is open in another window"):
        Library(library.folder)
    assert library.change([one], Field.STARRED, True, "star")
    library.close()
    with Library(library.folder) as again:
        assert again.entry(one).starred


def test_a_picture_that_was_written_just_before_the_program_died_is_counted_for_its_work(library: Library) -> None:
    first, second = (library.waiting.add(text) for text in ("one", "two"))
    library.waiting.expect(second, 1)
    library.close()
    plain_garment().save(library.folder / "pictures" / "000001.png")
    for _ in range(2):
        with Library(library.folder) as again:
            assert again.waiting.all() == [Ordered(first, "one", 0), Ordered(second, "two", 1)]


def test_killed_while_the_trash_is_emptied_nothing_comes_back(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers_thrown = [library.add(plain_garment()).number for _ in range(2)]
    library.change(numbers_thrown, Field.TRASHED, True, "delete")
    with monkeypatch.context() as dying:
        dying.setattr(Path, "unlink", Mock(side_effect=[None, KeyboardInterrupt]))
        with pytest.raises(KeyboardInterrupt):
            library.empty_trash()
    library.close()
    with Library(library.folder) as again:
        assert numbers(again) == []
        assert again.empty_trash() == 2
        assert not list((library.folder / "pictures").iterdir())


def test_with_a_full_disk_the_library_is_as_it_was(library: Library) -> None:
    one = library.add(plain_garment()).number
    with full_disk(), pytest.raises(OutputError, match="cannot be written"):
        library.add(plain_garment())
    with full_disk(), pytest.raises(LibraryError, match="cannot be written to"):
        library.change([one], Field.NOTE, "note " * 10_000, "note")
    assert numbers(library) == [one]
    assert library.entry(one).note == ""
    assert library.add(plain_garment()).number == 2


def test_with_a_drive_that_went_away_every_question_ends_in_one_line(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = library.add(plain_garment()).number
    gone = OSError(errno.ENOTCONN, "Transport endpoint is not connected")
    monkeypatch.setattr("fashiongan.files.tempfile.mkstemp", Mock(side_effect=gone))
    with pytest.raises(OutputError, match="Transport endpoint"):
        library.add(plain_garment())
    monkeypatch.setattr(Path, "unlink", Mock(side_effect=gone))
    library.change([one], Field.TRASHED, True, "delete")
    with pytest.raises(LibraryError, match="look whether its drive"):
        library.empty_trash()
    assert numbers(library, Query(trashed=True)) == [one]


def test_what_waits_is_still_there_after_a_restart(library: Library) -> None:
    first, second = (library.waiting.add(text) for text in ("one", "two"))
    library.keep(prepared(plain_garment()), ordered=second)
    library.close()
    with Library(library.folder) as again:
        assert again.waiting.all() == [Ordered(first, "one", 0), Ordered(second, "two", 1)]
        again.waiting.remove(first)
        assert [one.task for one in again.waiting.all()] == ["two"]
