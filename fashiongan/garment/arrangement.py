"""Where the flat panels start: wrapped round the body as their placing says, seams nearly shut."""

from dataclasses import dataclass

import numpy as np

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.garment.curves import Points
from fashiongan.garment.folding import fold_back
from fashiongan.garment.meshing import FlatMesh
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.placing import Fork, Limb, Wrap

# Start this much wider than the cloth is, so that no panel begins inside the body; and leave the seams a little open.
LOOSE, SHUT = 1.12, 0.96
SKIN_MM = 25.0
# How deep wide cloth stands at least, against a circle of its girth, and how far above and below a fork both count.
ROUND, FORK_MM = 0.75, 60.0
FOLDS = 12
HALF_A_LEG_MM = 80.0
SLICE_MM, TRUNK_SHARE = 30.0, 0.12
ARC_STEPS = 96
# So far from the middle trouser legs begin.
PARTED_MM = 5.0
# A sleeve that would reach so far over the hand begins so far above it.
ELBOW, ABOVE_HAND_MM, OVER_HAND_MM = 0.4, 15.0, 70.0

_BONES = {
    Limb.NECK: ("spine01", "neck01", "head"),
    Limb.LEFT_ARM: ("upperarm01.L", "lowerarm01.L", "wrist.L"),
    Limb.RIGHT_ARM: ("upperarm01.R", "lowerarm01.R", "wrist.R"),
    Limb.LEFT_LEG: ("upperleg01.L", "lowerleg01.L", "foot.L"),
    Limb.RIGHT_LEG: ("upperleg01.R", "lowerleg01.R", "foot.R"),
}
_ARMS = (Limb.LEFT_ARM, Limb.RIGHT_ARM)


@dataclass(frozen=True, slots=True)
class _Rings:
    """The ring on which each point of a panel lies: (V, 3) centre and unit directions, (V,) half axes along them."""

    centre: Floats
    left: Floats
    front: Floats
    width: Floats
    depth: Floats


def arrange(pattern: Pattern, mesh: FlatMesh, body: BodyMesh) -> Floats:
    """Start positions of every vertex round a body in A pose: (V, 3) millimetres."""
    start = np.zeros((len(mesh.flat_mm), 3))
    for panel in pattern.draped:
        ids = mesh.vertices_of(panel.name)
        if isinstance(panel.placing, Wrap | Fork):
            start[ids] = placed(mesh.flat_mm[ids], panel.placing, body)
    return part_legs(pattern, mesh, fold_back(pattern, mesh, start))


def placed(flat: Points, placing: Wrap | Fork, body: BodyMesh) -> Floats:
    """(V, 3) where points of a panel, (V, 2), start."""
    if isinstance(placing, Wrap):
        return _wrapped(flat, placing, body)
    return _forked(flat, placing, body)


def _forked(flat: Points, fork: Fork, body: BodyMesh) -> Floats:
    share = np.clip((flat[:, 1:] - fork.fork_mm) / FORK_MM / 2 + 0.5, 0, 1)
    return np.asarray(share * _wrapped(flat, fork.upper, body) + (1 - share) * _wrapped(flat, fork.lower, body))


def part_legs(pattern: Pattern, mesh: FlatMesh, positions: Floats) -> Floats:
    """(V, 3) the same positions, but no leg of trousers beyond the middle, on the other's side."""
    parted = positions.copy()
    for panel in pattern.draped:
        if isinstance(panel.placing, Fork):
            ids = mesh.vertices_of(panel.name)
            below = ids[mesh.flat_mm[ids, 1] < panel.placing.fork_mm - 1]
            side = 1.0 if panel.placing.lower.limb is Limb.LEFT_LEG else -1.0
            parted[below, 0] = side * np.maximum(side * parted[below, 0], PARTED_MM)
    return parted


