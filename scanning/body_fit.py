"""The body that explains all views: pose and shape together with where each view stood, by robust Gauss-Newton.

Every step pairs each point with the nearest place on the body that faces the same way, and minimises the distances
along its normals (point to plane), with priors on shape, pose and sway. Registering views and fitting the body are
one problem, so sway is found where it is seen, and parts that no view saw follow from the rest.

Source: Chen and Medioni, Object modelling by registration of multiple range images, 1992; priors as in Anguelov et
al., SCAPE, 2005.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.posing import NAMES, PARENTS, PARTS
from scanning.frame import Floats
from scanning.hair import HAIR_REACH_MM, HeadSeen, head_seen, wears_hair
from scanning.mesh import vertex_normals
from scanning.pair_weights import pair_weights
from scanning.pairing import Pairs, along_rays, nearest
from scanning.placement_terms import moved, placement_prior, placement_rows
from scanning.posed_body import BodyState, PosableBody
from scanning.stance import Placement, ViewCloud, sequences

POINTS_A_FIT = 16_000
TRIAL_POINTS, LAST_POINTS, HEAD_POINTS = 3_000, 8_000, 60_000
ALL = 48


class Step(NamedTuple):
    """A robust width, wide while the pose is off and narrow in the end, and how many shape components move."""

    width_mm: float
    components: int = ALL


TRIED = (Step(80.0, 3), Step(80.0, 3), Step(60.0, 6), Step(45.0, 10), Step(35.0, 20))
STEPS = tuple(Step(width) for width in (25.0, 20.0, 15.0, 12.0, 10.0, 8.0, 8.0, 8.0, 8.0))
LAST_STEPS = STEPS[-2:]
# Below this width the pose is good enough to pair along rays.
SURE_MM = 12.0
SOLE_SPREAD_MM, SOLE_VERTICES = 1.0, 12
FREE = 1e6
NOTHING = np.zeros(0)
# How far a part turns against the one it hangs on, degrees.
TURN_SPREAD_DEG = {
    "pelvis": 2.0,
    "belly": 3.0,
    "chest": 4.0,
    "neck": 6.0,
    "head": 8.0,
    "clavicle": 6.0,
    "upper arm": 25.0,
    "forearm": 8.0,
    # Hands are small and badly seen; a hand free to bend would take the forearm's length with it.
    "hand": 6.0,
    "thigh": 8.0,
    "shin": 5.0,
    "foot": 5.0,
}


@dataclass(frozen=True, slots=True)
class ScanFit:
    """A body that explains the views, and where each view stood.

    outwards_mm : (V,) how far the skin lies outside the parametric body; residuals_mm : of the points used; haired :
    whether what lies over the scalp was taken for hair
    """

    state: BodyState
    placements: tuple[Placement, ...]
    outwards_mm: Floats
    residuals_mm: Floats
    haired: bool = False

    @property
    def misfit_mm(self) -> float:
        """The mean distance, points without a partner at full reach."""
        return float(np.abs(self.residuals_mm).mean())


def fit_body(views: list[ViewCloud], body: PosableBody, turning: bool = True) -> ScanFit:
    """Fit shape, pose and placements to views of one standing person, whose origin is where the person stands.

    turning : the person turned before one camera; else several cameras, whose places are known, saw one moment
    """
    start = _of_stature(body, max(float(np.quantile(view.points_mm[:, 1], 0.999)) for view in views))
    vertices = body.vertices_mm(start)
    ways = sequences(views, vertices, vertex_normals(vertices, body.faces), turning)
    bare = np.zeros(len(vertices))
    begun = [ScanFit(start, tuple(way), bare, NOTHING) for way in ways]
    bald, haired = (_best([replace(one, haired=hair) for one in begun], views, body) for hair in (False, True))
    return haired if wears_hair(head_of(bald, views, body), head_of(haired, views, body)) else bald


def _best(begun: list[ScanFit], views: list[ViewCloud], body: PosableBody) -> ScanFit:
    """The way round that soon explains most, gone on with."""
    tried = [_descended(one, views, body, TRIED, TRIAL_POINTS) for one in begun]
    return _descended(min(tried, key=lambda one: one.misfit_mm), views, body, STEPS, POINTS_A_FIT)


def head_of(fit: ScanFit, views: list[ViewCloud], body: PosableBody) -> HeadSeen:
    """How a fit explains the head."""
    clouds = [view.thinned(HEAD_POINTS // len(views)) for view in views]
    pairs = nearest(clouds, fit.placements, body.vertices_mm(fit.state), body.faces, HAIR_REACH_MM)
    return head_seen(pairs, body)


def _descended(
    fit: ScanFit, views: list[ViewCloud], body: PosableBody, steps: tuple[Step, ...], points: int
) -> ScanFit:
    """Go on through some steps."""
    state, placements, clouds = fit.state, fit.placements, [view.thinned(points // len(views)) for view in views]
    for step in steps:
        paired = nearest if step.width_mm > SURE_MM else along_rays
        pairs = paired(clouds, placements, body.vertices_mm(state), body.faces, 3 * step.width_mm)
        state, placements = _stepped(pairs, body, state, placements, step, fit.haired)
    missed = np.full(sum(len(cloud.points_mm) for cloud in clouds) - len(pairs.view), 3 * steps[-1].width_mm)
    residuals = np.concatenate([pairs.residual_mm, missed])
    return ScanFit(state, placements, fit.outwards_mm, residuals, fit.haired)


def refined(fit: ScanFit, views: list[ViewCloud], body: PosableBody) -> ScanFit:
    """The same fit gone on with a little, for other points of the same views."""
    return _descended(fit, views, body, LAST_STEPS, LAST_POINTS)


def _of_stature(body: PosableBody, stature_mm: float) -> BodyState:
    """The average body, made as tall by the component that does so best."""
    start = body.start()
    tallness = np.ptp(body.space.components_mm[:, :, 1] + body.space.mean_mm[:, 1], axis=1) - np.ptp(
        body.space.mean_mm[:, 1]
    )
    shape = start.shape.copy()
    shape[0] = (stature_mm - np.ptp(body.space.mean_mm[:, 1])) / tallness[0]
    taller = BodyState(shape, start.turns, 0.0)
    return BodyState(shape, start.turns, -float(body.vertices_mm(taller)[:, 1].min()))


def _stepped(
    pairs: Pairs,
    body: PosableBody,
    state: BodyState,
    placements: tuple[Placement, ...],
    step: Step,
    haired: bool,
) -> tuple[BodyState, tuple[Placement, ...]]:
    """One Gauss-Newton step of body and placements."""
    count = body.parameter_count
    rows = np.concatenate([-_along_normals(pairs, body, state), placement_rows(pairs, len(placements))], axis=1)
    weight = pair_weights(pairs, body, len(placements), step.width_mm, haired)
    weighted = rows * weight[:, None].astype(np.float32)
    matrix = (weighted.T @ rows).astype(np.float64)
    slope = (weighted.T @ pairs.residual_mm.astype(np.float32)).astype(np.float64)
    stiff, pull = placement_prior(placements)
    matrix[count:, count:] += stiff
    slope[count:] += pull
    for stiff, pull in (_shape_prior(state, step.components), _turn_prior(state), _sole_prior(body, state)):
        matrix[: len(stiff), : len(stiff)] += stiff
        slope[: len(pull)] += pull
    change = -np.linalg.solve(matrix, slope)
    return state.moved(change[:count]), moved(placements, change[count:])


def _along_normals(pairs: Pairs, body: PosableBody, state: BodyState) -> NDArray[np.float32]:
    """(N, parameters): how far the paired places move along their normals."""
    used, corner = np.unique(body.faces[pairs.triangle], return_inverse=True)
    jacobian = body.jacobian(state, used.astype(np.int64))
    corner = corner.reshape(-1, 3)
    lever = (pairs.share[:, :, None] * pairs.normal[:, None, :]).astype(np.float32)
    rows = np.zeros((len(corner), jacobian.shape[2]), np.float32)
    for index in range(3):
        rows += np.einsum("ni,nik->nk", lever[:, index], jacobian[corner[:, index]])
    return rows


def _shape_prior(state: BodyState, free: int) -> tuple[Floats, Floats]:
    """Ordinary shapes; components beyond the first `free` stay where they are."""
    count = len(state.shape)
    stiff = np.where(np.arange(count) < free, 1.0, FREE)
    return np.diag(stiff), np.where(np.arange(count) < free, state.shape, 0.0)


def _turn_prior(state: BodyState) -> tuple[Floats, Floats]:
    """Parts turn little against the part that they hang on; the pelvis not at all about the vertical."""
    count, size = len(state.shape), 3 * len(PARTS)
    difference = np.eye(size)
    spread = np.empty(size)
    for part, parent in enumerate(PARENTS):
        at = slice(3 * part, 3 * part + 3)
        spread[at] = np.radians(TURN_SPREAD_DEG[NAMES[part].split(".")[0]])
        if parent >= 0:
            difference[at, 3 * parent : 3 * parent + 3] = -np.eye(3)
    spread[1] = 1e-4
    rows = difference / spread[:, None]
    matrix, slope = np.zeros((count + size, count + size)), np.zeros(count + size)
    matrix[count:, count:] = rows.T @ rows
    slope[count:] = rows.T @ (rows @ state.turns.ravel())
    return matrix, slope


def _sole_prior(body: PosableBody, state: BodyState) -> tuple[Floats, Floats]:
    """The lowest vertices of both feet touch the floor."""
    vertices = body.vertices_mm(state)
    left = body.space.mean_mm[:, 0] > 0
    soles = np.concatenate(
        [np.flatnonzero(side)[np.argsort(vertices[side, 1])[:SOLE_VERTICES]] for side in (left, ~left)]
    )
    rows = body.jacobian(state, soles)[:, 1].astype(np.float64) / SOLE_SPREAD_MM / np.sqrt(SOLE_VERTICES)
    return rows.T @ rows, rows.T @ vertices[soles, 1] / SOLE_SPREAD_MM / np.sqrt(SOLE_VERTICES)
