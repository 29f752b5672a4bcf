"""What strangers are that no parameter of the body model says: every function moves (V, 3) vertices of the A pose, mm.

Waves and bulges go in and out; a warp slides the skin, and every landmark on it, along the surface; a bend turns the
chest at a height where the skeleton has no joint; hair lies over the head and belongs to nobody's stature.
"""

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.body.posing import NAMES, STANDING, Skeleton, parts_named
from scanning.mesh import unit_vectors, vertex_normals
from scanning.simulation.person import smooth_field

# So many rounds of averaging over the mesh make waves as long as a forearm.
WAVE_MM, WARP_MM, WAVE_STEPS = 3.0, 5.0, 600
BULGES, BULGE_MM, BULGE_WIDE_MM = 3, 15.0, 90.0
POSTURE_DEG = 5.0
# The bend begins between these shares of the way from the chest's joint to the neck's, and takes so much height.
BEND_DEG, BEND_FROM, BEND_HEIGHT_MM = 3.0, (0.2, 0.5), 100.0
HAIR_MM = (10.0, 25.0)
# Hair grows where the way from the middle of the head goes more up and back than this, and is full a little further.
HAIRLINE, HAIR_FULL = 0.4, 0.8


def changed(
    rest: Floats, joints: Floats, skeleton: Skeleton, faces: NDArray[np.int32], random: np.random.Generator
) -> tuple[Floats, Floats]:
    """Vertices and (parts, 3) joints of a stranger, from those of a body of the model."""
    rest = rest + _waves(rest, faces, random) + _bulges(rest, random)
    rest = rest + _warp(rest, faces, random)
    return _bent(rest, joints, skeleton, random)


def posture(random: np.random.Generator) -> Floats:
    """(parts, 3) a slouch or hollow back, and a head carried forwards: the same in every stance of a person."""
    turns = STANDING.copy()
    belly, chest, head = POSTURE_DEG * random.standard_normal(3)
    for name, degrees in {"belly": belly, "chest": belly + chest, "neck": belly + chest + head, "head": head}.items():
        turns[NAMES.index(name), 0] = np.radians(degrees)
    return turns


def haired(rest: Floats, skeleton: Skeleton, faces: NDArray[np.int32], random: np.random.Generator) -> Floats:
    """With hair over the crown and the back of the head."""
    head = skeleton.weights[:, NAMES.index("head")]
    low, high = rest[head > 0.5].min(0), rest[head > 0.5].max(0)
    ways = unit_vectors(rest - (low + high) / 2)
    up_and_back = (ways[:, 1] - ways[:, 2]) / np.sqrt(2)
    share = head * _smoothstep((up_and_back - HAIRLINE) / (HAIR_FULL - HAIRLINE))
    return np.asarray(rest + random.uniform(*HAIR_MM) * share[:, None] * vertex_normals(rest, faces))


def _waves(rest: Floats, faces: NDArray[np.int32], random: np.random.Generator) -> Floats:
    """Long smooth waves, in and out."""
    field = WAVE_MM * smooth_field(faces, len(rest), random, WAVE_STEPS)
    return np.asarray(field[:, None] * vertex_normals(rest, faces))


def _warp(rest: Floats, faces: NDArray[np.int32], random: np.random.Generator) -> Floats:
    """Long smooth shifts across and up, what of them goes in or out taken away."""
    shift = np.stack([WARP_MM * smooth_field(faces, len(rest), random, WAVE_STEPS) for _ in range(3)], axis=1)
    normals = vertex_normals(rest, faces)
    return np.asarray(shift - np.einsum("ni,ni->n", shift, normals)[:, None] * normals)


def _bulges(rest: Floats, random: np.random.Generator) -> Floats:
    """A few local bulges or hollows of the trunk and thighs."""
    moved = np.zeros_like(rest)
    height = np.ptp(rest[:, 1])
    trunk = np.flatnonzero((np.abs(rest[:, 0]) < 0.12 * height) & (rest[:, 1] > 0.35 * height))
    for at in random.choice(trunk, BULGES):
        distance = np.linalg.norm(rest - rest[at], axis=1)
        normals = unit_vectors(rest - [0.0, rest[at, 1], 0.0])
        size = BULGE_MM * random.standard_normal()
        moved += size * np.exp(-((distance / BULGE_WIDE_MM) ** 2))[:, None] * normals * [1.0, 0.0, 1.0]
    return moved


def _bent(rest: Floats, joints: Floats, skeleton: Skeleton, random: np.random.Generator) -> tuple[Floats, Floats]:
    """Turned about x over a part of the chest; head and arms go along as a whole."""
    chest, neck = joints[NAMES.index("chest")], joints[NAMES.index("neck")]
    pivot = chest + random.uniform(*BEND_FROM) * (neck - chest)
    turn = np.radians(BEND_DEG * random.standard_normal())
    along = parts_named("neck", "head", "clavicle", "upper arm", "forearm", "hand")
    vertex_share = _smoothstep((rest[:, 1] - pivot[1]) / BEND_HEIGHT_MM)
    vertex_share = np.maximum(vertex_share, skeleton.weights[:, along].sum(1))
    joint_share = np.isin(np.arange(len(joints)), along).astype(float)
    return _turned(rest, pivot, turn * vertex_share), _turned(joints, pivot, turn * joint_share)


def _turned(points: Floats, pivot: Floats, angle: Floats) -> Floats:
    """Each point turned about x through the pivot by its own angle, rad."""
    x, y, z = (points - pivot).T
    cos, sin = np.cos(angle), np.sin(angle)
    return np.asarray(pivot + np.stack([x, cos * y - sin * z, sin * y + cos * z], axis=1))


def _smoothstep(share: Floats) -> Floats:
    share = np.clip(share, 0, 1)
    return np.asarray(share * share * (3 - 2 * share))
