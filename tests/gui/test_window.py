from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.color import Color
from fashiongan.garment.fit import FittedGarment
from fashiongan.nameless import nameless
from gui.app import open_window
from gui.main_window import MainWindow
from gui.panels.attributes import AttributePanel
from gui.wearer import Wearer
from gui.widgets.viewport import Viewport
from tests.gui.conftest import WAIT_MS, choose, ended, keep, made
from tests.library.pictures import plain_garment
from tests.tools.translators import add_translators


def test_generate_fills_the_gallery_with_what_was_asked(qtbot: QtBot, window: MainWindow) -> None:
    window.design.attributes.boxes["category"].setCurrentText("dress")
    window.design.attributes.main_color.set_color(Color.parse("teal"))
    window.design.attributes.count.setValue(3)
    qtbot.mouseClick(window.design.attributes.generate, Qt.MouseButton.LeftButton)
    ended(qtbot, window)
    assert [image.idea.origin for image in made(window)] == ["seed 7", "seed 8", "seed 9"]
    assert all(image.asked.category is Category.DRESS for image in made(window))
    assert all(image.asked.colors == (Color.parse("teal"),) for image in made(window))


def test_a_liked_picture_is_varied_and_stays_what_it_is(qtbot: QtBot, window: MainWindow) -> None:
    window.design.attributes.boxes["category"].setCurrentText("dress")
    window.design.attributes.count.setValue(2)
    window.start_drawing(window.design.attributes.request())
    ended(qtbot, window)
    choose(window, 0)
    qtbot.mouseClick(window.design.tools.vary, Qt.MouseButton.LeftButton)
    ended(qtbot, window)
    liked, _, *varied = made(window)
    words = replace(liked.attributes, colors=())
    assert [replace(one.attributes, colors=()) for one in varied] == [words] * 2
    assert [one.idea.origin for one in varied] == ["look varied by 0.35"] * 2


def test_two_pictures_are_mixed_blended_steered_and_recoloured(qtbot: QtBot, window: MainWindow) -> None:
    window.design.attributes.boxes["category"].setCurrentText("dress")
    window.design.attributes.main_color.set_color(Color.parse("teal"))
    window.design.attributes.count.setValue(2)
    assert not window.design.tools.mix.isEnabled()
    window.start_drawing(window.design.attributes.request())
    ended(qtbot, window)
    choose(window, 1, 0)
    second, first = window.design.chosen_images()
    assert [second.idea.origin, first.idea.origin] == ["seed 8", "seed 7"]
    for button in (
        window.design.tools.mix,
        window.design.tools.blend,
        window.design.tools.steer,
        window.design.tools.recolor,
    ):
        choose(window, 1, 0)
        assert button.isEnabled()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        ended(qtbot, window)
    origins = [image.idea.origin for image in made(window)[2:]]
    assert origins[0] == "shape of one, cloth of another"
    assert origins[1:3] == ["0.333333 of the way between two", "0.666667 of the way between two"]
    assert origins[3].endswith("+2")
    assert origins[4] == "recoloured"


