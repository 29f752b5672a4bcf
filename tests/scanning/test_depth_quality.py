import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.errors import CalibrationError
from scanning.depth_quality import depth_quality
from scanning.depth_verdict import is_good, verdicts
from scanning.frame import DepthCamera, RgbdFrame
from tests.scanning.rooms import Room, frame_of, look, pinhole, stereo_camera, wall_depth_mm

CAMERA = stereo_camera()


def walls(distance_mm: float, count: int = 3, turn_deg: float = 0.0, noise_mm: float = 0.0) -> list[RgbdFrame]:
    random = np.random.default_rng(1)
    depth = wall_depth_mm(CAMERA.depth, distance_mm, turn_deg)
    return [frame_of(depth + noise_mm * random.standard_normal(depth.shape), CAMERA, n) for n in range(count)]


def test_a_perfect_wall_is_perfect_in_every_figure() -> None:
    quality = depth_quality(walls(1300), CAMERA, true_distance_mm=1300)
    assert quality.distance_mm == pytest.approx(1300, abs=0.1)
    assert quality.fill_rate_percent == 100
    assert quality.plane_rms_mm < 0.05
    assert quality.temporal_noise_percent == 0
    assert quality.z_accuracy_mm == pytest.approx(0, abs=0.1)
    assert is_good(verdicts(quality))


def test_noise_of_5_mm_reads_as_5_mm_of_rms_and_its_share_over_time() -> None:
    quality = depth_quality(walls(1000, count=40, noise_mm=5), CAMERA)
    # Cutting half a percent off each tail of a normal distribution takes 5 % off its deviation.
    assert quality.plane_rms_mm == pytest.approx(5 * 0.95, rel=0.02)
    assert quality.plane_rms_percent == pytest.approx(0.5 * 0.95, rel=0.02)
    assert quality.temporal_noise_percent == pytest.approx(0.5, rel=0.05)


def test_disparity_noise_reads_as_sub_pixel_rms() -> None:
    random = np.random.default_rng(2)
    disparity = 192 * 50 / wall_depth_mm(CAMERA.depth, 1200)
    depth = 192 * 50 / (disparity + 0.1 * random.standard_normal(disparity.shape))
    assert depth_quality([frame_of(depth, CAMERA)], CAMERA).subpixel_rms_px == pytest.approx(0.095, rel=0.03)


def test_a_wall_read_20_mm_too_far_shows_as_z_accuracy() -> None:
    quality = depth_quality(walls(1020), CAMERA, true_distance_mm=1000)
    assert quality.z_accuracy_mm == pytest.approx(20, abs=0.1)
    assert quality.z_accuracy_percent == pytest.approx(2, abs=0.01)


def test_holes_lower_the_fill_rate_and_fail_with_an_advice() -> None:
    depth = wall_depth_mm(CAMERA.depth, 1300)
    depth[::5] = 0
    quality = depth_quality([frame_of(depth, CAMERA)], CAMERA)
    assert quality.fill_rate_percent == pytest.approx(80, abs=1)
    failed = [one for one in verdicts(quality) if one.passed is False]
    assert [one.name for one in failed] == ["fill rate"]
    assert failed[0].advice


def test_what_cannot_be_known_is_not_judged() -> None:
    camera = DepthCamera("time of flight", "2", pinhole(), depth_unit_mm=0.1)
    quality = depth_quality(walls(1300, count=1), camera)
    assert (quality.subpixel_rms_px, quality.temporal_noise_percent, quality.z_accuracy_mm) == (None, None, None)
    assert [one.passed for one in verdicts(quality)] == [True, None, True, None, None]


def test_a_person_is_no_wall() -> None:
    room = Room(walls=[((0, 0, 1), -800)], cylinders=[(0, 0, 200, 0, 1700)])
    with pytest.raises(CalibrationError, match="no wall: one plane explains"):
        depth_quality([frame_of(room.depth_mm(CAMERA.depth, look(1000, 1000)), CAMERA)], CAMERA)


def test_a_wall_tilted_by_15_degrees_is_refused() -> None:
    with pytest.raises(CalibrationError, match=r"tilted by 15\.0 degrees"):
        depth_quality(walls(1300, turn_deg=15), CAMERA)


@pytest.mark.parametrize(
    ("frames", "words"),
    [([], "no frame"), ([frame_of(np.zeros((240, 320)), CAMERA)], "empty")],
)
def test_nothing_to_judge_is_said(frames: list[RgbdFrame], words: str) -> None:
    with pytest.raises(CalibrationError, match=words):
        depth_quality(frames, CAMERA)


@settings(max_examples=15)
@given(st.floats(400, 4000), st.floats(-9, 9))
def test_distance_and_tilt_of_any_straight_wall_are_found(distance_mm: float, turn_deg: float) -> None:
    quality = depth_quality(walls(distance_mm, count=1, turn_deg=turn_deg), CAMERA)
    assert quality.distance_mm == pytest.approx(distance_mm, abs=0.5)
    assert quality.tilt_deg == pytest.approx(abs(turn_deg), abs=0.1)
