"""Everyday stances: arms that hang or bend, a head that turns, a step. Clothes go along with the skin below them."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from fashiongan.body.model import BodyMesh, BodyModel, Floats
from fashiongan.body.posing import NAMES, PARENTS, STANDING, Skeleton, matrices, part_shifts

NEIGHBOURS = 8
# Lowest and highest turn about x (forwards is negative for a limb that hangs), y and z of each part, in degrees.
_RANGES_DEG = {
    "belly": ((-4, 6), (-8, 8), (-4, 4)),
    "chest": ((-4, 6), (-6, 6), (-3, 3)),
    "neck": ((-6, 8), (-10, 10), (-5, 5)),
    "head": ((-8, 8), (-12, 12), (-5, 5)),
    "upper arm.L": ((-15, 12), (-10, 10), (-24, 2)),
    "forearm.L": ((-45, 0), (-10, 10), (-6, 2)),
    "thigh.L": ((-8, 6), (-4, 4), (-3, 3)),
    "shin.L": ((0, 9), (0, 0), (0, 0)),
}


def draw_pose(random: np.random.Generator) -> Floats:
    """(parts, 3) rotation vectors in the body's frame, of somebody who stands about."""
    own = STANDING.copy()
    for name, ranges in _RANGES_DEG.items():
        for side in (".L", ".R") if name.endswith(".L") else ("",):
            degrees = np.array([random.uniform(*one) for one in ranges])
            mirrored = degrees * (1, -1, -1) if side == ".R" else degrees
            own[NAMES.index(name.removesuffix(".L") + side)] = np.radians(mirrored)
    return _along(own)


def _along(own: Floats) -> Floats:
    """Turns of each part against the one that it hangs on, to turns in the body's frame."""
    turns = Rotation.from_rotvec(own)
    frames: list[Rotation] = []
    for part, parent in enumerate(PARENTS):
        frames.append(turns[part] if parent < 0 else frames[parent] * turns[part])
    return np.stack([frame.as_rotvec() for frame in frames])


@dataclass(frozen=True)
class Posed:
    """Takes points along from the A pose of one body into one pose."""

    weights: Floats
    tree: cKDTree
    rotations: Floats
    shifts: Floats

    @classmethod
    def of(cls, model: BodyModel, body: BodyMesh, turns: Floats) -> "Posed":
        """turns : (parts, 3) rotation vectors in the body's frame"""
        skeleton = Skeleton(model)
        joints = np.array([body.joints_mm[model.bones[index]] for index in skeleton.joints])
        rotations = matrices(turns)
        return cls(skeleton.weights, cKDTree(body.vertices_mm), rotations, part_shifts(joints, rotations))

    def __call__(self, points_mm: Floats) -> Floats:
        """(N, 3) of the skin, or of clothes on it, to (N, 3)."""
        far, near = self.tree.query(points_mm, k=NEIGHBOURS)
        share = 1 / (np.asarray(far) + 1.0) ** 2
        weights = (self.weights[near] * (share / share.sum(1, keepdims=True))[..., None]).sum(1)
        moved = np.einsum("pij,nj->npi", self.rotations, points_mm) + self.shifts
        return np.asarray((weights[..., None] * moved).sum(1))
