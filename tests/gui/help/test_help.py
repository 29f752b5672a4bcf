import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from gui.help.shortcuts import Shortcut, ShortcutSheet, in_group, shortcuts_of
from gui.help.tour import Stop, Tour


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.resize(800, 500)
    qtbot.addWidget(made)
    for place, text in enumerate(("one", "two")):
        button = QPushButton(text, made)
        button.setGeometry(20 + 600 * place, 40, 120, 30)
    made.show()
    return made


def test_the_sheet_lists_every_action_that_has_keys(qtbot: QtBot, window: QMainWindow) -> None:
    for text, keys, group in (("&Star", "D", "Gallery"), ("No keys", "", "Gallery"), ("Undo: star", "Ctrl+Z", "")):
        in_group(QAction(text, window, shortcut=keys), group)
    found = shortcuts_of(window)
    assert found == [Shortcut("", "Undo", "Ctrl+Z"), Shortcut("Gallery", "Star", "D")]
    sheet = ShortcutSheet(found)
    qtbot.addWidget(sheet)
    qtbot.keyClicks(sheet.search, "star")
    assert [sheet.table.isRowHidden(row) for row in range(2)] == [True, False]


def test_the_tour_goes_on_by_keys_and_ends_once(qtbot: QtBot, window: QMainWindow) -> None:
    parts = window.findChildren(QPushButton)
    tour = Tour(window, [Stop(part, part.text(), "Look.") for part in parts])
    assert tour.title.text() == "one"
    qtbot.keyClick(tour, Qt.Key.Key_Right)
    assert tour.title.text() == "two"
    qtbot.keyClick(tour, Qt.Key.Key_Left)
    assert tour.title.text() == "one"
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(tour, Qt.Key.Key_Escape)


def test_the_card_never_hides_what_it_is_about_nor_leaves_the_window(qtbot: QtBot, window: QMainWindow) -> None:
    parts = window.findChildren(QPushButton)
    tour = Tour(window, [Stop(part, part.text(), "Look.") for part in parts])
    for part in parts:
        assert window.rect().contains(tour.card.geometry())
        assert not tour.card.geometry().intersects(part.geometry())
        tour.go(1)
