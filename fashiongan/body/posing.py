"""Posing a body: a few joints that turn rigid parts, blended at the skin (linear blend skinning).

Parts are groups of the model's bones that move together. A pose is one rotation vector for each part, about the joint
at its upper end, given in the frame of the body (not of the parent): `world` rotations, which spares chains of frames.

Source: Magnenat-Thalmann et al., Joint-dependent local deformations, Graphics Interface 1988.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from fashiongan.body.model import BodyModel, Floats


@dataclass(frozen=True, slots=True)
class Part:
    """A group of bones: those whose names begin with one of `bones`, turning about the head of bone `joint`."""

    name: str
    parent: str
    joint: str
    bones: tuple[str, ...]


def _limbs(side: str) -> tuple[Part, ...]:
    def bone(*names: str) -> tuple[str, ...]:
        return tuple(f"{name}.{side}" for name in names)

    fingers = tuple(f"finger{finger}-{joint}" for finger in range(1, 6) for joint in range(1, 4))
    palm = tuple(f"metacarpal{finger}" for finger in range(1, 5))
    toes = tuple(f"toe{toe}-{joint}" for toe in range(1, 6) for joint in range(1, 4))
    return (
        Part(f"clavicle.{side}", "chest", *_at(bone("clavicle", "shoulder01"))),
        Part(f"upper arm.{side}", f"clavicle.{side}", *_at(bone("upperarm01", "upperarm02"))),
        Part(f"forearm.{side}", f"upper arm.{side}", *_at(bone("lowerarm01", "lowerarm02"))),
        Part(f"hand.{side}", f"forearm.{side}", *_at(bone("wrist", *fingers, *palm))),
        Part(f"thigh.{side}", "pelvis", *_at(bone("upperleg01", "upperleg02"))),
        Part(f"shin.{side}", f"thigh.{side}", *_at(bone("lowerleg01", "lowerleg02"))),
        Part(f"foot.{side}", f"shin.{side}", *_at(bone("foot", *toes))),
    )


def _at(bones: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return bones[0], bones


PARTS = (
    Part("pelvis", "", "root", ("root", "pelvis.L", "pelvis.R")),
    Part("belly", "pelvis", "spine05", ("spine05", "spine04")),
    Part("chest", "belly", "spine03", ("spine03", "spine02", "spine01")),
    Part("neck", "chest", "neck01", ("neck01", "neck02", "neck03")),
    Part("head", "neck", "head", ("head", "eye.L", "eye.R")),
    *_limbs("L"),
    *_limbs("R"),
)
NAMES = tuple(part.name for part in PARTS)
PARENTS = tuple(NAMES.index(part.parent) if part.parent else -1 for part in PARTS)
TRUNK = ("pelvis", "belly", "chest", "neck", "head")
STANDING = np.zeros((len(PARTS), 3))


class Skeleton:
    """The parts of one model: which vertex follows which part, and where the joints are."""

    def __init__(self, model: BodyModel) -> None:
        part_of_bone = np.zeros(len(model.bones), np.int64)
        for index, part in enumerate(PARTS):
            part_of_bone[[bone in part.bones for bone in model.bones]] = index
        self.joints = np.array([model.bones.index(part.joint) for part in PARTS])
        self.weights = np.zeros((len(model.template_mm), len(PARTS)))
        rows = np.repeat(np.arange(len(model.template_mm)), model.bone_indices.shape[1])
        np.add.at(self.weights, (rows, part_of_bone[model.bone_indices.ravel()]), model.bone_weights.ravel())
        self.weights /= self.weights.sum(1, keepdims=True)

    def pose(self, vertices: Floats, joints: Floats, turns: Floats) -> Floats:
        """Turn the parts of a body.

        Parameters
        ----------
        vertices : (V, 3) of the A pose, mm; joints : (parts, 3) of the same body
        turns : (parts, 3) rotation vectors in the body's frame, rad; zeros leave the A pose

        Returns
        -------
        (V, 3) with the pelvis' joint where it was
        """
        rotations = matrices(turns)
        shifts = part_shifts(joints, rotations)
        posed = np.zeros_like(vertices)
        for part in range(len(PARTS)):
            used = np.flatnonzero(self.weights[:, part])
            moved = vertices[used] @ rotations[part].T + shifts[part]
            posed[used] += self.weights[used, part, None] * moved
        return posed


def matrices(turns: Floats) -> Floats:
    """(parts, 3) rotation vectors to (parts, 3, 3)."""
    return np.asarray(Rotation.from_rotvec(turns).as_matrix())


def part_shifts(joints: Floats, rotations: Floats) -> Floats:
    """(parts, 3): what each part's rotated points are shifted by, so that the joints hold together.

    joints : (parts, 3) in the A pose; rotations : (parts, 3, 3). Linear in `joints`.
    """
    shifts = np.zeros_like(joints)
    for part, parent in enumerate(PARENTS):
        posed = joints[part] if parent < 0 else rotations[parent] @ joints[part] + shifts[parent]
        shifts[part] = posed - rotations[part] @ joints[part]
    return shifts


def turned(**turns_deg: tuple[float, float, float]) -> Floats:
    """(parts, 3) rotation vectors from degrees by part name; in a name, write _ for a blank and __ for a dot."""
    turns = STANDING.copy()
    for name, degrees in turns_deg.items():
        turns[NAMES.index(name.replace("__", ".").replace("_", " "))] = np.radians(degrees)
    return turns


def parts_named(*words: str) -> NDArray[np.int64]:
    """The indices of the parts whose names begin with one of the words."""
    return np.array([index for index, name in enumerate(NAMES) if name.startswith(words)])
