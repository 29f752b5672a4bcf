import numpy as np
import pytest

from scanning.simulation.noise import (
    D435_BASELINE_MM,
    D435_FOCAL_PX,
    Noise,
    StereoNoise,
    TimeOfFlightNoise,
    kinect_v1_noise,
    no_noise,
)

SHAPE = (240, 320)
FOCAL_BASELINE = D435_FOCAL_PX * D435_BASELINE_MM


def wall_seen(noise: Noise, distance_mm: float, seed: int = 0) -> np.ndarray:
    """The pixels that saw a wall which faces the camera."""
    depth = np.full(SHAPE, distance_mm, np.float32)
    seen = noise(depth, np.ones(SHAPE, np.float32), np.random.default_rng(seed)).astype(float)
    return seen[seen > 0]


def step_image(near_mm: float, far_mm: float) -> np.ndarray:
    depth = np.full(SHAPE, far_mm, np.float32)
    depth[:, : SHAPE[1] // 2] = near_mm
    return depth


@pytest.mark.parametrize("distance_mm", [1000, 2000, 3000])
def test_stereo_noise_grows_with_the_square_of_the_distance(distance_mm: float) -> None:
    seen = wall_seen(StereoNoise(np.random.default_rng(1)), distance_mm)
    # 0.08 px of disparity, which is f b / z.
    assert seen.std() == pytest.approx(0.08 * distance_mm**2 / FOCAL_BASELINE, rel=0.1)
    assert np.median(seen) == pytest.approx(distance_mm, rel=0.005)


@pytest.mark.parametrize("distance_mm", [1000, 2000, 3000])
def test_stereo_depth_comes_in_steps_of_a_32nd_of_a_pixel(distance_mm: float) -> None:
    steps = FOCAL_BASELINE / np.unique(wall_seen(StereoNoise(np.random.default_rng(1)), distance_mm)) * 32
    # Whole millimetres blur a step of disparity a little.
    blur = 32 * FOCAL_BASELINE / distance_mm**2 * 0.5
    assert np.abs(steps - np.round(steps)).max() < 1.5 * blur


def test_a_part_of_stereo_noise_stays_while_nothing_moves() -> None:
    noise, depth, cosine = StereoNoise(np.random.default_rng(1)), np.full(SHAPE, 2000, np.float32), np.ones(SHAPE)
    random = np.random.default_rng(2)
    frames = [noise(depth, cosine.astype(np.float32), random).astype(float) for _ in range(2)]
    both = (frames[0] > 0) & (frames[1] > 0)
    assert np.corrcoef(frames[0][both], frames[1][both])[0, 1] == pytest.approx(0.3, abs=0.06)


def test_a_stereo_camera_sees_nothing_at_edges_and_where_it_grazes() -> None:
    noise, random = StereoNoise(np.random.default_rng(1)), np.random.default_rng(0)
    edge = noise(step_image(1000, 2000), np.ones(SHAPE, np.float32), random)
    assert not edge[:, SHAPE[1] // 2 - 1 : SHAPE[1] // 2 + 1].any()
    assert not noise(step_image(1000, 1000), np.full(SHAPE, 0.1, np.float32), random).any()


@pytest.mark.parametrize(("distance_mm", "spread_mm"), [(1000, 1.884), (2000, 6.064), (3000, 14.044)])
def test_structured_light_has_the_published_spread(distance_mm: float, spread_mm: float) -> None:
    # 0.0012 + 0.0019 (z - 0.4)^2 in metres, by hand.
    seen = wall_seen(kinect_v1_noise, distance_mm)
    assert seen.std() == pytest.approx(spread_mm, rel=0.05)
    assert seen.mean() == pytest.approx(distance_mm, abs=0.5)


@pytest.mark.parametrize(("distance_mm", "most_mm"), [(1000, 17), (2000, 17), (3000, 17)])
def test_time_of_flight_stays_within_the_published_spread(distance_mm: float, most_mm: float) -> None:
    seen = wall_seen(TimeOfFlightNoise(np.random.default_rng(1)), distance_mm)
    assert 0.5 < seen.std() < most_mm
    assert seen.mean() == pytest.approx(distance_mm, abs=11)


def test_time_of_flight_noise_grows_with_the_distance() -> None:
    """Between two frames of one camera, whose bias is the same."""
    camera = TimeOfFlightNoise(np.random.default_rng(1))
    near, far = ((wall_seen(camera, distance, 1) - wall_seen(camera, distance, 2)).std() for distance in (1000, 3000))
    assert far == pytest.approx(9 * near, rel=0.2)


def test_the_bias_of_time_of_flight_is_smooth_stays_with_the_camera_and_is_within_5_mm() -> None:
    depth, facing = np.full(SHAPE, 1500, np.float32), np.ones(SHAPE, np.float32)
    cameras = [TimeOfFlightNoise(np.random.default_rng(seed)) for seed in range(40)]
    biases = np.array([camera.bias_mm(depth, facing) for camera in cameras])
    assert np.abs(biases).max() <= 5
    assert np.abs(biases[:, 0, 0]).mean() == pytest.approx(2.5, abs=0.6)
    assert np.abs(np.diff(biases, axis=2)).max() < 0.2
    assert np.array_equal(cameras[0].bias_mm(depth, facing), biases[0])


def test_time_of_flight_says_more_where_a_surface_slants() -> None:
    camera, depth = TimeOfFlightNoise(np.random.default_rng(1)), np.full(SHAPE, 1500, np.float32)
    facing, slanted = (camera.bias_mm(depth, np.full(SHAPE, cosine, np.float32)) for cosine in (1, 0.5))
    assert slanted - facing == pytest.approx(1.0, abs=1e-3)


def test_pixels_fly_between_near_and_far_at_edges() -> None:
    camera = TimeOfFlightNoise(np.random.default_rng(1))
    seen = camera(step_image(1000, 2000), np.ones(SHAPE, np.float32), np.random.default_rng(0))
    between = (seen > 1100) & (seen < 1900)
    columns = np.flatnonzero(between.any(0))
    assert set(columns) == {SHAPE[1] // 2 - 1, SHAPE[1] // 2}


@pytest.mark.parametrize(
    "noise",
    [
        no_noise,
        kinect_v1_noise,
        TimeOfFlightNoise(np.random.default_rng(0)),
        StereoNoise(np.random.default_rng(0)),
    ],
)
def test_what_is_not_there_is_not_seen(noise: Noise) -> None:
    nothing = np.zeros(SHAPE, np.float32)
    assert not noise(nothing, np.ones(SHAPE, np.float32), np.random.default_rng(0)).any()
