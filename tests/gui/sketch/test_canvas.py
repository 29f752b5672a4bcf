from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QPaintEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fashiongan.color import Color
from gui.sketch.brush import Brush
from gui.sketch.canvas import SketchCanvas
from gui.sketch.drawing import Tool
from gui.sketch.sheet import Sheet
from gui.sketch.trace_layer import TraceLayer

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot: QtBot) -> SketchCanvas:
    made = SketchCanvas(Sheet(), Brush(), TraceLayer())
    qtbot.addWidget(made)
    made.resize(500, 420)
    made.show()
    qtbot.waitExposed(made)
    made.brush.set_symmetric(False)
    return made


def at(canvas: SketchCanvas, x: float, y: float) -> QPoint:
    """Where a place of the page lies in the widget."""
    return canvas.view.transform().map(QPointF(x, y)).toPoint()


def draw(canvas: SketchCanvas, places: Sequence[tuple[float, float]]) -> None:
    first, *rest = (at(canvas, *place) for place in places)
    QTest.mousePress(canvas, LEFT, pos=first)
    for place in rest:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, *places[-1]))


class PaintedAreas(QObject):
    """Notes how many pixels each repaint has."""

    def __init__(self, canvas: SketchCanvas) -> None:
        super().__init__()
        self.areas: list[int] = []
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(sum(part.width() * part.height() for part in event.region()))
        return False


def pen(canvas: SketchCanvas, kind: QEvent.Type, place: QPoint, pressure: float, turned_over: bool = False) -> None:
    pointer = QPointingDevice.PointerType.Eraser if turned_over else QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        "pen", 1, QInputDevice.DeviceType.Stylus, pointer, QInputDevice.Capability.Pressure, 1, 3, "",
        QPointingDeviceUniqueId()
    )  # fmt: skip
    local, button = QPointF(place), LEFT
    event = QTabletEvent(
        kind, device, local, canvas.mapToGlobal(local), pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier,
        button, button
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def turn_wheel(canvas: SketchCanvas, place: QPoint, angle: int) -> None:
    local = QPointF(place)
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        local, canvas.mapToGlobal(local), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_a_stroke_lies_where_the_mouse_went(canvas: SketchCanvas) -> None:
    draw(canvas, [(100, 100), (300, 100), (300, 500)])
    (stroke,) = canvas.sheet.drawing
    assert [(one.x, one.y) for one in stroke.points] == [
        (pytest.approx(x, abs=2), pytest.approx(y, abs=2)) for x, y in ((100, 100), (300, 100), (300, 500))
    ]
    assert canvas.sheet.layers.lines()[450, 296:304].any()


def test_a_click_is_a_dot(canvas: SketchCanvas, qtbot: QtBot) -> None:
    qtbot.mouseClick(canvas, LEFT, pos=at(canvas, 200, 300))
    assert canvas.sheet.layers.lines()[296:304, 196:204].any()


def test_keys_take_tools_symmetry_and_widths(canvas: SketchCanvas, qtbot: QtBot) -> None:
    brush = canvas.brush
    for key, tool in ((Qt.Key.Key_E, Tool.ERASER), (Qt.Key.Key_H, Tool.HINT), (Qt.Key.Key_P, Tool.PEN)):
        qtbot.keyClick(canvas, key)
        assert brush.tool is tool
    before = brush.width_px
    qtbot.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert brush.width_px > before
    qtbot.keyClick(canvas, Qt.Key.Key_BracketLeft)
    assert brush.width_px == pytest.approx(before)
    qtbot.keyClick(canvas, Qt.Key.Key_S)
    assert brush.symmetric


def test_keys_undo_and_redo(canvas: SketchCanvas, qtbot: QtBot) -> None:
    draw(canvas, [(100, 100), (300, 100)])
    qtbot.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    assert canvas.sheet.blank
    qtbot.keyClick(canvas, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(canvas.sheet.drawing) == 1


def test_each_tool_keeps_its_own_width(canvas: SketchCanvas) -> None:
    canvas.brush.take(Tool.ERASER)
    canvas.brush.set_width(60)
    canvas.brush.take(Tool.PEN)
    canvas.brush.set_width(3)
    canvas.brush.take(Tool.ERASER)
    assert canvas.brush.width_px == 60


def test_a_hint_has_the_colour_of_the_brush(canvas: SketchCanvas) -> None:
    canvas.brush.dip(Color(200, 30, 40))
    draw(canvas, [(100, 100), (200, 100)])
    dabs = canvas.sheet.layers.dabs()
    assert dabs is not None
    assert tuple(dabs[100, 150]) == (200, 30, 40, 255)
    assert not canvas.sheet.layers.inked


def test_symmetry_draws_the_other_half(canvas: SketchCanvas) -> None:
    canvas.brush.set_symmetric(True)
    draw(canvas, [(100, 100), (300, 400)])
    ink = canvas.sheet.layers.lines()
    assert (ink == ink[:, ::-1]).mean() > 0.9999


def test_a_long_stroke_repaints_only_what_changed(canvas: SketchCanvas, qtbot: QtBot) -> None:
    QTest.mousePress(canvas, LEFT, pos=at(canvas, 100, 100))
    qtbot.wait(30)
    painted = PaintedAreas(canvas)
    for step in range(500):
        QTest.mouseMove(canvas, at(canvas, 100 + step * 5 % 500, 100 + step))
        QApplication.processEvents()
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 300, 600))
    QApplication.processEvents()
    assert len(painted.areas) > 400
    whole = canvas.width() * canvas.height()
    large = 5 + 1  # From the right end of a row back to its left one, and the whole stroke when it is done.
    assert sorted(painted.areas)[-1 - large] < 0.02 * whole
    assert sum(painted.areas) < 3 * whole


