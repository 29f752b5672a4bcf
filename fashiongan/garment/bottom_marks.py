"""Where things are in a picture of trousers, shorts or a skirt: waist, seat, crotch, legs and hem."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from fashiongan.attributes import Category
from fashiongan.body.model import Floats
from fashiongan.garment.hem_corners import hem_half
from fashiongan.garment.upright import Mask, Upright

# The seat lies so far below the waist, as a share of its width; with legs, of the way to the crotch.
SEAT_DOWN, SEAT_TO_CROTCH = 0.42, 0.8
# A waist that is gathered tells how wide the seat below it can be.
SEAT_PER_WAIST = 1.35
# Legs: crotches lie so far down, as shares of the width at the waist; and a shorter leg than this by its width is one
# of shorts.
CROTCHES, STRAIGHT_BELOW, LEG_END_PERCENT = (0.3, 1.1), 0.7, 85
# Of the shortest, hardly anything hangs below the crotch: across them is measured from so far above, by the width.
SHORT_ABOVE = 0.1


@dataclass(frozen=True)
class BottomMarks:
    """Pixels in an upright picture. crotch_y : None where no gap between legs is seen, or there are none;

    left, right : (H,) outer sides in every row; inner_left, inner_right : (H,) the gap between the legs, closed above
    the crotch; length, leg_hem : along a leg, and across it at the hem
    """

    axis: float
    waist_y: float
    seat_y: float
    seat: float
    hem_y: float
    crotch_y: float | None
    left: Floats
    right: Floats
    inner_left: Floats
    inner_right: Floats
    length: float
    hem: float


def bottom_marks(picture: Upright, category: Category) -> BottomMarks:
    """Find them."""
    left, right = _outer(picture.mask)
    edges = _even(left), _even(right)
    waist_y, waist = _waist(picture, edges)
    rows = np.flatnonzero(picture.mask.any(1))
    crotch_y = None if category is Category.SKIRT else _crotch(picture, waist_y, waist, float(rows[-1]))
    seat_y = _seat_y(edges, waist_y, crotch_y, rows[-1])
    seat = min(float(edges[1][int(seat_y)] - edges[0][int(seat_y)]), SEAT_PER_WAIST * waist)
    hem_y = _hem_y(picture, waist)
    if crotch_y is None:
        length = hem_y - waist_y
        hem = _skirt_hem(picture, edges, waist_y) if category is Category.SKIRT else _closed_legs(picture.mask, hem_y)
    else:
        bottoms = picture.column_bottoms()
        hem_y = float(np.percentile(bottoms[bottoms > 0], LEG_END_PERCENT))
        halves = [_leg(picture.mask, crotch_y, picture.axis, sign) for sign in (-1, 1)]
        length = crotch_y - waist_y + max(long for long, _ in halves)
        hem = float(np.mean([wide for _, wide in halves]))
    inner = _inner(picture, crotch_y)
    return BottomMarks(
        picture.axis, waist_y, seat_y, seat, hem_y, crotch_y, edges[0], edges[1], inner[0], inner[1], length, hem
    )


def _outer(mask: Mask) -> tuple[Floats, Floats]:
    """(H,) the outermost columns of every row; those of the nearest row where it is empty."""
    filled = np.flatnonzero(mask.any(1))
    left, right = mask.argmax(1)[filled], (mask.shape[1] - mask[:, ::-1].argmax(1))[filled]
    rows = np.arange(len(mask))
    return np.interp(rows, filled, left), np.interp(rows, filled, right)


def _even(edge: Floats) -> Floats:
    return np.asarray(gaussian_filter1d(edge, 1.5, mode="nearest"))


def _waist(picture: Upright, edges: tuple[Floats, Floats]) -> tuple[float, float]:
    """Its height, and its width a little below."""
    tops = picture.column_tops()
    first = int(np.flatnonzero(picture.mask.any(1))[0])
    rough = edges[1][first + 4] - edges[0][first + 4]
    middle = np.abs(np.arange(len(tops)) + 0.5 - picture.axis) < 0.3 * rough
    height = float(np.median(tops[middle]))
    row = min(int(height + 0.05 * rough) + 2, len(edges[0]) - 1)
    return height, float(edges[1][row] - edges[0][row])


def _crotch(picture: Upright, waist_y: float, waist: float, bottom: float) -> float | None:
    """The highest place of the gap between the legs."""
    near = np.abs(np.arange(picture.mask.shape[1]) + 0.5 - picture.axis) < 0.2 * waist
    start = int(waist_y + CROTCHES[0] * waist)
    below = ~picture.mask[start:, near]
    if not below.size:
        return None
    first = np.where(below.any(0), below.argmax(0), len(below)) + start
    crotch = float(first.min())
    if crotch > min(waist_y + CROTCHES[1] * waist, bottom - 0.03 * waist):
        return None
    return crotch


def _seat_y(edges: tuple[Floats, Floats], waist_y: float, crotch_y: float | None, last: int) -> float:
    if crotch_y is not None:
        return waist_y + SEAT_TO_CROTCH * (crotch_y - waist_y)
    for row in range(int(waist_y), int(last)):
        if row - waist_y >= SEAT_DOWN * (edges[1][row] - edges[0][row]):
            return float(row)
    return float(waist_y + 0.6 * (last - waist_y))


def _hem_y(picture: Upright, waist: float) -> float:
    bottoms = picture.column_bottoms()
    aside = np.abs(np.arange(len(bottoms)) + 0.5 - picture.axis)
    near = bottoms[(aside < 0.5 * waist) & (bottoms > 0)]
    return float(np.percentile(near, 75))


def _skirt_hem(picture: Upright, edges: tuple[Floats, Floats], waist_y: float) -> float:
    last = float(np.flatnonzero(picture.mask.any(1))[-1])
    return sum(hem_half(half, waist_y, last) for half in (picture.axis - edges[0], edges[1] - picture.axis))


def _closed_legs(mask: Mask, hem_y: float) -> float:
    """Across one leg, of two between which no crotch is seen."""
    first = int(np.flatnonzero(mask.any(1))[0])
    rows = slice(int(hem_y - 0.10 * (hem_y - first)), int(hem_y - 0.02 * (hem_y - first)) + 1)
    return float(np.percentile(mask[rows].sum(1), 80)) / 2


def _leg(mask: Mask, crotch_y: float, axis: float, sign: int) -> tuple[float, float]:
    """Length below the crotch along a leg, and its width at the hem."""
    rows, columns = np.nonzero(mask)
    own = (rows >= crotch_y) & (sign * (columns + 0.5 - axis) > 0)
    if not own.any():
        return 0.0, 0.0
    points = np.stack([columns[own], rows[own]], axis=1).astype(np.float64) + 0.5
    tall = float(np.ptp(points[:, 1]))
    start, end = (points[_band(points, crotch_y + share * tall, 0.08 * tall)].mean(0) for share in (0.08, 0.85))
    if tall <= STRAIGHT_BELOW * np.ptp(points[:, 0]):
        # Short legs end aslant, so that no row near the hem crosses the whole of one.
        legs = rows >= crotch_y - SHORT_ABOVE * np.ptp(points[:, 0])
        across = np.bincount(rows[legs & (sign * (columns + 0.5 - axis) > 0)])
        return tall, float(np.percentile(across[across > 0], 80))
    down = (end - start) / np.linalg.norm(end - start)
    ahead, aside = (points - start) @ down, (points - start) @ np.array([-down[1], down[0]])
    last = np.percentile(ahead, 99)
    near = (ahead > 0.86 * last) & (ahead < 0.95 * last)
    ends = np.percentile(aside[near] if near.any() else aside, [1, 99])
    return float(last + (start[1] - crotch_y) * down[1]), float(ends[1] - ends[0])


def _band(points: NDArray[np.float64], y: float, reach: float) -> Mask:
    return np.asarray(np.abs(points[:, 1] - y) <= max(reach, 1.0))


def _inner(picture: Upright, crotch_y: float | None) -> tuple[Floats, Floats]:
    """(H,) where the left leg ends and the right one begins in every row."""
    inner = np.full((2, len(picture.mask)), picture.axis)
    for row in range(len(picture.mask) if crotch_y is None else int(crotch_y), len(picture.mask)):
        columns = np.flatnonzero(picture.mask[row])
        left, right = columns[columns < picture.axis], columns[columns > picture.axis]
        gap = columns.size and not picture.mask[row, int(picture.axis)]
        inner[0, row] = left[-1] + 1 if gap and left.size else inner[0, row - 1]
        inner[1, row] = right[0] if gap and right.size else inner[1, row - 1]
    return inner[0], inner[1]
