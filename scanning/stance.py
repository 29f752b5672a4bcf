"""Where the person stands and which way they face in each view, roughly: the start of the fit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from scanning.frame import Floats

YAW_STEPS = 24
YAWS = np.arange(YAW_STEPS) * 2 * np.pi / YAW_STEPS
# How far the first view may be from facing the camera, and each from its place in the sequence, in steps of 15 degrees.
START_SLACK, STEP_SLACK = 2, 1
MOST_WAYS = 4
SAMPLED, SLIDES = 300, 5
# Facing the opposite way counts like being twice this far away.
FACING_MM = 100.0
# The axis of a body lies this far behind the middle of what a camera sees of it.
BEHIND_MM = 80.0
# Points farther than this from the model say nothing more.
FAR_MM = 250.0


@dataclass(frozen=True, slots=True)
class ViewCloud:
    """What one view saw of the person: (N, 3) points in mm, floor at y = 0, Y-up, (N, 3) unit normals, and from where
    it was seen, (3,)."""

    points_mm: Floats
    normals: Floats
    camera_mm: Floats

    def about(self, origin_mm: Floats) -> "ViewCloud":
        """The same with another origin."""
        return ViewCloud(self.points_mm - origin_mm, self.normals, self.camera_mm - origin_mm)

    def thinned(self, count: int) -> "ViewCloud":
        """At most `count` of its points, evenly drawn."""
        pick = np.random.default_rng(0).permutation(len(self.points_mm))[:count]
        return ViewCloud(self.points_mm[pick], self.normals[pick], self.camera_mm)


@dataclass(frozen=True, slots=True)
class Placement:
    """From a view's floor frame to the body's: rotation (3, 3), then shift (3,) in mm."""

    rotation: Floats
    shift_mm: Floats

    def apply(self, points_mm: Floats) -> Floats:
        return np.asarray(points_mm @ self.rotation.T + self.shift_mm)

    def moved(self, step: Floats) -> "Placement":
        """After a small rotation vector about the body's origin and a shift, (6,)."""
        small = Rotation.from_rotvec(step[:3]).as_matrix()
        return Placement(small @ self.rotation, small @ self.shift_mm + step[3:])


def sequences(views: list[ViewCloud], body_mm: Floats, normals: Floats, turning: bool) -> list[list[Placement]]:
    """How the person may have stood, in order of likelihood: turned left or right, begun facing the camera or not.

    The views' origin is where the person stands. body_mm, normals : (V, 3) of a body of about the right stature in A
    pose. turning : the person turned one way by about equal steps, each of which may be off by some yaw; else the views
    are of one moment, from cameras whose places are known.
    """
    seen = _Visible(body_mm, normals)
    tried = [[seen.slid(view.thinned(SAMPLED), yaw) for yaw in YAWS] for view in views]
    costs = np.array([[cost for cost, _ in row] for row in tried])
    starts = (0, YAW_STEPS // 2) if turning else range(0, YAW_STEPS, 2 * START_SLACK)
    nominal = [
        np.rint(direction * np.arange(len(views)) * YAW_STEPS / len(views)).astype(int) + start
        for direction in _directions(len(views), turning)
        for start in starts
    ]
    found = sorted(
        (_near_sequence(costs, one, STEP_SLACK if turning else 0) for one in nominal), key=lambda one: one[0]
    )
    return [[tried[view][yaw][1] for view, yaw in enumerate(yaws)] for _, yaws in found[:MOST_WAYS]]


def _directions(views: int, turning: bool) -> tuple[int, ...]:
    if not turning:
        return (0,)
    return (1, -1) if views > 2 else (1,)


def _near_sequence(costs: Floats, nominal: NDArray[np.int64], slack: int) -> tuple[float, list[int]]:
    """The cheapest yaw of each view that is near its place in a sequence, for the best of the nearby starts."""
    around = np.arange(-slack, slack + 1)
    options = []
    for offset in range(-START_SLACK, START_SLACK + 1):
        near = (nominal[:, None] + offset + around) % YAW_STEPS  # (views, slack)
        prices = np.take_along_axis(costs, near, axis=1)
        yaws = np.take_along_axis(near, prices.argmin(1)[:, None], axis=1)[:, 0]
        options.append((float(prices.min(1).sum()), yaws.tolist()))
    return min(options)


class _Visible:
    """A body that is matched with points only where it faces as they do."""

    def __init__(self, body_mm: Floats, normals: Floats) -> None:
        # Position and direction in one space: facing the other way is as bad as being far off.
        self.tree = cKDTree(np.concatenate([body_mm, FACING_MM * normals], axis=1))
        self.body_mm = body_mm

    def slid(self, view: ViewCloud, yaw: float) -> tuple[float, Placement]:
        """The misfit at one yaw about the origin, after a few steps of sliding over the floor."""
        rotation = Rotation.from_euler("y", yaw).as_matrix()
        turned, facing = view.points_mm @ rotation.T, FACING_MM * view.normals @ rotation.T
        shift = np.zeros(3)
        for _ in range(SLIDES):
            distance, nearest = self.tree.query(np.concatenate([turned + shift, facing], axis=1))
            near = distance < np.quantile(distance, 0.8)
            shift += (self.body_mm[nearest] - turned - shift)[near].mean(0) * [1.0, 0, 1.0]
        return float(np.minimum(distance, FAR_MM).mean()), Placement(rotation, shift)


def turning_axis(views: list[ViewCloud]) -> Floats:
    """(3,) where the person turns: the middle of what all views saw, and a little behind, on the floor."""
    middle = np.mean([np.median(view.points_mm, axis=0) for view in views], axis=0)
    return np.asarray(middle * [1.0, 0, 1.0] + [0, 0, -BEHIND_MM])
