"""Rigid motions as (4, 4) matrices."""

import numpy as np

from scanning.frame import Floats


def moved(pose: Floats, points_mm: Floats) -> Floats:
    """(N, 3) points carried by a (4, 4) pose."""
    return points_mm @ pose[:3, :3].T + pose[:3, 3]


def inverse(pose: Floats) -> Floats:
    """Of a rigid (4, 4) pose."""
    back = np.eye(4)
    back[:3, :3] = pose[:3, :3].T
    back[:3, 3] = -pose[:3, :3].T @ pose[:3, 3]
    return back


def angle_deg(pose: Floats) -> float:
    """How far a (4, 4) pose turns, 0 to 180 degrees."""
    twist = pose[:3, :3] - pose[:3, :3].T
    sine = float(np.linalg.norm([twist[2, 1], twist[0, 2], twist[1, 0]])) / 2
    return float(np.degrees(np.arctan2(sine, (np.trace(pose[:3, :3]) - 1) / 2)))


def pose_of(rotation: Floats, shift_mm: Floats) -> Floats:
    """(4, 4) from (3, 3) and (3,)."""
    pose = np.eye(4)
    pose[:3, :3] = rotation
    pose[:3, 3] = np.ravel(shift_mm)
    return pose