def _wrapped(flat: Points, wrap: Wrap, body: BodyMesh) -> Floats:
    if wrap.apex_mm is not None:
        flat = _unrolled(flat, wrap.apex_mm)
    flat = flat - np.array([wrap.middle_mm, 0.0])
    girth = _girth_at(flat[:, 1], wrap.girth_mm)
    hanging = np.minimum(_girth_at(flat[:, 1], wrap.folded_mm or wrap.girth_mm), girth)
    rings = _rings(wrap, flat[:, 1] + (-wrap.level_mm if wrap.limb in _ARMS else wrap.level_mm), hanging, body)
    turns = flat[:, 0] / girth * SHUT
    angle = _angle_after(turns, np.radians(wrap.turn_deg), rings.width, rings.depth)
    off = wrap.off_mm + _fold_height(girth, hanging) * (1 + np.cos(FOLDS * angle))
    across = ((rings.width + off) * np.sin(angle))[:, None] * rings.left
    return np.asarray(rings.centre + across + ((rings.depth + off) * np.cos(angle))[:, None] * rings.front)


def _girth_at(y: Floats, girth_mm: tuple[tuple[float, float], ...]) -> Floats:
    levels, girths = np.array(girth_mm)[::-1].T
    return np.asarray(np.interp(y, levels, girths))


def _fold_height(girth: Floats, hanging: Floats) -> Floats:
    """(V,) half the depth of even folds in which so much cloth hangs in a narrower ring."""
    slopes = np.linspace(0, 12, 61)
    longer = np.sqrt(1 + (slopes[:, None] * np.sin(np.linspace(0, np.pi, 50))) ** 2).mean(1)
    return np.asarray(np.interp(girth / hanging, longer, slopes) * hanging / (2 * np.pi * FOLDS))


def _unrolled(flat: Points, apex_mm: float) -> Points:
    """(V, 2) a piece of a ring with its arcs made straight: along the arc, and y at x = 0."""
    below = apex_mm - flat[:, 1]
    radius = np.hypot(flat[:, 0], below)
    return np.stack([np.arctan2(flat[:, 0], below) * radius, apex_mm - radius], axis=1)


def _angle_after(turns: Floats, start: float, width: Floats, depth: Floats) -> Floats:
    """(V,) where one gets who goes so many turns, by length, round ellipses from an angle."""
    angle = start + np.linspace(0, 2 * np.pi, ARC_STEPS + 1)
    speed = np.hypot(width[:, None] * np.cos(angle), depth[:, None] * np.sin(angle))
    gone = np.cumsum((speed[:, 1:] + speed[:, :-1]) / 2, axis=1)
    gone = np.concatenate([np.zeros((len(gone), 1)), gone / gone[:, -1:]], axis=1)
    wanted = turns % 1
    step = np.clip((gone <= wanted[:, None]).sum(1) - 1, 0, ARC_STEPS - 1)
    rows = np.arange(len(gone))
    share = (wanted - gone[rows, step]) / (gone[rows, step + 1] - gone[rows, step])
    return np.asarray(start + (step + share) * 2 * np.pi / ARC_STEPS)


def _rings(wrap: Wrap, level: Floats, girth: Floats, body: BodyMesh) -> _Rings:
    """`level` is a height, or of an arm how far up from the shoulder joint, so mostly negative."""
    if wrap.limb in (Limb.TRUNK, Limb.HEAD):
        return _trunk_rings(level, girth, body)
    radius = LOOSE * girth / (2 * np.pi)
    path = np.array([body.joints_mm[bone] for bone in _BONES[wrap.limb]])
    if wrap.limb in _ARMS:
        centre, along = _along(path, _above_the_hand(-level, path))
    else:
        order = np.argsort(path[:, 1])
        centre = np.stack([np.interp(level, path[order, 1], path[order, axis]) for axis in range(3)], axis=1)
        centre[:, 1], along = level, np.broadcast_to(_down(wrap.limb, path), centre.shape)
    front = np.array([0.0, 0.0, 1.0]) - along[:, 2:] * along
    front /= np.linalg.norm(front, axis=1, keepdims=True)
    return _Rings(centre, np.cross(front, along), front, radius, radius)


