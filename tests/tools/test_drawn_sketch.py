import numpy as np
import pytest

from fashiongan.errors import ImageError
from fashiongan.tools.drawn_sketch import sketch_of
from fashiongan.tools.sketch_picture import DRAWN_PX


def box(left: int, top: int, width: int, height: int) -> np.ndarray:
    ink = np.zeros((768, 768), bool)
    ink[top : top + height, left : left + width] = True
    ink[top + 6 : top + height - 6, left + 6 : left + width - 6] = False
    return ink


def dab(row: int, column: int) -> np.ndarray:
    dabs = np.zeros((768, 768, 4), np.uint8)
    dabs[row - 20 : row + 20, column - 20 : column + 20] = 200, 30, 40, 255
    return dabs


def test_a_drawing_fills_the_square_wherever_and_however_large_it_was_drawn() -> None:
    small, _ = sketch_of(box(40, 60, 200, 300), None, "drawing")
    large, _ = sketch_of(box(200, 100, 400, 600), None, "drawing")
    rows, columns = np.nonzero(small.lines)
    assert np.ptp(rows) == pytest.approx(DRAWN_PX, abs=8)  # The middle of its lines.
    assert np.ptp(columns) == pytest.approx(DRAWN_PX * 2 / 3, abs=8)
    assert (small.lines.any(1) == large.lines.any(1)).mean() > 0.97


def test_the_square_says_where_it_lies_on_the_page() -> None:
    _, square = sketch_of(box(200, 100, 400, 600), None, "drawing")
    assert square.side_px == pytest.approx(600 * 256 / 240)
    assert square.left_px + square.side_px / 2 == pytest.approx(400, abs=2)
    assert square.top_px + square.side_px / 2 == pytest.approx(400, abs=2)


def test_dabs_go_where_the_lines_go() -> None:
    sketch, square = sketch_of(box(200, 100, 400, 600), dab(300, 260), "drawing")
    assert sketch.dabs is not None
    rows, columns = np.nonzero(sketch.dabs[..., 3])
    scale = square.side_px / 256
    assert rows.mean() * scale + square.top_px == pytest.approx(300, abs=3)
    assert columns.mean() * scale + square.left_px == pytest.approx(260, abs=3)
    assert set(map(tuple, sketch.dabs[rows, columns])) == {(200, 30, 40, 255)}


def test_dabs_beside_the_drawing_are_none() -> None:
    sketch, _ = sketch_of(box(200, 100, 400, 600), dab(740, 60), "drawing")
    assert sketch.dabs is None


def test_other_dabs_are_another_sketch() -> None:
    ink = box(200, 100, 400, 600)
    plain, dabbed = (sketch_of(ink, dabs, "drawing")[0] for dabs in (None, dab(300, 260)))
    assert plain.sha256 != dabbed.sha256


@pytest.mark.parametrize(("ink", "says"), [(np.zeros((768, 768), bool), "empty"), (box(9, 9, 20, 20), "small marks")])
def test_a_page_without_a_drawing_is_refused(ink: np.ndarray, says: str) -> None:
    with pytest.raises(ImageError, match=says):
        sketch_of(ink, None, "drawing")
