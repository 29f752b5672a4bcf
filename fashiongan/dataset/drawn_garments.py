"""Twelve garments drawn by script as a hand draws them: few wobbly strokes that were never an edge of a photo.

They are the judge of whether a translator understands drawings or only edge maps.
"""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import Category
from fashiongan.dataset.garment_strokes import DRAWN

PAGE_PX = 640
UNIT_PX, TOP_PX = 270, 70
STEP_PX = 3.0
WOBBLE_PX, BENDS = 3.2, 5
OVERSHOOT_PX = 7.0
# Strokes of fewer steps of 3 px tremble less.
LONG_STEPS = 60
MAX_TILT_RAD = 0.05
PEN_PX = (2, 5)

Curve = NDArray[np.float64]


def drawn_garment(category: Category, seed: int) -> NDArray[np.uint8]:
    """A page, (640, 640, 4), with this garment drawn by a shaky hand; another seed is another hand."""
    random = np.random.default_rng((seed, list(Category).index(category)))
    page = np.full((PAGE_PX, PAGE_PX), 255, np.uint8)
    tilt = random.uniform(-MAX_TILT_RAD, MAX_TILT_RAD)
    pen = int(random.integers(*PEN_PX))
    for stroke in DRAWN[category]():
        for sign in (1, -1) if stroke.mirrored else (1,):
            points = np.array(stroke.points) * (sign, 1)
            _draw(page, _by_hand(_smooth(_on_page(points, tilt)), random), pen, random)
    return np.dstack([page, page, page, np.full_like(page, 255)])


def _on_page(points: Curve, tilt: float) -> Curve:
    turn = np.array([[math.cos(tilt), -math.sin(tilt)], [math.sin(tilt), math.cos(tilt)]])
    return np.asarray(points @ turn.T * UNIT_PX + (PAGE_PX / 2, TOP_PX))


def _smooth(points: Curve) -> Curve:
    """(N, 2) points to a dense curve through them.

    Source: Catmull and Rom, A class of local interpolating splines (1974).
    """
    ends = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    pieces = []
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        count = max(2, int(np.linalg.norm(end - start) / STEP_PX))
        t = np.linspace(0, 1, count, endpoint=False)[:, None]
        pieces.append(
            0.5
            * (
                2 * start
                + (end - before) * t
                + (2 * before - 5 * start + 4 * end - after) * t**2
                + (3 * start - before - 3 * end + after) * t**3
            )
        )
    return np.vstack([*pieces, points[-1:]])


def _by_hand(curve: Curve, random: np.random.Generator) -> Curve:
    """The curve with tremor, begun and ended a little too early or late."""
    along = np.linspace(0, 1, len(curve))[:, None]
    bends = np.arange(1, BENDS + 1)
    waves = np.sin(2 * math.pi * (along * bends * 0.7 + random.random(BENDS)))  # (N, 5)
    tremor = waves @ (random.normal(size=(BENDS, 2)) / bends[:, None]) * WOBBLE_PX * min(1, len(curve) / LONG_STEPS)
    first, last = (curve[0] - curve[1]), (curve[-1] - curve[-2])
    over = random.uniform(-0.3, 1, 2)[:, None] * OVERSHOOT_PX * np.array([_unit(first), _unit(last)])
    return np.vstack([curve[:1] + over[:1], curve[1:-1], curve[-1:] + over[1:]]) + tremor


def _unit(vector: Curve) -> Curve:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9))


def _draw(page: NDArray[np.uint8], curve: Curve, pen: int, random: np.random.Generator) -> None:
    """Draw with a pen that presses more or less along the stroke."""
    press = 1 + 0.35 * np.sin(np.linspace(0, 3, len(curve)) + random.uniform(0, 6))
    fixed = np.rint(curve * 16).astype(np.int32)
    for start, end, width in zip(fixed, fixed[1:], press, strict=False):
        thickness = max(1, round(pen * float(width)))
        cv2.line(page, start.tolist(), end.tolist(), 30, thickness, cv2.LINE_AA, shift=4)
