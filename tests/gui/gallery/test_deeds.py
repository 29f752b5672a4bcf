from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from fashiongan.color import Color
from fashiongan.image import GarmentImage
from fashiongan.nameless import nameless
from fashiongan.tasks import Restyling, Task, Upscaling
from gui.main_window import MainWindow
from gui.panels.region_dialog import RegionDialog
from tests.gui.conftest import choose, ended, keep, made
from tests.library.pictures import plain_garment
from tests.tools.composers import add_composer
from tests.tools.fillers import add_filler
from tests.tools.redressers import add_redresser, colored, person_map
from tests.tools.translators import add_translators


@pytest.fixture
def asked(window: MainWindow) -> list[Task]:
    """What was asked for, in place of drawing it."""
    tasks: list[Task] = []
    window.design.task_asked.disconnect()
    window.design.task_asked.connect(tasks.append)
    return tasks


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Whoever asks for a file is given this one."""

    def give(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return give


def drawn(qtbot: QtBot, window: MainWindow) -> None:
    window.design.attributes.count.setValue(1)
    window.start_drawing(window.design.attributes.request())
    ended(qtbot, window)
    choose(window, 0)
    window.activateWindow()
    window.design.gallery.setFocus()


def chosen_dress(window: MainWindow) -> None:
    keep(window, plain_garment(Category.DRESS, "red", 96))
    window.activateWindow()
    window.design.gallery.setFocus()


def test_what_needs_two_pictures_can_be_asked_of_two_only(window: MainWindow) -> None:
    deeds = window.design.deeds
    assert not any(action.isEnabled() for action in deeds.all)
    for _ in range(2):
        keep(window, plain_garment())
    assert deeds.into_photo.isEnabled()
    assert not any(action.isEnabled() for action in deeds.of_two)
    choose(window, 0, 1)
    assert all(action.isEnabled() for action in deeds.of_two)


def test_every_deed_teaches_and_has_a_key_of_its_own(window: MainWindow) -> None:
    deeds, actions = window.design.deeds.all, window.design.gallery.actions()
    assert all(action.toolTip() and not action.shortcut().isEmpty() for action in deeds)
    keys = [action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))


def test_they_stand_in_the_edit_menu_and_over_the_picture(window: MainWindow) -> None:
    edit = window.menuBar().actions()[1].menu()
    inside = [menu for action in edit.actions() if (menu := action.menu()) is not None]
    assert set(window.design.deeds.all) <= set(inside[0].actions())
    assert set(window.design.deeds.all) <= set(window.design._menu().actions())


def test_a_garment_is_put_into_a_photo_itself(
    qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path, tmp_path: Path, offer: Callable[[Path], None]
) -> None:
    add_composer(tiny_checkpoints)
    Image.new("RGB", (300, 200), (120, 150, 90)).save(tmp_path / "room.png")
    offer(tmp_path / "room.png")
    drawn(qtbot, window)
    qtbot.keyClick(window.design.gallery, Qt.Key.Key_P)
    dialog = window.findChild(RegionDialog)
    assert dialog is not None
    dialog.take_box(40, 30, 100, 120)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    ended(qtbot, window)
    garment, photo = made(window)
    assert photo.idea.origin == f"{garment.idea.origin} in {nameless(tmp_path / 'room.png')}"
    assert photo.attributes == garment.attributes


def test_a_garment_is_put_on_a_person(
    qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path, tmp_path: Path, offer: Callable[[Path], None]
) -> None:
    add_redresser(tiny_checkpoints)
    Image.fromarray(colored(person_map())).save(tmp_path / "person.png")
    offer(tmp_path / "person.png")
    chosen_dress(window)
    qtbot.keyClick(window.design.gallery, Qt.Key.Key_R)
    ended(qtbot, window)
    garment, person = made(window)
    assert (person.attributes.category, person.attributes.pattern) == (Category.DRESS, garment.attributes.pattern)
    assert person.rgba.shape == (256, 160, 4)


def test_a_silhouette_is_filled_in_the_cloth_of_a_garment(
    qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path, tmp_path: Path, offer: Callable[[Path], None]
) -> None:
    add_filler(tiny_checkpoints)
    page = Image.new("L", (90, 120), 255)
    page.paste(0, (30, 10, 60, 110))
    page.save(tmp_path / "box.png")
    offer(tmp_path / "box.png")
    chosen_dress(window)
    qtbot.keyClick(window.design.gallery, Qt.Key.Key_F)
    ended(qtbot, window)
    garment, filled = made(window)
    assert filled.idea.origin == f"{nameless(tmp_path / 'box.png')}, seed 7"
    assert filled.attributes.fabric == garment.attributes.fabric


def test_every_chosen_picture_is_restyled_and_enlarged(
    window: MainWindow, tiny_checkpoints: Path, asked: list[Task]
) -> None:
    add_translators(tiny_checkpoints)
    window.design.deeds.offer(window.studio.styles)
    for category in (Category.TSHIRT, Category.DRESS):
        keep(window, plain_garment(category))
    choose(window, 0, 1)
    (style,) = window.design.deeds.restyle.actions()
    style.trigger()
    window.design.deeds.enlarge.trigger()
    restyled, enlarged = asked[:2], asked[2:]
    assert [task.style for task in restyled if isinstance(task, Restyling)] == ["dark", "dark"]
    sources = [task.source for task in enlarged if isinstance(task, Upscaling)]
    assert [one.attributes.category for one in sources if isinstance(one, GarmentImage)] == ["tshirt", "dress"]


def test_its_colours_are_asked_for_next(window: MainWindow) -> None:
    keep(window, plain_garment(color="teal", size_px=96))
    window.design.deeds.colors.trigger()
    (color,) = window.design.attributes.attributes().colors
    teal = Color.parse("teal")
    assert max(abs(a - b) for a, b in zip(color.lab, teal.lab, strict=True)) < 3


def test_it_is_sketched_over(window: MainWindow) -> None:
    keep(window, plain_garment())
    window.design.deeds.sketch_over.trigger()
    assert window.pages.currentWidget() is window.sketch
    trace = window.sketch.traced.trace
    assert trace is not None
    assert Path(trace.file) == window.library.path(1).resolve()


def test_what_is_no_picture_is_told_in_a_dialog(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, offer: Callable[[Path], None]
) -> None:
    (tmp_path / "no.png").write_text("no picture")
    offer(tmp_path / "no.png")
    keep(window, plain_garment())
    for deed in (window.design.deeds.into_photo, window.design.deeds.on_person, window.design.deeds.fill):
        deed.trigger()
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 3
    assert all("no.png" in box.text() for box in boxes)
