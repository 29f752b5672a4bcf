from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.nameless import nameless
from gui.main_window import MainWindow
from tests.gui.conftest import ended, made
from tests.gui.drops import drop, files, pixels, web
from tests.tools.translators import add_translators

RECORDINGS = Path(__file__).resolve().parents[2] / "data" / "recordings"


@pytest.fixture
def page_of_lines(tmp_path: Path) -> Path:
    page = Image.new("RGB", (200, 200), "white")
    ImageDraw.Draw(page).rectangle((50, 40, 150, 160), outline="black", width=3)
    page.save(tmp_path / "page.png")
    return tmp_path / "page.png"


def menu_of(qtbot: QtBot, window: MainWindow) -> QMenu:
    """The menu that is open."""
    return next(menu for menu in window.design.findChildren(QMenu) if menu.isVisible())


def told(window: MainWindow) -> str:
    boxes = window.findChildren(QMessageBox)
    return str(boxes[-1].text()) if boxes else ""


def test_a_picture_dropped_anywhere_on_the_design_page_asks_what_it_is(
    qtbot: QtBot, window: MainWindow, page_of_lines: Path
) -> None:
    for part in (window.design.gallery.viewport(), window.design.preview, window.design.room.filters.text):
        assert drop(part, files(page_of_lines))
        menu = menu_of(qtbot, window)
        assert sum(bool(action.text()) and not action.isSeparator() for action in menu.actions()) == 7
        qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert window.design.room.filters.text.text() == ""
    assert not window.queue.busy


def test_said_to_be_a_style_it_is_the_style(qtbot: QtBot, window: MainWindow, page_of_lines: Path) -> None:
    drop(window.design.preview, files(page_of_lines))
    qtbot.keyClick(menu_of(qtbot, window), Qt.Key.Key_S)
    assert window.design.attributes.style_button.text() == "page.png"


def test_said_to_be_a_line_drawing_it_becomes_a_garment(
    qtbot: QtBot, window: MainWindow, tiny_checkpoints: Path, page_of_lines: Path
) -> None:
    add_translators(tiny_checkpoints)
    window.design.attributes.count.setValue(1)
    drop(window.design.preview, files(page_of_lines))
    qtbot.keyClick(menu_of(qtbot, window), Qt.Key.Key_L)
    ended(qtbot, window)
    assert [image.idea.origin for image in made(window)] == [nameless(page_of_lines)]


def test_a_picture_dropped_on_another_page_turns_to_the_design_page(
    qtbot: QtBot, window: MainWindow, page_of_lines: Path
) -> None:
    window.show_page(window.fit)
    assert drop(window.fit, files(page_of_lines))
    assert window.pages.currentWidget() is window.design
    menu_of(qtbot, window).close()


def test_on_the_sketch_page_a_picture_is_traced(window: MainWindow, page_of_lines: Path) -> None:
    window.show_page(window.sketch)
    assert drop(window.sketch.canvas, files(page_of_lines))
    assert window.sketch.traced.trace is not None
    assert window.pages.currentWidget() is window.sketch


def test_a_recording_goes_to_the_scan_page_from_any_other(window: MainWindow) -> None:
    window.show_page(window.sketch)
    assert drop(window.sketch.canvas, files(RECORDINGS / "d435.mkv"))
    assert window.pages.currentWidget() is window.scan
    assert window.scan.source.files.paths == [RECORDINGS / "d435.mkv"]


def test_measurements_are_dressed_on_the_fit_page(window: MainWindow, body_file: Path) -> None:
    assert drop(window.design, files(body_file))
    assert window.pages.currentWidget() is window.fit
    assert "woman, 168 cm" in window.fit.wearer.line


def test_a_project_is_opened_and_a_damaged_one_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "summer.fgan").write_bytes(b"PK\x03\x04 and then nothing")
    assert drop(window.design.preview, files(tmp_path / "summer.fgan"))
    ended(qtbot, window)
    qtbot.waitUntil(lambda: "summer.fgan" in told(window))


@pytest.mark.parametrize("what", ["web", "several", "folder", "unknown", "pixels"])
def test_what_cannot_be_taken_is_told_in_one_line(
    window: MainWindow, page_of_lines: Path, tmp_path: Path, what: str
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7")
    mime, says = {
        "web": (web("https://example.org/a.png"), "nothing is fetched"),
        "several": (files(page_of_lines, page_of_lines), "2 files were dropped"),
        "folder": (files(tmp_path), "is a folder"),
        "unknown": (files(tmp_path / "letter.pdf"), "letter.pdf is no picture"),
        "pixels": (pixels(Qt.GlobalColor.red), "This is no file"),
    }[what]
    assert drop(window.design.preview, mime)
    assert says in told(window)
    assert "\n" not in told(window)


def test_a_thumbnail_that_is_let_go_over_the_gallery_asks_nothing(
    window: MainWindow, page_of_lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDropEvent, "source", lambda event: window.design.gallery)
    assert not drop(window.design.gallery.viewport(), files(page_of_lines))
