from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.generator.request import GenerationRequest
from gui.main_window import MainWindow
from tests.gui.conftest import ended, keep


@pytest.mark.parametrize(("touched", "told"), [(False, "identical, byte for byte"), (True, "and differs")])
def test_a_picture_is_made_again_and_compared(qtbot: QtBot, window: MainWindow, touched: bool, told: str) -> None:
    drawn = window.studio.picture(GenerationRequest(GarmentAttributes(Category.DRESS)), 0)
    keep(window, replace(drawn, rgba=drawn.rgba ^ touched))
    said: list[str] = []
    window.design.said.connect(said.append)
    window.activateWindow()
    window.design.gallery.setFocus()
    qtbot.keyClick(window.design.gallery, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    ended(qtbot, window)
    assert len(said) == 1
    assert told in said[0]
