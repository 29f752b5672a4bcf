from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.fit.view_bar import ViewBar
from gui.widgets.camera import Ray, StandardView
from gui.widgets.ground import COLORS, Ground
from gui.widgets.viewport import Viewport
from tests.gui.widgets.test_stage import patch

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
WAIT_MS = 10_000


@pytest.fixture
def viewport(qtbot: QtBot) -> Iterator[Viewport]:
    made = Viewport()
    qtbot.addWidget(made)
    made.resize(320, 320)
    made.show()
    made.show_surfaces([patch((0, 0, 0), (200, 40, 40), 500), patch((0, 0, 40), (40, 40, 200), 100)])
    yield made
    made.close_renderer()


@pytest.fixture
def bar(qtbot: QtBot, viewport: Viewport) -> ViewBar:
    made = ViewBar(viewport)
    qtbot.addWidget(made)
    made.show()
    return made


def drag(qtbot: QtBot, viewport: Viewport, by: QPoint, button: Qt.MouseButton = LEFT) -> None:
    start = QPoint(100, 100)
    qtbot.mousePress(viewport, button, pos=start)
    qtbot.mouseMove(viewport, start + by)
    qtbot.mouseRelease(viewport, button, pos=start + by)


def corner(viewport: Viewport) -> QColor:
    return viewport.grab().toImage().pixelColor(3, 3)


def test_dragging_to_the_right_turns_the_body_to_the_right(qtbot: QtBot, viewport: Viewport) -> None:
    drag(qtbot, viewport, QPoint(50, 0))
    assert viewport.camera.front[0] < -0.2
    drag(qtbot, viewport, QPoint(0, 50))
    assert viewport.camera.front[1] > 0.2


def test_dragging_with_the_right_button_moves_the_body_with_the_hand(qtbot: QtBot, viewport: Viewport) -> None:
    before = np.array(viewport.camera.target_mm)
    drag(qtbot, viewport, QPoint(40, 0), RIGHT)
    assert (np.array(viewport.camera.target_mm) - before)[0] < -10


def test_a_click_gives_the_line_of_sight_and_a_drag_does_not(qtbot: QtBot, viewport: Viewport) -> None:
    with qtbot.waitSignal(viewport.clicked) as clicked:
        qtbot.mouseClick(viewport, LEFT, pos=QPoint(160, 160))
    assert clicked.args is not None
    ray: Ray = clicked.args[0]
    assert ray.direction @ viewport.camera.front == pytest.approx(-1, abs=1e-3)
    with qtbot.assertNotEmitted(viewport.clicked):
        drag(qtbot, viewport, QPoint(50, 30))


def test_a_double_click_sees_all_from_the_front_again(qtbot: QtBot, viewport: Viewport) -> None:
    before = viewport.camera
    drag(qtbot, viewport, QPoint(90, 30))
    assert viewport.camera != before
    qtbot.mouseDClick(viewport, LEFT, pos=QPoint(160, 160))
    assert viewport.camera == before


def test_keys_turn_and_zoom(qtbot: QtBot, viewport: Viewport) -> None:
    half = viewport.camera.half_height_mm
    qtbot.keyClick(viewport, Qt.Key.Key_Left)
    qtbot.keyClick(viewport, Qt.Key.Key_Up)
    assert viewport.camera.turn_deg == 345
    assert viewport.camera.tilt_deg == 15
    qtbot.keyClick(viewport, Qt.Key.Key_Plus)
    assert viewport.camera.half_height_mm < half


def test_the_whole_body_is_seen_whole_in_a_narrower_view_too(viewport: Viewport) -> None:
    wide = viewport.camera.half_height_mm
    viewport.resize(320, 640)
    assert viewport.camera.half_height_mm > 1.8 * wide
    viewport.orbit(5)
    turned = viewport.camera
    viewport.resize(500, 500)
    assert viewport.camera == turned


def test_zoom_to_fit_goes_to_what_is_worn(viewport: Viewport) -> None:
    whole = viewport.camera.half_height_mm
    viewport.zoom_to_fit()
    assert viewport.camera.half_height_mm == pytest.approx(whole / 5, rel=0.15)


def test_other_colors_are_seen_from_where_it_was_looked_at(viewport: Viewport) -> None:
    viewport.orbit(70)
    before = viewport.camera
    viewport.recolor([patch((0, 0, 0), (0, 200, 0), 500)])
    assert viewport.camera == before


def test_the_turntable_turns_until_the_mouse_is_pressed(qtbot: QtBot, viewport: Viewport, bar: ViewBar) -> None:
    bar.turntable.trigger()
    assert viewport.turntable.turning
    assert bar.turntable.isChecked()
    qtbot.waitUntil(lambda: 2 < viewport.camera.turn_deg < 180, timeout=WAIT_MS)
    qtbot.mousePress(viewport, LEFT, pos=QPoint(50, 50))
    assert not viewport.turntable.turning
    assert not bar.turntable.isChecked()


def test_nothing_turns_where_nobody_looks(viewport: Viewport) -> None:
    viewport.turntable.start()
    viewport.hide()
    assert not viewport.turntable.turning


@pytest.mark.parametrize("view", list(StandardView))
def test_a_button_shows_each_side(viewport: Viewport, bar: ViewBar, view: StandardView) -> None:
    bar.views[view].trigger()
    np.testing.assert_allclose(viewport.camera.front, viewport.camera.seen_from(view).front)


def test_every_button_has_a_key_and_says_so(bar: ViewBar) -> None:
    keys = [action.shortcut().toString() for action in bar.shortcuts]
    assert keys == ["1", "2", "3", "4", "5", "6", "0", "T", "P"]
    assert all(f"({key})" in action.toolTip() for key, action in zip(keys, bar.shortcuts, strict=True))


@pytest.mark.parametrize("ground", list(Ground))
def test_a_ground_is_seen_behind_the_body(viewport: Viewport, bar: ViewBar, qtbot: QtBot, ground: Ground) -> None:
    viewport.camera = viewport.camera.zoomed(1.5)
    bar.grounds[ground].trigger()
    viewport.repaint_now()
    found = corner(viewport).getRgb()[:3]
    assert max(abs(a - b) for a, b in zip(found, COLORS[ground].top, strict=True)) < 8


def test_without_perspective_what_is_behind_is_as_large(viewport: Viewport, bar: ViewBar) -> None:
    bar.parallel.trigger()
    assert viewport.camera.parallel
    near, far = viewport.camera.ray(0.5, 0.0), viewport.camera.ray(-0.5, 0.0)
    np.testing.assert_allclose(near.direction, far.direction)


def test_nothing_to_show_says_what_to_do(viewport: Viewport) -> None:
    viewport.repaint_now()
    assert viewport.has_frame
    viewport.recolor([])
    assert not viewport.has_frame
    assert "Fit" in viewport.placeholder
