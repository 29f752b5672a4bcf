"""From the objects of Intel's SDK to our values. Nothing here imports the SDK before it is called."""

import os
from typing import Any

import cv2
import numpy as np

from fashiongan.errors import CameraError
from scanning.calibration.poses import pose_of
from scanning.devices import DRIVERS
from scanning.frame import DepthCamera, Intrinsics, Matrix, matrix_of
from scanning.sources.pairing import TimedImage

METRES_TO_MM = 1000


def realsense_sdk() -> Any:
    """The module `pyrealsense2`.

    Raises
    ------
    CameraError : it is not installed, or its system library is missing
    """
    # The SDK counts how it is used, and sends that where its settings say so; here nothing leaves the computer.
    os.environ["RS2_RUM_CLOUD_ENABLED"] = "0"
    try:
        import pyrealsense2
    except ImportError as error:
        raise CameraError(f"The RealSense driver cannot be loaded ({error}); {DRIVERS[0].install}.") from error
    return pyrealsense2


def described_camera(device: Any, sensor: Any, depth: Any, color: Any) -> DepthCamera:
    """What the SDK knows: `sensor` is the depth sensor, `depth` and `color` are stream profiles, `color` may be None.

    Raises
    ------
    CalibrationError : the numbers cannot be a camera's
    """
    sdk = realsense_sdk()
    has_baseline = sensor.supports(sdk.option.stereo_baseline)
    return DepthCamera(
        name=_said(device, sdk.camera_info.name, "RealSense"),
        serial=_said(device, sdk.camera_info.serial_number, "unknown"),
        depth=_lens(depth),
        color=None if color is None else _lens(color),
        depth_unit_mm=_short(sensor.as_depth_sensor().get_depth_scale()) * METRES_TO_MM,
        baseline_mm=_short(sensor.get_option(sdk.option.stereo_baseline)) if has_baseline else None,
        depth_to_color=None if color is None else _transform(depth.get_extrinsics_to(color)),
    )


def depth_image(frame: Any) -> TimedImage:
    """A z16 frame, copied out of the SDK's memory."""
    return _timed(frame, np.array(frame.get_data(), np.uint16))


def color_image(frame: Any) -> TimedImage:
    """An rgb8, bgr8 or yuyv frame, copied out of the SDK's memory."""
    sdk = realsense_sdk()
    pixels = np.array(frame.get_data())
    kind = frame.get_profile().format()
    if kind == sdk.format.bgr8:
        pixels = pixels[..., ::-1]
    elif kind == sdk.format.yuyv:
        pixels = cv2.cvtColor(pixels.view(np.uint8).reshape(*pixels.shape[:2], 2), cv2.COLOR_YUV2RGB_YUYV)
    return _timed(frame, np.ascontiguousarray(pixels, np.uint8))


def depth_profile(profile: Any) -> bool:
    """Whether `depth_image` can read what a stream profile gives."""
    sdk = realsense_sdk()
    return bool(profile.stream_type() == sdk.stream.depth and profile.format() == sdk.format.z16)


def readable_color(profile: Any) -> bool:
    """Whether `color_image` can read what a stream profile gives."""
    sdk = realsense_sdk()
    readable = (sdk.format.rgb8, sdk.format.bgr8, sdk.format.yuyv)
    return profile.stream_type() == sdk.stream.color and profile.format() in readable


def _timed(frame: Any, pixels: Any) -> TimedImage:
    return TimedImage(pixels, round(frame.get_timestamp() * 1000), frame.get_frame_number())


def _said(device: Any, key: Any, otherwise: str) -> str:
    return str(device.get_info(key)) if device.supports(key) else otherwise


def _lens(profile: Any) -> Intrinsics:
    lens = profile.as_video_stream_profile().get_intrinsics()
    terms = tuple(float(one) for one in lens.coeffs)
    return Intrinsics(lens.width, lens.height, lens.fx, lens.fy, lens.ppx, lens.ppy, terms if any(terms) else ())


def _transform(extrinsics: Any) -> Matrix:
    # The SDK's rotations stand column by column, its translations in metres.
    rotation = np.array(extrinsics.rotation, np.float64).reshape(3, 3).T
    return matrix_of(pose_of(rotation, np.array(extrinsics.translation) * METRES_TO_MM))


def _short(value: float) -> float:
    # A float32 in the SDK: 0.00025 is not to come out as 0.0002500000118743628.
    return float(f"{value:.7g}")
