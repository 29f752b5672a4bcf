import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from fashiongan.errors import CameraError
from scanning.sources.cameras import open_camera
from scanning.sources.source import opened


class OBError(Exception):
    pass


def image(pixels: np.ndarray[Any, Any], number: int) -> SimpleNamespace:
    height_px, width_px = pixels.shape[:2]
    return SimpleNamespace(
        get_data=lambda: pixels.tobytes(),
        get_width=lambda: width_px,
        get_height=lambda: height_px,
        get_depth_scale=lambda: 0.25,
        get_timestamp_us=lambda: 33_333 * number,
        get_index=lambda: number,
    )


def profile(width_px: int, height_px: int) -> SimpleNamespace:
    return SimpleNamespace(
        get_intrinsic=lambda: SimpleNamespace(width=width_px, height=height_px, fx=50.0, fy=51.0, cx=15.5, cy=11.5),
        get_distortion=lambda: SimpleNamespace(k1=0, k2=0, k3=0, k4=0, k5=0, k6=0, p1=0, p2=0),
        get_extrinsic_to=lambda other: SimpleNamespace(rot=np.eye(3).ravel(), transform=[-32.0, 0.0, 4.0]),
    )


def fake_sdk(cameras: int = 1, silent: bool = False, unplugged_after: int | None = None) -> SimpleNamespace:
    """The SDK with cameras whose first set of frames has no depth yet; one that is unplugged can neither wait nor stop.

    cameras : of two, neither starts
    """

    class Pipeline:
        def __init__(self, device: object) -> None:
            self.number = 0

        def get_stream_profile_list(self, sensor: str) -> SimpleNamespace:
            return SimpleNamespace(
                get_default_video_stream_profile=lambda: profile(32, 24),
                get_video_stream_profile=lambda *wanted: profile(16, 12),
            )

        def start(self, config: object) -> None:
            if cameras == 2:
                raise OBError("busy")

        def wait_for_frames(self, wait_ms: int) -> SimpleNamespace | None:
            if silent:
                return None
            if self.number == unplugged_after:
                raise OBError("no device")
            self.number += 1
            depth = image(np.full((24, 32), self.number, np.uint16), self.number) if self.number > 1 else None
            color = image(np.full((12, 16, 3), 7, np.uint8), self.number)
            return SimpleNamespace(get_depth_frame=lambda: depth, get_color_frame=lambda: color)

        def stop(self) -> None:
            if cameras == 2:
                raise AssertionError("stopped but never started")
            if self.number == unplugged_after:
                raise OBError("no device")

    named = SimpleNamespace(get_name=lambda: "Femto Bolt", get_serial_number=lambda: "CL8")
    device = SimpleNamespace(get_device_info=lambda: named)
    listed = SimpleNamespace(get_count=lambda: cameras, get_device_by_index=lambda index: device)
    return SimpleNamespace(
        OBError=OBError,
        OBSensorType=SimpleNamespace(DEPTH_SENSOR="depth", COLOR_SENSOR="color"),
        OBFormat=SimpleNamespace(RGB="rgb"),
        Context=lambda: SimpleNamespace(query_devices=lambda: listed),
        Config=lambda: SimpleNamespace(enable_stream=lambda profile: None),
        Pipeline=Pipeline,
    )


def test_frames_and_what_the_camera_says_of_itself_come_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyorbbecsdk", fake_sdk())
    with opened(open_camera("orbbec", color=True)) as source:
        frame = next(source.frames())
        assert (source.camera.name, source.camera.serial, source.camera.depth_unit_mm) == ("Femto Bolt", "CL8", 0.25)
        assert source.extrinsics[:3, 3].tolist() == [-32, 0, 4]
        assert source.intrinsics.fy_px == 51
    assert (frame.depth == 3).all()
    assert (frame.timestamp_us, frame.sequence) == (99_999, 3)
    assert frame.rgb is not None
    assert frame.rgb.shape == (12, 16, 3)


@pytest.mark.parametrize(
    ("sdk", "said"),
    [
        (None, "pip install --no-deps pyorbbecsdk2"),
        (fake_sdk(cameras=0), "No Orbbec camera answers"),
        (fake_sdk(cameras=2), "cannot be started .busy."),
        (fake_sdk(silent=True), "gave nothing for 10 s"),
    ],
)
def test_a_camera_that_cannot_be_used_says_why(
    sdk: SimpleNamespace | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyorbbecsdk", sdk)
    with pytest.raises(CameraError, match=said), opened(open_camera("orbbec")):
        pass


def test_a_camera_that_is_unplugged_is_an_error_and_still_closes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyorbbecsdk", fake_sdk(unplugged_after=3))
    source = open_camera("orbbec")
    source.open()
    stream = source.frames()
    next(stream)
    with pytest.raises(CameraError, match=r"went away .no device.; plug it in again"):
        next(stream)
    source.close()
    source.close()


def test_a_closed_camera_gives_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyorbbecsdk", fake_sdk())
    with opened(open_camera("orbbec")) as source:
        stream = source.frames()
        next(stream)
    assert list(stream) == []