def test_a_style_picture_and_a_photo_are_taken_from_files(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    Image.new("RGB", (80, 80), (20, 120, 40)).save(tmp_path / "green.png")
    window.design.attributes.count.setValue(1)
    window.design.attributes.load_style(tmp_path / "green.png")
    assert window.design.attributes.style_button.text() == "green.png"
    window.start_drawing(window.design.attributes.request())
    ended(qtbot, window)
    window.design.attributes.boxes["category"].setCurrentText("tank top")
    photo = Image.new("RGB", (80, 80), "white")
    photo.paste((20, 120, 40), (20, 10, 60, 70))
    photo.save(tmp_path / "tank.png")
    window.design.begin.begin_with_photo(tmp_path / "tank.png")
    ended(qtbot, window)
    styled, inverted = made(window)
    assert styled.attributes.colors[0] == Color(20, 120, 40)
    assert (inverted.attributes.category, inverted.idea.origin) == (
        Category.TANK,
        f"photo {nameless(tmp_path / 'tank.png')}",
    )
    window.design.begin.begin_with_photo(tmp_path / "none.png")
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "none.png" in box.text()


def test_words_that_no_category_has_together_are_told_in_a_dialog(qtbot: QtBot, window: MainWindow) -> None:
    window.design.attributes.boxes["sleeve"].setCurrentText("long")
    window.design.attributes.boxes["length"].setCurrentText("short")
    qtbot.mouseClick(window.design.attributes.generate, Qt.MouseButton.LeftButton)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "No category has sleeve long, length short together" in box.text()


def test_a_second_color_needs_a_main_one(qtbot: QtBot) -> None:
    panel = AttributePanel()
    qtbot.addWidget(panel)
    assert not panel.second_color.isEnabled()
    panel.main_color.set_color(Color.parse("teal"))
    assert panel.second_color.isEnabled()
    panel.second_color.set_color(Color.parse("white"))
    panel.main_color.set_color(None)
    assert panel.attributes().colors == ()


def test_what_is_not_done_when_the_window_closes_goes_on_the_next_time_and_nothing_twice(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def go_on_next_time(window: MainWindow) -> bool:
        window.drawing.closing = True
        return True

    monkeypatch.setattr(MainWindow, "_may_close", go_on_next_time)
    window.design.attributes.count.setValue(12)
    window.start_drawing(window.design.attributes.request())
    qtbot.waitUntil(lambda: len(window.library.numbers()) > 1, timeout=WAIT_MS)
    window.close()
    assert not window.isVisible()
    ended(qtbot, window)
    again = open_window(window.studio)
    qtbot.addWidget(again)
    ended(qtbot, again)
    assert [image.idea.origin for image in made(again)] == [f"seed {seed}" for seed in range(7, 19)]
    assert again.library.waiting.all() == []
    again.close()


def test_a_star_a_board_and_the_trash_are_undone_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    keep(window, plain_garment())
    gallery = window.design.gallery
    window.activateWindow()
    gallery.setFocus()
    for key in (Qt.Key.Key_D, Qt.Key.Key_Delete):
        qtbot.keyClick(gallery, key)
    assert window.library.numbers() == []
    for _ in range(2):
        qtbot.keyClick(gallery, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    [entry] = window.library.entries()
    assert not entry.starred


def test_only_words_that_go_with_the_category_are_offered(qtbot: QtBot) -> None:
    panel = AttributePanel()
    qtbot.addWidget(panel)
    panel.boxes["sleeve"].setCurrentText("long")
    panel.boxes["category"].setCurrentText("skirt")
    sleeve = panel.boxes["sleeve"]
    assert [sleeve.itemText(row) for row in range(sleeve.count())] == ["any", "does not apply"]
    assert panel.attributes().sleeve is None


def test_a_bad_body_file_changes_nothing(window: MainWindow, tmp_path: Path) -> None:
    before = window.fit.wearer
    (tmp_path / "bad.yaml").write_text("height_mm: 168")
    window.people.load(tmp_path / "bad.yaml")
    assert window.fit.wearer is before
    assert window.findChild(QMessageBox) is not None


def test_another_body_is_shown(window: MainWindow, body_file: Path) -> None:
    window.fit.dress(Wearer.of(BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000)))
    window.people.load(body_file)
    assert "woman, 168 cm" in window.fit.wearer.line


def test_orbiting_changes_the_picture_and_double_click_brings_it_back(qtbot: QtBot, worn_tshirt: FittedGarment) -> None:
    view = Viewport()
    qtbot.addWidget(view)
    view.resize(320, 320)
    view.show()
    view.show_surfaces(worn_tshirt.surfaces())
    qtbot.waitUntil(lambda: view.has_frame, timeout=WAIT_MS)
    front = view.grab().toImage()
    assert QColor(front.pixel(QPoint(160, 160))) != QColor(front.pixel(QPoint(3, 3)))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(200, 120))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.grab().toImage() != front, timeout=WAIT_MS)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.grab().toImage() == front, timeout=WAIT_MS)
    view.close_renderer()


def test_a_sketch_a_style_and_a_larger_picture_come_from_the_window(
    qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path, tmp_path: Path
) -> None:
    add_translators(tiny_checkpoints)
    page = Image.new("RGB", (200, 200), "white")
    ImageDraw.Draw(page).rectangle((50, 40, 150, 160), outline="black", width=3)
    page.save(tmp_path / "page.png")
    window.design.attributes.count.setValue(1)
    window.design.begin.begin_with_sketch(tmp_path / "page.png")
    ended(qtbot, window)
    choose(window, 0)
    assert made(window)[0].idea.origin == nameless(tmp_path / "page.png")
    qtbot.mouseClick(window.design.tools.enlarge, Qt.MouseButton.LeftButton)
    ended(qtbot, window)
    assert made(window)[1].rgba.shape == (1024, 1024, 4)
    assert [window.design.tools.styles.itemText(row) for row in range(window.design.tools.styles.count())] == ["dark"]
    assert window.design.tools.restyle.isEnabled()
