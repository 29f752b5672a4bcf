import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.errors import CalibrationError
from scanning.calibration.floor import Floor, find_floor
from scanning.frame import points_from_depth
from tests.scanning.rooms import PERSON, Floats, Room, look, noisy, pinhole

LENS = pinhole()
BACK = ((0.0, 0.0, 1.0), -600.0)
LEFT = ((1.0, 0.0, 0.0), -900.0)


def seen(room: Room, pose: Floats, sigma_mm: float = 7.0) -> Floats:
    depth = noisy(room.depth_mm(LENS, pose), sigma_mm, np.random.default_rng(0))
    return points_from_depth(depth.astype(np.float32), LENS)


def up_of(pose: Floats) -> Floats:
    return np.asarray(pose[1, :3])


def off_deg(floor: Floor, pose: Floats) -> float:
    return float(np.degrees(np.arccos(np.clip(np.dot(floor.normal, up_of(pose)), -1, 1))))


@pytest.mark.parametrize("roll_deg", [0, 90, -90, 180])
@pytest.mark.parametrize("walls", [[], [BACK], [BACK, LEFT]], ids=["open", "wall behind", "corner"])
def test_the_floor_under_a_person_is_found_however_the_camera_stands(
    roll_deg: float, walls: list[tuple[tuple[float, float, float], float]]
) -> None:
    pose = look(1000, 2000, down_deg=10, roll_deg=roll_deg)
    floor = find_floor(seen(Room(walls=walls, cylinders=PERSON), pose))
    assert off_deg(floor, pose) < 0.5
    assert floor.camera_height_mm == pytest.approx(1000, abs=8)


def test_a_portrait_camera_at_1300_mm_sees_its_height_and_tilt() -> None:
    pose = look(1000, 1300, down_deg=3, roll_deg=90)
    floor = find_floor(seen(Room(walls=[BACK, LEFT], cylinders=PERSON), pose))
    assert floor.camera_height_mm == pytest.approx(1000, abs=5)
    assert floor.tilt_deg == pytest.approx(3, abs=0.3)


def test_the_world_of_the_floor_is_y_up_with_the_camera_above_its_origin() -> None:
    pose = look(1000, 2000, down_deg=10, roll_deg=90)
    points = seen(Room(cylinders=PERSON), pose, sigma_mm=0)
    world = find_floor(points).camera_to_world
    assert world[:3, 3] == pytest.approx([0, 1000, 0], abs=1)
    assert np.linalg.det(world[:3, :3]) == pytest.approx(1)
    cloud = points[points[..., 2] > 0] @ world[:3, :3].T + world[:3, 3]
    assert cloud[:, 1].min() == pytest.approx(0, abs=2)
    person = cloud[cloud[:, 1] > 300]
    # The camera looks along -Z at somebody 1.72 m tall who stands 2 m away and turns 75 mm of legs to it.
    assert person[:, 1].max() == pytest.approx(1720, abs=10)
    assert np.median(person[:, 2]) == pytest.approx(-1925, abs=40)


def test_where_a_side_wall_looks_like_a_floor_saying_what_is_up_decides() -> None:
    pose = look(1000, 1500, down_deg=5)
    empty = seen(Room(walls=[BACK, ((1.0, 0.0, 0.0), -700.0)]), pose)
    assert off_deg(find_floor(empty, up=(0, -1, 0)), pose) < 0.5
    side = find_floor(empty, up=(1, 0, 0))
    assert side.camera_height_mm == pytest.approx(700, abs=5)


def test_a_bare_wall_is_no_floor() -> None:
    depth = np.full((240, 320), 1200, dtype=np.float32)
    with pytest.raises(CalibrationError, match="no floor is in view"):
        find_floor(points_from_depth(depth, LENS))


def test_an_empty_image_has_no_floor() -> None:
    with pytest.raises(CalibrationError, match="only 0 depth points"):
        find_floor(np.zeros((240, 320, 3)))


@settings(max_examples=12)
@given(st.floats(500, 1800), st.floats(0, 25), st.floats(-15, 15))
def test_height_and_tilt_of_any_camera_over_a_bare_floor_are_found(height: float, down: float, roll: float) -> None:
    pose = look(height, 1500, down_deg=down, roll_deg=roll)
    floor = find_floor(seen(Room(), pose, sigma_mm=3))
    assert floor.camera_height_mm == pytest.approx(height, abs=0.01 * height)
    assert floor.tilt_deg == pytest.approx(down, abs=0.5)
