import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from fashiongan.errors import CalibrationError
from scanning.calibration.turntable import find_turntable
from tests.scanning.rooms import Floats


def poses_about(point: Floats, axis: Floats, angles_deg: list[float], noise: float = 0.0) -> list[Floats]:
    """A board somewhere on a table that turns; noise : degrees, and as many millimetres."""
    random = np.random.default_rng(0)
    start = np.eye(4)
    start[:3, :3] = Rotation.from_euler("xyz", [0.2, 2.0, -0.1]).as_matrix()
    start[:3, 3] = point + np.array([120, -200, 80])
    poses = []
    for angle in angles_deg:
        turn = np.eye(4)
        turn[:3, :3] = Rotation.from_rotvec(np.radians(angle) * axis).as_matrix()
        turn[:3, 3] = point - turn[:3, :3] @ point
        error = np.eye(4)
        error[:3, :3] = Rotation.from_rotvec(np.radians(noise) * random.standard_normal(3)).as_matrix()
        error[:3, 3] = noise * random.standard_normal(3)
        poses.append(turn @ start @ error)
    return poses


def miss_mm(point: Floats, axis: Floats, other: tuple[float, ...]) -> float:
    return float(np.linalg.norm(np.cross(np.array(other) - point, axis)))


@settings(max_examples=30)
@given(st.floats(-0.5, 0.5), st.floats(-0.5, 0.5), st.floats(-300, 300), st.floats(700, 3000))
def test_axis_and_angles_of_any_turntable_are_found(lean_x: float, lean_z: float, x_mm: float, z_mm: float) -> None:
    axis = np.array([lean_x, -1, lean_z]) / np.linalg.norm([lean_x, -1, lean_z])
    point = np.array([x_mm, 300, z_mm])
    angles = [0.0, 40.0, 95.0, 170.0, 200.0, 290.0]
    table = find_turntable(poses_about(point, axis, angles))
    assert table.direction == pytest.approx(axis, abs=1e-6)
    assert miss_mm(point, axis, table.point_mm) < 1e-3
    assert table.angles_deg == pytest.approx(angles, abs=1e-4)
    assert table.residual_mm < 1e-3


def test_noisy_boards_give_the_axis_to_two_millimetres() -> None:
    point, axis = np.array([50.0, 400, 1300]), np.array([0.0, -1, 0])
    table = find_turntable(poses_about(point, axis, list(np.arange(0, 360, 12.0)), noise=0.2))
    assert miss_mm(point, axis, table.point_mm) < 2
    assert 0.1 < table.residual_mm < 3


def test_a_turn_moves_points_as_the_table_does() -> None:
    point, axis = np.array([50.0, 400, 1300]), np.array([0.0, -1, 0])
    poses = poses_about(point, axis, [0.0, 30.0, 60.0])
    table = find_turntable(poses)
    assert table.motion(60.0) @ poses[0] == pytest.approx(poses[2], abs=1e-6)


def test_a_table_that_hardly_turned_is_refused() -> None:
    with pytest.raises(CalibrationError, match="less than 20 degrees"):
        find_turntable(poses_about(np.array([0.0, 0, 1000]), np.array([0.0, -1, 0]), [0, 5, 10]))


def test_a_board_that_was_carried_around_is_refused() -> None:
    poses = poses_about(np.array([0.0, 0, 1000]), np.array([0.0, -1, 0]), [0, 50, 100, 150])
    poses[2][:3, 3] += [0, 150, 0]
    with pytest.raises(CalibrationError, match="miss a common axis"):
        find_turntable(poses)


def test_two_poses_are_too_few() -> None:
    with pytest.raises(CalibrationError, match="2 poses"):
        find_turntable([np.eye(4), np.eye(4)])
