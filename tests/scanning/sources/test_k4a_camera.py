"""The driver's border is faked; the process, the pipe and the messages are real."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fashiongan.errors import CameraError
from scanning.frame import RgbdFrame
from scanning.sources.cameras import open_camera
from scanning.sources.source import opened

CALIBRATION = {
    "CalibrationInformation": {
        "Cameras": [
            {
                "Location": location,
                "Intrinsics": {
                    "ModelType": "CALIBRATION_LensDistortionModelBrownConrady",
                    "ModelParameters": [0.5, 0.5, focal, focal, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                },
                "Rt": {"Rotation": [1, 0, 0, 0, 1, 0, 0, 0, 1], "Translation": [-0.032, 0, 0.004]},
            }
            for location, focal in (("CALIBRATION_CameraLocationD0", 0.49), ("CALIBRATION_CameraLocationPV0", 0.47))
        ]
    }
}

FAKE_PYK4A = f"""
import enum
import numpy as np

print("the driver talks on standard output")
ColorResolution = enum.Enum("ColorResolution", "OFF RES_720P")
DepthMode = enum.Enum("DepthMode", "NFOV_UNBINNED")
FPS = enum.Enum("FPS", "FPS_30")

class Config:
    def __init__(self, **kinds):
        self.color = kinds["color_resolution"] is ColorResolution.RES_720P

class Capture:
    def __init__(self, number, color):
        self.depth = np.full((576, 640), 1000 + number, np.uint16)
        self.depth_timestamp_usec = 33333 * number
        self.color = np.full((720, 1280, 4), (10, 20, 30, 255), np.uint8) if color else None

class PyK4A:
    def __init__(self, config, device_id=0):
        self.config, self.serial, self.number = config, str(device_id), 0
        self.calibration_raw = {json.dumps(CALIBRATION)!r}

    def open(self): pass
    def close(self): pass
    def start(self): pass

    def get_capture(self, timeout):
        if self.number == 3:
            raise RuntimeError("timed out")
        self.number += 1
        return Capture(self.number, self.config.color)

def connected_device_count():
    return 2
"""
# A driver that never answers once the camera runs, and a program that waits for it.
HANGING_PYK4A = FAKE_PYK4A.replace("if self.number == 3:", "while self.number:").replace(
    'raise RuntimeError("timed out")', "import time; time.sleep(60)"
)
WAITING = """
from scanning.sources.cameras import open_camera
from scanning.sources.source import opened

try:
    with opened(open_camera("azure")) as source:
        for frame in source.frames():
            print("frame", flush=True)
except KeyboardInterrupt:
    pass
"""


@pytest.fixture
def azure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a driver with two cameras, 0 and 1, that time out after three frames."""
    (tmp_path / "pyk4a.py").write_text(FAKE_PYK4A)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("azure")
def test_frames_of_the_right_camera_come_through_the_pipe() -> None:
    frames: list[RgbdFrame] = []
    with opened(open_camera("azure", "1", color=True)) as source:
        assert source.camera.serial == "1"
        assert source.extrinsics[:3, 3].tolist() == pytest.approx([-32, 0, 4])
        with pytest.raises(CameraError, match="timed out"):
            frames.extend(source.frames())
        size = (source.intrinsics.height_px, source.intrinsics.width_px)
    assert [one.depth.shape for one in frames] == [size] * 3


@pytest.mark.usefixtures("azure")
def test_depth_and_color_are_those_of_the_camera() -> None:
    with opened(open_camera("azure", color=True)) as source:
        stream = source.frames()
        first, second = next(stream), next(stream)
    assert (first.depth == 1001).all()
    assert (second.timestamp_us, second.sequence) == (66_666, 1)
    assert first.rgb is not None
    assert first.rgb[0, 0].tolist() == [30, 20, 10]


@pytest.mark.usefixtures("azure")
def test_a_serial_number_that_nobody_has_says_so() -> None:
    with pytest.raises(CameraError, match="No Azure Kinect 77 answers"), opened(open_camera("azure", "77")):
        pass


def test_a_missing_driver_names_the_environment_it_needs() -> None:
    with pytest.raises(CameraError, match="FASHIONGAN_AZURE_PYTHON"), opened(open_camera("azure")):
        pass


def test_a_python_that_is_not_there_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FASHIONGAN_AZURE_PYTHON", "/nowhere/python")
    with pytest.raises(CameraError, match="/nowhere/python cannot be started"), opened(open_camera("azure")):
        pass


def test_a_driver_that_dies_is_a_camera_that_went_away(azure: Path) -> None:
    (azure / "pyk4a.py").write_text("import os\nos.abort()")
    with pytest.raises(CameraError, match="went away"), opened(open_camera("azure")):
        pass


@pytest.mark.parametrize("last_words", [signal.SIGINT, signal.SIGKILL])
def test_the_camera_process_ends_silently_with_its_reader(last_words: signal.Signals, azure: Path) -> None:
    (azure / "pyk4a.py").write_text(HANGING_PYK4A)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(azure), str(Path.cwd())])}
    command, pipe = [sys.executable, "-c", WAITING], subprocess.PIPE
    with subprocess.Popen(command, env=environment, start_new_session=True, stdout=pipe, stderr=pipe) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"frame\n"
        # As a terminal does on Ctrl-C: to everything that was started from it.
        os.killpg(reader.pid, last_words)
        # Both processes hold this end of standard error: it is at its end when both are gone.
        _, complaints = reader.communicate(timeout=10)
    assert complaints == b"the driver talks on standard output\n"


def test_an_unknown_family_names_those_there_are() -> None:
    with pytest.raises(CameraError, match="realsense, azure, orbbec, kinect2"):
        open_camera("polaroid")
