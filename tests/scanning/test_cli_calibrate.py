from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.errors import CalibrationError, CameraError, RecordingError
from scanning.calibration.calibration import Calibration, CameraCalibration, read_calibration, write_calibration
from scanning.calibration.depth_scale import DepthCorrection
from scanning.cli import app
from scanning.sources.recorded import open_recording
from scanning.sources.source import Source
from tests.scanning.program import CAMERA, RUNNER, recorded, refused, run, saved
from tests.scanning.rooms import (
    PERSON,
    Room,
    frame_of,
    look,
    noisy,
    stereo_camera,
    turned_person,
    wall_depth_mm,
)


def test_a_good_wall_passes_the_check(tmp_path: Path) -> None:
    wall = recorded(tmp_path / "wall.mkv", wall_depth_mm(CAMERA.depth, 1300))
    picture = tmp_path / "check.png"
    found = run("check", "--from-recording", wall, "--distance", 1300, "--report", picture)
    assert found["passed"]
    assert found["distance_mm"] == pytest.approx(1300, abs=1)
    with Image.open(picture) as image:
        assert image.width > 600


def test_a_wall_3_percent_off_fails_the_check_with_an_advice(tmp_path: Path) -> None:
    wall = recorded(tmp_path / "wall.mkv", wall_depth_mm(CAMERA.depth, 1300))
    result = RUNNER.invoke(app, ["check", "--from-recording", wall, "--distance", "1260"])
    assert result.exit_code == 1
    assert "FAIL: measure the distance again, then correct the depth: fashiongan-scan calibrate wall" in result.stdout


def test_a_check_judges_the_depth_as_it_is_corrected(tmp_path: Path) -> None:
    wall = recorded(tmp_path / "wall.mkv", wall_depth_mm(CAMERA.depth, 1339))
    known = tmp_path / "calibration.json"
    write_calibration(Calibration((CameraCalibration("817", correction=DepthCorrection(1.03)),)), known)
    found = run("check", "--from-recording", wall, "--distance", 1300, "--calibration", known)
    assert found["distance_mm"] == pytest.approx(1300, abs=1)
    assert found["passed"]


def test_walls_at_known_distances_correct_the_depth(tmp_path: Path) -> None:
    arguments: list[object] = ["calibrate", "wall", "--calibration", tmp_path / "calibration.json"]
    for true in (700, 1000, 1500, 2200):
        # Read 1 % too far, and a little disparity off.
        measured = 1.01 / (1 / true - 3e-6)
        wall = recorded(tmp_path / f"{true}.mkv", wall_depth_mm(CAMERA.depth, measured), count=2)
        arguments += ["--distance", true, "--from-recording", wall]
    run(*arguments)
    correction = read_calibration(tmp_path / "calibration.json").camera("817").correction
    assert correction.a == pytest.approx(1.01, abs=5e-4)
    assert correction.c_per_mm == pytest.approx(3e-6, abs=5e-7)


def test_live_walls_wait_for_enter_before_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walls = iter([recorded(tmp_path / f"{n}.mkv", wall_depth_mm(CAMERA.depth, n), 2) for n in (800, 1300, 2000)])

    def live(family: str, serial: str | None, color: bool = False) -> Source:
        return open_recording(Path(next(walls)))

    monkeypatch.setattr("scanning.sources.cameras.open_camera", live)
    distances = [word for true in (800, 1300, 2000) for word in ("--distance", str(true))]
    out = tmp_path / "calibration.json"
    result = RUNNER.invoke(app, ["calibrate", "wall", *distances, "--calibration", str(out)], input="\n\n\n")
    assert [f"wall at {true} mm" in result.stderr for true in (800, 1300, 2000)] == [True] * 3
    assert read_calibration(out).camera("817").correction.a == pytest.approx(1, abs=5e-4)


