"""The floor that a person stands on, and with it which way is up, from depth alone.

The floor is a big plane that the camera looks along rather than at, with everything on one side of it. In a corner of
a room a side wall is all that too, for a camera may lie on its side; what stands in the room decides, since it touches
the floor.
"""

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError
from scanning.frame import Floats
from scanning.planes import Plane, plane_hypotheses, plane_of, refit, support

# The optical axis is 60 to 120 degrees from the floor's normal.
MOST_TILT_DEG = 30.0
# Up is within this of an image edge's direction: a camera stands, lies on a side, or hangs.
MOST_ROLL_DEG = 35.0
CAMERA_HEIGHT_MM = (150.0, 3000.0)
LEAST_FLOOR_POINTS = 200
_GRID_MM = 25.0
# Three sigma of 7 mm at 1.3 m, what stereo cameras have per pixel, and a floor that is not quite flat.
_NOISE_PER_MM = 3 * 7.0 / 1300.0**2
_ROUGH_MM = 8.0
_TRIALS = 1500
_REACH_MM = 600.0
_MOST_PLANES = 8
# A plane is big from this share of the grid on.
_BIG_SHARE = 0.02
# Reflections in a shiny floor lie under it.
_MOST_BELOW = 0.04
# What stands on the floor shows so close to it.
_CONTACT_MM = 200.0
_LEAST_CLUTTER = 50


@dataclass(frozen=True, slots=True)
class Floor:
    """normal . p = offset_mm in the camera's frame; the normal points up, so offset_mm is minus the camera's height."""

    normal: tuple[float, float, float]
    offset_mm: float
    inliers: int

    @property
    def camera_height_mm(self) -> float:
        """Of the camera over the floor."""
        return -self.offset_mm

    @property
    def tilt_deg(self) -> float:
        """How far the camera looks down; negative where it looks up."""
        return degrees(asin(max(-1.0, min(1.0, -self.normal[2]))))

    @property
    def camera_to_world(self) -> Floats:
        """(4, 4) to the world: Y up, floor at y = 0, origin under the camera, which looks along -Z."""
        up = np.array(self.normal)
        back = -(np.array([0.0, 0.0, 1.0]) - up[2] * up)
        back /= np.linalg.norm(back)
        pose = np.eye(4)
        pose[:3, :3] = [np.cross(up, back), up, back]
        pose[1, 3] = self.camera_height_mm
        return pose

    def heights_mm(self, points_mm: Floats) -> Floats:
        """(N,) over the floor of (N, 3) points of the camera."""
        return np.asarray(points_mm @ np.array(self.normal) - self.offset_mm)


def find_floor(points_mm: Floats, up: tuple[float, float, float] | None = None) -> Floor:
    """The floor in what a depth camera sees, landscape or portrait, with people and walls around.

    Parameters
    ----------
    points_mm : (N, 3) or (H, W, 3) camera frame; pixels that saw nothing are at the origin and do not count
    up : roughly up in the camera's frame, where it is known, for rooms in which a side wall looks like a floor

    Raises
    ------
    CalibrationError : no floor is in view
    """
    seen = points_mm.reshape(-1, 3)
    seen = seen[seen[:, 2] > 0]
    grid = _thinned(seen)
    if len(grid) < LEAST_FLOOR_POINTS:
        raise CalibrationError(f"only {len(seen)} depth points were seen; no floor can be found in so few.")
    tolerances = _tolerances_mm(grid)
    planes = _big_planes(grid, tolerances)
    floors = [_facing_camera(plane) for plane in planes]
    clutter = grid[_beside(planes, grid)]
    scores = [_score(floor, grid, tolerances, clutter) if _may_be_floor(floor, up) else 0.0 for floor in floors]
    if not scores or max(scores) == 0:
        raise CalibrationError(
            "no floor is in view; aim the camera so that the feet and half a metre of floor around them show."
        )
    chosen = int(np.argmax(scores))
    best = _refined(floors[chosen], planes[:chosen] + planes[chosen + 1 :], seen)
    on_it = int(np.count_nonzero(np.abs(best.distances_mm(seen)) < _tolerances_mm(seen)))
    return Floor(best.normal, best.offset_mm, on_it)


def _thinned(points_mm: Floats) -> Floats:
    """The mean of the points of every grid cell: as dense far away as near by, and quieter."""
    if not len(points_mm):
        return points_mm
    cells = np.floor(points_mm / _GRID_MM).astype(np.int64) + 2**20
    key = (cells[:, 0] << 42) | (cells[:, 1] << 21) | cells[:, 2]
    _, index, count = np.unique(key, return_inverse=True, return_counts=True)
    sums = [np.bincount(index, points_mm[:, axis]) for axis in range(3)]
    return np.asarray(np.stack(sums, axis=1) / count[:, None])


