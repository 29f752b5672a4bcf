from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.attributes import GarmentAttributes
from fashiongan.studio import Studio
from gui.app import open_window
from gui.main_window import MainWindow
from gui.sketch.keeper import FILE, PUT_ASIDE, SketchKeeper
from gui.sketch.page import SketchPage
from tests.gui.sketch.test_canvas import draw

WAIT_MS = 10_000


@pytest.fixture
def page(qtbot: QtBot, tiny_checkpoints: Path) -> Iterator[SketchPage]:
    made = SketchPage(Studio(tiny_checkpoints), GarmentAttributes)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.stop()


def test_a_drawing_is_written_once_the_hand_rests_and_comes_back_with_its_trace(
    qtbot: QtBot, page: SketchPage, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 80), "red").save(tmp_path / "photo.png")
    SketchKeeper(page, tmp_path)
    page.trace(tmp_path / "photo.png")
    draw(page.canvas, [(100, 100), (200, 200)])
    assert not (tmp_path / FILE).exists()
    qtbot.waitUntil((tmp_path / FILE).exists, timeout=WAIT_MS)
    drawing = page.sheet.drawing
    page.sheet.restore(())
    page.traced.restore(None)
    again = SketchKeeper(page, tmp_path)
    again.bring_back()
    assert [len(stroke.points) for stroke in page.sheet.drawing] == [len(stroke.points) for stroke in drawing]
    assert page.traced.trace is not None
    assert page.traced.trace.file.endswith("photo.png")


def test_a_hand_that_never_rests_is_kept_as_well(qtbot: QtBot, page: SketchPage, tmp_path: Path) -> None:
    SketchKeeper(page, tmp_path)

    def drawn_on() -> bool:
        draw(page.canvas, [(100, 100), (200, 200)])
        return (tmp_path / FILE).exists()

    qtbot.waitUntil(drawn_on, timeout=WAIT_MS)


def test_what_could_not_be_written_is_tried_again(page: SketchPage, tmp_path: Path) -> None:
    keeper = SketchKeeper(page, tmp_path / "kept")
    (tmp_path / "kept").touch()
    draw(page.canvas, [(100, 100), (200, 200)])
    page.stop()
    keeper.stop()
    (tmp_path / "kept").unlink()
    keeper.stop()
    assert '"tool":"pen"' in (tmp_path / "kept" / FILE).read_text()


def test_what_was_drawn_last_is_written_when_the_window_goes(page: SketchPage, tmp_path: Path) -> None:
    keeper = SketchKeeper(page, tmp_path)
    draw(page.canvas, [(100, 100), (200, 200)])
    page.stop()
    keeper.stop()
    assert '"tool":"pen"' in (tmp_path / FILE).read_text()


@pytest.mark.parametrize("content", [b"{", b'{"format":99}', b"\xff\xfe", b"[]"])
def test_a_damaged_file_is_put_aside_with_one_line(
    qtbot: QtBot, page: SketchPage, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE).write_bytes(content)
    keeper = SketchKeeper(page, tmp_path)
    with qtbot.waitSignal(keeper.refused) as refused:
        keeper.bring_back()
    assert PUT_ASIDE in refused.args[0]
    assert "\n" not in refused.args[0]
    assert (tmp_path / PUT_ASIDE).read_bytes() == content
    assert not (tmp_path / FILE).exists()
    assert page.sheet.blank


def test_without_a_file_the_page_is_empty_and_nothing_is_said(qtbot: QtBot, page: SketchPage, tmp_path: Path) -> None:
    keeper = SketchKeeper(page, tmp_path)
    with qtbot.assertNotEmitted(keeper.refused):
        keeper.bring_back()
    keeper.stop()
    assert not (tmp_path / FILE).exists()


def test_where_nothing_can_be_written_it_is_told(qtbot: QtBot, page: SketchPage, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keeper = SketchKeeper(page, tmp_path / "file")
    draw(page.canvas, [(100, 100), (200, 200)])
    page.stop()
    with qtbot.waitSignal(keeper.refused) as refused:
        keeper.stop()
    assert "cannot be written" in refused.args[0]


def test_the_window_opens_with_the_drawing_that_it_was_closed_with(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page(window.sketch)
    draw(window.sketch.canvas, [(100, 100), (200, 200)])
    window.close()
    again = open_window(window.studio)
    qtbot.addWidget(again)
    assert len(again.sketch.sheet.drawing) == 1
    again.close()


def test_a_new_drawing_asks_nothing_and_undo_brings_the_old_one_back(qtbot: QtBot, page: SketchPage) -> None:
    draw(page.canvas, [(100, 100), (200, 200)])
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.canvas, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.sheet.blank)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page.sheet.drawing) == 1
