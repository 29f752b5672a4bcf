from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.library.entry import Field
from fashiongan.taste.profile import read_profile
from gui.gallery.taste_bar import taste_file
from gui.main_window import MainWindow
from tests.gui.conftest import ended, made
from tests.taste.weights import add_taste


@pytest.fixture
def drawn(qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path) -> MainWindow:
    """A window with taste weights and three pictures."""
    add_taste(tiny_checkpoints)
    window.design.attributes.count.setValue(3)
    window.start_drawing(window.design.attributes.request())
    ended(qtbot, window)
    return window


def test_sorting_follows_the_taste_of_the_stars_and_loses_no_picture(qtbot: QtBot, drawn: MainWindow) -> None:
    drawn.library.change([3], Field.STARRED, True, "star")
    qtbot.mouseClick(drawn.design.taste.sort, Qt.MouseButton.LeftButton)
    ended(qtbot, drawn)
    model, images = drawn.studio.taste, [image.rgba for image in made(drawn)]
    stars = replace(model.empty(), stars=(model.star(made(drawn)[2]),))
    order = model.rank(images, model.fit(stars))
    assert drawn.design.pictures.numbers == [place + 1 for place in order]


def test_each_picture_is_looked_at_once(qtbot: QtBot, drawn: MainWindow) -> None:
    drawn.library.change([1], Field.STARRED, True, "star")
    for _ in range(2):
        qtbot.mouseClick(drawn.design.taste.sort, Qt.MouseButton.LeftButton)
        ended(qtbot, drawn)
        assert drawn.library.not_embedded(drawn.studio.taste.checkpoint.sha256) == []


def test_designs_for_a_taste_come_into_the_gallery_and_the_stars_into_a_file(qtbot: QtBot, drawn: MainWindow) -> None:
    drawn.library.change([1], Field.STARRED, True, "star")
    drawn.design.attributes.boxes["category"].setCurrentText("dress")
    drawn.design.attributes.count.setValue(1)
    qtbot.mouseClick(drawn.design.taste.design, Qt.MouseButton.LeftButton)
    ended(qtbot, drawn)
    designed = made(drawn)[3]
    assert designed.attributes.category == "dress"
    assert designed.idea.origin.startswith("for a taste")
    assert len(read_profile(taste_file()).stars) == 1


def test_without_stars_one_line_says_what_to_do(qtbot: QtBot, drawn: MainWindow) -> None:
    qtbot.mouseClick(drawn.design.taste.sort, Qt.MouseButton.LeftButton)
    box = drawn.findChild(QMessageBox)
    assert box is not None
    assert "star a few pictures" in box.text()
