import sys
from types import SimpleNamespace

import numpy as np
import pytest

from fashiongan.errors import CameraError
from scanning.sources.cameras import open_camera
from scanning.sources.source import opened


class NoDeviceError(Exception):
    pass


class NoFrameReceivedError(Exception):
    pass


def fake_sdk(cameras: int = 1) -> SimpleNamespace:
    """The package with a camera that gives an infrared image, a depth image deeper to the right, and no more."""
    kinds = SimpleNamespace(Ir="ir", Depth="depth")
    depth_mm = np.tile(np.linspace(1000, 1511, 512, dtype=np.float32), (424, 1))
    depth_mm[0, :4] = [np.nan, np.inf, -1, 0]
    moments = [(kinds.Ir, None), (kinds.Depth, SimpleNamespace(to_array=lambda: depth_mm, timestamp=5, sequence=9))]

    class Device:
        ir_camera_params = SimpleNamespace(fx=365.0, fy=366.0, cx=250.0, cy=205.0, k1=0, k2=0, k3=0, p1=0, p2=0)

        def __init__(self) -> None:
            if not cameras:
                raise NoDeviceError

        def get_next_frame(self, timeout: float) -> object:
            if not moments:
                raise NoFrameReceivedError
            return moments.pop(0)

        def start(self) -> None: ...
        def stop(self) -> None: ...
        def close(self) -> None: ...

    return SimpleNamespace(
        Device=Device, FrameType=kinds, NoDeviceError=NoDeviceError, NoFrameReceivedError=NoFrameReceivedError
    )


def test_depth_is_mirrored_back_in_tenths_of_a_millimetre(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "freenect2", fake_sdk())
    with opened(open_camera("kinect2")) as source:
        frames = source.frames()
        frame = next(frames)
        assert source.intrinsics.cx_px == 511 - 250
        assert source.camera.depth_unit_mm * frame.depth[5, 0] == pytest.approx(1511)
        assert source.camera.depth_unit_mm * frame.depth[5, 511] == pytest.approx(1000)
        assert not frame.depth[0, 508:].any()
        assert (frame.timestamp_us, frame.sequence) == (500, 9)
        with pytest.raises(CameraError, match="gave nothing for 5 s"):
            next(frames)


@pytest.mark.parametrize(("sdk", "said"), [(None, "build libfreenect2"), (fake_sdk(cameras=0), "No Kinect v2 answers")])
def test_a_camera_that_cannot_be_used_says_why(
    sdk: SimpleNamespace | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "freenect2", sdk)
    with pytest.raises(CameraError, match=said), opened(open_camera("kinect2")):
        pass
