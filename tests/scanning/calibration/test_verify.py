import numpy as np
import pytest

from fashiongan.errors import CalibrationError
from scanning.calibration.poses import moved
from scanning.calibration.verify import SizeCheck, verify_box, verify_cylinder
from scanning.frame import points_from_depth
from tests.scanning.rooms import Floats, Room, look, noisy, pinhole

LENS = pinhole()
BOX = Room(boxes=[((-200, 0, -125), (200, 600, 125), 30.0)])
CYLINDER = Room(cylinders=[(0, 0, 150, 0, 700)])


def world(room: Room, around_deg: list[float], sigma_mm: float) -> Floats:
    random = np.random.default_rng(0)
    clouds = []
    for around in around_deg:
        pose = look(1000, 1300, down_deg=25, around_deg=around)
        points = points_from_depth(noisy(room.depth_mm(LENS, pose), sigma_mm, random).astype(np.float32), LENS)
        clouds.append(moved(pose, points[points[..., 2] > 0]))
    return np.vstack(clouds)


@pytest.mark.parametrize(("around", "sigma_mm"), [([0, 90, 180, 270], 1.3), ([0], 1.3), ([0, 90, 180, 270], 7.0)])
def test_a_box_measures_its_size(around: list[float], sigma_mm: float) -> None:
    checks = verify_box(world(BOX, around, sigma_mm), 400, 250, 600)
    assert [check.name for check in checks] == ["width", "depth", "height"]
    assert [check.measured_mm for check in checks] == pytest.approx([400, 250, 600], abs=2)
    assert all(check.passed for check in checks)


def test_width_and_depth_may_be_given_either_way_round() -> None:
    points = world(BOX, [0, 90, 180, 270], 0)
    assert [check.error_mm for check in verify_box(points, 250, 400, 600)] == pytest.approx([0, 0, 0], abs=1)


@pytest.mark.parametrize("around", [[0], [0, 120, 240]])
def test_a_cylinder_measures_its_diameter_and_height(around: list[float]) -> None:
    checks = verify_cylinder(world(CYLINDER, around, 1.3), 300, 700)
    assert [check.measured_mm for check in checks] == pytest.approx([300, 700], abs=2)


def test_a_scale_that_is_two_percent_off_fails() -> None:
    checks = verify_cylinder(1.02 * world(CYLINDER, [0, 120, 240], 1.3), 300, 700)
    assert [check.passed for check in checks] == [False, False]
    assert checks[1].error_mm == pytest.approx(14, abs=1)


def test_other_things_on_the_floor_are_left_aside() -> None:
    room = Room(boxes=[*BOX.boxes, ((-900, 0, -300), (-700, 300, -100), 0.0)], walls=[((0, 0, 1), -700)])
    checks = verify_box(world(room, [0, 30, -30], 0), 400, 250, 600)
    assert checks[2].error_mm == pytest.approx(0, abs=2)


@pytest.mark.parametrize(
    ("room", "size", "words"),
    [
        (Room(), (400, 250, 600), "nothing stands"),
        (BOX, (40, 250, 600), "too small"),
        (BOX, (900, 900, 1500), "of about"),
    ],
)
def test_what_is_not_there_is_not_measured(room: Room, size: tuple[float, float, float], words: str) -> None:
    with pytest.raises(CalibrationError, match=words):
        verify_box(world(room, [0], 0), *size)


def test_four_millimetres_are_the_limit() -> None:
    assert SizeCheck("width", 400, 404).passed
    assert not SizeCheck("width", 400, 395.9).passed
