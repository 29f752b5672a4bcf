"""Runs of a tape that is no ring: straight, taut over the skin, or hanging down to the ground. Each gives its line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.measuring import crossings
from fashiongan.body.model import Floats

Direction = tuple[float, float, float]
# (E, 2) edges of the body's regions, by name.
Edges = Mapping[str, NDArray[np.int64]]
FRONT: Direction = (0.0, 0.0, 1.0)
BACK: Direction = (0.0, 0.0, -1.0)
OUT: Direction = (1.0, 0.0, 0.0)
IN: Direction = (-1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Straight:
    """From landmark to landmark through the air: what a caliper or a taut string reads."""

    through: tuple[int, ...]

    def line_mm(self, vertices: Floats, edges: Edges) -> Floats:
        """(N, 3) line on (V, 3) vertices."""
        return vertices[list(self.through)]


@dataclass(frozen=True, slots=True)
class Drop:
    """Straight down from a landmark to the ground."""

    start: int

    def line_mm(self, vertices: Floats, edges: Edges) -> Floats:
        """(2, 3) line on (V, 3) vertices that stand at y = 0."""
        return np.stack([vertices[self.start], vertices[self.start] * [1.0, 0.0, 1.0]])


@dataclass(frozen=True, slots=True)
class Level:
    """The part of a drop that lies between two landmarks' heights."""

    upper: int
    lower: int

    def line_mm(self, vertices: Floats, edges: Edges) -> Floats:
        """(2, 3) upright line on (V, 3) vertices, under the upper landmark."""
        end = vertices[self.upper].copy()
        end[1] = vertices[self.lower, 1]
        return np.stack([vertices[self.upper], end])


@dataclass(frozen=True, slots=True)
class Taut:
    """From landmark to landmark over the skin, spanning hollows: the hull of a cut through both, on one side.

    toward : the side of the body on which the tape lies; the cut is the plane of this direction and the two landmarks
    beside_mm : the cut lies this far beside that plane, as a tape two fingers wide does not sink into a cleft
    """

    start: int
    end: int
    toward: Direction
    region: str = "trunk"
    beside_mm: float = 0.0

    def line_mm(self, vertices: Floats, edges: Edges) -> Floats:
        """(N, 3) line on (V, 3) vertices."""
        start, chord, outward = vertices[self.start], vertices[self.end] - vertices[self.start], np.array(self.toward)
        along = chord - (chord @ outward) * outward
        along /= np.linalg.norm(along)
        normal = np.cross(along, outward)
        found = _cut(vertices, edges[self.region], start + self.beside_mm * normal, normal)
        plane = np.stack([along, outward], axis=1)  # (3, 2)
        corners = _taut((found - start) @ plane, chord @ plane)
        return np.asarray(start + corners @ plane.T)


Run = Straight | Drop | Level | Taut


def line_of(runs: Sequence[Run], vertices: Floats, edges: Edges) -> Floats:
    """(N, 3) the runs one after the other."""
    return np.concatenate([run.line_mm(vertices, edges) for run in runs])


def length_mm(runs: Sequence[Run], vertices: Floats, edges: Edges) -> float:
    """Sum of the runs; what lies between two runs does not count."""
    lines = [run.line_mm(vertices, edges) for run in runs]
    return float(sum(np.linalg.norm(np.diff(line, axis=0), axis=1).sum() for line in lines))


def _cut(vertices: Floats, edges: NDArray[np.int64], point: Floats, normal: Floats) -> Floats:
    side = (vertices - point) @ normal
    cut = edges[(side[edges[:, 0]] < 0) != (side[edges[:, 1]] < 0)]
    return crossings(vertices, cut[:, 0], cut[:, 1], point, normal)


def _taut(points: Floats, end: Floats) -> Floats:
    """(M, 2) upper hull of (N, 2) points from (0, 0) to (2,) `end`, by the monotone chain; only points between count.

    Source: Andrew, Another efficient algorithm for convex hulls in two dimensions, 1979.
    """
    between = points[(points[:, 0] > 0) & (points[:, 0] < end[0])]
    hull: list[tuple[float, float]] = []
    for u, v in [(0.0, 0.0), *between[np.argsort(between[:, 0])].tolist(), tuple(end.tolist())]:
        while len(hull) > 1 and _turns_left(hull[-2], hull[-1], (u, v)):
            hull.pop()
        hull.append((u, v))
    return np.array(hull)


def _turns_left(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= 0
