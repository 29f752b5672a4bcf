"""Drawings that are kept, opened and traced."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pytestqt.qtbot import QtBot

from gui.sketch.page import SketchPage
from tests.gui.drops import drop, files
from tests.gui.sketch.conftest import WAIT_MS, Told, drawn
from tests.gui.sketch.test_canvas import draw


def test_the_drawing_is_told_once_the_hand_pauses_and_comes_back(
    qtbot: QtBot, page: SketchPage, told: Told, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 80), "red").save(tmp_path / "photo.png")
    page.trace(tmp_path / "photo.png")
    drawn(qtbot, page)
    qtbot.waitUntil(lambda: bool(told.texts), timeout=WAIT_MS)
    before = page.sheet.layers.lines()
    page.sheet.clear()
    page.traced.restore(None)
    page.restore(told.texts[-1])
    assert (page.sheet.layers.lines() == before).mean() > 0.9999
    assert page.traced.trace is not None
    assert not page.sheet.can_undo


def test_a_damaged_text_changes_nothing(qtbot: QtBot, page: SketchPage, told: Told) -> None:
    drawn(qtbot, page)
    page.restore('{"format":1,"strokes":[{}]}')
    assert len(page.sheet.drawing) == 1
    assert "cannot be read" in told.refused[0]


def test_a_drawing_whose_traced_picture_is_gone_comes_back_without_it(page: SketchPage, told: Told) -> None:
    page.restore('{"format":1,"strokes":[{"tool":"pen","width":6,"points":[9,9,1]}],"trace":{"file":"/gone.png"}}')
    assert len(page.sheet.drawing) == 1
    assert page.traced.trace is None
    assert "/gone.png" in told.refused[0]


def test_a_saved_drawing_opens_stroke_by_stroke(qtbot: QtBot, page: SketchPage, tmp_path: Path) -> None:
    drawn(qtbot, page)
    draw(page.canvas, [(300, 300), (340, 300)])
    page.save_drawing(tmp_path / "shirt.png")
    page.sheet.clear()
    page.open_drawing(tmp_path / "shirt.png")
    assert len(page.sheet.drawing) == 2
    page.sheet.undo()
    assert page.sheet.blank


def test_a_drawing_on_paper_becomes_strokes(qtbot: QtBot, page: SketchPage, tmp_path: Path) -> None:
    paper = Image.new("RGB", (300, 400), "white")
    ImageDraw.Draw(paper).polygon([(60, 60), (240, 60), (210, 340), (90, 340)], outline="black", width=4)
    paper.save(tmp_path / "skirt.jpg")
    page.open_drawing(tmp_path / "skirt.jpg")
    assert page.sheet.drawing
    qtbot.waitUntil(lambda: page.preview.made is not None, timeout=WAIT_MS)


@pytest.mark.parametrize("name", ["missing.png", "text.png", "grey.png"])
def test_what_cannot_be_opened_is_told_and_the_page_stays(
    qtbot: QtBot, page: SketchPage, told: Told, tmp_path: Path, name: str
) -> None:
    (tmp_path / "text.png").write_text("no picture")
    Image.new("RGB", (90, 90), "grey").save(tmp_path / "grey.png")
    drawn(qtbot, page)
    page.open_drawing(tmp_path / name)
    assert len(page.sheet.drawing) == 1
    assert name in told.refused[0]
    assert "\n" not in told.refused[0]


def test_where_nothing_can_be_written_it_is_told(qtbot: QtBot, page: SketchPage, told: Told, tmp_path: Path) -> None:
    drawn(qtbot, page)
    (tmp_path / "file").touch()
    page.save_drawing(tmp_path / "file" / "shirt.png")
    assert "cannot be written" in told.refused[0]


def test_a_picture_that_is_dropped_is_traced(page: SketchPage, tmp_path: Path) -> None:
    Image.new("RGB", (40, 80), "red").save(tmp_path / "photo.png")
    assert drop(page, files(tmp_path / "photo.png"))
    assert page.traced.trace is not None
    assert page.trace_bar.opacity.isVisible()
    page.trace_bar.remove.click()
    assert page.traced.trace is None
    assert not page.trace_bar.opacity.isVisible()
