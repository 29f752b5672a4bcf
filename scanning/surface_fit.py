"""What the parametric body cannot say: a smooth layer over it, moved along the skin's normals to meet the points.

The layer makes a scan a scan of this person, not the nearest of a family. It is as smooth as the noise of the points
asks for, and follows the body where nothing was seen.

Source: smoothness of a displacement field as in Allen, Curless, Popovic, The space of human body shapes, 2003.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array, diags_array, eye_array
from scipy.sparse.linalg import SuperLU, splu

from fashiongan.body.posing import NAMES, STANDING, matrices, part_shifts
from scanning.body_fit import ScanFit
from scanning.frame import Floats
from scanning.mesh import neighbour_means, vertex_normals
from scanning.pair_weights import pair_weights
from scanning.pairing import Pairs, along_rays
from scanning.placement_terms import moved, placement_prior, placement_rows
from scanning.posed_body import PosableBody
from scanning.stance import Placement, ViewCloud

ROBUST_MM, REACH_MM = 8.0, 30.0
# How dear bending is, and any displacement.
BENDING, STAYING = 1.2, 1e-5
ROUNDS = 2
# Fingers and feet are not tailored to; noise there would only tear the mesh.
RIGID_PARTS, RIGID = ("hand.L", "hand.R", "foot.L", "foot.R"), 10.0
# Skin near the wrists and ankles follows both neighbours; it is a hand's or foot's from this share on.
WHOLLY = 0.9
LIMBS = ("upper arm", "forearm", "hand", "thigh", "shin", "foot")


class SkinLayer:
    """The smoothness of one mesh, and what follows from it."""

    def __init__(self, body: PosableBody) -> None:
        self.body = body
        parts = [NAMES.index(name) for name in RIGID_PARTS]
        self._hard = body.skeleton.weights[:, parts].sum(1) > WHOLLY
        self._smooth = _smoothness(body, self._hard)

    def fitted(self, fit: ScanFit, views: list[ViewCloud], rounds: int = ROUNDS) -> ScanFit:
        """The fit with its skin brought to the points.

        Views move along: a skin a little farther out all around is seen from views a little farther in.
        """
        posed = self.body.vertices_mm(fit.state)
        normals = vertex_normals(posed, self.body.faces)
        outwards, placements = fit.outwards_mm, fit.placements
        for _ in range(rounds):
            skin = posed + outwards[:, None] * normals
            pairs = self._tailored(along_rays(views, placements, skin, self.body.faces, REACH_MM))
            weight = pair_weights(pairs, self.body, len(placements), ROBUST_MM, fit.haired)
            outwards, step = self._solve(pairs, weight, normals, outwards, placements)
            placements = moved(placements, step)
        return replace(fit, outwards_mm=outwards, placements=placements)

    def _tailored(self, pairs: Pairs) -> Pairs:
        """Without hands and feet, which would hold the views where they are."""
        kept = ~self._hard[self.body.faces[pairs.triangle, 0]]
        return Pairs(*(getattr(pairs, name)[kept] for name in Pairs.__slots__))

    def _solve(
        self, pairs: Pairs, weight: Floats, normals: Floats, outwards: Floats, placements: tuple[Placement, ...]
    ) -> tuple[Floats, Floats]:
        """The smoothest skin (V,), and the step of the placements, that together take the residuals away."""
        design = self._design(pairs, normals)
        views = placement_rows(pairs, len(placements)).astype(np.float64)
        goal = pairs.residual_mm + design @ outwards
        weighted_views = views * weight[:, None]
        across = design.T @ weighted_views  # (V, 6 views)
        skin = _factored(csc_array(design.T @ diags_array(weight) @ design + self._smooth))
        # Solve for the few placements first, with the skin eliminated (Schur complement).
        alone, following = skin.solve(design.T @ (weight * goal)), skin.solve(across)
        stiff, pull = placement_prior(placements)
        matrix = weighted_views.T @ views + stiff - across.T @ following
        step = -np.linalg.solve(matrix, weighted_views.T @ goal + pull - across.T @ alone)
        return alone + following @ step, step

    def _design(self, pairs: Pairs, normals: Floats) -> csr_array:
        """(N, V) how far the paired places move along their normals with the skin."""
        corners = self.body.faces[pairs.triangle]
        along = np.einsum("nci,ni->nc", normals[corners], pairs.normal) * pairs.share
        rows = np.repeat(np.arange(len(corners)), 3)
        return csr_array((along.ravel(), (rows, corners.ravel())), shape=(len(corners), len(normals)))


def _factored(matrix: csc_array) -> SuperLU:
    """Factors of a symmetric positive definite matrix: no pivoting is needed, so the order may spare fill-in."""
    return splu(matrix, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True})


def posed_mm(fit: ScanFit, body: PosableBody) -> Floats:
    """(V, 3) the person as seen, in the body's frame."""
    posed = body.vertices_mm(fit.state)
    return np.asarray(posed + fit.outwards_mm[:, None] * vertex_normals(posed, body.faces))


def standing_mm(fit: ScanFit, body: PosableBody) -> Floats:
    """(V, 3) the person in the stance in which measurements are defined, on y = 0.

    Trunk and head as scanned, which is posture; limbs in the straight A pose, which is not.
    """
    rest = body.space.vertices_mm(fit.state.shape)
    rest = rest + fit.outwards_mm[:, None] * vertex_normals(rest, body.faces)
    vertices = body.skeleton.pose(rest, body.space.joints_mm(fit.state.shape), standing_turns(fit.state.turns))
    return np.asarray(vertices - [0, vertices[:, 1].min(), 0])


def standing_joints_mm(fit: ScanFit, body: PosableBody) -> Floats:
    """(parts, 3) the joints of a body from `standing_mm`."""
    turns = standing_turns(fit.state.turns)
    rest, joints = body.space.vertices_mm(fit.state.shape), body.space.joints_mm(fit.state.shape)
    ground = body.skeleton.pose(rest, joints, turns)[:, 1].min()
    return np.asarray(_turned_joints(joints, turns) - [0, ground, 0])


def arms_out_deg(fit: ScanFit, body: PosableBody) -> float:
    """How far the upper arms were held away from the vertical, the closer of both."""
    joints = _turned_joints(body.space.joints_mm(fit.state.shape), fit.state.turns)
    arms = [joints[NAMES.index(f"forearm.{side}")] - joints[NAMES.index(f"upper arm.{side}")] for side in "LR"]
    return float(min(np.degrees(np.arccos(-arm[1] / np.linalg.norm(arm))) for arm in arms))


def _turned_joints(joints: Floats, turns: Floats) -> Floats:
    rotations = matrices(turns)
    return np.asarray(np.einsum("pij,pj->pi", rotations, joints) + part_shifts(joints, rotations))


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


def _smoothness(body: PosableBody, hard: NDArray[np.bool_]) -> csr_array:
    """Squared Laplacian of the mesh, and a little pull to the body; very stiff where no layer is wanted."""
    count = len(body.space.mean_mm)
    laplacian = csr_array(eye_array(count) - neighbour_means(body.faces, count))
    return csr_array(BENDING * (laplacian.T @ laplacian) + diags_array(np.where(hard, RIGID, STAYING)))
