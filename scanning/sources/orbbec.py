"""Orbbec Femto cameras, live, through pyorbbecsdk."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CameraError
from scanning.calibration.poses import pose_of
from scanning.devices import driver_for
from scanning.frame import DepthCamera, Intrinsics, Matrix, RgbdFrame, matrix_of
from scanning.sources.described import Described
from scanning.sources.undistortion import Undistorter

WAIT_MS = 1000
# The first frames take a few seconds.
MOST_WAITS = 10


class OrbbecCamera(Described):
    """A Femto Bolt or Mega; a `Source`. `serial` None takes the first that answers."""

    def __init__(self, serial: str | None = None, color: bool = False) -> None:
        self._serial = serial
        self._color = color
        # Only one that has been started.
        self._pipeline: Any = None

    def open(self) -> None:
        """Start the streams.

        Raises
        ------
        CameraError : the driver is missing, or no camera answers
        """
        sdk = _sdk()
        try:
            device = self._device(sdk)
            self._start(sdk, sdk.Pipeline(device), device.get_device_info())
        except sdk.OBError as error:
            raise CameraError(f"The Orbbec camera cannot be started ({error}); plug it in again.") from error

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
        while self._pipeline is not None:
            depth, color = self._next_images()
            steps = _pixels(depth, np.dtype("<u2"), (depth.get_height(), depth.get_width())).astype(np.uint16)
            yield RgbdFrame(
                depth=self._undistorter.apply(steps),
                timestamp_us=int(depth.get_timestamp_us()),
                sequence=int(depth.get_index()),
                rgb=None if color is None else _rgb(color),
            )

    def close(self) -> None:
        """Stop the streams."""
        pipeline, self._pipeline = self._pipeline, None
        if pipeline is not None:
            # One that was unplugged cannot be stopped.
            with suppress(_sdk().OBError):
                pipeline.stop()

    def _device(self, sdk: Any) -> Any:
        devices = sdk.Context().query_devices()
        if not devices.get_count():
            raise CameraError("No Orbbec camera answers; plug one into a USB 3 port.")
        return devices.get_device_by_serial_number(self._serial) if self._serial else devices.get_device_by_index(0)

    def _start(self, sdk: Any, pipeline: Any, device: Any) -> None:
        config = sdk.Config()
        depth = pipeline.get_stream_profile_list(sdk.OBSensorType.DEPTH_SENSOR).get_default_video_stream_profile()
        config.enable_stream(depth)
        color = None
        if self._color:
            listed = pipeline.get_stream_profile_list(sdk.OBSensorType.COLOR_SENSOR)
            color = listed.get_video_stream_profile(0, 0, sdk.OBFormat.RGB, 0)
            config.enable_stream(color)
        pipeline.start(config)
        self._pipeline = pipeline
        # How long a step is comes with the frames.
        first, _ = self._next_images()
        self._undistorter = Undistorter(_lens(depth))
        self._camera = DepthCamera(
            name=device.get_name(),
            serial=device.get_serial_number(),
            depth=self._undistorter.pinhole,
            color=None if color is None else _lens(color),
            depth_unit_mm=float(first.get_depth_scale()),
            depth_to_color=None if color is None else _transform(depth.get_extrinsic_to(color)),
        )

    def _next_images(self) -> tuple[Any, Any]:
        """Depth, and colour or None."""
        for _ in range(MOST_WAITS):
            frames = self._wait()
            if frames is not None and (depth := frames.get_depth_frame()) is not None:
                return depth, frames.get_color_frame() if self._color else None
        raise CameraError(f"The Orbbec camera gave nothing for {MOST_WAITS * WAIT_MS / 1000:g} s; plug it in again.")

    def _wait(self) -> Any:
        try:
            return self._pipeline.wait_for_frames(WAIT_MS)
        except _sdk().OBError as error:
            raise CameraError(f"The Orbbec camera went away ({error}); plug it in again.") from error


def _sdk() -> Any:
    try:
        import pyorbbecsdk
    except ImportError as error:
        raise CameraError(f"The Orbbec driver cannot be loaded ({error}); {driver_for('orbbec').install}.") from error
    return pyorbbecsdk


def _lens(profile: Any) -> Intrinsics:
    lens, bent = profile.get_intrinsic(), profile.get_distortion()
    terms = (bent.k1, bent.k2, bent.p1, bent.p2, bent.k3, bent.k4, bent.k5, bent.k6)
    return Intrinsics(lens.width, lens.height, lens.fx, lens.fy, lens.cx, lens.cy, terms if any(terms) else ())


def _transform(pose: Any) -> Matrix:
    """(4, 4) in millimetres, as the SDK speaks."""
    return matrix_of(pose_of(np.reshape(pose.rot, (3, 3)), np.asarray(pose.transform, np.float64)))


def _rgb(color: Any) -> NDArray[np.uint8]:
    return _pixels(color, np.dtype(np.uint8), (color.get_height(), color.get_width(), 3)).astype(np.uint8)


def _pixels(frame: Any, kind: np.dtype[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    return np.frombuffer(frame.get_data(), kind, count=int(np.prod(shape))).reshape(shape)