def _down(limb: Limb, path: Floats) -> Floats:
    """(3,) the way down a leg, or a neck, between upright and its lean, as the neck's edge of a garment runs."""
    if limb is not Limb.NECK:
        return np.array([0.0, -1.0, 0.0])
    lean = path[1] - path[2]
    down = lean / np.linalg.norm(lean) - np.array([0.0, 1.0, 0.0])
    return np.asarray(down / np.linalg.norm(down))


def _trunk_rings(height: Floats, girth: Floats, body: BodyMesh) -> _Rings:
    middle, depth = _depths(height, body)
    deep = LOOSE * np.maximum(depth + SKIN_MM, ROUND * girth / (2 * np.pi))
    wide = np.maximum(LOOSE * girth / np.pi - deep, np.maximum(0.9 * deep, _astride(height, body)))
    centre = np.stack([np.zeros_like(height), height, middle], axis=1)
    left, front = (np.broadcast_to(axis, centre.shape) for axis in ([1.0, 0.0, 0.0], [0.0, 0.0, 1.0]))
    return _Rings(centre, left, front, wide, deep)


def _astride(height: Floats, body: BodyMesh) -> Floats:
    """(V,) half the breadth of both legs at some heights; narrow skirts would else begin between them. 0 above."""
    path = np.array([body.joints_mm[bone] for bone in _BONES[Limb.LEFT_LEG]])[::-1]
    return np.interp(height, path[:, 1], path[:, 0] + HALF_A_LEG_MM, right=0.0)


def _depths(height: Floats, body: BodyMesh) -> tuple[Floats, Floats]:
    """(V,) middle and half of the body's depth at some heights, without its arms."""
    levels = np.arange(height.min(), height.max() + 2 * SLICE_MM, SLICE_MM)
    trunk = body.vertices_mm[np.abs(body.vertices_mm[:, 0]) < TRUNK_SHARE * body.height_mm]
    ranges = np.array([_range(trunk[np.abs(trunk[:, 1] - level) < SLICE_MM, 2]) for level in levels])
    low, high = (np.interp(height, levels, ranges[:, side]) for side in (0, 1))
    return (low + high) / 2, (high - low) / 2


def _range(values: Floats) -> tuple[float, float]:
    return (float(values.min()), float(values.max())) if len(values) else (0.0, 0.0)


def _above_the_hand(distance: Floats, path: Floats) -> Floats:
    """Distances along an arm, shortened from the elbow on: cloth that begins over a thumb would stay caught there."""
    arm_mm = float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())
    elbow_mm = ELBOW * arm_mm
    shorter = (arm_mm - ABOVE_HAND_MM - elbow_mm) / (arm_mm + OVER_HAND_MM - elbow_mm)
    return np.minimum(distance, elbow_mm) + shorter * np.maximum(distance - elbow_mm, 0)


def _along(path: Floats, distance: Floats) -> tuple[Floats, Floats]:
    """Points and unit directions at distances along a two-bone arm, which runs straight on past both ends.

    The bend is an arc (a parabola), so wide that no sleeve begins folded in the crook of the elbow.
    """
    bones = np.diff(path, axis=0)
    upper_mm = float(np.linalg.norm(bones[0]))
    units = bones / np.linalg.norm(bones, axis=1, keepdims=True)
    half_mm = 0.8 * upper_mm
    round_the_bend = np.clip((distance - upper_mm + half_mm) / (2 * half_mm), 0, 1)[:, None]
    before, after = np.minimum(distance, upper_mm - half_mm), np.maximum(distance - upper_mm - half_mm, 0)
    share = round_the_bend**2 / 2
    within = 2 * half_mm * ((round_the_bend - share) * units[0] + share * units[1])
    centre = path[0] + before[:, None] * units[0] + within + after[:, None] * units[1]
    direction = (1 - round_the_bend) * units[0] + round_the_bend * units[1]
    return centre, direction / np.linalg.norm(direction, axis=1, keepdims=True)
