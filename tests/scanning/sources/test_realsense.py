import sys
from importlib.machinery import ModuleSpec
from itertools import islice
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from fashiongan.errors import CameraError
from scanning.sources.realsense import RealsenseCamera
from scanning.sources.source import opened

MATRIX = [0.0, -1, 0, 1, 0, 0, 0, 0, 1]


class FakeProfile:
    """Stands in for a stream profile of the SDK, and for its video form."""

    def __init__(self, stream: str, kind: str, width: int, height: int, fps: int = 30) -> None:
        self._stream, self._kind, self._size, self._fps = stream, kind, (width, height), fps

    def stream_type(self) -> str:
        return self._stream

    def format(self) -> str:
        return self._kind

    def as_video_stream_profile(self) -> "FakeProfile":
        return self

    def fps(self) -> int:
        return self._fps

    def width(self) -> int:
        return self._size[0]

    def height(self) -> int:
        return self._size[1]

    def get_intrinsics(self) -> SimpleNamespace:
        width, height = self._size
        return SimpleNamespace(width=width, height=height, fx=50.0, fy=51.0, ppx=3.5, ppy=2.5, coeffs=[0.0] * 5)

    def get_extrinsics_to(self, other: "FakeProfile") -> SimpleNamespace:
        # Column by column: x goes to -y.
        return SimpleNamespace(rotation=MATRIX, translation=[0.015, 0.0, 0.001])


class FakeFrame:
    """Stands in for a frame of the SDK."""

    def __init__(self, pixels: Any, number: int, profile: FakeProfile) -> None:
        self._pixels, self._number, self._profile = pixels, number, profile

    def get_data(self) -> Any:
        return self._pixels

    def get_timestamp(self) -> float:
        return 1000.0 + 33.333 * self._number

    def get_frame_number(self) -> int:
        return self._number

    def get_profile(self) -> FakeProfile:
        return self._profile


class FakeQueue:
    """Stands in for the SDK's frame queue."""

    def __init__(self, capacity: int, keep_frames: bool) -> None:
        assert keep_frames
        self.frames: list[FakeFrame] = []

    def try_wait_for_frame(self, timeout_ms: int) -> tuple[bool, FakeFrame | None]:
        return (True, self.frames.pop(0)) if self.frames else (False, None)


class FakeSensor:
    """Stands in for a sensor of the SDK that has three frames to give."""

    def __init__(self, *profiles: FakeProfile) -> None:
        self._profiles = profiles
        self.opened: FakeProfile | None = None

    def get_stream_profiles(self) -> tuple[FakeProfile, ...]:
        return self._profiles

    def as_depth_sensor(self) -> "FakeSensor":
        return self

    def get_depth_scale(self) -> float:
        return float(np.float32(0.00025))

    def supports(self, option: str) -> bool:
        return option == "baseline"

    def get_option(self, option: str) -> float:
        return 50.0

    def open(self, profile: FakeProfile) -> None:
        self.opened = profile

    def start(self, queue: FakeQueue) -> None:
        assert self.opened is not None
        size = (self.opened.height(), self.opened.width())
        depth = self.opened.format() == "z16"
        pixels = np.full(size, 1234, np.uint16) if depth else np.full((*size, 3), (1, 2, 3), np.uint8)
        queue.frames = [FakeFrame(pixels, number, self.opened) for number in range(3)]

    def stop(self) -> None:
        self.opened = None

    def close(self) -> None:
        pass


class FakeDevice:
    """Stands in for a camera of the SDK with serial number 7."""

    def __init__(self) -> None:
        self.depth = FakeSensor(
            FakeProfile("depth", "z16", 1280, 720),
            FakeProfile("depth", "z16", 848, 480, 90),
            FakeProfile("depth", "z16", 848, 480),
            FakeProfile("infrared", "y8", 848, 480),
        )
        self.color = FakeSensor(FakeProfile("color", "jpeg", 848, 480), FakeProfile("color", "bgr8", 848, 480))

    def first_depth_sensor(self) -> FakeSensor:
        return self.depth

    def first_color_sensor(self) -> FakeSensor:
        return self.color

    def supports(self, key: str) -> bool:
        return True

    def get_info(self, key: str) -> str:
        return {"name": "D435", "serial": "7"}[key]


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> FakeDevice:
    """The only camera that a fake SDK knows."""
    camera = FakeDevice()
    plug_in(monkeypatch, [camera])
    return camera


def plug_in(monkeypatch: pytest.MonkeyPatch, devices: list[FakeDevice]) -> None:
    sdk = SimpleNamespace(
        context=lambda: SimpleNamespace(query_devices=lambda: devices),
        camera_info=SimpleNamespace(name="name", serial_number="serial"),
        option=SimpleNamespace(stereo_baseline="baseline"),
        stream=SimpleNamespace(depth="depth", color="color"),
        format=SimpleNamespace(z16="z16", rgb8="rgb8", bgr8="bgr8", yuyv="yuyv"),
        frame_queue=FakeQueue,
        __spec__=ModuleSpec("pyrealsense2", loader=None),
    )
    monkeypatch.setitem(sys.modules, "pyrealsense2", sdk)


def test_a_camera_gives_depth_at_its_best_width_and_rate(device: FakeDevice) -> None:
    with opened(RealsenseCamera()) as source:
        frames = list(islice(source.frames(), 3))
        assert (source.intrinsics.width_px, source.camera.depth_unit_mm, source.camera.baseline_mm) == (848, 0.25, 50)
    assert [(frame.sequence, frame.timestamp_us) for frame in frames] == [(0, 1000000), (1, 1033333), (2, 1066666)]
    assert all((frame.depth == 1234).all() and frame.rgb is None for frame in frames)


def test_colour_is_never_switched_on_unasked(device: FakeDevice) -> None:
    with opened(RealsenseCamera()) as source:
        assert source.camera.color is None
        assert device.color.opened is None


def test_colour_comes_as_rgb_with_its_transform_in_millimetres(device: FakeDevice) -> None:
    with opened(RealsenseCamera(color=True)) as source:
        frame = next(source.frames())
        moved = source.extrinsics @ [1, 0, 0, 1]
    assert frame.rgb is not None
    assert frame.rgb[0, 0].tolist() == [3, 2, 1]
    assert moved.tolist() == [15, -1, 1, 1]


def test_a_camera_that_goes_away_is_an_error(device: FakeDevice) -> None:
    with opened(RealsenseCamera()) as source, pytest.raises(CameraError, match="D435 sent nothing"):
        list(source.frames())


def test_a_closed_camera_is_off_and_gives_no_more(device: FakeDevice) -> None:
    source = RealsenseCamera()
    source.open()
    frames = source.frames()
    next(frames)
    source.close()
    source.close()
    assert device.depth.opened is None
    assert list(frames) == []


def test_a_wrong_serial_number_names_those_there_are(device: FakeDevice) -> None:
    with pytest.raises(CameraError, match="serial 9; there is 7"):
        RealsenseCamera("9").open()


def test_no_camera_says_where_to_plug_it_in(monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(monkeypatch, [])
    with pytest.raises(CameraError, match="USB 3"):
        RealsenseCamera().open()


def test_a_missing_driver_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrealsense2", None)
    with pytest.raises(CameraError, match="pip install pyrealsense2"):
        RealsenseCamera().open()
