import numpy as np
import pytest

from gui.widgets.camera import FIELD_OF_VIEW_DEG, Camera, StandardView
from gui.widgets.camera_keys import moved_by_key

CORNERS = np.array([[x, y, z] for x in (-300.0, 300.0) for y in (0.0, 1700.0) for z in (-150.0, 150.0)])


def in_picture(camera: Camera, point: np.ndarray) -> np.ndarray:
    """Where a point appears, in halves of the picture's height, by plane geometry."""
    from_target = point - np.array(camera.target_mm)
    right, up, near = (float(from_target @ axis) for axis in (camera.right, camera.up, camera.front))
    if camera.parallel:
        return np.array([right, up]) / camera.half_height_mm
    distance = camera.half_height_mm / np.tan(np.deg2rad(FIELD_OF_VIEW_DEG / 2))
    return np.array([right, up]) / camera.half_height_mm * distance / (distance - near)


@pytest.mark.parametrize(
    ("view", "front"),
    [
        (StandardView.FRONT, (0, 0, 1)),
        (StandardView.BACK, (0, 0, -1)),
        (StandardView.LEFT, (1, 0, 0)),
        (StandardView.RIGHT, (-1, 0, 0)),
        (StandardView.TOP, (0, 1, 0)),
    ],
)
def test_a_standard_view_is_from_where_it_says(view: StandardView, front: tuple[float, float, float]) -> None:
    assert Camera().seen_from(view).front @ np.array(front) > 0.999


@pytest.mark.parametrize("view", list(StandardView))
def test_the_axes_of_a_picture_are_square_to_each_other(view: StandardView) -> None:
    camera = Camera().seen_from(view)
    axes = np.stack([camera.right, camera.up, camera.front])
    np.testing.assert_allclose(axes @ axes.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(axes) == pytest.approx(1)


@pytest.mark.parametrize("parallel", [False, True])
@pytest.mark.parametrize("view", list(StandardView))
@pytest.mark.parametrize("width_to_height", [0.5, 1.5])
def test_framing_shows_everything_and_wastes_little(parallel: bool, view: StandardView, width_to_height: float) -> None:
    camera = Camera(parallel=parallel).seen_from(view).framing(CORNERS, width_to_height)
    places = np.abs([in_picture(camera, corner) for corner in CORNERS])
    filled = (places / [width_to_height, 1.0]).max()
    assert 0.75 < filled <= 1.0


@pytest.mark.parametrize("parallel", [False, True])
def test_a_line_of_sight_goes_through_what_is_seen_there(parallel: bool) -> None:
    camera = Camera(turn_deg=33, tilt_deg=12, parallel=parallel)
    for corner in CORNERS:
        ray = camera.ray(*in_picture(camera, corner))
        aside = np.cross(corner - ray.origin_mm, ray.direction)
        assert np.linalg.norm(aside) < 1e-6
        assert (corner - ray.origin_mm) @ ray.direction > 0


def test_what_is_under_the_pointer_stays_there_while_zooming() -> None:
    camera = Camera(turn_deg=20, tilt_deg=-15)
    ray = camera.ray(0.4, -0.3)
    depth = (np.array(camera.target_mm) - ray.origin_mm) @ camera.front / (ray.direction @ camera.front)
    seen = ray.origin_mm + depth * ray.direction
    np.testing.assert_allclose(in_picture(camera.zoomed(0.5, 0.4, -0.3), seen), (0.4, -0.3), atol=1e-9)


def test_panning_moves_what_is_seen_with_the_hand() -> None:
    camera = Camera(turn_deg=70, tilt_deg=30)
    target = np.array(camera.target_mm)
    np.testing.assert_allclose(in_picture(camera.panned(0.25, -0.5), target), (0.25, -0.5), atol=1e-9)


def test_nobody_orbits_over_the_top() -> None:
    assert Camera().orbited(0, 500).up[1] > 0
    assert Camera().orbited(0, -500).up[1] > 0


def test_zooming_ends_somewhere() -> None:
    assert Camera().zoomed(1e-9).half_height_mm > 10
    assert Camera().zoomed(1e9).half_height_mm < 10_000


@pytest.mark.parametrize("key", [0x41, 0x1FFFFFF, 0x7654321])
def test_a_key_that_means_nothing_moves_nothing(key: int) -> None:
    camera = Camera()
    assert moved_by_key(camera, key) is camera
