"""What the parametric body cannot say: a smooth layer over it, moved along the skin's normals to meet the points.

The layer makes a scan a scan of this person, not the nearest of a family. It is as smooth as the noise of the points
asks for, and follows the body where nothing was seen.

Source: smoothness of a displacement field as in Allen, Curless, Popovic, The space of human body shapes, 2003.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array, diags_array, eye_array
from scipy.sparse.linalg import splu

from fashiongan.body.posing import NAMES, STANDING, matrices, part_shifts
from scanning.body_fit import ScanFit
from scanning.frame import Floats
from scanning.pairing import Pairs, along_rays, vertex_normals
from scanning.posed_body import PosableBody
from scanning.stance import ViewCloud

ROBUST_MM, REACH_MM = 8.0, 30.0
# How dear bending is against 1 mm of all points' distance, and how dear any displacement is.
BENDING, STAYING = 900.0, 0.05
ALL_POINTS = 250_000
ROUNDS = 2
# Fingers, feet and the face are not tailored to; noise there would only tear the mesh.
RIGID_PARTS = ("hand.L", "hand.R", "foot.L", "foot.R")
LIMBS = ("upper arm", "forearm", "hand", "thigh", "shin", "foot")


class SkinLayer:
    """The smoothness of one mesh, factorised once for each set of pairs."""

    def __init__(self, body: PosableBody) -> None:
        self.body = body
        self._bending = _bending_matrix(body)

    def displacements(self, fit: ScanFit, views: list[ViewCloud], rounds: int = ROUNDS) -> Floats:
        """(V,) millimetres outwards along the normals that bring the fitted body to the points."""
        posed = self.body.vertices_mm(fit.state)
        normals = vertex_normals(posed, self.body.faces)
        outwards = np.zeros(len(posed))
        for _ in range(rounds):
            moved = posed + outwards[:, None] * normals
            pairs = along_rays(views, list(fit.placements), moved, self.body.faces, REACH_MM)
            outwards = self._solve(pairs, normals, outwards)
        return outwards

    def _solve(self, pairs: Pairs, normals: Floats, outwards: Floats) -> Floats:
        """The smoothest layer that takes the residuals away."""
        corners = self.body.faces[pairs.triangle]
        along = np.einsum("nci,ni->nc", normals[corners], pairs.normal) * pairs.share
        rows = np.repeat(np.arange(len(corners)), 3)
        design = csr_array((along.ravel(), (rows, corners.ravel())), shape=(len(corners), len(outwards)))
        weight = ALL_POINTS / len(corners) / (1 + (pairs.residual_mm / ROBUST_MM) ** 2) ** 2
        goal = pairs.residual_mm + design @ outwards
        matrix = design.T @ diags_array(weight) @ design + self._bending
        return np.asarray(splu(csc_array(matrix)).solve(design.T @ (weight * goal)))


def posed_mm(fit: ScanFit, outwards: Floats, body: PosableBody) -> Floats:
    """(V, 3) the person as seen, in the body's frame."""
    posed = body.vertices_mm(fit.state)
    return np.asarray(posed + outwards[:, None] * vertex_normals(posed, body.faces))


def standing_mm(fit: ScanFit, outwards: Floats, body: PosableBody) -> Floats:
    """(V, 3) the person in the stance in which measurements are defined, on y = 0.

    Trunk and head as scanned, which is posture; limbs in the straight A pose, which is not.
    """
    rest = body.space.vertices_mm(fit.state.shape)
    rest = rest + outwards[:, None] * vertex_normals(rest, body.faces)
    vertices = body.skeleton.pose(rest, body.space.joints_mm(fit.state.shape), standing_turns(fit.state.turns))
    return np.asarray(vertices - [0, vertices[:, 1].min(), 0])


def standing_joints_mm(fit: ScanFit, body: PosableBody) -> Floats:
    """(parts, 3) the joints of a body from `standing_mm`."""
    joints = body.space.joints_mm(fit.state.shape)
    rotations = matrices(standing_turns(fit.state.turns))
    placed = np.einsum("pij,pj->pi", rotations, joints) + part_shifts(joints, rotations)
    rest = body.space.vertices_mm(fit.state.shape)
    ground = body.skeleton.pose(rest, joints, standing_turns(fit.state.turns))[:, 1].min()
    return np.asarray(placed - [0, ground, 0])


def standing_turns(turns: Floats) -> Floats:
    """(parts, 3) the same posture with the limbs straightened; shoulders go with the chest."""
    straight = turns.copy()
    chest = turns[NAMES.index("chest")]
    for index, name in enumerate(NAMES):
        if name.startswith(LIMBS):
            straight[index] = STANDING[index]
        elif name.startswith("clavicle"):
            straight[index] = chest
    return straight


def _bending_matrix(body: PosableBody) -> csr_array:
    """Squared Laplacian of the mesh, and a little pull to the body; very stiff where no layer is wanted."""
    laplacian = _laplacian(body.faces, len(body.space.mean_mm))
    hard = np.isin(body.skeleton.weights.argmax(1), [NAMES.index(name) for name in RIGID_PARTS])
    stay = np.where(hard, 1e3, STAYING)
    return csr_array(BENDING * (laplacian.T @ laplacian) + diags_array(stay))


def _laplacian(faces: NDArray[np.int32], count: int) -> csr_array:
    """(V, V) vertex minus the mean of its neighbours."""
    pairs = faces[:, [0, 1, 1, 2, 2, 0, 1, 0, 2, 1, 0, 2]].reshape(-1, 2)
    adjacent = csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    adjacent.data[:] = 1
    degree = np.maximum(np.asarray(adjacent.sum(1)).ravel(), 1)
    return csr_array(eye_array(count) - diags_array(1 / degree) @ adjacent)
