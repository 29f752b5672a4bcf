"""Lines one pixel wide to strokes of the pen, so that a drawing on paper can be gone on with."""

import numpy as np
from numpy.typing import NDArray

from gui.sketch.drawing import PAGE_PX, Drawing, Point, Stroke, Tool

PEN_PX = 6.0
# Every so many pixels of a line become a point: enough for smooth curves that still follow corners.
STEP = 2
# Each place is the mean of so many.
SMOOTH = 5
Place = tuple[int, int]
# Straight neighbours before diagonal ones, so that no pixel of a stair is left behind.
_ROUND = ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, -1), (-1, 1))


def strokes_of_lines(lines: NDArray[np.bool_]) -> Drawing:
    """(S, S) lines one pixel wide to strokes along them, on the whole page."""
    left: set[Place] = {(int(row), int(column)) for row, column in np.argwhere(lines)}
    known = frozenset(left)
    # Ends first, so that a line is one stroke and not two halves.
    starts = sorted(left, key=lambda one: (len(_beside(one, known)) != 1, one))
    return tuple(_stroke(_walk(start, left, known), lines.shape[0]) for start in starts if start in left)


def _walk(start: Place, left: set[Place], known: frozenset[Place]) -> list[Place]:
    """Go from pixel to pixel as long as there are new ones; joined at both ends to lines that were walked before."""
    before = [one for one in _beside(start, known) if one not in left]
    way = [*before[:1], start]
    left.discard(start)
    while new := _beside(way[-1], left):
        way.append(new[0])
        left.discard(new[0])
    joins = [one for one in _beside(way[-1], known) if one not in way[-3:]]
    return way + joins[:1]


def _beside(place: Place, pixels: set[Place] | frozenset[Place]) -> list[Place]:
    row, column = place
    return [one for down, right in _ROUND if (one := (row + down, column + right)) in pixels]


def _stroke(way: list[Place], size: int) -> Stroke:
    places = (_without_stairs(np.array(way, np.float64)) + 0.5) * PAGE_PX / size
    kept = [*places[:-1:STEP], places[-1]]
    return Stroke(Tool.PEN, PEN_PX, tuple(Point(float(column), float(row)) for row, column in kept))


def _without_stairs(way: NDArray[np.float64]) -> NDArray[np.float64]:
    """(N, 2) to (N, 2): each place in the mean of those around it; the ends stay."""
    if len(way) <= SMOOTH:
        return way
    sides = SMOOTH // 2
    smooth = way.copy()
    smooth[sides:-sides] = np.lib.stride_tricks.sliding_window_view(way, SMOOTH, axis=0).mean(-1)
    return smooth
