from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fashiongan.color import Color
from fashiongan.image import GarmentImage
from gui.asking.color_row import ColorRow
from gui.asking.eyedropper import Eyedropper
from gui.asking.style_row import StyleRow
from gui.main_window import MainWindow
from tests.gui.conftest import keep
from tests.gui.drops import drop, files, pixels
from tests.library.pictures import plain_garment

TEAL, RED = Color(0, 128, 128), Color(255, 0, 0)


@pytest.fixture
def row(qtbot: QtBot) -> ColorRow:
    made = ColorRow(lambda: plain_garment(color="teal"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def style(qtbot: QtBot) -> StyleRow:
    made = StyleRow()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def striped(tmp_path: Path) -> Path:
    """A garment in two halves on white paper."""
    photo = Image.new("RGB", (120, 120), "white")
    photo.paste((0, 128, 128), (30, 20, 90, 70))
    photo.paste((255, 0, 0), (30, 70, 90, 100))
    photo.save(tmp_path / "striped.png")
    return tmp_path / "striped.png"


def nearly(color: Color | None, other: Color) -> bool:
    assert color is not None
    return max(abs(color.red - other.red), abs(color.green - other.green), abs(color.blue - other.blue)) < 12


def test_a_picture_dropped_on_the_main_colour_gives_both_of_its_colours_and_not_its_ground(
    row: ColorRow, striped: Path
) -> None:
    assert drop(row.main, files(striped))
    assert nearly(row.main.color, TEAL)
    assert nearly(row.second.color, RED)


def test_a_picture_dropped_on_the_second_colour_leaves_the_main_one(row: ColorRow, striped: Path) -> None:
    row.show_colors([Color.parse("navy")])
    assert drop(row.second, files(striped))
    assert row.main.color == Color.parse("navy")
    assert nearly(row.second.color, TEAL)


def test_the_chosen_picture_gives_its_colour_and_one_is_enough(row: ColorRow) -> None:
    row.show_colors([RED, TEAL])
    row.take_chosen()
    assert nearly(row.main.color, TEAL)
    assert row.second.color is None


def test_without_a_chosen_picture_one_is_told_so(qtbot: QtBot) -> None:
    row = ColorRow(lambda: None)
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.refused) as refused:
        row.take_chosen()
    assert "choose one in the gallery" in refused.args[0]


def test_what_is_no_picture_changes_no_colour(qtbot: QtBot, row: ColorRow, tmp_path: Path) -> None:
    row.show_colors([RED])
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with qtbot.waitSignal(row.refused):
        assert drop(row.main, files(tmp_path / "bad.png"))
    assert row.main.color == RED


def open_dropper(row: ColorRow, image: GarmentImage | None = None) -> Eyedropper:
    return row.open_eyedropper((image or plain_garment(color="teal")).rgba, "a garment")


def test_the_eyedropper_takes_the_colour_under_a_click_and_closes(qtbot: QtBot, row: ColorRow) -> None:
    dialog = open_dropper(row)
    qtbot.mouseMove(dialog.canvas, QPoint(3, 3))
    assert dialog.canvas.color is None
    qtbot.mouseClick(dialog.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert dialog.isVisible()  # There is nothing to take beside the garment.
    qtbot.mouseClick(dialog.canvas, Qt.MouseButton.LeftButton, pos=dialog.canvas.rect().center())
    assert row.main.color == TEAL
    assert not dialog.isVisible()


def test_the_eyedropper_goes_by_keyboard_and_takes_a_second_colour(qtbot: QtBot, row: ColorRow) -> None:
    row.show_colors([RED])
    dialog = open_dropper(row)
    dialog.second.click()
    dialog.canvas.look_at(QPoint(0, dialog.canvas.height() // 2))
    for _ in range(12):
        qtbot.keyClick(dialog.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Return)
    assert (row.main.color, row.second.color) == (RED, TEAL)


def test_the_eyedropper_opens_on_a_file_of_any_size(
    row: ColorRow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (3000, 1500), "red").save(tmp_path / "wide.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "wide.png"), ""))
    row.more.actions_.actions()[3].trigger()
    [dialog] = row.findChildren(Eyedropper)
    assert (dialog.canvas.width(), dialog.canvas.height()) == (520, 260)
    dialog.canvas.take()
    assert row.main.color == RED


def test_escape_takes_no_colour(qtbot: QtBot, row: ColorRow) -> None:
    dialog = open_dropper(row)
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert row.colors == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_colour_is_left_open_by_keyboard(qtbot: QtBot, row: ColorRow, key: Qt.Key) -> None:
    row.show_colors([RED, TEAL])
    qtbot.keyClick(row.main, key)
    assert row.colors == ()
    assert row.main.accessibleName() == "Main colour: any"


def test_a_dropped_style_is_seen_on_the_button_and_the_cross_takes_it_away(
    qtbot: QtBot, style: StyleRow, striped: Path
) -> None:
    height_px = style.height()
    assert drop(style.button, files(striped))
    assert style.button.text() == "striped.png"
    assert not style.button.icon().isNull()
    assert style.height() == height_px
    qtbot.mouseClick(style.cross, Qt.MouseButton.LeftButton)
    assert style.picture is None
    assert style.button.icon().isNull()


def test_delete_on_the_button_takes_the_style_away(qtbot: QtBot, style: StyleRow, striped: Path) -> None:
    style.load(striped)
    qtbot.keyClick(style.button, Qt.Key.Key_Delete)
    assert style.picture is None


def test_pixels_of_another_program_are_a_style_too(style: StyleRow) -> None:
    assert drop(style.button, pixels(Qt.GlobalColor.red))
    assert style.picture is not None
    assert style.picture.rgba[128, 128].tolist() == [255, 0, 0, 255]


def test_what_is_no_single_picture_is_not_taken(style: StyleRow, striped: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("hello")
    for mime in (files(striped, striped), files(tmp_path), files(tmp_path / "text.txt"), files(tmp_path / "none.png")):
        assert not drop(style.button, mime)
    assert style.picture is None


@pytest.mark.parametrize(
    ("copied", "name"), [(files, "striped.png"), (lambda _: pixels(Qt.GlobalColor.red), "pasted picture")]
)
def test_ctrl_v_takes_a_copied_picture_as_style(
    qtbot: QtBot, window: MainWindow, striped: Path, copied: Callable[[Path], object], name: str
) -> None:
    QGuiApplication.clipboard().setMimeData(copied(striped))
    window.activateWindow()
    window.design.gallery.setFocus()
    qtbot.keyClick(window.design.gallery, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.design.attributes.style_picture is not None
    assert window.design.attributes.style_picture.name == name


def test_nothing_to_paste_is_told(qtbot: QtBot, style: StyleRow) -> None:
    QGuiApplication.clipboard().setText("hello")
    with qtbot.waitSignal(style.refused) as refused:
        style.paste.trigger()
    assert "no picture to paste" in refused.args[0]


def test_a_thumbnail_of_the_gallery_is_a_style_and_gives_colours(qtbot: QtBot, window: MainWindow) -> None:
    keep(window, plain_garment(color="teal"))
    pictures, asked = window.design.pictures, window.design.attributes
    dragged = pictures.mimeData([pictures.index(0)])
    assert drop(asked.style_button, dragged)
    assert drop(asked.main_color, dragged)
    assert asked.style_picture is not None
    assert asked.style_picture.cut_out
    assert nearly(asked.main_color.color, TEAL)
