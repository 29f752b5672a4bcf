import numpy as np
import pytest

from fashiongan.garment.picture import Surface
from gui.widgets.camera import Camera
from gui.widgets.ground import COLORS, Ground
from gui.widgets.picking import first_hits
from gui.widgets.renderer import close_renderers
from gui.widgets.stage import BUDGET_S, JUDGED_FRAMES, Pace, Stage

SIZE = (200, 150)


def patch(middle: tuple[float, float, float], color: tuple[int, int, int], half: float = 60.0) -> Surface:
    """A square that faces the front, a little bent as cloth is."""
    corners = np.array([[-half, -half, -5.0], [half, -half, 5.0], [half, half, -5.0], [-half, half, 5.0]]) + middle
    return Surface(corners, np.array([[0, 1, 2], [0, 2, 3]]), np.tile([0.0, 0.0, 1.0], (4, 1)), color)


SURFACES = [patch((0, 0, 0), (200, 40, 40)), patch((300, 200, -80), (40, 40, 200))]
CAMERA = Camera(target_mm=(100, 50, 0), half_height_mm=400, turn_deg=15, tilt_deg=10)


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    made.show(SURFACES, Ground.LIGHT)
    return made


@pytest.fixture(autouse=True)
def _closed() -> object:
    yield
    close_renderers()


@pytest.mark.parametrize("parallel", [False, True])
def test_each_pixel_shows_what_its_line_of_sight_meets(stage: Stage, parallel: bool) -> None:
    camera = Camera(CAMERA.target_mm, CAMERA.half_height_mm, CAMERA.turn_deg, CAMERA.tilt_deg, parallel)
    pixels = stage.picture(camera, *SIZE, moving=True).astype(int)
    seen, met = [], []
    for y in range(5, SIZE[1], 10):
        for x in range(5, SIZE[0], 10):
            hits = first_hits(SURFACES, camera.ray((x + 0.5 - SIZE[0] / 2) / 75, (75 - y - 0.5) / 75))
            red, _, blue = pixels[y, x]
            seen.append(0 if red > blue + 60 else 1 if blue > red + 60 else -1)
            met.append(hits[0].surface if hits else -1)
    assert {0, 1, -1} == set(met)
    assert np.mean(np.array(seen) == met) > 0.97


def test_a_resting_picture_has_more_pixels_than_the_view(stage: Stage) -> None:
    assert stage.picture(CAMERA, *SIZE, moving=False).shape == (300, 400, 3)
    assert stage.picture(CAMERA, *SIZE, moving=True).shape == (150, 200, 3)


def test_a_view_of_another_size_is_drawn_as_well(stage: Stage) -> None:
    first = stage.picture(CAMERA, *SIZE, moving=True)
    stage.picture(CAMERA, *SIZE, moving=False)
    stage.picture(CAMERA, 320, 240, moving=True)
    np.testing.assert_array_equal(stage.picture(CAMERA, *SIZE, moving=True), first)


def test_a_second_view_that_closes_leaves_the_first_one_seeing(stage: Stage) -> None:
    first = stage.picture(CAMERA, *SIZE, moving=True)
    other = Stage()
    other.show(SURFACES[:1], Ground.DARK)
    other.picture(CAMERA, 100, 100, moving=True)
    other.close()
    np.testing.assert_array_equal(stage.picture(CAMERA, *SIZE, moving=True), first)


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize("parallel", [False, True])
def test_the_ground_fills_the_picture_from_top_to_bottom(stage: Stage, ground: Ground, parallel: bool) -> None:
    stage.show(SURFACES, ground)
    camera = Camera(CAMERA.target_mm, 700.0, 40.0, 20.0, parallel)
    pixels = stage.picture(camera, *SIZE, moving=True).astype(int)
    colors = COLORS[ground]
    for rows, color in ((pixels[0], colors.top), (pixels[-1], colors.bottom)):
        assert np.abs(rows - color).max() < 6


def test_what_moves_is_drawn_coarser_where_frames_take_too_long_and_finer_again_later() -> None:
    pace = Pace()
    for _ in range(JUDGED_FRAMES):
        pace.note(2 * BUDGET_S)
    coarse = pace.scale
    assert coarse < 1
    for _ in range(JUDGED_FRAMES):
        pace.note(0.8 * BUDGET_S)
    assert pace.scale == coarse
    for _ in range(JUDGED_FRAMES):
        pace.note(0.1 * BUDGET_S)
    assert pace.scale == 1


def test_one_slow_frame_changes_nothing() -> None:
    pace = Pace()
    for seconds in (10.0, *[0.8 * BUDGET_S] * (JUDGED_FRAMES - 1)):
        pace.note(seconds)
    assert pace.scale == 1
