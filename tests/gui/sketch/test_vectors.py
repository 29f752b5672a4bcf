import cv2
import numpy as np

from fashiongan.dataset.thinning import thinned
from gui.sketch.drawing import PAGE_PX
from gui.sketch.painting import rendered
from gui.sketch.vectors import PEN_PX, strokes_of_lines


def ring_with_a_bar() -> np.ndarray:
    page = np.zeros((256, 256), np.uint8)
    cv2.circle(page, (128, 128), 80, 1, 1)
    cv2.line(page, (48, 128), (208, 128), 1, 1)
    return np.asarray(thinned(page > 0))


def test_strokes_cover_every_line_and_nothing_else() -> None:
    lines = ring_with_a_bar()
    ink = rendered(strokes_of_lines(lines)).lines()
    scale = PAGE_PX // 256
    small = ink.reshape(256, scale, 256, scale).any((1, 3))
    assert small[lines].mean() > 0.995
    near = cv2.dilate(lines.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    assert not small[~near].any()


def test_a_straight_line_is_one_stroke_from_end_to_end() -> None:
    lines = np.zeros((256, 256), bool)
    lines[100, 20:220] = True
    (stroke,) = strokes_of_lines(lines)
    ends = sorted((stroke.points[0].x, stroke.points[-1].x))
    assert ends == [20.5 * 3, 219.5 * 3]
    assert stroke.width_px == PEN_PX


def test_lines_that_cross_stay_joined() -> None:
    ink = rendered(strokes_of_lines(ring_with_a_bar())).lines()
    parts, _ = cv2.connectedComponents(ink.astype(np.uint8), connectivity=8)
    assert parts == 2  # With the paper.


def test_no_lines_are_no_strokes() -> None:
    assert strokes_of_lines(np.zeros((256, 256), bool)) == ()
