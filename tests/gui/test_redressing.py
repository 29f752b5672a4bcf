from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from gui.main_window import MainWindow
from tests.gui.conftest import WAIT_MS, made
from tests.tools.redressers import add_redresser, colored, person_map


@pytest.fixture
def person(tmp_path: Path) -> Path:
    Image.fromarray(colored(person_map())).save(tmp_path / "person.png")
    return tmp_path / "person.png"


def test_a_person_is_redressed_in_what_is_chosen_on_the_left(
    qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path, person: Path
) -> None:
    add_redresser(tiny_checkpoints)
    window.design.attributes.boxes["category"].setCurrentText("skirt")
    window.design.attributes.count.setValue(2)
    window.design.begin.redress(person)
    qtbot.waitUntil(lambda: not window.queue.busy, timeout=WAIT_MS)
    images = made(window)
    assert [one.attributes.category for one in images] == [Category.SKIRT] * 2
    assert images[0].rgba.shape == (256, 160, 4)


def test_what_cannot_be_put_on_is_told_in_a_dialog(window: MainWindow, person: Path) -> None:
    window.design.attributes.boxes["category"].setCurrentText("any")
    window.design.begin.redress(person)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "give a category" in box.text()
