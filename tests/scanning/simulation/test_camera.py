import math
from dataclasses import replace

import numpy as np
import pytest

from scanning.simulation.camera import D435, FRAME_US, FRAMES_A_CAST, IDEAL, Setup, SimulatedCamera, drifting
from scanning.simulation.person import STILL, SWAYING, Restlessness
from scanning.views import stood_views
from tests.scanning.people import box, joined, upright_cylinder

RADIUS_MM, DISTANCE_MM = 200.0, 1500.0
STANDING = Setup(IDEAL, DISTANCE_MM, portrait=False, views=1, frames_a_view=1, room=False)
COLUMN = upright_cylinder(RADIUS_MM, 1800)


def seen(setup: Setup, seed: int = 0) -> np.ndarray:
    return next(iter(SimulatedCamera(COLUMN, setup, seed).frames())).depth


def test_the_nearest_point_of_a_cylinder_is_its_distance_less_its_radius() -> None:
    assert seen(STANDING)[240, 318:322] == pytest.approx(DISTANCE_MM - RADIUS_MM, abs=1)


@pytest.mark.parametrize("column", [290, 340, 365])
def test_a_ray_to_the_side_meets_the_cylinder_where_trigonometry_says(column: int) -> None:
    # |(z tan a, z - D)| = R, the nearer root.
    tangent = (column - 319.5) / IDEAL.intrinsics.fx_px
    a, b, c = 1 + tangent**2, -2 * DISTANCE_MM, DISTANCE_MM**2 - RADIUS_MM**2
    depth = (-b - math.sqrt(b * b - 4 * a * c)) / (2 * a)
    # The cylinder has 48 sides, so it is up to 0.5 mm too thin.
    assert seen(STANDING)[240, column] == pytest.approx(depth, abs=2)


def test_a_cylinder_is_as_wide_as_its_tangents() -> None:
    half_angle = math.asin(RADIUS_MM / DISTANCE_MM)
    assert np.count_nonzero(seen(STANDING)[240]) == pytest.approx(2 * 385 * math.tan(half_angle), abs=2)


def test_an_upright_picture_is_the_level_one_turned() -> None:
    level, upright = seen(STANDING), seen(replace(STANDING, portrait=True))
    # Its columns run from the head down, its rows from one side to the other.
    assert upright[240, 320] == pytest.approx(level[240, 320], abs=1)
    assert np.count_nonzero(upright[:, 320]) == pytest.approx(np.count_nonzero(level[240]), abs=2)


def test_the_same_seed_gives_the_same_frames() -> None:
    setup = replace(STANDING, sensor=D435)
    assert np.array_equal(seen(setup, 4), seen(setup, 4))
    assert not np.array_equal(seen(setup, 4), seen(setup, 5))


def test_it_gives_as_many_frames_as_it_says_and_counts_them() -> None:
    camera = SimulatedCamera(COLUMN, replace(STANDING, views=3, frames_a_view=4, turning_frames=2))
    frames = list(camera.frames())
    assert len(frames) == camera.frame_count == 3 * 4 + 2 * 2
    assert [frame.timestamp_us for frame in frames] == [number * FRAME_US for number in range(len(frames))]


def test_the_person_turns_to_the_left_by_equal_steps() -> None:
    """A rod in front of the person at +z is, a quarter later, at +x: right in the picture."""
    with_rod = joined(upright_cylinder(50, 1800), box((-20, 900, 200), (20, 1000, 400)))
    camera = SimulatedCamera(with_rod, replace(STANDING, views=4, turning_frames=0))
    sides = [frame.depth[240] for frame in camera.frames()]
    columns = [np.flatnonzero(row).mean() for row in sides]
    assert columns[1] > 340
    assert columns[3] < 300
    assert sides[0][sides[0] > 0].min() == pytest.approx(DISTANCE_MM - 400, abs=2)


def test_somebody_restless_stands_elsewhere_in_every_view() -> None:
    swaying = replace(STANDING, views=3, turning_frames=0, restlessness=Restlessness(sway_mm=20))
    rows = [frame.depth[240] for frame in SimulatedCamera(COLUMN, swaying).frames()]
    assert len({(np.flatnonzero(row).mean(), row[row > 0].min()) for row in rows}) == 3


def test_somebody_restless_drifts_inside_a_view() -> None:
    swaying = replace(STANDING, frames_a_view=3 * FRAMES_A_CAST, restlessness=Restlessness(sway_mm=20))
    frames = [frame.depth for frame in SimulatedCamera(COLUMN, swaying, 1).frames()]
    assert len({frame.tobytes() for frame in frames}) == 3
    again = SimulatedCamera(COLUMN, swaying, 1).frames()
    assert all(np.array_equal(one, other.depth) for one, other in zip(frames, again, strict=True))


def test_somebody_still_does_not_drift_at_all() -> None:
    drift = drifting(STILL, np.random.default_rng(0))
    assert all(np.array_equal(next(drift), np.eye(4)) for _ in range(20))


def test_drift_has_a_fifth_of_the_spread_of_sway_and_is_slow() -> None:
    drift = drifting(Restlessness(sway_mm=5.0), np.random.default_rng(0))
    along_x = np.array([next(drift)[0, 3] for _ in range(4000)])
    assert along_x.std() == pytest.approx(1.0, rel=0.1)
    assert np.diff(along_x).std() < 0.5 * along_x.std()


def test_the_stands_of_somebody_who_drifts_are_found() -> None:
    setup = replace(STANDING, sensor=D435, views=3, frames_a_view=30, turning_frames=4, restlessness=SWAYING, room=True)
    with_arm = joined(upright_cylinder(150, 1700), box((-400, 900, -40), (400, 1300, 60)))
    camera = SimulatedCamera(with_arm, setup, 3)
    views = stood_views(camera.frames(), camera.camera)
    assert len(views) == setup.views
    assert all(25 <= view.frames <= 32 for view in views)
