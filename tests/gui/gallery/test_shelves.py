from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from fashiongan.library.entry import Field
from fashiongan.library.shelves import ALL, TRASH, Kind, Shelf
from gui.gallery.shelves import ShelfList
from gui.main_window import MainWindow
from tests.library.pictures import plain_garment

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SUMMER, STARRED, LOOSE = Shelf(Kind.BOARD, "Summer"), Shelf(Kind.STARRED), Shelf(Kind.LOOSE)


@pytest.fixture
def room(window: MainWindow) -> MainWindow:
    """Four pictures, of which 1 and 2 lie on the board Summer."""
    for category in (Category.TSHIRT, Category.DRESS, Category.SKIRT, Category.TSHIRT):
        window.library.add(plain_garment(category))
    window.library.change([1, 2], Field.BOARD, "Summer", "board")
    window.design.refresh()
    window.activateWindow()
    return window


def place_of(shelves: ShelfList, shelf: Shelf) -> QPoint:
    model = shelves.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    index = next(one for one in rows if one.data(Qt.ItemDataRole.UserRole) == shelf)
    return shelves.visualRect(index).center()


def look_at(qtbot: QtBot, window: MainWindow, shelf: Shelf) -> None:
    shelves = window.design.room.shelves
    qtbot.mouseClick(shelves.viewport(), LEFT, pos=place_of(shelves, shelf))


def drop(window: MainWindow, mime: QMimeData, shelf: Shelf) -> None:
    """What a mouse that drags would do."""
    shelves, copy = window.design.room.shelves, Qt.DropAction.CopyAction
    where = place_of(shelves, shelf)
    QApplication.sendEvent(shelves.viewport(), QDragEnterEvent(where, copy, mime, LEFT, NO_KEYS))
    QApplication.sendEvent(shelves.viewport(), QDragMoveEvent(where, copy, mime, LEFT, NO_KEYS))
    QApplication.sendEvent(shelves.viewport(), QDropEvent(QPointF(where), copy, mime, LEFT, NO_KEYS))
    QApplication.processEvents()


def dragged(window: MainWindow, *numbers: int) -> QMimeData:
    pictures = window.design.pictures
    rows = [pictures.row_of(number) for number in numbers]
    return pictures.mimeData([pictures.index(row) for row in rows if row is not None])


def test_a_shelf_that_is_chosen_is_what_the_gallery_shows(qtbot: QtBot, room: MainWindow) -> None:
    for shelf, shown in ((SUMMER, [2, 1]), (LOOSE, [4, 3]), (STARRED, []), (TRASH, []), (ALL, [4, 3, 2, 1])):
        look_at(qtbot, room, shelf)
        assert room.design.pictures.numbers == shown


def test_arrows_go_from_shelf_to_shelf(qtbot: QtBot, room: MainWindow) -> None:
    shelves = room.design.room.shelves
    shelves.setFocus()
    for _ in range(3):
        qtbot.keyClick(shelves, Qt.Key.Key_Down)
    assert shelves.chosen == SUMMER
    assert room.design.pictures.numbers == [2, 1]


@pytest.mark.parametrize(
    ("shelf", "field", "value"),
    [(SUMMER, "board", "Summer"), (STARRED, "starred", True), (TRASH, "trashed", True)],
)
def test_pictures_that_are_dropped_stand_there_and_undo_takes_them_back(
    room: MainWindow, shelf: Shelf, field: str, value: object
) -> None:
    before = [getattr(room.library.entry(number), field) for number in (4, 3)]
    drop(room, dragged(room, 4, 3), shelf)
    assert [getattr(room.library.entry(number), field) for number in (4, 3)] == [value] * 2
    room.design.actions_.undo.trigger()
    assert [getattr(room.library.entry(number), field) for number in (4, 3)] == before


def test_dropped_beside_the_boards_a_picture_leaves_its_board(room: MainWindow) -> None:
    drop(room, dragged(room, 1), LOOSE)
    assert room.library.boards() == {"Summer": 1}


def test_nothing_happens_where_nothing_can_be_put_or_files_come_from_elsewhere(room: MainWindow) -> None:
    before = room.library.can_undo()
    drop(room, dragged(room, 4), ALL)
    foreign = QMimeData()
    foreign.setText("4")
    drop(room, foreign, SUMMER)
    assert room.library.can_undo() == before


