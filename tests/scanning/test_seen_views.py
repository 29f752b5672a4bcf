import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError, ScanError
from scanning.calibration.calibration import Calibration, CameraCalibration, read_calibration
from scanning.calibration.procedures import correct_on_walls
from scanning.cli_options import frame_bar
from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame, matrix_of
from scanning.recording import RecordingWriter
from scanning.seen_views import SeenView, placed_view, seen_views
from scanning.sources.mkv_recording import MkvRecording
from scanning.sources.source import opened
from tests.scanning.rooms import wall_depth_mm

RECORDING = Path(__file__).parent.parent / "data" / "recordings" / "d435.mkv"
WALLS_MM = (800.0, 1300.0, 2000.0)
Depth = NDArray[np.uint16]


@pytest.fixture(scope="module")
def seen() -> list[SeenView]:
    return seen_views(MkvRecording(RECORDING), Calibration(), lambda done, of: None)


def calibrated(pose: Floats, serial: str) -> Calibration:
    return Calibration((CameraCalibration(serial, camera_to_world=matrix_of(pose)),))


def moved(pose: Floats, up_mm: float) -> Floats:
    raised = pose.copy()
    raised[1, 3] += up_mm
    return raised


def too_far(depth: Floats | Depth, sequence: int) -> RgbdFrame:
    return RgbdFrame(np.rint(1.02 * depth).astype(np.uint16), 33_333 * sequence, sequence)


def saved(path: Path, camera: DepthCamera, frames: list[RgbdFrame]) -> MkvRecording:
    with RecordingWriter(path, camera) as writer:
        for frame in frames:
            writer.write(frame)
    return MkvRecording(path)


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


def test_a_lens_that_was_calibrated_at_this_size_is_taken(seen: list[SeenView]) -> None:
    longer = replace(seen[0].intrinsics, fx_px=1.01 * seen[0].intrinsics.fx_px)
    known = Calibration((CameraCalibration(seen[0].serial, depth=longer),))
    assert seen_views(MkvRecording(RECORDING), known, lambda done, of: None)[0].intrinsics == longer


def test_a_camera_that_reads_2_percent_too_far_is_put_right_by_its_walls(seen: list[SeenView], tmp_path: Path) -> None:
    with opened(MkvRecording(RECORDING)) as source:
        camera, frames = source.camera, list(source.frames())
    person = saved(tmp_path / "person.mkv", camera, [too_far(one.depth, one.sequence) for one in frames])
    walls = [
        saved(tmp_path / f"{true}.mkv", camera, [too_far(wall_depth_mm(camera.depth, true), 0)]) for true in WALLS_MM
    ]
    correct_on_walls(walls, WALLS_MM, tmp_path / "calibration.json", frame_bar)
    known = read_calibration(tmp_path / "calibration.json")
    for found, wanted in zip(seen_views(person, known, lambda done, of: None), seen, strict=True):
        assert found.person.distance_mm == pytest.approx(wanted.person.distance_mm, abs=1)
        assert found.person.top_mm == pytest.approx(wanted.person.top_mm, abs=4)


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


def test_stopping_a_scan_leaves_nobody_reading() -> None:
    readers = threading.active_count()

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        seen_views(MkvRecording(RECORDING), Calibration(), stop)
    assert threading.active_count() == readers
