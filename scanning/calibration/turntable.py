"""The axis of a turntable, from poses of what stands on it: a board, or a body registered frame by frame."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from fashiongan.errors import CalibrationError
from scanning.calibration.poses import inverse, moved, pose_of
from scanning.frame import Floats

LEAST_POSES = 3
LEAST_TURN_DEG = 20.0
# What the axis is used for lies about so far from it.
BODY_RADIUS_MM = 300.0
MOST_RESIDUAL_MM = 15.0
# Turns smaller than this say nothing of the axis.
_LEAST_STEP_DEG = 3.0


@dataclass(frozen=True, slots=True)
class Turntable:
    """An axis in the camera's frame. angles_deg : of every pose, from the first, right-handed about the direction.

    residual_mm : RMS by which a point 300 mm from the axis misses its circle
    """

    point_mm: tuple[float, float, float]
    direction: tuple[float, float, float]
    angles_deg: tuple[float, ...]
    residual_mm: float

    def motion(self, angle_deg: float) -> Floats:
        """(4, 4) what a turn by an angle does to points in the camera's frame."""
        turn = Rotation.from_rotvec(np.radians(angle_deg) * np.array(self.direction)).as_matrix()
        point = np.array(self.point_mm)
        return pose_of(turn, point - turn @ point)


def find_turntable(poses: Sequence[Floats], up: tuple[float, float, float] = (0.0, -1.0, 0.0)) -> Turntable:
    """The one axis about which all poses turn.

    Parameters
    ----------
    poses : (4, 4) each, from the frame of the thing on the table to the camera's, in order
    up : the direction of the axis is given on this side

    Raises
    ------
    CalibrationError : too few poses, too small a turn, or no common axis

    Source: Rotations about one axis leave it fixed, (R - I) a = 0 and (I - R) p = t, solved by least squares.
    """
    if len(poses) < LEAST_POSES:
        raise CalibrationError(f"{len(poses)} poses say nothing of an axis; show the board in {LEAST_POSES} or more.")
    turns = [pose @ inverse(poses[0]) for pose in poses]
    telling = [turn for turn in turns if _degrees(turn) > _LEAST_STEP_DEG]
    if not telling or max(map(_degrees, telling)) < LEAST_TURN_DEG:
        raise CalibrationError(f"the turntable turned less than {LEAST_TURN_DEG:g} degrees; turn it at least half way.")
    direction = _direction(telling, np.array(up))
    point = _point(telling, direction, poses[0][:3, 3])
    angles = [_angle_about(direction, turn) for turn in turns]
    table = Turntable(_triple(point), _triple(direction), tuple(_unwrapped(angles)), 0.0)
    residual_mm = _residual_mm(table, turns)
    if residual_mm > MOST_RESIDUAL_MM:
        raise CalibrationError(
            f"the poses miss a common axis by {residual_mm:.0f} mm, more than {MOST_RESIDUAL_MM:g}; "
            "fix the board to the table and keep the camera still."
        )
    return Turntable(table.point_mm, table.direction, table.angles_deg, residual_mm)


def _degrees(motion: Floats) -> float:
    return float(np.degrees(np.linalg.norm(Rotation.from_matrix(motion[:3, :3]).as_rotvec())))


def _direction(turns: list[Floats], up: Floats) -> Floats:
    fixed = np.vstack([turn[:3, :3] - np.eye(3) for turn in turns])
    direction: Floats = np.linalg.svd(fixed)[2][2]
    return direction if direction @ up >= 0 else -direction


def _point(turns: list[Floats], direction: Floats, near_mm: Floats) -> Floats:
    """The point of the axis that is nearest to a given one."""
    rows = np.vstack([np.eye(3) - turn[:3, :3] for turn in turns] + [direction[None]])
    values = np.concatenate([turn[:3, 3] for turn in turns] + [[direction @ near_mm]])
    return np.asarray(np.linalg.lstsq(rows, values, rcond=None)[0])


def _angle_about(direction: Floats, motion: Floats) -> float:
    return float(np.degrees(direction @ Rotation.from_matrix(motion[:3, :3]).as_rotvec()))


def _unwrapped(angles: list[float]) -> list[float]:
    return [float(angle) for angle in np.unwrap(angles, period=360.0)]


def _residual_mm(table: Turntable, turns: list[Floats]) -> float:
    axis = np.array(table.direction)
    across = np.cross(axis, np.eye(3)[np.argmin(np.abs(axis))])
    across /= np.linalg.norm(across)
    ring = np.array(table.point_mm) + BODY_RADIUS_MM * np.stack([across, np.cross(axis, across), -across])
    misses = [moved(turn, ring) - moved(table.motion(a), ring) for turn, a in zip(turns, table.angles_deg, strict=True)]
    return float(np.sqrt(np.mean(np.sum(np.square(misses), axis=2))))


def _triple(values: Floats) -> tuple[float, float, float]:
    return float(values[0]), float(values[1]), float(values[2])
