"""Measuring a body mesh as a tailor does: planes at landmarks, the tape spanning hollows (convex hull).

Landmarks are vertices of the base mesh, chosen once; they move with the body, so every level is well defined.
"""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull, cKDTree

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.model import BodyModel, Floats

ACROMION_L, ACROMION_R = 8220, 1558
# Seventh cervical vertebra (C7), the back neck point of ISO 8559-1: at about 0.86 of the stature.
NAPE = 857
SIDE_NECK_L = 8171
BUST_POINT_L = 8455
WAIST_FRONT, WAIST_BACK = 4100, 4044
UPPER_BACK, MID_BACK = 1597, 3972
BUTTOCK_L = 10823
CROTCH = 4358
# The wrist: the back of its bone on the little finger's side, where the arm is thinnest before it widens to the hand.
ELBOW_L, WRIST_L = 10010, 10502
# Up the back of the calf, from 0.69 to 0.79 of the knee's height. Muscle and weight move the fullest place among them.
CALF_L = (11321, 11303, 11306, 11284)
NECK_BACK, NECK_FRONT = 855, 797
THIGH_BELOW_CROTCH_MM = 25.0

_UP = np.array([0.0, 1.0, 0.0])
_ARM_BONES = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal", "hand", "shoulder")
_LEG_BONES = ("leg", "foot", "toe")


@dataclass(frozen=True, slots=True)
class GirthRule:
    """Where a girth is taken: a region, a plane through the mean of `through`, and what the plane is square to.

    `along` : two landmarks whose line is the plane's normal; `hinge` : two midline landmarks that lie in the plane;
    neither : horizontal. `fullest` : not through the mean, but through whichever of `through` gives the longest girth.
    """

    name: str
    region: str
    through: tuple[int, ...]
    along: tuple[int, int] | None = None
    hinge: tuple[int, int] | None = None
    below_mm: float = 0.0
    # How far from its point a plane may cut, so that a neck plane does not take in the chest.
    reach_mm: float = math.inf
    fullest: bool = False

    @property
    def places(self) -> tuple["GirthRule", ...]:
        """The one place of this rule, or all that the fullest is sought among."""
        if not self.fullest:
            return (self,)
        return tuple(replace(self, through=(vertex,), fullest=False) for vertex in self.through)

    def plane(self, vertices: Floats) -> tuple[Floats, Floats]:
        """A point and the unit normal, for (V, 3) vertices in millimetres."""
        point = vertices[list(self.through)].mean(0) - self.below_mm * _UP
        normal = _UP
        if self.along:
            normal = vertices[self.along[1]] - vertices[self.along[0]]
        if self.hinge:
            normal = np.cross(vertices[self.hinge[1]] - vertices[self.hinge[0]], [1.0, 0.0, 0.0])
        return point, normal / np.linalg.norm(normal)


GIRTHS = (
    GirthRule("bust_mm", "trunk", (BUST_POINT_L,)),
    GirthRule("waist_mm", "trunk", (WAIST_FRONT,)),
    GirthRule("hip_mm", "trunk", (BUTTOCK_L,)),
    GirthRule("neck_mm", "trunk", (NECK_BACK, NECK_FRONT), hinge=(NECK_BACK, NECK_FRONT), reach_mm=110),
    GirthRule("thigh_mm", "left leg", (CROTCH,), below_mm=THIGH_BELOW_CROTCH_MM),
    GirthRule("calf_mm", "left leg", CALF_L, fullest=True),
    GirthRule("upper_arm_mm", "left arm", (ACROMION_L, ELBOW_L), along=(ACROMION_L, ELBOW_L), reach_mm=140),
    GirthRule("wrist_mm", "left arm", (WRIST_L,), along=(ELBOW_L, WRIST_L), reach_mm=70),
)

SPANS = {
    "shoulder_mm": (ACROMION_L, NAPE, ACROMION_R),
    "arm_length_mm": (ACROMION_L, ELBOW_L, WRIST_L),
    "back_waist_mm": (NAPE, UPPER_BACK, MID_BACK, WAIST_BACK),
}


@dataclass(frozen=True, slots=True)
class Tape:
    """One girth frozen on one body: the hull's edges, in order, so that nearby bodies can be measured fast."""

    rule: GirthRule
    start: NDArray[np.int64]
    end: NDArray[np.int64]

    def length_mm(self, vertices: Floats) -> float:
        """Perimeter for (V, 3) vertices of the same topology, of which only this tape's need be filled in."""
        points = self.points_mm(vertices)
        return float(np.linalg.norm(points - np.roll(points, -1, axis=0), axis=1).sum())

    def points_mm(self, vertices: Floats) -> Floats:
        """(N, 3) corners of the closed tape, in order."""
        return crossings(vertices, self.start, self.end, *self.rule.plane(vertices))