def test_the_floor_places_a_portrait_camera(tmp_path: Path) -> None:
    pose = look(1000, 1500, down_deg=8, roll_deg=90)
    room = recorded(tmp_path / "room.mkv", Room(cylinders=PERSON).depth_mm(CAMERA.depth, pose))
    found = run("calibrate", "floor", "--from-recording", room, "--calibration", tmp_path / "calibration.json")
    assert found["height_mm"] == pytest.approx(1000, abs=5)
    assert found["up"] in {"left", "right"}
    world = read_calibration(tmp_path / "calibration.json").camera("817").world_pose
    assert world is not None
    assert world[1, 3] == pytest.approx(1000, abs=5)


def test_a_cylinder_verifies_the_camera(tmp_path: Path) -> None:
    room = Room(cylinders=[(0, 0, 150, 0, 700)])
    path = recorded(tmp_path / "cylinder.mkv", room.depth_mm(CAMERA.depth, look(1000, 1300, down_deg=25)))
    found = run("calibrate", "verify", "--cylinder", "300x700", "--from-recording", path)
    assert [check["error_mm"] for check in found["checks"]] == pytest.approx([0, 0], abs=2.5)


def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path) -> None:
    wall = recorded(tmp_path / "wall.mkv", wall_depth_mm(CAMERA.depth, 1300), count=2)
    out = ("--calibration", tmp_path / "calibration.json")
    assert "is missing" in refused(RecordingError, "check", "--from-recording", tmp_path / "none.mkv")
    assert "no floor" in refused(CalibrationError, "calibrate", "floor", *out, "--from-recording", wall)
    assert "no floor" in refused(CalibrationError, "calibrate", "turntable", *out, "--from-recording", wall)
    assert "no colour" in refused(CalibrationError, "calibrate", "charuco", *out, "--from-recording", wall)
    assert "recordings" in refused(CameraError, "calibrate", "cameras", *out)
    assert "two or more" in refused(CalibrationError, "calibrate", "cameras", *out, "--from-recording", wall)
    assert "3 walls" in refused(
        CalibrationError, "calibrate", "wall", *out, "--distance", 1300, "--from-recording", wall
    )
    assert "each recording" in refused(
        CalibrationError, "calibrate", "wall", *out, "--distance", 1, "--distance", 2, "--from-recording", wall
    )
    assert "either" in refused(CalibrationError, "calibrate", "verify", "--from-recording", wall)
    assert "no size" in refused(CalibrationError, "calibrate", "verify", "--box", "4x", "--from-recording", wall)
    assert not (tmp_path / "calibration.json").exists()


def test_without_colour_the_shape_of_what_turns_gives_the_axis(tmp_path: Path) -> None:
    pose = look(1000, 1500, down_deg=12)
    random = np.random.default_rng(0)
    seen = [noisy(turned_person(angle).depth_mm(CAMERA.depth, pose), 2.0, random) for angle in range(0, 60, 6)]
    frames = [frame_of(depth, CAMERA, n) for n, depth in enumerate(seen)]
    out = tmp_path / "calibration.json"
    path = saved(tmp_path / "turning.mkv", CAMERA, frames)
    found = run("calibrate", "turntable", "--calibration", out, "--from-recording", path)
    assert np.ptp(found["angles_deg"]) == pytest.approx(54, abs=2)
    axis = np.array(found["point_mm"]) @ pose[:3, :3].T + pose[:3, 3]
    direction = pose[:3, :3] @ np.array(found["direction"])
    on_floor = axis - direction * axis[1] / direction[1]
    assert on_floor == pytest.approx([0, 0, 0], abs=5)


def test_recordings_of_different_times_cannot_place_cameras(tmp_path: Path) -> None:
    wall = wall_depth_mm(CAMERA.depth, 1300)
    first = saved(tmp_path / "0.mkv", stereo_camera("0"), [frame_of(wall, CAMERA, 0)])
    second = saved(tmp_path / "1.mkv", stereo_camera("1"), [frame_of(wall, CAMERA, 9000)])
    words = refused(RecordingError, "calibrate", "cameras", "--from-recording", first, "--from-recording", second)
    assert "same time" in words
