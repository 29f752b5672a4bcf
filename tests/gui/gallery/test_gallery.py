from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from fashiongan.color import Color
from fashiongan.library.entry import Field
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from gui.gallery.delegate import star_rect
from gui.gallery.filter_bar import FilterBar
from gui.gallery.model import GalleryModel, Role, dragged_pictures
from gui.gallery.view import GalleryView
from tests.library.pictures import plain_garment


@pytest.fixture
def model(tmp_path: Path) -> GalleryModel:
    library = Library(tmp_path)
    for category in (Category.TSHIRT, Category.DRESS, Category.SKIRT):
        library.add(plain_garment(category))
    return GalleryModel(library)


@pytest.fixture
def view(qtbot: QtBot, model: GalleryModel) -> GalleryView:
    made = GalleryView(model)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def test_the_newest_comes_first_and_a_query_narrows_it(model: GalleryModel) -> None:
    assert [model.index(row).data(Role.NUMBER) for row in range(model.rowCount())] == [3, 2, 1]
    model.ask(Query(words={"category": frozenset({"dress"})}))
    assert model.numbers == [2]
    assert model.index(0).data().startswith("dress")


def test_pictures_are_chosen_in_the_order_of_the_clicks(qtbot: QtBot, view: GalleryView, model: GalleryModel) -> None:
    for row, keys in ((2, Qt.KeyboardModifier.NoModifier), (0, Qt.KeyboardModifier.ControlModifier)):
        where = view.visualRect(model.index(row)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, where)
    assert view.chosen() == [1, 3]
    assert view.current() == 3


def test_what_is_chosen_stays_chosen_when_a_picture_comes(view: GalleryView, model: GalleryModel) -> None:
    view.choose([2])
    model.library.add(plain_garment())
    model.refresh()
    assert view.chosen() == [2]
    assert model.numbers == [4, 3, 2, 1]


def test_a_chosen_picture_that_goes_is_chosen_no_more(view: GalleryView, model: GalleryModel) -> None:
    view.choose([2, 3])
    model.library.change([3], Field.TRASHED, True, "delete")
    model.refresh()
    assert view.chosen() == [2]


def test_a_press_on_the_star_does_not_choose(qtbot: QtBot, view: GalleryView, model: GalleryModel) -> None:
    where = star_rect(view.visualRect(model.index(1))).center()
    with qtbot.waitSignal(view.star_pressed) as pressed:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert pressed.args == [2]
    assert view.chosen() == []


def test_dragged_out_a_picture_is_a_file_and_inside_a_number(model: GalleryModel) -> None:
    mime: QMimeData = model.mimeData([model.index(0), model.index(2)])
    assert [Path(url.toLocalFile()) for url in mime.urls()] == [model.library.path(3), model.library.path(1)]
    assert dragged_pictures(mime) == [3, 1]


def test_an_order_stays_over_changes_and_what_is_new_comes_first(model: GalleryModel) -> None:
    model.order([2, 1])
    assert model.numbers == [2, 1, 3]
    model.library.add(plain_garment())
    model.library.change([1], Field.TRASHED, True, "delete")
    model.refresh()
    assert model.numbers == [4, 2, 3]
    assert model.ranked
    model.ask(Query())
    assert model.numbers == [4, 3, 2]
    assert not model.ranked


def test_a_lost_file_leaves_an_empty_place(model: GalleryModel) -> None:
    model.library.path(3).unlink()
    model.library._table.execute("DELETE FROM thumbnails")
    assert not model.index(0).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert not model.index(3).isValid()
    assert model.rowCount(QModelIndex()) == 3


def test_the_bar_asks_for_what_is_chosen_once_typing_rests(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.changed) as asked:
        qtbot.keyClicks(bar.text, "red silk")
        bar.boxes["category"].setCurrentText("dress")
        bar.color.set_color(Color.parse("red"))
        bar.starred.click()
    [query] = asked.args
    assert query.text == "red silk"
    assert query.words["category"] == frozenset({"dress"})
    assert (query.board, query.starred, query.trashed) == (None, True, False)
    assert query.color == Color.parse("red")
    bar.show_all()
    assert bar.query() == Query({name: frozenset() for name in bar.boxes})
