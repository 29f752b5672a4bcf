"""Where two depth cameras are to each other, refined on what both see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from fashiongan.errors import CalibrationError
from scanning.calibration.poses import angle_deg, inverse, moved
from scanning.frame import Floats

LEAST_FITNESS = 0.3
MOST_SHIFT_MM = 120.0
MOST_TURN_DEG = 8.0
LEAST_POINTS = 500
# From coarse to fine: how far a point may be from its partner.
_REACH_MM = (60.0, 30.0, 15.0)
# Faces that only one camera sees pull at a wide loss.
_LOSS_SHARE = 1 / 3
_VOXEL_MM = 10.0
# A step of so many millimetres has to win so much fitness, or the scene slides along itself, as a bare floor does.
_FREE_STEP_MM = 5.0
_LEAST_GAIN = 1.04
_ITERATIONS = 80
_TRACKED_POINTS = 4000
_ENOUGH_DEG = 90.0


@dataclass(frozen=True, slots=True)
class Registration:
    """source_to_target : (4, 4); fitness : share of the source with a partner; rmse_mm : between partners;
    shift_mm, turn_deg : how far it went from the start."""

    source_to_target: Floats
    fitness: float
    rmse_mm: float
    shift_mm: float
    turn_deg: float


def register(source_mm: Floats, target_mm: Floats, start: Floats) -> Registration:
    """Refine a (4, 4) start that is right to a few centimetres, on (N, 3) and (M, 3) points.

    Raises
    ------
    CalibrationError : too few points, hardly any overlap, it ran away from the start, or what both see does not tell

    Source: Point-to-plane ICP (Chen and Medioni 1992) with Tukey's loss (Babin et al. 2019), by Open3D.
    """
    result, fitness_before = _icp(source_mm, target_mm, start)
    _refuse_diverged(result)
    if result.shift_mm > _FREE_STEP_MM and result.fitness < _LEAST_GAIN * fitness_before:
        raise CalibrationError(
            f"the refinement slid by {result.shift_mm:.0f} mm and fits no better ({result.fitness:.0%}) than the board "
            "does; put a person or furniture in view of both cameras, or leave --refine out."
        )
    return result


def _icp(source_mm: Floats, target_mm: Floats, start: Floats) -> tuple[Registration, float]:
    """The refined motion, and what share of the source had a partner before."""
    import open3d

    source, target = _cloud(open3d, source_mm), _cloud(open3d, target_mm)
    icp = open3d.pipelines.registration
    criteria = icp.ICPConvergenceCriteria(max_iteration=_ITERATIONS)
    pose = start
    for reach_mm in _REACH_MM:
        method = icp.TransformationEstimationPointToPlane(icp.TukeyLoss(_LOSS_SHARE * reach_mm))
        found = icp.registration_icp(source, target, reach_mm, pose, method, criteria)
        pose = np.asarray(found.transformation)
    before = icp.evaluate_registration(source, target, _REACH_MM[-1], start)
    middle = np.append(start[:3, :3] @ np.median(source_mm, axis=0) + start[:3, 3], 1.0)
    step = pose @ inverse(start)
    shift_mm = float(np.linalg.norm((step @ middle - middle)[:3]))
    result = Registration(pose, float(found.fitness), float(found.inlier_rmse), shift_mm, angle_deg(step))
    return result, float(before.fitness)


def tracked_poses(clouds_mm: Sequence[Floats]) -> list[Floats]:
    """(4, 4) from the first cloud's place to that of each, of one thing that turns a few degrees from cloud to cloud.

    It ends after a quarter of a turn, which is enough for an axis; further round, nothing seen at first is left.

    Raises
    ------
    CalibrationError : too few points, or hardly any overlap

    Source: Frame to model, as in Newcombe et al. 2011: from frame to frame the errors would add up.
    """
    model = _thinned(clouds_mm[0])
    poses, step = [np.eye(4)], np.eye(4)
    for cloud in clouds_mm[1:]:
        if angle_deg(poses[-1]) > _ENOUGH_DEG:
            break
        few = _thinned(cloud)
        # What turns evenly is met best by turning on as before.
        found, _ = _icp(few, model, inverse(step @ poses[-1]))
        _refuse_apart(found)
        back = found.source_to_target
        poses.append(inverse(back))
        step = poses[-1] @ inverse(poses[-2])
        model = np.vstack([model, moved(back, few)])
    return poses


def _thinned(points_mm: Floats) -> Floats:
    return points_mm[:: max(1, len(points_mm) // _TRACKED_POINTS)]


def _cloud(open3d: Any, points_mm: Floats) -> Any:
    if len(points_mm) < LEAST_POINTS:
        raise CalibrationError(
            f"only {len(points_mm)} depth points to register, {LEAST_POINTS} are needed; show both cameras more."
        )
    cloud = open3d.geometry.PointCloud(open3d.utility.Vector3dVector(points_mm)).voxel_down_sample(_VOXEL_MM)
    cloud.estimate_normals(open3d.geometry.KDTreeSearchParamHybrid(radius=4 * _VOXEL_MM, max_nn=30))
    return cloud


def _refuse_apart(found: Registration) -> None:
    if found.fitness < LEAST_FITNESS:
        raise CalibrationError(
            f"only {found.fitness:.0%} of the points of one view match the other's, {LEAST_FITNESS:.0%} are needed; "
            "let both see the same things, at most 60 degrees apart, and nothing move."
        )


def _refuse_diverged(found: Registration) -> None:
    _refuse_apart(found)
    if found.shift_mm > MOST_SHIFT_MM or found.turn_deg > MOST_TURN_DEG:
        raise CalibrationError(
            f"the refinement ran {found.shift_mm:.0f} mm and {found.turn_deg:.1f} degrees away from where the board "
            "puts the camera; calibrate with the board again, and put more things in view of both."
        )
