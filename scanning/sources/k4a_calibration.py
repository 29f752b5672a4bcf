"""What an Azure Kinect says of itself: the calibration JSON that its recordings and its driver give.

Source: Azure Kinect Sensor SDK (MIT), src/calibration/calibration.c for the parameters, their order and units, and
src/transformation/mode_specific_calibration.c for what each mode crops and bins.
"""

from dataclasses import dataclass
from typing import Any

from fashiongan.errors import CalibrationError, RecordingError
from fashiongan.json_files import parsed_json
from scanning.frame import DepthCamera, Intrinsics, Matrix
from scanning.sources.undistortion import WIDEST_RADIUS

MODEL = "CALIBRATION_LensDistortionModelBrownConrady"
DEPTH_LOCATION, COLOR_LOCATION = "CALIBRATION_CameraLocationD0", "CALIBRATION_CameraLocationPV0"
METRE_MM = 1000.0
# One camera of the JSON, whatever it holds.
Camera = dict[str, Any]
NAME = "Azure Kinect"


@dataclass(frozen=True, slots=True)
class DepthMode:
    """The whole sensor after binning, and where in it the image begins."""

    name: str
    sensor_px: int
    crop_px: tuple[int, int]


# By the size of the image, width and height.
DEPTH_MODES = {
    (320, 288): DepthMode("NFOV_2X2BINNED", 512, (96, 90)),
    (640, 576): DepthMode("NFOV_UNBINNED", 1024, (192, 180)),
    (512, 512): DepthMode("WFOV_2X2BINNED", 512, (0, 0)),
    (1024, 1024): DepthMode("WFOV_UNBINNED", 1024, (0, 0)),
}


@dataclass(frozen=True, slots=True)
class K4aCalibration:
    """One device in one mode.

    camera : its depth intrinsics are those of the real lens, distortion and all; widest_radius : tangent of the widest
    angle for which that distortion holds
    """

    camera: DepthCamera
    widest_radius: float


def read_calibration(
    text: bytes | str, depth_size: tuple[int, int], color_size: tuple[int, int] | None, serial: str = ""
) -> K4aCalibration:
    """Read the JSON for images of these sizes (width, height).

    Raises
    ------
    RecordingError : it is no calibration of an Azure Kinect, or no mode has this size
    """
    if depth_size not in DEPTH_MODES:
        raise RecordingError(f"depth of {depth_size} pixels is no mode of an Azure Kinect; record in one of its modes.")
    try:
        content = parsed_json(text)["CalibrationInformation"]
        cameras = {one["Location"]: one for one in content["Cameras"]}
        depth, color = cameras[DEPTH_LOCATION], cameras.get(COLOR_LOCATION)
        return K4aCalibration(
            DepthCamera(
                name=NAME,
                serial=serial or str(content.get("Metadata", {}).get("SerialId", "")),
                depth=_depth_lens(depth, depth_size),
                color=None if color is None or color_size is None else _color_lens(color, color_size),
                depth_to_color=None if color is None else _transform(color["Rt"]),
            ),
            float(depth.get("MetricRadius", 0)) or WIDEST_RADIUS,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, CalibrationError) as error:
        why = " ".join(str(error).split())[:120]
        raise RecordingError(f"the Azure Kinect's calibration cannot be read ({why}); record again.") from error


def _depth_lens(camera: Camera, size_px: tuple[int, int]) -> Intrinsics:
    mode = DEPTH_MODES[size_px]
    return _lens(camera, (mode.sensor_px, mode.sensor_px), mode.crop_px, size_px)


def _color_lens(camera: Camera, size_px: tuple[int, int]) -> Intrinsics:
    """Every colour mode bins the 4:3 sensor to the image's width and crops above and below alike."""
    width_px, height_px = size_px
    sensor_height_px = width_px * 3 // 4
    return _lens(camera, (width_px, sensor_height_px), (0, (sensor_height_px - height_px) // 2), size_px)


def _lens(
    camera: Camera,
    sensor_px: tuple[int, int],
    crop_px: tuple[int, int],
    size_px: tuple[int, int],
) -> Intrinsics:
    """Parameters are in parts of the sensor, and (0, 0) is the corner of the first pixel, not its middle."""
    if camera["Intrinsics"].get("ModelType") != MODEL:
        raise ValueError(f"lens model {camera['Intrinsics'].get('ModelType')}")
    parameters = [float(one) for one in camera["Intrinsics"]["ModelParameters"]]
    cx, cy, fx, fy, k1, k2, k3, k4, k5, k6, _, _, p2, p1 = parameters
    terms = (k1, k2, p1, p2, k3, k4, k5, k6)
    return Intrinsics(
        *size_px,
        fx_px=fx * sensor_px[0],
        fy_px=fy * sensor_px[1],
        cx_px=cx * sensor_px[0] - crop_px[0] - 0.5,
        cy_px=cy * sensor_px[1] - crop_px[1] - 0.5,
        distortion=terms if any(terms) else (),
    )


def _transform(pose: dict[str, list[float]]) -> Matrix:
    """(4, 4) in millimetres from the depth camera's frame to this camera's."""
    turn = [float(one) for one in pose["Rotation"]]
    move_mm = [float(one) * METRE_MM for one in pose["Translation"]]
    if len(turn) != 9 or len(move_mm) != 3:
        raise ValueError("Rt is not 9 and 3 numbers")
    rows = ((*turn[3 * row : 3 * row + 3], move_mm[row]) for row in range(3))
    return (*rows, (0.0, 0.0, 0.0, 1.0))
