from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from fashiongan.nameless import nameless
from fashiongan.tools.region import Region
from gui.main_window import MainWindow
from gui.panels.region_dialog import RegionDialog
from tests.gui.conftest import ended, made
from tests.tools.composers import add_composer


@pytest.fixture
def room(tmp_path: Path) -> Path:
    Image.new("RGB", (1520, 1000), (120, 110, 100)).save(tmp_path / "room.png")
    return tmp_path / "room.png"


def drag(qtbot: QtBot, dialog: RegionDialog, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(dialog.canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(dialog.canvas, end)
    qtbot.mouseRelease(dialog.canvas, Qt.MouseButton.LeftButton, pos=end)


def test_a_box_dragged_on_a_photo_is_in_pixels_of_the_photo(qtbot: QtBot, room: Path) -> None:
    dialog = RegionDialog(room)
    qtbot.addWidget(dialog)
    assert dialog.canvas.width() == 760
    assert not dialog.ok.isEnabled()
    drag(qtbot, dialog, QPoint(50, 20), QPoint(149, 219))
    assert dialog.place is not None
    assert dialog.place.region == Region(100, 40, 200, 400)
    assert dialog.ok.isEnabled()


def test_a_box_is_put_moved_resized_and_accepted_with_the_keys(qtbot: QtBot, room: Path) -> None:
    dialog = RegionDialog(room)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.canvas.hasFocus)
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Left)
    first = dialog.place
    assert first is not None
    middle = first.region.left + first.region.width / 2, first.region.top + first.region.height / 2
    assert middle == pytest.approx((760, 500), abs=3)
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Left)
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    second = dialog.place
    assert second is not None
    # A photo of 1520 px is shown with 760: a step of 10 is 20 px of it.
    left, top, width, height = first.region.left, first.region.top, first.region.width, first.region.height
    assert second.region == Region(left - 20, top + 20, width + 20, height)
    with qtbot.waitSignal(dialog.chosen) as sent:
        qtbot.keyClick(dialog.canvas, Qt.Key.Key_Return)
    assert sent.args == [second]


def test_the_keys_keep_a_box_on_the_photo(qtbot: QtBot, room: Path) -> None:
    dialog = RegionDialog(room)
    qtbot.addWidget(dialog)
    for _ in range(60):
        qtbot.keyClick(dialog.canvas, Qt.Key.Key_Right)
    assert dialog.place is not None
    box = dialog.place.region
    assert box.left + box.width == 1520
    for _ in range(60):
        qtbot.keyClick(dialog.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.canvas.band.width() == 20


def test_the_keys_are_told_to_who_sees_and_who_hears(qtbot: QtBot, room: Path) -> None:
    dialog = RegionDialog(room)
    qtbot.addWidget(dialog)
    assert dialog.canvas.accessibleName()
    for told in (dialog.canvas.toolTip(), dialog.canvas.accessibleDescription()):
        assert "arrows" in told
        assert "Enter" in told


def test_a_box_that_cannot_be_says_why(qtbot: QtBot, room: Path) -> None:
    dialog = RegionDialog(room)
    qtbot.addWidget(dialog)
    drag(qtbot, dialog, QPoint(50, 20), QPoint(52, 219))
    assert "too small" in dialog.note.text()
    drag(qtbot, dialog, QPoint(1, 1), QPoint(759, 499))
    assert "covers everything" in dialog.note.text()
    assert not dialog.ok.isEnabled()


def test_garments_are_put_where_the_box_is(
    qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path, room: Path
) -> None:
    add_composer(tiny_checkpoints)
    window.design.attributes.boxes["category"].setCurrentText("dress")
    window.design.attributes.count.setValue(2)
    dialog = window.design.begin.open_scene(room)
    assert dialog is not None
    dialog.take_box(300, 200, 400, 500)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    ended(qtbot, window)
    images = made(window)
    assert [image.idea.origin for image in images] == [f"seed {seed} in {nameless(room)}" for seed in (7, 8)]
    assert images[0].rgba.shape == (1000, 1520, 4)


def test_a_file_that_is_no_picture_is_refused(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "no.png").write_text("no picture")
    with qtbot.waitSignal(window.design.begin.refused):
        assert window.design.begin.open_scene(tmp_path / "no.png") is None
