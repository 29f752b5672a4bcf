from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.library.embeddings import Embedded
from gui.likeness_order import nearest_first
from gui.main_window import MainWindow
from tests.gui.conftest import choose, ended
from tests.library.pictures import plain_garment
from tests.originality.weights import add_originality


@pytest.fixture
def filled(window: MainWindow, tiny_checkpoints: Path, tiny_garments: Path) -> MainWindow:
    """A red, a blue, and another red garment, in this order."""
    add_originality(tiny_garments, tiny_checkpoints)
    for color in ("red", "blue", "red"):
        window.library.add(plain_garment(color=color, size_px=48))
    window.design.refresh()
    return window


def test_the_nearest_comes_first() -> None:
    line = Embedded((7, 8, 9), np.array([[4, 0], [1, 0], [2, 0]], np.float32))
    assert nearest_first(np.zeros(2, np.float32), line).numbers == (8, 9, 7)


def test_more_like_this_puts_the_picture_first_and_its_like_after_it(qtbot: QtBot, filled: MainWindow) -> None:
    choose(filled, 0)
    filled.activateWindow()
    filled.design.gallery.setFocus()
    qtbot.keyClick(filled.design.gallery, Qt.Key.Key_L)
    ended(qtbot, filled)
    assert filled.design.pictures.numbers == [1, 3, 2]
    assert "picture 1" in filled.design.room.notice.words.text()


def test_the_order_stays_while_pictures_are_starred_and_leaves_with_its_button(
    qtbot: QtBot, filled: MainWindow
) -> None:
    choose(filled, 0)
    filled.design.deeds.alike.trigger()
    ended(qtbot, filled)
    filled.design.actions_.star.trigger()
    assert filled.design.pictures.numbers == [1, 3, 2]
    qtbot.mouseClick(filled.design.room.notice.usual, Qt.MouseButton.LeftButton)
    assert filled.design.pictures.numbers == [3, 2, 1]
    assert not filled.design.room.notice.isVisible()


def test_each_picture_is_looked_at_once(qtbot: QtBot, filled: MainWindow) -> None:
    space = filled.studio.originality.space
    choose(filled, 0)
    filled.design.deeds.alike.trigger()
    ended(qtbot, filled)
    assert filled.library.not_embedded(space) == [1]  # It was looked at for itself alone.
    choose(filled, 2)
    filled.design.deeds.alike.trigger()
    ended(qtbot, filled)
    assert set(filled.library.embedded(space).numbers) == {1, 2, 3}
