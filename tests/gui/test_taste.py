from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.taste.profile import read_profile
from gui.main_window import MainWindow
from gui.panels.taste import taste_file
from gui.widgets.star import STAR_ROLE, star_rect
from tests.taste.weights import add_taste

WAIT_MS = 60_000


def ended(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=WAIT_MS)


@pytest.fixture
def drawn(qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path) -> MainWindow:
    """A window with taste weights and three pictures."""
    add_taste(tiny_checkpoints)
    window.attributes.count.setValue(3)
    window.start_drawing(window.attributes.request())
    ended(qtbot, window)
    return window


def press_star(qtbot: QtBot, window: MainWindow, row: int) -> None:
    item = window.gallery.visualItemRect(window.gallery.item(row))
    where: QPoint = star_rect(item).center()
    qtbot.mouseClick(window.gallery.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_star_is_kept_on_disk_and_a_second_press_takes_it_away(qtbot: QtBot, drawn: MainWindow) -> None:
    press_star(qtbot, drawn, 1)
    assert [bool(drawn.gallery.item(row).data(STAR_ROLE)) for row in range(3)] == [False, True, False]
    assert len(read_profile(taste_file()).stars) == 1
    press_star(qtbot, drawn, 1)
    assert not read_profile(taste_file()).stars
    assert not drawn.gallery.item(1).data(STAR_ROLE)


def test_sorting_brings_the_starred_look_first_and_loses_no_picture(qtbot: QtBot, drawn: MainWindow) -> None:
    drawn.gallery.setCurrentRow(2)
    qtbot.mouseClick(drawn.taste.star, Qt.MouseButton.LeftButton)
    before = drawn.gallery.images()
    qtbot.mouseClick(drawn.taste.sort, Qt.MouseButton.LeftButton)
    ended(qtbot, drawn)
    model, profile = drawn.studio.taste, read_profile(taste_file())
    order = model.rank([image.rgba for image in before], model.fit(profile))
    assert drawn.gallery.images() == [before[row] for row in order]


def test_designs_for_a_taste_come_into_the_gallery(qtbot: QtBot, drawn: MainWindow) -> None:
    press_star(qtbot, drawn, 0)
    drawn.attributes.boxes["category"].setCurrentText("dress")
    drawn.attributes.count.setValue(1)
    qtbot.mouseClick(drawn.taste.design, Qt.MouseButton.LeftButton)
    ended(qtbot, drawn)
    designed = drawn.gallery.images()[3]
    assert designed.attributes.category == "dress"
    assert designed.idea.origin.startswith("for a taste")


def test_without_stars_one_line_says_what_to_do(qtbot: QtBot, drawn: MainWindow) -> None:
    qtbot.mouseClick(drawn.taste.sort, Qt.MouseButton.LeftButton)
    box = drawn.findChild(QMessageBox)
    assert box is not None
    assert "star a few pictures" in box.text()


def test_a_damaged_file_is_put_aside_and_stars_begin_anew(qtbot: QtBot, drawn: MainWindow) -> None:
    taste_file().parent.mkdir(parents=True, exist_ok=True)
    taste_file().write_text("{")
    press_star(qtbot, drawn, 0)
    assert taste_file().with_name("taste-old.json").read_text() == "{"
    assert len(read_profile(taste_file()).stars) == 1
    assert drawn.findChild(QMessageBox) is not None
