"""Planar curves as fine polylines, in millimetres."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
SAMPLES = 200


def line(start: tuple[float, float], end: tuple[float, float]) -> Points:
    """(2, 2) a straight edge."""
    return np.array([start, end], dtype=np.float64)


def bezier(*control: tuple[float, float]) -> Points:
    """(200, 2) a quadratic (3 points) or cubic (4 points) Bezier curve."""
    t = np.linspace(0, 1, SAMPLES)[:, None]
    points = [np.broadcast_to(np.asarray(one, np.float64), (SAMPLES, 2)) for one in control]
    while len(points) > 1:
        points = [(1 - t) * a + t * b for a, b in pairwise(points)]
    return np.array(points[0])


def length_mm(points: Points) -> float:
    """Length of a polyline."""
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


def evenly(points: Points, segments: int) -> Points:
    """(segments + 1, 2) points at equal distances along a polyline, both ends included."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    travelled = np.concatenate([[0.0], np.cumsum(steps)])
    wanted = np.linspace(0, travelled[-1], segments + 1)
    return np.stack([np.interp(wanted, travelled, points[:, axis]) for axis in (0, 1)], axis=1)


def mirrored(points: Points) -> Points:
    """The same curve on the other side of x = 0, run backwards, so that an outline stays counter-clockwise."""
    return np.asarray(points[::-1] * np.array([-1.0, 1.0]))
