import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.errors import CalibrationError, OutputError
from scanning.calibration.calibration import (
    Calibration,
    CameraCalibration,
    read_calibration,
    read_or_start,
    write_calibration,
)
from scanning.calibration.depth_scale import DepthCorrection
from scanning.calibration.floor import Floor
from scanning.calibration.report import Report, Row, report_picture
from scanning.calibration.turntable import Turntable
from scanning.frame import Intrinsics, matrix_of

FULL = CameraCalibration(
    "817612070",
    color=Intrinsics(640, 480, 480.5, 481.5, 320, 240, (0.1, -0.2, 0, 0, 0.01, 0, 0, 0)),
    correction=DepthCorrection(1.01, -1e-6),
    camera_to_world=matrix_of(np.eye(4)),
    floor=Floor((0.0, -1.0, 0.0), -1000.0, 4711),
    turntable=Turntable((1.0, 2.0, 1300.0), (0.0, -1.0, 0.0), (0.0, 10.5), 0.7),
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    calibration = Calibration((FULL, CameraCalibration("2")))
    write_calibration(calibration, tmp_path / "calibration.json")
    assert read_calibration(tmp_path / "calibration.json") == calibration


@settings(max_examples=20)
@given(st.floats(0.9, 1.1), st.floats(-1e-4, 1e-4), st.text(max_size=20))
def test_every_number_and_serial_survives(
    tmp_path_factory: pytest.TempPathFactory, a: float, c: float, serial: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "survives.json"
    calibration = Calibration((CameraCalibration(serial, correction=DepthCorrection(a, c)),))
    write_calibration(calibration, path)
    assert read_calibration(path) == calibration


def test_a_camera_that_was_never_calibrated_is_left_as_it_is() -> None:
    camera = Calibration().camera("new")
    assert camera.world_pose is None
    assert camera.correction.applied(np.array([1000], dtype=np.float32)).tolist() == [1000]


def test_calibrating_again_replaces_one_camera_only(tmp_path: Path) -> None:
    known = Calibration((FULL, CameraCalibration("2")))
    again = known.with_camera(CameraCalibration("2", correction=DepthCorrection(1.02)))
    assert again.camera(FULL.serial) == FULL
    assert again.camera("2").correction.a == 1.02
    assert len(again.cameras) == 2


def test_no_file_yet_is_an_empty_calibration(tmp_path: Path) -> None:
    assert read_or_start(tmp_path / "none.json") == Calibration()


def damaged(key: str, value: Any) -> str:
    write = json.loads(json.dumps({"schema": "fashiongan-calibration", "version": 1, "cameras": []}))
    write["cameras"] = [
        {
            "serial": "1",
            "depth": None,
            "color": None,
            "correction": {"a": 1.0, "c_per_mm": 0.0},
            "camera_to_world": None,
            "floor": None,
            "turntable": None,
        }
        | {key: value}
    ]
    return json.dumps(write)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ("[]", "no calibration of ours"),
        ('{"schema": "fashiongan-calibration", "version": 2}', "version 2"),
        ('{"schema": "fashiongan-calibration", "version": 1}', "damaged"),
        ('{"schema": "fashiongan-calibration", "version": 1, "cameras": [{}]}', "damaged"),
        (damaged("serial", 5), "damaged"),
        (damaged("correction", {"a": 7, "c_per_mm": 0}), "no camera's"),
        (damaged("camera_to_world", [[1, 0, 0, 0]] * 4), "no rigid motion"),
        (damaged("camera_to_world", [[1, 0, 0]] * 4), "damaged"),
        (damaged("floor", {"normal": [0, 0, 0], "offset_mm": 1, "inliers": 3}), "damaged"),
        (damaged("turntable", "round"), "damaged"),
        (damaged("depth", {"width_px": 640}), "damaged"),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(text)
    with pytest.raises(CalibrationError, match=words) as caught:
        read_calibration(path)
    assert "calibrate" in str(caught.value) or "measure again" in str(caught.value)


def test_a_file_of_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "calibration.json").open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(CalibrationError, match=r"10000000000 bytes.*calibrate again"):
        read_calibration(tmp_path / "calibration.json")


def test_a_camera_listed_twice_is_refused() -> None:
    with pytest.raises(CalibrationError, match="twice"):
        Calibration((CameraCalibration("1"), CameraCalibration("1")))


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        write_calibration(Calibration(), tmp_path / "file" / "calibration.json")


def test_a_report_says_what_failed_in_words_and_picture() -> None:
    report = Report("Check", (Row("fill rate", "80 %", ">= 99 %", False, "more light"), Row("tilt", "1 deg")), {"n": 1})
    assert not report.passed
    assert "FAIL: more light" in report.lines()[1]
    assert report.as_json()["rows"][0]["advice"] == "more light"
    assert np.asarray(report_picture(report)).min() < 60
