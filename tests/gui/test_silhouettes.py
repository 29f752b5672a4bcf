from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.ideas.reworked import Reworked, Tool
from fashiongan.nameless import nameless
from gui.main_window import MainWindow
from tests.gui.conftest import choose, ended, made
from tests.tools.fillers import add_filler


@pytest.fixture
def silhouette(tmp_path: Path) -> Path:
    page = Image.new("L", (90, 120), 255)
    page.paste(0, (30, 10, 60, 110))
    page.save(tmp_path / "box.png")
    return tmp_path / "box.png"


def test_a_silhouette_is_filled_and_then_worn_in_other_cloth(
    qtbot: QtBot, window: MainWindow, silhouette: Path
) -> None:
    add_filler(window.studio.checkpoints)
    window.design.attributes.count.setValue(2)
    window.design.begin.begin_with_silhouette(silhouette)
    ended(qtbot, window)
    assert [image.idea.origin for image in made(window)] == [f"{nameless(silhouette)}, seed {seed}" for seed in (7, 8)]
    choose(window, 1)
    assert not window.design.tools.other_cloth.isEnabled()
    choose(window, 1, 0)
    window.design.attributes.count.setValue(1)
    qtbot.mouseClick(window.design.tools.other_cloth, Qt.MouseButton.LeftButton)
    ended(qtbot, window)
    worn = made(window)[2].idea
    assert isinstance(worn, Reworked)
    assert (worn.tool, worn.asked.pattern) == (Tool.FILL, made(window)[0].attributes.pattern)


def test_what_is_no_silhouette_is_told_in_a_dialog(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    Image.new("RGB", (40, 40), "white").save(tmp_path / "blank.png")
    window.design.begin.begin_with_silhouette(tmp_path / "blank.png")
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "blank.png covers nothing" in box.text()
