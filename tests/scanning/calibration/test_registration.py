import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from fashiongan.errors import CalibrationError
from scanning.calibration.poses import angle_deg, inverse, moved, pose_of
from scanning.calibration.registration import register, tracked_poses
from scanning.frame import points_from_depth
from tests.scanning.rooms import PERSON, Floats, Room, look, noisy, pinhole

LENS = pinhole()
ROOM = Room(boxes=[((-500, 0, -300), (-300, 500, 100), 20.0), ((350, 0, -100), (600, 900, 200), 0.0)], cylinders=PERSON)
BODY = Room(boxes=[((-200, 700, -100), (200, 1400, 100), 0.0), ((-60, 0, -150), (60, 700, 80), 0.0)])
FIRST, SECOND = look(1000, 1800, down_deg=12), look(1000, 1800, down_deg=12, around_deg=40)


def cloud(pose: Floats, seed: int) -> Floats:
    depth = noisy(ROOM.depth_mm(LENS, pose), 2.0, np.random.default_rng(seed))
    points = points_from_depth(depth.astype(np.float32), LENS)
    return points[points[..., 2] > 0]


def off(turn_deg: float, shift_mm: float) -> Floats:
    turn = Rotation.from_rotvec(np.radians(turn_deg) * np.array([0.6, 0.8, 0])).as_matrix()
    return pose_of(turn, np.array([shift_mm, 0, 0]))


def test_a_start_30_mm_and_2_degrees_off_is_refined_to_a_few_millimetres() -> None:
    truth = inverse(FIRST) @ SECOND
    found = register(cloud(SECOND, 0), cloud(FIRST, 1), truth @ off(2, 30))
    body = moved(inverse(SECOND), np.array([[0.0, 900, 0]]))
    assert np.linalg.norm(moved(found.source_to_target, body) - moved(truth, body)) < 4
    assert angle_deg(found.source_to_target @ inverse(truth)) < 0.3
    assert found.fitness > 0.3


def test_views_that_share_nothing_are_refused() -> None:
    random = np.random.default_rng(0)
    far = random.normal(0, 100, (3000, 3)) + np.array([5000, 0, 0])
    with pytest.raises(CalibrationError, match="match the other"):
        register(far, cloud(FIRST, 1), np.eye(4))


def test_running_away_from_the_board_is_refused() -> None:
    points = cloud(FIRST, 1)[::20]
    with pytest.raises(CalibrationError, match=r"ran away|away from where|match the other"):
        register(points, points, off(12, 0))


def test_hardly_any_points_are_refused() -> None:
    with pytest.raises(CalibrationError, match="only 10 depth points"):
        register(np.zeros((10, 3)), cloud(FIRST, 1), np.eye(4))


def test_a_body_that_turns_is_followed_to_a_degree() -> None:
    turned = []
    for angle in range(0, 40, 5):
        pose = look(1000, 1500, down_deg=5, around_deg=angle)
        points = points_from_depth(BODY.depth_mm(LENS, pose).astype(np.float32), LENS)
        standing = moved(pose, points[points[..., 2] > 0])
        turned.append(moved(inverse(pose), standing[standing[:, 1] > 30]))
    last = tracked_poses(turned)[-1]
    assert angle_deg(last) == pytest.approx(35, abs=1)


def test_a_scene_that_slides_along_itself_is_refused_rather_than_guessed() -> None:
    sparse = Room(boxes=[((-300, 0, -200), (0, 500, 0), 20.0), ((150, 0, -100), (300, 700, 100), 5.0)])
    first, second = look(1000, 1200, down_deg=14), look(1050, 1150, down_deg=14, around_deg=35)
    clouds = []
    for seed, pose in enumerate((first, second)):
        depth = noisy(sparse.depth_mm(LENS, pose), 2.0, np.random.default_rng(seed))
        points = points_from_depth(depth.astype(np.float32), LENS)
        clouds.append(points[points[..., 2] > 0])
    with pytest.raises(CalibrationError, match="slid by"):
        register(clouds[1], clouds[0], inverse(first) @ second @ np.eye(4))