def _tolerances_mm(points_mm: Floats, offset_mm: float = 1000.0) -> Floats:
    """(N,) three sigma of a stereo camera off a plane at that distance: its error grows with z squared, but a plane
    is hit at a slant of offset / z."""
    return np.asarray(_ROUGH_MM + _NOISE_PER_MM * abs(offset_mm) * points_mm[:, 2])


def _big_planes(points_mm: Floats, tolerances_mm: Floats) -> list[Plane]:
    random = np.random.default_rng(0)
    some = random.permutation(len(points_mm))[:6000]
    points, tolerances = points_mm[some], tolerances_mm[some]
    hypotheses = plane_hypotheses(points, _TRIALS, _REACH_MM, random)
    counts = support(hypotheses, points, tolerances)
    least = max(_BIG_SHARE * len(points), 30)
    found: list[Plane] = []
    while len(found) < _MOST_PLANES and len(counts) and counts.max() >= least:
        best = hypotheses[np.argmax(counts)]
        plane = refit(plane_of(best[:3], best[3]), points, tolerances)
        if not any(_alike(plane, one) for one in found):
            found.append(plane)
        # What lies on a found plane no longer speaks for others.
        free = np.abs(plane.distances_mm(points)) > tolerances
        points, tolerances = points[free], tolerances[free]
        rivals = np.abs(hypotheses[:, :3] @ best[:3]) < cos(radians(3.0))
        rivals |= np.abs(np.abs(hypotheses[:, 3]) - abs(best[3])) > 30
        hypotheses = hypotheses[rivals]
        counts = support(hypotheses, points, tolerances)
    return found


def _alike(plane: Plane, other: Plane) -> bool:
    cosine = float(np.dot(plane.normal, other.normal))
    apart_mm = abs(plane.offset_mm * float(np.sign(cosine)) - other.offset_mm)
    return abs(cosine) > cos(radians(8.0)) and apart_mm < 60


def _facing_camera(plane: Plane) -> Plane:
    return plane if plane.offset_mm < 0 else plane_of(-np.array(plane.normal), -plane.offset_mm)


def _may_be_floor(floor: Plane, up: tuple[float, float, float] | None) -> bool:
    low, high = CAMERA_HEIGHT_MM
    normal = np.array(floor.normal)
    sideways = normal[:2] / max(float(np.linalg.norm(normal[:2])), 1e-9)
    return bool(
        low <= -floor.offset_mm <= high
        and abs(normal[2]) <= sin(radians(MOST_TILT_DEG))
        and np.abs(sideways).max() >= cos(radians(MOST_ROLL_DEG))
        and (up is None or float(normal @ np.array(up)) / float(np.linalg.norm(up)) > 0.7)
    )


def _beside(planes: list[Plane], points_mm: Floats) -> NDArray[np.bool_]:
    """(N,) which points are on none of the planes."""
    free = np.ones(len(points_mm), dtype=bool)
    for plane in planes:
        free &= np.abs(plane.distances_mm(points_mm)) > 1.5 * _tolerances_mm(points_mm, plane.offset_mm)
    return free


def _score(floor: Plane, points_mm: Floats, tolerances_mm: Floats, clutter_mm: Floats) -> float:
    """0 where something is under it; else how much of it shows, the more so if what stands around touches it."""
    heights = floor.distances_mm(points_mm)
    if np.mean(heights < -2 * tolerances_mm) > _MOST_BELOW:
        return 0.0
    share = float(np.mean(np.abs(heights) < tolerances_mm))
    return min(share, 0.1) * (0.02 + _contact(floor, clutter_mm)) * (0.1 + _stands(floor, clutter_mm))


def _contact(floor: Plane, clutter_mm: Floats) -> float:
    """Share of what stands around that is close to the floor."""
    heights = floor.distances_mm(clutter_mm)
    return float(np.mean((heights > 0) & (heights < _CONTACT_MM))) if len(heights) else 0.0


def _stands(floor: Plane, clutter_mm: Floats) -> float:
    """0 to 1: how upright on the floor that is, for people are taller than wide."""
    if len(clutter_mm) < _LEAST_CLUTTER:
        return 0.0
    spread, axes = np.linalg.eigh(np.cov(clutter_mm.T))
    long = 1 - float(np.sqrt(spread[1] / spread[2]))
    return long * float(axes[:, 2] @ np.array(floor.normal)) ** 2


def _refined(floor: Plane, others: list[Plane], points_mm: Floats) -> Plane:
    """Fit to every pixel, the far ones weighing less; the foot of a wall would tilt it."""
    own = points_mm[_beside(others, points_mm)]
    if len(own) < LEAST_FLOOR_POINTS:
        return floor
    return refit(floor, own, _tolerances_mm(own), 1 / np.square(own[:, 2]))