def test_a_board_is_renamed_in_place_and_stays_in_view(qtbot: QtBot, room: MainWindow) -> None:
    look_at(qtbot, room, SUMMER)
    shelves = room.design.room.shelves
    qtbot.keyClick(shelves, Qt.Key.Key_F2)
    editor = shelves.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Beach")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.library.boards() == {"Beach": 2})
    assert shelves.chosen == Shelf(Kind.BOARD, "Beach")
    assert room.design.pictures.numbers == [2, 1]
    room.design.actions_.undo.trigger()
    assert room.library.boards() == {"Summer": 2}


def test_a_deleted_board_leaves_its_pictures_and_all_are_shown(qtbot: QtBot, room: MainWindow) -> None:
    look_at(qtbot, room, SUMMER)
    qtbot.keyClick(room.design.room.shelves, Qt.Key.Key_Delete)
    assert room.library.boards() == {}
    assert room.design.pictures.numbers == [4, 3, 2, 1]
    assert room.design.room.shelves.chosen == ALL
    room.design.actions_.undo.trigger()
    assert room.library.boards() == {"Summer": 2}


def test_a_board_is_made_ahead_and_takes_what_is_dropped(
    qtbot: QtBot, room: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    winter = Shelf(Kind.BOARD, "Winter")
    monkeypatch.setattr(QInputDialog, "getText", lambda *asked: (" Winter ", True))
    qtbot.mouseClick(room.design.room.new_board, LEFT)
    assert room.design.room.shelves.chosen == winter
    assert room.design.pictures.numbers == []
    look_at(qtbot, room, ALL)
    drop(room, dragged(room, 3), winter)
    assert room.library.boards() == {"Summer": 2, "Winter": 1}


def test_a_new_board_is_asked_for_with_a_key_and_may_be_given_up(
    qtbot: QtBot, room: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *asked: ("Winter", False))
    room.design.room.shelves.setFocus()
    with qtbot.waitSignal(room.design.room.shelves.board_asked):
        qtbot.keyClick(room.design.room.shelves, Qt.Key.Key_Insert)
    assert room.library.boards() == {"Summer": 2}


def test_only_boards_are_renamed_and_deleted(qtbot: QtBot, room: MainWindow) -> None:
    look_at(qtbot, room, STARRED)
    assert not room.design.room.shelves.rename.isEnabled()
    assert not room.design.room.shelves.delete.isEnabled()
    look_at(qtbot, room, SUMMER)
    assert room.design.room.shelves.delete.isEnabled()


def test_the_trash_says_what_del_does_and_gives_back(qtbot: QtBot, room: MainWindow) -> None:
    room.library.change([3], Field.TRASHED, True, "delete")
    room.design.refresh()
    notice = room.design.room.notice
    assert not notice.isVisible()
    look_at(qtbot, room, TRASH)
    assert notice.isVisible()
    assert "Del" in notice.words.text()
    assert not notice.take_out.isEnabled()
    room.design.gallery.choose([3])
    qtbot.mouseClick(notice.take_out, LEFT)
    assert not room.library.entry(3).trashed
    assert "empty" in notice.words.text()
    assert not notice.empty.isEnabled()


def test_the_trash_is_emptied_from_the_disk_once_that_is_confirmed(
    qtbot: QtBot, room: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    file: Path = room.library.path(3)
    room.library.change([3], Field.TRASHED, True, "delete")
    look_at(qtbot, room, TRASH)
    for answer, left in ((QMessageBox.StandardButton.No, True), (QMessageBox.StandardButton.Yes, False)):
        monkeypatch.setattr(QMessageBox, "question", lambda *asked, answer=answer: answer)
        room.design.refresh()
        qtbot.mouseClick(room.design.room.notice.empty, LEFT)
        assert file.exists() is left


def test_show_all_leaves_the_board(qtbot: QtBot, room: MainWindow) -> None:
    look_at(qtbot, room, SUMMER)
    qtbot.mouseClick(room.design.room.filters.clear, LEFT)
    assert room.design.room.shelves.chosen == ALL
    assert room.design.pictures.numbers == [4, 3, 2, 1]
