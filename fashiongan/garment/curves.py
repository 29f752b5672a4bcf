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
    return at_share(points, np.linspace(0, 1, segments + 1).tolist())


def mirrored(points: Points) -> Points:
    """The same curve on the other side of x = 0, run backwards, so that an outline stays counter-clockwise."""
    return np.asarray(points[::-1] * np.array([-1.0, 1.0]))


def at_share(points: Points, shares: list[float]) -> Points:
    """(N, 2) points at shares of the length of a polyline."""
    travelled = _travelled(points)
    wanted = np.asarray(shares) * travelled[-1]
    return np.stack([np.interp(wanted, travelled, points[:, axis]) for axis in (0, 1)], axis=1)


def split(points: Points, *lengths: float) -> list[Points]:
    """Cut a polyline into pieces of the given lengths, mm, and what is left, so that they can be sewn one by one."""
    travelled = _travelled(points)
    cuts = np.concatenate([[0.0], np.cumsum(lengths), travelled[-1:]])
    pieces = []
    for start, end in pairwise(cuts.tolist()):
        ends = at_share(points, [start / travelled[-1], end / travelled[-1]])
        inside = points[(travelled > start + 1e-9) & (travelled < end - 1e-9)]
        pieces.append(np.concatenate([ends[:1], inside, ends[1:]]))
    return pieces


def joined(*pieces: Points) -> Points:
    """One polyline of several, each starting where the one before ends."""
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])


def _travelled(points: Points) -> Points:
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    return np.concatenate([[0.0], np.cumsum(steps)])
