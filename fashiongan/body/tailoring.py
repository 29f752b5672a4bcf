"""A tailor's full list of measurements on one body, and the line of every tape for drawing.

Limbs are taken on the right as in ISO 8559-1, or on the left when asked. Names and definitions:
`fashiongan.body.definitions`.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from fashiongan.body.landmarks import (
    ABOVE_ANKLE_L,
    ANKLE_L,
    ARMPIT_L,
    BACK_FOLD_L,
    BACK_FOLD_R,
    BUST_POINT_R,
    BUTTOCK_R,
    FOREHEAD,
    FRONT_FOLD_L,
    FRONT_FOLD_R,
    FRONT_NECK,
    HIP_SIDE_L,
    KNEE_L,
    NECK_POINT_L,
    NECK_POINT_R,
    OCCIPUT,
    SCYE_BACK,
    UNDERBUST_L,
    WAIST_BELOW_BUST_L,
    WAIST_SIDE_L,
)
from fashiongan.body.measuring import (
    ACROMION_L,
    ACROMION_R,
    BUST_POINT_L,
    BUTTOCK_L,
    CROTCH,
    ELBOW_L,
    GIRTHS,
    NAPE,
    SPANS,
    UPPER_BACK,
    WAIST_BACK,
    WAIST_FRONT,
    WRIST_L,
    BodyMeasurer,
    GirthRule,
)
from fashiongan.body.model import Floats
from fashiongan.body.runs import BACK, FRONT, IN, OUT, Drop, Level, Run, Straight, Taut, length_mm, line_of

# Half the distance of the two cheeks that a tape spans.
BESIDE_THE_CLEFT_MM = 25.0
SEAT_LEVELS = 10


class Side(StrEnum):
    """Whose limbs are measured."""

    RIGHT = "right"
    LEFT = "left"


TAILOR_GIRTHS = (
    *GIRTHS,
    GirthRule("head_mm", "trunk", (FOREHEAD, OCCIPUT), hinge=(OCCIPUT, FOREHEAD)),
    GirthRule("chest_mm", "trunk", (ARMPIT_L,)),
    GirthRule("underbust_mm", "trunk", (UNDERBUST_L,)),
    GirthRule("top_hip_mm", "trunk", (WAIST_FRONT, BUTTOCK_L)),
    # A landmark named three times pulls the plane to a quarter of the way.
    GirthRule("forearm_mm", "left arm", (ELBOW_L, ELBOW_L, ELBOW_L, WRIST_L), along=(ELBOW_L, WRIST_L), reach_mm=110),
    GirthRule("elbow_mm", "left arm", (ELBOW_L,), along=(ACROMION_L, WRIST_L), reach_mm=110),
    GirthRule("mid_thigh_mm", "left leg", (CROTCH, KNEE_L)),
    GirthRule("knee_mm", "left leg", (KNEE_L,)),
    GirthRule("ankle_mm", "left leg", (ABOVE_ANKLE_L,)),
)

_FRONT_RISE = Taut(WAIST_FRONT, CROTCH, FRONT)
_BACK_RISE = Taut(CROTCH, WAIST_BACK, BACK, beside_mm=BESIDE_THE_CLEFT_MM)
_NECK_TO_BUST = Taut(NECK_POINT_L, BUST_POINT_L, FRONT)

LENGTHS: dict[str, tuple[Run, ...]] = {
    "cervicale_height_mm": (Drop(NAPE),),
    "side_neck_height_mm": (Drop(NECK_POINT_L),),
    "shoulder_height_mm": (Drop(ACROMION_L),),
    "armpit_height_mm": (Drop(ARMPIT_L),),
    "bust_height_mm": (Drop(BUST_POINT_L),),
    "underbust_height_mm": (Drop(UNDERBUST_L),),
    "waist_height_mm": (Drop(WAIST_FRONT),),
    "hip_height_mm": (Drop(BUTTOCK_L),),
    "inseam_mm": (Drop(CROTCH),),
    "knee_height_mm": (Drop(KNEE_L),),
    "ankle_height_mm": (Drop(ANKLE_L),),
    "neck_base_mm": (
        Taut(NAPE, NECK_POINT_L, OUT),
        Taut(NECK_POINT_L, FRONT_NECK, OUT),
        Taut(FRONT_NECK, NECK_POINT_R, IN),
        Taut(NECK_POINT_R, NAPE, IN),
    ),
    "armscye_mm": (
        Taut(ACROMION_L, FRONT_FOLD_L, FRONT, "body"),
        Straight((FRONT_FOLD_L, ARMPIT_L, BACK_FOLD_L)),
        Taut(BACK_FOLD_L, ACROMION_L, BACK, "body"),
    ),
    "armscye_width_mm": (Straight((FRONT_FOLD_L, BACK_FOLD_L)),),
    "across_front_mm": (Taut(FRONT_FOLD_L, FRONT_FOLD_R, FRONT),),
    "across_back_mm": (Taut(BACK_FOLD_L, BACK_FOLD_R, BACK, "body"),),
    "bust_point_width_mm": (Straight((BUST_POINT_L, BUST_POINT_R)),),
    "seat_point_width_mm": (Straight((BUTTOCK_L, BUTTOCK_R)),),
    "neck_breadth_mm": (Straight((NECK_POINT_L, NECK_POINT_R)),),
    "biacromial_mm": (Straight((ACROMION_L, ACROMION_R)),),
    "shoulder_length_mm": (Straight((NECK_POINT_L, ACROMION_L)),),
    "across_shoulder_mm": (Taut(ACROMION_L, ACROMION_R, BACK),),
    "scye_depth_mm": (Straight((NAPE, UPPER_BACK, SCYE_BACK)),),
    "front_neck_to_waist_mm": (Taut(FRONT_NECK, WAIST_FRONT, FRONT),),
    "neck_to_bust_point_mm": (_NECK_TO_BUST,),
    "neck_to_waist_over_bust_mm": (_NECK_TO_BUST, Taut(BUST_POINT_L, WAIST_BELOW_BUST_L, FRONT)),
    "back_neck_to_wrist_mm": (Straight((NAPE, ACROMION_L, ELBOW_L, WRIST_L)),),
    "upper_arm_length_mm": (Straight((ACROMION_L, ELBOW_L)),),
    "outside_leg_mm": (Taut(WAIST_SIDE_L, HIP_SIDE_L, OUT), Drop(HIP_SIDE_L)),
    "front_rise_mm": (_FRONT_RISE,),
    "back_rise_mm": (_BACK_RISE,),
    "total_crotch_mm": (_FRONT_RISE, _BACK_RISE),
    "body_rise_mm": (Level(WAIST_FRONT, CROTCH),),
    "waist_to_hip_mm": (Level(WAIST_FRONT, BUTTOCK_L),),
    **{name: (Straight(path),) for name, path in SPANS.items()},
}

# Breadths (axis 0) and depths (axis 2) of a girth's ring.
EXTENTS = {
    "hip_breadth_mm": ("hip_mm", 0),
    "waist_breadth_mm": ("waist_mm", 0),
    "bust_depth_mm": ("bust_mm", 2),
    "waist_depth_mm": ("waist_mm", 2),
}
# The part of a girth's ring that lies behind the plumb line through the side of the waist.
BACK_ARCS = {"bust_back_mm": "bust_mm", "waist_back_mm": "waist_mm", "hip_back_mm": "hip_mm"}


@dataclass(frozen=True, slots=True)
class TapedBody:
    """Every measurement of one body by name: `values_mm`, and `lines_mm`, the (N, 3) way of its tape."""

    values_mm: dict[str, float]
    lines_mm: dict[str, Floats]


def tape_body(vertices: Floats, measurer: BodyMeasurer, side: Side = Side.RIGHT) -> TapedBody:
    """Take every measurement, limbs on the given side.

    vertices : (V, 3) millimetres of the measurer's model, Y-up, facing +Z, standing at y = 0
    """
    # The landmarks are those of the left half, so the right half is measured in the mirror.
    seen = vertices if side is Side.LEFT else vertices[measurer.mirrored] * _MIRROR
    rings = _rings(seen, measurer)
    lines = {"height_mm": _height_line(seen)} | rings
    lines |= {name: line_of(runs, seen, measurer.edges) for name, runs in LENGTHS.items()}
    lines |= {name: _extent_line(rings[ring], axis) for name, (ring, axis) in EXTENTS.items()}
    lines |= {name: _back_arc(rings[ring], seen[WAIST_SIDE_L, 2]) for name, ring in BACK_ARCS.items()}
    values = {name: _length(lines[name]) for name in ("height_mm", *rings, *EXTENTS, *BACK_ARCS)}
    values |= {name: length_mm(runs, seen, measurer.edges) for name, runs in LENGTHS.items()}
    return TapedBody(values, {name: line if side is Side.LEFT else line * _MIRROR for name, line in lines.items()})


def tape_all(vertices: Floats, measurer: BodyMeasurer, side: Side = Side.RIGHT) -> dict[str, float]:
    """Every measurement in millimetres by name; arguments as in `tape_body`."""
    return tape_body(vertices, measurer, side).values_mm


def tape_lines(vertices: Floats, measurer: BodyMeasurer, side: Side = Side.RIGHT) -> dict[str, Floats]:
    """The (N, 3) way of every tape by name; a girth ends where it began. Arguments as in `tape_body`."""
    return tape_body(vertices, measurer, side).lines_mm


_MIRROR = np.array([-1.0, 1.0, 1.0])


def _rings(vertices: Floats, measurer: BodyMeasurer) -> dict[str, Floats]:
    rings = {rule.name: _ring(rule, vertices, measurer) for rule in TAILOR_GIRTHS}
    return rings | {"seat_mm": _widest_ring(vertices, measurer)}


def _ring(rule: GirthRule, vertices: Floats, measurer: BodyMeasurer) -> Floats:
    points = measurer.lay(rule, vertices).points_mm(vertices)
    return np.concatenate([points, points[:1]])


def _widest_ring(vertices: Floats, measurer: BodyMeasurer) -> Floats:
    """The longest of some level rings from the top hip down to where the legs part."""
    top = (vertices[WAIST_FRONT, 1] + vertices[BUTTOCK_L, 1]) / 2
    drops = top - np.linspace(top, vertices[CROTCH, 1], SEAT_LEVELS, endpoint=False)
    below = drops + vertices[BUTTOCK_L, 1] - top
    rules = [GirthRule("seat_mm", "trunk", (BUTTOCK_L,), below_mm=float(one)) for one in below]
    return max((_ring(rule, vertices, measurer) for rule in rules), key=_length)


def _height_line(vertices: Floats) -> Floats:
    top = vertices[vertices[:, 1].argmax()]
    return np.stack([top, top * [1.0, 0.0, 1.0]])


def _extent_line(ring: Floats, axis: int) -> Floats:
    """(2, 3) the ring's extent along an axis, as a caliper through its middle."""
    ends = np.stack([ring.mean(0)] * 2)
    ends[:, axis] = ring[:, axis].min(), ring[:, axis].max()
    return ends


def _back_arc(ring: Floats, side_mm: float) -> Floats:
    """(M, 3) the part of a convex ring that lies behind z = `side_mm`."""
    start, end = ring[:-1], ring[1:]
    crosses = (start[:, 2] < side_mm) != (end[:, 2] < side_mm)
    share = (side_mm - start[crosses, 2:]) / (end[crosses, 2:] - start[crosses, 2:])
    cuts = start[crosses] + share * (end[crosses] - start[crosses])
    arc = np.concatenate([cuts, start[start[:, 2] < side_mm]])
    around = arc - cuts.mean(0)
    # From side to side behind the cut; on the cut itself rounding must not turn half a turn to its negative.
    return np.asarray(arc[np.argsort(np.arctan2(np.maximum(-around[:, 2], 0.0), around[:, 0]))])


def _length(line: Floats) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
