import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.color import Color
from fashiongan.errors import RequestError
from gui.app import open_window
from gui.keeping.session import Session, from_text, to_text
from gui.keeping.session_keeper import FILE
from gui.main_window import MainWindow
from tests.gui.conftest import WAIT_MS
from tests.library.pictures import plain_garment


def test_what_was_asked_looked_at_and_chosen_is_there_again(qtbot: QtBot, window: MainWindow) -> None:
    numbers = [window.library.add(plain_garment()).number for _ in range(3)]
    window.design.refresh()
    panel = window.design.attributes
    panel.boxes["category"].setCurrentIndex(panel.boxes["category"].findData("dress"))
    panel.main_color.set_color(Color.parse("teal"))
    panel.count.setValue(3)
    window.design.gallery.choose([numbers[2], numbers[0]])
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    asked = panel.request()
    window.close()
    again = open_window(window.studio)
    qtbot.addWidget(again)
    assert again.design.attributes.request() == asked
    assert again.design.attributes.seed.locked
    assert again.design.gallery.chosen() == [numbers[2], numbers[0]]
    assert again.pages.currentWidget() is again.fit
    assert [one.isChecked() for one in again.page_actions] == [False, False, False, True]
    again.close()


def test_it_is_on_the_disk_soon_after_it_changes(qtbot: QtBot, window: MainWindow) -> None:
    window.design.attributes.count.setValue(5)
    file = window.library.folder / FILE
    qtbot.waitUntil(file.exists, timeout=WAIT_MS)
    asked = from_text(file.read_text()).asked
    assert asked is not None
    assert asked.request.count == 5


def test_a_damaged_file_costs_what_was_in_it_and_nothing_else(qtbot: QtBot, window: MainWindow) -> None:
    window.close()
    (window.library.folder / FILE).write_text('{"asked": null, "page": 9, "chosen": [7')
    again = open_window(window.studio)
    qtbot.addWidget(again)
    assert again.pages.currentWidget() is again.design
    again.close()


def test_places_that_are_none_are_refused() -> None:
    assert from_text(to_text(Session(None, 2, (3, 1)))) == Session(None, 2, (3, 1))
    with pytest.raises(RequestError, match="no place"):
        from_text('{"asked": null, "page": -1, "chosen": []}')