def test_a_pen_draws_wider_where_it_presses_harder(canvas: SketchCanvas) -> None:
    canvas.brush.set_width(30)
    for row, pressure in ((200, 1.0), (500, 0.2)):
        pen(canvas, QEvent.Type.TabletPress, at(canvas, 100, row), pressure)
        for x in range(110, 400, 10):
            pen(canvas, QEvent.Type.TabletMove, at(canvas, x, row), pressure)
        pen(canvas, QEvent.Type.TabletRelease, at(canvas, 400, row), 0)
    ink = canvas.sheet.layers.lines()
    hard, soft = ink[100:300, 250].sum(), ink[400:600, 250].sum()
    assert hard == pytest.approx(30, abs=2)
    assert soft == pytest.approx(30 * 0.4, abs=2)


def test_a_pen_that_is_turned_over_erases(canvas: SketchCanvas) -> None:
    draw(canvas, [(100, 300), (500, 300)])
    pen(canvas, QEvent.Type.TabletPress, at(canvas, 300, 300), 1.0, turned_over=True)
    pen(canvas, QEvent.Type.TabletRelease, at(canvas, 300, 300), 0.0, turned_over=True)
    assert not canvas.sheet.layers.lines()[:, 295:305].any()
    assert canvas.brush.tool is Tool.PEN


def test_the_cursor_is_as_large_as_the_brush(canvas: SketchCanvas) -> None:
    canvas.brush.take(Tool.ERASER)
    for width_px in (40, 80):
        canvas.brush.set_width(width_px)
        shown = canvas.cursor().pixmap().deviceIndependentSize().width()
        assert shown == pytest.approx(width_px * canvas.view.scale, abs=6)


def test_the_wheel_zooms_around_the_cursor_and_0_shows_the_whole_page(canvas: SketchCanvas, qtbot: QtBot) -> None:
    whole, place = canvas.view, at(canvas, 200, 300)
    before = canvas.view.on_page(QPointF(place))
    turn_wheel(canvas, place, 240)
    after = canvas.view.on_page(QPointF(place))
    assert canvas.view.scale > whole.scale
    assert (after - before).manhattanLength() < 0.01
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.view == whole


def test_a_page_that_is_shown_whole_stays_whole_in_any_window(canvas: SketchCanvas, qtbot: QtBot) -> None:
    canvas.resize(900, 700)
    qtbot.waitUntil(lambda: canvas.view.scale > 0.8)
    corners = [canvas.view.transform().map(QPointF(x, y)) for x, y in ((0, 0), (768, 768))]
    assert all(canvas.rect().contains(one.toPoint()) for one in corners)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.new("RGB", (40, 80), "red").save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


def test_a_picture_to_trace_fits_and_is_moved_and_scaled_but_not_drawn(
    canvas: SketchCanvas, photo: Path, qtbot: QtBot
) -> None:
    canvas.traced.open(photo)
    place = canvas.traced.place()
    assert (place.width(), place.height(), place.center()) == (384, 768, QPointF(384, 384))
    canvas.move_trace(True)
    draw(canvas, [(100, 100), (200, 150)])
    moved = canvas.traced.place().center() - place.center()
    assert (moved.x(), moved.y()) == (pytest.approx(100, abs=3), pytest.approx(50, abs=3))
    turn_wheel(canvas, at(canvas, 384, 384), 240)
    assert canvas.traced.place().height() > 768
    assert canvas.sheet.blank
    qtbot.keyClick(canvas, Qt.Key.Key_P)
    draw(canvas, [(100, 100), (200, 150)])
    assert len(canvas.sheet.drawing) == 1


def test_a_picture_to_trace_is_seen_and_fades(canvas: SketchCanvas, photo: Path) -> None:
    canvas.traced.open(photo)
    shades = []
    for opacity in (0.2, 0.9):
        canvas.traced.fade(opacity)
        shades.append(canvas.grab().toImage().pixelColor(at(canvas, 300, 384)).green())
    assert shades[0] > shades[1] + 100
