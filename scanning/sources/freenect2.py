"""The Kinect v2, live, through the `freenect2` package, where the system has libfreenect2. Depth only."""

import importlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CameraError
from scanning.devices import driver_for
from scanning.frame import NO_DEPTH, DepthCamera, Intrinsics, RgbdFrame
from scanning.sources.described import Described
from scanning.sources.undistortion import Undistorter

WIDTH_PX, HEIGHT_PX = 512, 424
# The driver gives fractions of a millimetre; a tenth keeps them and reaches 6.5 m.
DEPTH_UNIT_MM = 0.1
DEEPEST_STEP = 65535
# The driver counts time in tenths of a millisecond.
TICK_US = 100
WAIT_S = 5.0


class Freenect2Camera(Described):
    """A Kinect v2; a `Source`. The package opens the first one only."""

    def __init__(self) -> None:
        self._device: Any = None

    def open(self) -> None:
        """Start the camera.

        Raises
        ------
        CameraError : the driver is missing, or no camera answers
        """
        self._sdk = _sdk()
        try:
            self._device = self._sdk.Device()
        except self._sdk.NoDeviceError as error:
            raise CameraError("No Kinect v2 answers; plug it into a USB 3 port and its own power.") from error
        self._device.start()
        lens = self._device.ir_camera_params
        terms = (lens.k1, lens.k2, lens.p1, lens.p2, lens.k3)
        self._undistorter = Undistorter(
            Intrinsics(WIDTH_PX, HEIGHT_PX, lens.fx, lens.fy, lens.cx, lens.cy, terms if any(terms) else ())
        )
        self._camera = DepthCamera("Kinect v2", "", _mirrored(self._undistorter.pinhole), depth_unit_mm=DEPTH_UNIT_MM)

    @property
    def frame_count(self) -> int | None:
        """A camera goes on."""
        return None

    def frames(self) -> Iterator[RgbdFrame]:
        """Every frame until the camera is closed.

        Raises
        ------
        CameraError : the camera went away
        """
        while True:
            try:
                kind, frame = self._device.get_next_frame(timeout=WAIT_S)
            except self._sdk.NoFrameReceivedError as error:
                raise CameraError(f"The Kinect v2 gave nothing for {WAIT_S:g} s; plug it in again.") from error
            if kind is self._sdk.FrameType.Depth:
                # libfreenect2 gives mirrored images, its calibration is for those.
                depth = np.ascontiguousarray(self._undistorter.apply(_in_steps(frame.to_array()))[:, ::-1])
                yield RgbdFrame(depth, int(frame.timestamp) * TICK_US, int(frame.sequence))

    def close(self) -> None:
        """Stop the camera."""
        if self._device is not None:
            self._device.stop()
            self._device.close()
        self._device = None


def _sdk() -> Any:
    try:
        return importlib.import_module("freenect2")
    except ImportError as error:
        raise CameraError(
            f"The Kinect v2 driver cannot be loaded ({error}); {driver_for('kinect2').install}."
        ) from error


def _in_steps(depth_mm: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Missing depth is 0, negative, infinite or not a number."""
    steps = np.rint(np.nan_to_num(depth_mm, nan=0, posinf=0, neginf=0) / DEPTH_UNIT_MM)
    return np.where((steps > 0) & (steps <= DEEPEST_STEP), steps, NO_DEPTH).astype(np.uint16)


def _mirrored(lens: Intrinsics) -> Intrinsics:
    return Intrinsics(lens.width_px, lens.height_px, lens.fx_px, lens.fy_px, lens.width_px - 1 - lens.cx_px, lens.cy_px)
