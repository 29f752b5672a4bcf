from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fashiongan.errors import CalibrationError, ScanError
from scanning.calibration.calibration import Calibration, CameraCalibration
from scanning.frame import Floats, Intrinsics, matrix_of
from scanning.seen_views import SeenView, placed_view, seen_views
from scanning.sources.mkv_recording import MkvRecording

RECORDING = Path(__file__).parent.parent / "data" / "recordings" / "d435.mkv"


@pytest.fixture(scope="module")
def seen() -> list[SeenView]:
    return seen_views(MkvRecording(RECORDING), Calibration(), lambda done, of: None)


def calibrated(pose: Floats, serial: str) -> Calibration:
    return Calibration((CameraCalibration(serial, camera_to_world=matrix_of(pose)),))


def moved(pose: Floats, up_mm: float) -> Floats:
    raised = pose.copy()
    raised[1, 3] += up_mm
    return raised


def test_a_camera_that_stands_where_it_was_calibrated_is_believed(seen: list[SeenView]) -> None:
    pose = moved(seen[0].camera_to_world, 3.0)
    again = seen_views(MkvRecording(RECORDING), calibrated(pose, seen[0].serial), lambda done, of: None)
    assert np.allclose(again[0].camera_to_world, pose)


@pytest.mark.parametrize("up_mm", [-60.0, 40.0])
def test_a_camera_that_was_moved_since_its_floor_was_calibrated_is_refused(seen: list[SeenView], up_mm: float) -> None:
    stale = calibrated(moved(seen[0].camera_to_world, up_mm), seen[0].serial)
    with pytest.raises(ScanError, match="moved since it was calibrated"):
        seen_views(MkvRecording(RECORDING), stale, lambda done, of: None)


def test_a_lens_that_was_calibrated_at_another_size_is_left_alone(seen: list[SeenView]) -> None:
    other = CameraCalibration(seen[0].serial, depth=Intrinsics(320, 240, 200, 200, 160, 120))
    again = seen_views(MkvRecording(RECORDING), Calibration((other,)), lambda done, of: None)
    assert again[0].intrinsics == seen[0].intrinsics


def test_one_of_several_cameras_must_have_a_place(seen: list[SeenView]) -> None:
    with pytest.raises(CalibrationError, match="calibrate cameras"):
        placed_view(seen, Calibration())


def test_of_several_stands_before_a_placed_camera_the_longest_counts(seen: list[SeenView]) -> None:
    longer = replace(seen[1], view=replace(seen[1].view, frames=99))
    known = calibrated(seen[0].camera_to_world, seen[0].serial)
    assert placed_view([seen[0], longer, *seen[2:]], known) is longer


def test_reading_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    seen_views(MkvRecording(RECORDING), Calibration(), lambda done, of: told.append((done, of)))
    assert told == [(number, len(told)) for number in range(len(told))]
