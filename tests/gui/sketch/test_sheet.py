import numpy as np
import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from gui.sketch.drawing import Point, Stroke, Tool
from gui.sketch.painting import rendered
from gui.sketch.sheet import LEAST_STEP_PX, MILESTONE, WHOLE_PAGE, Sheet


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet()


def draw(sheet: Sheet, tool: Tool = Tool.PEN, row: float = 200.0, mirrored: bool = False) -> None:
    sheet.begin(Stroke(tool, 8, (Point(100, row),), mirrored=mirrored))
    for x in range(110, 300, 7):
        sheet.extend(Point(x, row + x % 11, 0.6))
    sheet.end()


def same_as_rendered(sheet: Sheet) -> bool:
    whole = rendered(sheet.drawing)
    return whole.ink == sheet.layers.ink and whole.hints == sheet.layers.hints


def test_the_page_is_what_its_drawing_says(sheet: Sheet) -> None:
    draw(sheet, mirrored=True)
    draw(sheet, Tool.ERASER, row=205)
    assert len(sheet.drawing) == 2
    assert same_as_rendered(sheet)


def test_undo_and_redo_show_what_was(sheet: Sheet) -> None:
    draw(sheet)
    one = sheet.layers.lines()
    draw(sheet, row=300)
    two = sheet.layers.lines()
    sheet.undo()
    assert np.array_equal(sheet.layers.lines(), one)
    sheet.undo()
    assert sheet.blank
    assert not sheet.layers.inked
    assert not sheet.can_undo
    sheet.redo()
    sheet.redo()
    assert np.array_equal(sheet.layers.lines(), two)
    assert not sheet.can_redo
    assert same_as_rendered(sheet)


def test_undo_far_back_shows_what_was(sheet: Sheet) -> None:
    for row in range(2 * MILESTONE + 3):
        draw(sheet, row=20.0 * row, mirrored=row % 2 == 0)
    for _ in range(MILESTONE + 5):
        sheet.undo()
        assert same_as_rendered(sheet)


def test_clear_can_be_undone(sheet: Sheet) -> None:
    draw(sheet)
    before = sheet.drawing
    sheet.clear()
    assert sheet.blank
    sheet.undo()
    assert sheet.drawing == before
    assert same_as_rendered(sheet)


def test_clearing_an_empty_page_is_nothing_to_undo(sheet: Sheet) -> None:
    sheet.clear()
    assert not sheet.can_undo


def test_undo_amid_a_stroke_takes_that_stroke_back(sheet: Sheet) -> None:
    draw(sheet)
    sheet.begin(Stroke(Tool.PEN, 8, (Point(10, 10),)))
    sheet.extend(Point(90, 90))
    sheet.undo()
    assert len(sheet.drawing) == 1
    assert same_as_rendered(sheet)


def test_a_restored_drawing_is_a_new_beginning(sheet: Sheet) -> None:
    draw(sheet)
    kept = sheet.drawing
    other = Sheet()
    draw(other, row=500)
    other.restore(kept)
    assert other.drawing == kept
    assert not other.can_undo
    assert same_as_rendered(other)


def test_a_trembling_hand_adds_no_points(sheet: Sheet) -> None:
    sheet.begin(Stroke(Tool.PEN, 8, (Point(10, 10),)))
    sheet.extend(Point(10 + LEAST_STEP_PX / 2, 10))
    assert sheet.stroke is not None
    assert len(sheet.stroke.points) == 1


def test_a_move_touches_only_what_is_near(sheet: Sheet) -> None:
    draw(sheet)
    sheet.begin(Stroke(Tool.PEN, 8, (Point(400, 400),)))
    parts: list[QRectF] = []
    sheet.touched.connect(parts.append)
    for x in range(410, 600, 10):
        sheet.extend(Point(x, 400))
    assert max(part.width() * part.height() for part in parts) < 40 * 20
    assert WHOLE_PAGE not in parts
