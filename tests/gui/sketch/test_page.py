import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fashiongan.attributes import GarmentAttributes
from fashiongan.color import Color
from fashiongan.ideas.reworked import Reworked, Tool
from fashiongan.studio import Studio
from gui.sketch.page import SketchPage
from tests.gui.sketch.conftest import HALF_SHIRT, LEFT, WAIT_MS, Asked, Told, drawn
from tests.gui.sketch.test_canvas import at, draw


def test_an_empty_page_invites_to_draw_and_shows_no_garment(qtbot: QtBot, page: SketchPage) -> None:
    qtbot.wait(150)
    assert page.preview.made is None
    assert "while you draw" in page.preview.words
    assert not any(button.isEnabled() for button in (page.keep, page.four, page.save_button))


def test_the_garment_is_there_before_the_hand_is_lifted(qtbot: QtBot, page: SketchPage) -> None:
    first, *rest = (at(page.canvas, *place) for place in HALF_SHIRT)
    QTest.mousePress(page.canvas, LEFT, pos=first)
    for place in rest:
        QTest.mouseMove(page.canvas, place)
    qtbot.waitUntil(lambda: page.preview.made is not None, timeout=WAIT_MS)
    assert page.sheet.stroke is not None


def test_the_garment_lies_where_it_was_drawn(qtbot: QtBot, page: SketchPage) -> None:
    drawn(qtbot, page)
    made = page.preview.made
    assert made is not None
    assert made.rgba.shape == (256, 256, 4)
    assert made.square.left_px + made.square.side_px / 2 == pytest.approx(384, abs=6)
    assert made.square.side_px == pytest.approx((768 - 2 * 100) * 256 / 240, rel=0.03)


def test_a_cleared_page_shows_no_garment_and_undo_brings_it_back(qtbot: QtBot, page: SketchPage) -> None:
    drawn(qtbot, page)
    qtbot.mouseClick(page.tools.clear, LEFT)
    qtbot.waitUntil(lambda: page.preview.made is None, timeout=WAIT_MS)
    qtbot.mouseClick(page.tools.undo, LEFT)
    qtbot.waitUntil(lambda: page.preview.made is not None, timeout=WAIT_MS)


def test_a_mark_is_no_garment_yet(qtbot: QtBot, page: SketchPage) -> None:
    drawn(qtbot, page)
    page.sheet.restore(())
    qtbot.mouseClick(page.canvas, LEFT, pos=at(page.canvas, 300, 300))
    qtbot.waitUntil(lambda: page.preview.made is None, timeout=WAIT_MS)


def test_keep_asks_for_the_garment_with_words_and_seed(
    qtbot: QtBot, page: SketchPage, asked: Asked, told: Told, studio: Studio
) -> None:
    page.seed.setValue(12)
    drawn(qtbot, page)
    qtbot.mouseClick(page.keep, LEFT)
    (task,) = told.tasks
    assert (task.asked, task.count, task.seed) == (asked.attributes, 1, 12)
    kept = studio.picture(task, 0)
    assert isinstance(kept.idea, Reworked)
    assert kept.idea.tool is Tool.SKETCH
    qtbot.waitUntil(lambda: np.array_equal(_shown(page), kept.rgba), timeout=WAIT_MS)


def _shown(page: SketchPage) -> np.ndarray:
    return page.preview.made.rgba if page.preview.made else np.zeros(0)


def test_colours_that_are_dabbed_are_in_what_is_kept(qtbot: QtBot, page: SketchPage, told: Told) -> None:
    drawn(qtbot, page)
    page.brush.dip(Color(200, 30, 40))
    draw(page.canvas, [(300, 400), (340, 440)])
    qtbot.mouseClick(page.keep, LEFT)
    dabs = told.tasks[0].sketch.dabs
    assert dabs is not None
    dabbed = dabs[dabs[..., 3] > 0].astype(int)
    assert (abs(dabbed - (200, 30, 40, 255)) < 4).all()


def test_four_of_it_are_four_while_colours_are_open(qtbot: QtBot, page: SketchPage, asked: Asked, told: Told) -> None:
    drawn(qtbot, page)
    qtbot.mouseClick(page.four, LEFT)
    assert told.tasks[0].count == 4
    asked.attributes = GarmentAttributes(colors=(Color.parse("teal"),))
    page.refresh()
    assert not page.four.isEnabled()
    assert page.keep.isEnabled()


def test_the_dice_change_the_seed(qtbot: QtBot, page: SketchPage) -> None:
    seeds = set()
    for _ in range(4):
        qtbot.mouseClick(page.dice, LEFT)
        seeds.add(page.seed.value())
    assert len(seeds) > 1


def test_words_that_exclude_each_other_are_told_in_place_of_a_garment(
    qtbot: QtBot, page: SketchPage, asked: Asked, told: Told
) -> None:
    drawn(qtbot, page)
    asked.error = "A skirt has no sleeves."
    page.refresh()
    assert page.preview.made is None
    assert page.preview.words == asked.error
    page.ask(1)
    assert told.refused == [asked.error]


def test_keys_of_the_page_go_before_those_of_the_window(qtbot: QtBot, page: SketchPage) -> None:
    window_undo: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Z"), page, lambda: window_undo.append(True))
    drawn(qtbot, page)
    page.keep.setFocus()
    qtbot.keyClick(page.keep, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.sheet.blank
    assert window_undo == []


def test_a_seed_can_be_typed(qtbot: QtBot, page: SketchPage) -> None:
    page.seed.setFocus()
    page.seed.selectAll()
    qtbot.keyClicks(page.seed, "305")
    assert page.seed.value() == 305


def test_a_swatch_takes_the_brush(qtbot: QtBot, page: SketchPage) -> None:
    button = page.tools.swatches.group.buttons()[4]
    qtbot.mouseClick(button, LEFT)
    assert page.tools.tools[page.brush.tool].text() == "Colour"
    assert page.brush.color.hex == button.property("color")


def test_every_control_teaches_and_has_a_name(page: SketchPage) -> None:
    controls = [page.seed, page.dice, page.four, page.keep, page.open_button, page.save_button]
    controls += [*page.tools.tools.values(), page.tools.size_slider, page.tools.symmetry, page.tools.undo]
    controls += [*page.tools.swatches.group.buttons(), page.trace_bar.opacity, page.trace_bar.move_it]
    assert all(control.toolTip() for control in controls)
    assert all(control.accessibleName() or control.text() for control in controls)
