"""Writing recordings in the layout of the Azure Kinect's recorder, for programs that read those.

Source: Azure Kinect Sensor SDK (MIT), src/record/sdk/record.cpp and src/record/internal/matroska_write.cpp.
"""

import json
import struct
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import numpy as np

from fashiongan.errors import RecordingError
from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame
from scanning.matroska import Block, MatroskaWriter, Track
from scanning.recording import jpeg
from scanning.sources.k4a_calibration import COLOR_LOCATION, DEPTH_LOCATION, DEPTH_MODES, METRE_MM, MODEL
from scanning.sources.k4a_recording import CALIBRATION_FILE, SERIAL_TAG, START_TAG
from scanning.sources.undistortion import DISTORTION_TERMS, WIDEST_RADIUS

MICROSECOND_NS = 1000
# The colour sensor has 4 pixels across for 3 down.
COLOR_SENSOR_PX, DEPTH_SENSOR_PX = (4096, 3072), (1024, 1024)
BITMAP_HEADER = struct.Struct("<IiiHH4sIiiII")
DEPTH_TRACK, COLOR_TRACK = 1, 2


def write_k4a(path: Path, camera: DepthCamera, frames: Iterable[RgbdFrame]) -> int:
    """Write depth, colour where there is any, and the calibration; give the number of frames.

    Parameters
    ----------
    camera : depth images of the size of one of the Azure Kinect's modes, one step a millimetre; if its intrinsics have
        a distortion, the frames are those of the distorting lens
    frames : in the order of their times

    Raises
    ------
    RecordingError : no Azure Kinect gives such images
    OutputError : the file exists already, or cannot be written to
    """
    size = (camera.depth.width_px, camera.depth.height_px)
    if size not in DEPTH_MODES or camera.depth_unit_mm != 1:
        raise RecordingError(
            f"an Azure Kinect gives no depth of {size} pixels in steps of {camera.depth_unit_mm:g} mm."
        )
    tracks = [_track("DEPTH", size, b"b16g", 16)]
    if camera.color is not None:
        tracks.append(_track("COLOR", (camera.color.width_px, camera.color.height_px), b"MJPG", 24))
    ordered = iter(frames)
    first = next(ordered, None)
    start_us = 0 if first is None else first.timestamp_us
    tags = {"K4A_DEPTH_MODE": DEPTH_MODES[size].name, START_TAG: str(start_us * MICROSECOND_NS)}
    calibration = (CALIBRATION_FILE, json.dumps(_calibration(camera)).encode())
    with MatroskaWriter(path, tracks, calibration, tags | {SERIAL_TAG: camera.serial}) as file:
        for frame in chain(() if first is None else (first,), ordered):
            file.write(frame.timestamp_us - start_us, _blocks(frame, camera))
    return file.count


def _blocks(frame: RgbdFrame, camera: DepthCamera) -> list[Block]:
    blocks = [Block(DEPTH_TRACK, frame.depth.astype(">u2").tobytes())]
    if frame.rgb is not None and camera.color is not None:
        blocks.append(Block(COLOR_TRACK, jpeg(np.ascontiguousarray(frame.rgb))))
    return blocks


def _track(title: str, size_px: tuple[int, int], four_cc: bytes, bits: int) -> Track:
    header = BITMAP_HEADER.pack(BITMAP_HEADER.size, *size_px, 1, bits, four_cc, size_px[0] * size_px[1] * 2, 0, 0, 0, 0)
    return Track(title, "V_MS/VFW/FOURCC", *size_px, header)


def _calibration(camera: DepthCamera) -> dict[str, object]:
    mode = DEPTH_MODES[camera.depth.width_px, camera.depth.height_px]
    pose = np.eye(4) if camera.depth_to_color is None else np.array(camera.depth_to_color)
    depth = _lens(camera.depth, (mode.sensor_px, mode.sensor_px), mode.crop_px)
    cameras = [_camera(DEPTH_LOCATION, depth, DEPTH_SENSOR_PX, np.eye(4))]
    if camera.color is not None:
        width_px, height_px = camera.color.width_px, camera.color.height_px
        sensor_px = (width_px, width_px * 3 // 4)
        color = _lens(camera.color, sensor_px, (0, (sensor_px[1] - height_px) // 2))
        cameras.append(_camera(COLOR_LOCATION, color, COLOR_SENSOR_PX, pose))
    return {"CalibrationInformation": {"Cameras": cameras, "Metadata": {"SerialId": camera.serial}}}


def _camera(location: str, parameters: list[float], sensor_px: tuple[int, int], pose: Floats) -> dict[str, object]:
    return {
        "Location": location,
        "Intrinsics": {"ModelType": MODEL, "ModelParameterCount": len(parameters), "ModelParameters": parameters},
        "MetricRadius": WIDEST_RADIUS,
        "Rt": {"Rotation": pose[:3, :3].ravel().tolist(), "Translation": (pose[:3, 3] / METRE_MM).tolist()},
        "SensorWidth": sensor_px[0],
        "SensorHeight": sensor_px[1],
    }


def _lens(lens: Intrinsics, sensor_px: tuple[int, int], crop_px: tuple[int, int]) -> list[float]:
    padded = (*lens.distortion, *([0.0] * (DISTORTION_TERMS - len(lens.distortion))))
    k1, k2, p1, p2, k3, k4, k5, k6 = padded
    center = ((lens.cx_px + crop_px[0] + 0.5) / sensor_px[0], (lens.cy_px + crop_px[1] + 0.5) / sensor_px[1])
    focal = (lens.fx_px / sensor_px[0], lens.fy_px / sensor_px[1])
    return [*center, *focal, k1, k2, k3, k4, k5, k6, 0.0, 0.0, p2, p1]