class BodyMeasurer:
    """Measures bodies of one model; edges and regions are sorted out once."""

    def __init__(self, model: BodyModel) -> None:
        self.model = model

    @cached_property
    def edges(self) -> dict[str, NDArray[np.int64]]:
        """(E, 2) edges of each region: those with both ends in it."""
        arm = self.model.bones_containing(*_ARM_BONES)
        leg = self.model.bones_containing(*_LEG_BONES)
        left = self.model.template_mm[:, 0] > 0
        regions = {"trunk": ~arm, "left leg": leg & left, "left arm": arm & left, "body": np.ones_like(arm)}
        return {name: self.model.edges[inside[self.model.edges].all(1)] for name, inside in regions.items()}

    @cached_property
    def mirrored(self) -> NDArray[np.int64]:
        """(V,) the vertex that lies across the midline from each; the model is symmetric."""
        template = self.model.template_mm
        return np.asarray(cKDTree(template).query(template * [-1.0, 1.0, 1.0])[1], dtype=np.int64)

    def tapes(self, vertices: Floats) -> list[Tape]:
        """Lay every tape on one body: (V, 3) millimetres."""
        return [self.lay(rule, vertices) for rule in GIRTHS]

    def lay(self, rule: GirthRule, vertices: Floats) -> Tape:
        """Lay one tape on one body: (V, 3) millimetres."""
        tapes = [self._laid(place, vertices) for place in rule.places]
        return max(tapes, key=lambda tape: tape.length_mm(vertices))

    def _laid(self, rule: GirthRule, vertices: Floats) -> Tape:
        point, normal = rule.plane(vertices)
        edges = self.edges[rule.region]
        side = (vertices - point) @ normal
        cut = edges[(side[edges[:, 0]] < 0) != (side[edges[:, 1]] < 0)]
        points = crossings(vertices, cut[:, 0], cut[:, 1], point, normal)
        near = np.linalg.norm(points - point, axis=1) < rule.reach_mm
        first = np.cross(normal, [0.0, 0.0, 1.0] if abs(normal[2]) < 0.9 else [1.0, 0.0, 0.0])
        flat = np.stack([points[near] @ first, points[near] @ np.cross(normal, first)], axis=1)
        ring = cut[near][ConvexHull(flat).vertices]
        return Tape(rule, ring[:, 0], ring[:, 1])

    def measure(self, vertices: Floats, figure: Figure) -> BodyMeasurements:
        """Every measurement of a standing body: (V, 3) millimetres of this model's topology."""
        values = measure_with(self.tapes(vertices), vertices, extremes(vertices))
        return BodyMeasurements(figure, **values)


def extremes(vertices: Floats) -> tuple[int, int]:
    """The lowest and the highest vertex."""
    return int(vertices[:, 1].argmin()), int(vertices[:, 1].argmax())


def measure_with(tapes: list[Tape], vertices: Floats, lowest_highest: tuple[int, int]) -> dict[str, float]:
    """All measurements by name, with tapes and extremes that were found before."""
    low, high = lowest_highest
    values = {"height_mm": float(vertices[high, 1] - vertices[low, 1])}
    values["inseam_mm"] = float(vertices[CROTCH, 1] - vertices[low, 1])
    values |= {tape.rule.name: tape.length_mm(vertices) for tape in tapes}
    return values | {name: _path_mm(vertices[list(path)]) for name, path in SPANS.items()}


def landmark_vertices() -> set[int]:
    """Every vertex that a level or a span hangs on."""
    ids = {vertex for rule in GIRTHS for vertex in (*rule.through, *(rule.along or ()), *(rule.hinge or ()))}
    return ids | {CROTCH} | {vertex for path in SPANS.values() for vertex in path}


def _path_mm(points: Floats) -> float:
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


def crossings(
    vertices: Floats, start: NDArray[np.int64], end: NDArray[np.int64], point: Floats, normal: Floats
) -> Floats:
    """Where edges meet a plane: (N, 3)."""
    a, b = vertices[start], vertices[end]
    from_plane, to_plane = (a - point) @ normal, (b - point) @ normal
    share = from_plane / (from_plane - to_plane)
    return a + share[:, None] * (b - a)
