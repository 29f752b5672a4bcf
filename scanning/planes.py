"""Planes in point clouds: fitted by least squares, and found among other things."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError
from scanning.frame import Floats

_TRIALS = 400
_SCORED_POINTS = 6000
_REFITS = 4


@dataclass(frozen=True, slots=True)
class Plane:
    """Every p with normal . p = offset_mm. The normal is a unit vector."""

    normal: tuple[float, float, float]
    offset_mm: float

    def distances_mm(self, points_mm: Floats) -> Floats:
        """(N,) signed distances of (N, 3) points, positive on the side that the normal points to."""
        return np.asarray(points_mm @ np.array(self.normal) - self.offset_mm)

    def facing(self, direction: Floats) -> "Plane":
        """The same plane with its normal on the side of a direction."""
        sign = 1.0 if float(np.dot(self.normal, direction)) >= 0 else -1.0
        return plane_of(sign * np.array(self.normal), sign * self.offset_mm)


def plane_of(normal: Floats, offset_mm: float) -> Plane:
    """A plane from arrays."""
    return Plane((float(normal[0]), float(normal[1]), float(normal[2])), float(offset_mm))


def fit_plane(points_mm: Floats, weights: Floats | None = None) -> Plane:
    """Total least squares over (N, 3) points, with (N,) weights where some are noisier.

    Raises
    ------
    CalibrationError : fewer than three points

    Source: Pearson 1901; the normal is the direction of least variance.
    """
    if len(points_mm) < 3:
        raise CalibrationError(f"a plane needs 3 points, but {len(points_mm)} were seen; show more of it.")
    share = np.full(len(points_mm), 1.0) if weights is None else weights
    centre = np.average(points_mm, axis=0, weights=share)
    apart = points_mm - centre
    normal = np.linalg.eigh((apart * share[:, None]).T @ apart)[1][:, 0]
    return plane_of(normal, float(normal @ centre))


def plane_hypotheses(points_mm: Floats, count: int, reach_mm: float, random: np.random.Generator) -> Floats:
    """Planes through three nearby points each, as a robust search wants them.

    Parameters
    ----------
    points_mm : (N, 3); count : how many are tried; reach_mm : how far from the first point the others may lie

    Returns
    -------
    (M, 4) unit normals and offsets in millimetres, M <= count

    Source: Fischler and Bolles 1981, with neighbours drawn together as in Myatt et al. 2002 (NAPSAC).
    """
    seeds = random.integers(len(points_mm), size=count)
    pool = random.integers(len(points_mm), size=(count, 64))
    apart_mm = np.linalg.norm(points_mm[pool] - points_mm[seeds][:, None], axis=2)  # (count, 64)
    near = np.where((apart_mm < reach_mm) & (apart_mm > reach_mm / 5), random.random(apart_mm.shape), 2.0)
    chosen = np.argsort(near, axis=1)[:, :2]
    usable = np.take_along_axis(near, chosen, axis=1).max(axis=1) < 2
    first, second = (points_mm[np.take_along_axis(pool, chosen, axis=1)[:, k]] for k in (0, 1))
    origin = points_mm[seeds]
    normals = np.cross(first - origin, second - origin)
    length = np.linalg.norm(normals, axis=1)
    usable &= length > reach_mm**2 / 100
    normals = normals[usable] / length[usable, None]
    return np.column_stack([normals, np.einsum("ij,ij->i", normals, origin[usable])])


def support(hypotheses: Floats, points_mm: Floats, tolerance_mm: Floats) -> NDArray[np.int64]:
    """(M,) how many of (N, 3) points lie on each of (M, 4) planes, within (N,) tolerances."""
    distances = np.abs(hypotheses[:, :3] @ points_mm.T - hypotheses[:, 3:])
    return np.asarray(np.count_nonzero(distances < tolerance_mm, axis=1))


def refit(plane: Plane, points_mm: Floats, tolerance_mm: Floats, weights: Floats | None = None) -> Plane:
    """Fit again to the points that lie on a plane, until these hardly change; its normal keeps its side."""
    side = np.array(plane.normal)
    for _ in range(_REFITS):
        on_it = np.abs(plane.distances_mm(points_mm)) < tolerance_mm
        plane = fit_plane(points_mm[on_it], None if weights is None else weights[on_it]).facing(side)
    return plane


def dominant_plane(points_mm: Floats, tolerance_mm: float) -> Plane:
    """The plane on which most of (N, 3) points lie, within a tolerance.

    Raises
    ------
    CalibrationError : too few points
    """
    if len(points_mm) < 30:
        raise CalibrationError(f"only {len(points_mm)} points were seen; point the camera at a wall 0.5 to 3 m away.")
    random = np.random.default_rng(0)
    some = points_mm[random.permutation(len(points_mm))[:_SCORED_POINTS]]
    tolerances = np.full(len(some), tolerance_mm)
    hypotheses = plane_hypotheses(some, _TRIALS, float(np.ptp(some, axis=0).max()), random)
    if not len(hypotheses):
        raise CalibrationError("the points lie on a line or in one spot; point the camera at a wall 0.5 to 3 m away.")
    best = hypotheses[np.argmax(support(hypotheses, some, tolerances))]
    return refit(plane_of(best[:3], best[3]), some, tolerances)
