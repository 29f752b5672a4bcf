"""The parametric body as a function that can be linearised: shape, pose and floor to a surface, and its derivatives."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from fashiongan.body.model import BodyModel
from fashiongan.body.posing import NAMES, PARENTS, PARTS, STANDING, Skeleton, matrices, part_shifts, parts_named
from fashiongan.body.shape_space import ShapeSpace
from scanning.frame import Floats
from scanning.mesh import unit_vectors
from scanning.pairing import Pairs

# How far the way from the middle of the head goes up and back where hair may begin, and where it surely grows.
HAIRLINE = (0.1, 0.4)
BARE = 0.05


@dataclass(frozen=True, slots=True)
class BodyState:
    """shape : (K,) components; turns : (parts, 3) rotation vectors; raised_mm : how far above the model's origin."""

    shape: Floats
    turns: Floats
    raised_mm: float

    def moved(self, step: Floats) -> "BodyState":
        """After one step (K + 3 parts + 1,): shape, then small rotations applied last, then height."""
        count = len(self.shape)
        small = Rotation.from_rotvec(step[count:-1].reshape(-1, 3))
        turns = (small * Rotation.from_rotvec(self.turns)).as_rotvec()
        return replace(self, shape=self.shape + step[:count], turns=turns, raised_mm=self.raised_mm + float(step[-1]))


class PosableBody:
    """The shape space and skeleton of one model, evaluated and linearised together."""

    def __init__(self, model: BodyModel) -> None:
        self.skeleton = Skeleton(model)
        self.space = ShapeSpace(model, self.skeleton)
        self.faces = model.faces
        self.parameter_count = len(self.space.components_mm) + 3 * len(PARTS) + 1
        self.scalp = _scalp(self.space.mean_mm, self.skeleton.weights[:, NAMES.index("head")])
        self.face_and_neck = self.skeleton.weights[:, parts_named("neck", "head")].sum(1) * (self.scalp < BARE)
        self._below = _weights_below(self.skeleton.weights)

    def share_of(self, pairs: Pairs, vertices: Floats) -> Floats:
        """(N,) the value of (V,) vertices at the places of pairs."""
        return np.asarray(np.einsum("nc,nc->n", pairs.share, vertices[self.faces[pairs.triangle]]))

    def start(self) -> BodyState:
        """The average body in A pose, on the floor."""
        shape = np.zeros(len(self.space.components_mm))
        return BodyState(shape, STANDING.copy(), -float(self.space.mean_mm[:, 1].min()))

    def vertices_mm(self, state: BodyState) -> Floats:
        """(V, 3) in the pose of the state."""
        rest, joints = self.space.vertices_mm(state.shape), self.space.joints_mm(state.shape)
        posed = self.skeleton.pose(rest, joints, state.turns)
        posed[:, 1] += state.raised_mm
        return posed

    def jacobian(self, state: BodyState, used: NDArray[np.int64]) -> NDArray[np.float32]:
        """(U, 3, parameters) derivatives of the `used` vertices by a step of `BodyState.moved`."""
        rotations = matrices(state.turns)
        shape = self._by_shape(rotations, used)
        turns = self._by_turns(state, rotations, used)
        up = np.zeros((len(used), 3, 1), np.float32)
        up[:, 1] = 1
        return np.concatenate([shape, turns, up], axis=2)

    def _by_shape(self, rotations: Floats, used: NDArray[np.int64]) -> NDArray[np.float32]:
        weights = self.skeleton.weights[used].astype(np.float32)
        blended = np.tensordot(weights, rotations.astype(np.float32), axes=1)
        shifts = np.array([part_shifts(joints, rotations) for joints in self.space.component_joints_mm])
        rotated = blended @ self.space.components_mm[:, used].transpose(1, 2, 0)
        return np.asarray(rotated + np.tensordot(weights, shifts.astype(np.float32), axes=(1, 1)).transpose(0, 2, 1))

    def _by_turns(self, state: BodyState, rotations: Floats, used: NDArray[np.int64]) -> NDArray[np.float32]:
        rest, joints = self.space.vertices_mm(state.shape)[used], self.space.joints_mm(state.shape)
        derivatives = np.zeros((len(used), 3, 3 * len(PARTS)), np.float32)
        for part in range(len(PARTS)):
            lever = self.skeleton.weights[used, part, None] * (rest - joints[part])
            for child in (index for index, parent in enumerate(PARENTS) if parent == part):
                lever = lever + self._below[used, child, None] * (joints[child] - joints[part])
            derivatives[:, :, 3 * part : 3 * part + 3] = -_cross_matrices(lever @ rotations[part].T)
        return derivatives


def _scalp(vertices: Floats, head: Floats) -> Floats:
    """(V,) how surely hair may grow there, 0 to 1; `head` : (V,) how much each of (V, 3) vertices is of the head."""
    skull = vertices[head > 0.5]
    ways = unit_vectors(vertices - (skull.min(0) + skull.max(0)) / 2)
    begin, sure = HAIRLINE
    share = (((ways[:, 1] - ways[:, 2]) / 2**0.5 - begin) / (sure - begin)).clip(0, 1)
    return np.asarray(head * share)


def _weights_below(weights: Floats) -> Floats:
    """(V, parts): how much a vertex follows a part or anything that hangs on it."""
    below = weights.copy()
    for part in reversed(range(len(PARTS))):
        if PARENTS[part] >= 0:
            below[:, PARENTS[part]] += below[:, part]
    return below


def _cross_matrices(vectors: Floats) -> Floats:
    """(N, 3) to (N, 3, 3) with matrix @ b = vector x b."""
    matrix = np.zeros((len(vectors), 3, 3))
    x, y, z = vectors.T
    matrix[:, 0, 1], matrix[:, 0, 2], matrix[:, 1, 2] = -z, y, -x
    matrix[:, 1, 0], matrix[:, 2, 0], matrix[:, 2, 1] = z, -y, x
    return matrix
