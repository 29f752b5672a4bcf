"""Everything that is known of the cameras of a scanner, in one JSON file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from fashiongan.errors import CalibrationError
from fashiongan.files import write_atomically
from fashiongan.json_files import parsed_json
from scanning.calibration.depth_scale import NO_CORRECTION, DepthCorrection
from scanning.calibration.floor import Floor
from scanning.calibration.turntable import Turntable
from scanning.frame import Floats, Intrinsics, Matrix

SCHEMA = "fashiongan-calibration"
VERSION = 1
# A camera with all that is known of it takes some thousand.
MOST_BYTES = 1_000_000
_AGAIN = "calibrate again with fashiongan-scan calibrate, or pass another file."


@dataclass(frozen=True, slots=True)
class CameraCalibration:
    """One camera, by its serial number; None is what was never calibrated.

    depth, color : what replaces the intrinsics that the camera itself says; no command finds `depth`, for values
    of another program: a wall stays flat through any pinhole, and recordings hold no picture by the depth camera;
    camera_to_world : (4, 4) of the depth camera, Y up, floor at y = 0, millimetres; floor, turntable : in the depth
    camera's frame; `measure` does not use the turntable
    """

    serial: str
    depth: Intrinsics | None = None
    color: Intrinsics | None = None
    correction: DepthCorrection = NO_CORRECTION
    camera_to_world: Matrix | None = None
    floor: Floor | None = None
    turntable: Turntable | None = None

    def __post_init__(self) -> None:
        if self.camera_to_world is not None:
            _refuse_twisted(np.array(self.camera_to_world))

    @property
    def world_pose(self) -> Floats | None:
        """camera_to_world as an array."""
        return None if self.camera_to_world is None else np.array(self.camera_to_world)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A scanner's cameras."""

    cameras: tuple[CameraCalibration, ...] = ()

    def __post_init__(self) -> None:
        serials = [camera.serial for camera in self.cameras]
        if len(set(serials)) < len(serials):
            raise CalibrationError(f"a camera is listed twice in {serials}; {_AGAIN}")

    def camera(self, serial: str) -> CameraCalibration:
        """What is known of a camera; nothing but its serial number if it was never calibrated."""
        return next((one for one in self.cameras if one.serial == serial), CameraCalibration(serial))

    def with_camera(self, camera: CameraCalibration) -> "Calibration":
        """The same, with one camera replaced or added."""
        others = tuple(one for one in self.cameras if one.serial != camera.serial)
        return replace(self, cameras=tuple(sorted((*others, camera), key=lambda one: one.serial)))


def write_calibration(calibration: Calibration, path: Path) -> None:
    """Write it as JSON.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    content = {"schema": SCHEMA, "version": VERSION, "cameras": [asdict(camera) for camera in calibration.cameras]}
    write_atomically(path, (json.dumps(content, indent=2) + "\n").encode())


def read_calibration(path: Path) -> Calibration:
    """Read it back.

    Raises
    ------
    CalibrationError : no such file, no calibration of ours, of a newer version, or with values that cannot be
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(f"{path.stat().st_size} bytes, more than {MOST_BYTES}")
        content = parsed_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise CalibrationError(f"{path} cannot be read ({str(error)[:120]}); {_AGAIN}") from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise CalibrationError(f"{path} is no calibration of ours; {_AGAIN}")
    if content.get("version") != VERSION:
        raise CalibrationError(f"{path} is version {content.get('version')!r}, {VERSION} is known here; {_AGAIN}")
    try:
        return Calibration(tuple(_camera(one) for one in content["cameras"]))
    # A file that somebody edited may lack any key and hold any type.
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CalibrationError(f"{path} is damaged ({type(error).__name__}: {str(error)[:100]}); {_AGAIN}") from error


def read_or_start(path: Path) -> Calibration:
    """The calibration in a file, or an empty one if there is no file yet.

    Raises
    ------
    CalibrationError : as in `read_calibration`
    """
    return read_calibration(path) if path.exists() else Calibration()


def _camera(entry: Mapping[str, Any]) -> CameraCalibration:
    pose = entry["camera_to_world"]
    return CameraCalibration(
        serial=_text(entry["serial"]),
        depth=_intrinsics(entry["depth"]),
        color=_intrinsics(entry["color"]),
        correction=DepthCorrection(float(entry["correction"]["a"]), float(entry["correction"]["c_per_mm"])),
        camera_to_world=None if pose is None else tuple(_numbers(row, 4) for row in pose),
        floor=_floor(entry["floor"]),
        turntable=_turntable(entry["turntable"]),
    )


def _intrinsics(entry: Mapping[str, Any] | None) -> Intrinsics | None:
    if entry is None:
        return None
    fx_px, fy_px, cx_px, cy_px = _numbers([entry[key] for key in ("fx_px", "fy_px", "cx_px", "cy_px")])
    size_px = int(entry["width_px"]), int(entry["height_px"])
    return Intrinsics(*size_px, fx_px, fy_px, cx_px, cy_px, _numbers(entry["distortion"]))


def _floor(entry: Mapping[str, Any] | None) -> Floor | None:
    if entry is None:
        return None
    return Floor(_direction(entry["normal"]), _numbers([entry["offset_mm"]])[0], int(entry["inliers"]))


def _turntable(entry: Mapping[str, Any] | None) -> Turntable | None:
    if entry is None:
        return None
    x_mm, y_mm, z_mm = _numbers(entry["point_mm"], 3)
    angles = _numbers(entry["angles_deg"])
    return Turntable((x_mm, y_mm, z_mm), _direction(entry["direction"]), angles, _numbers([entry["residual_mm"]])[0])


def _direction(values: Any) -> tuple[float, float, float]:
    x, y, z = _numbers(values, 3)
    if abs(np.linalg.norm([x, y, z]) - 1) > 1e-3:
        raise ValueError(f"{values} is no direction")
    return x, y, z


def _numbers(values: Any, count: int | None = None) -> tuple[float, ...]:
    numbers = tuple(float(value) for value in values)
    if not np.isfinite(numbers).all() or (count is not None and len(numbers) != count):
        raise ValueError(f"{str(values)[:60]} are not {count or 'finite'} numbers")
    return numbers


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no serial number")
    return value


def _refuse_twisted(pose: Floats) -> None:
    rigid = pose.shape == (4, 4) and np.isfinite(pose).all() and np.allclose(pose[3], [0, 0, 0, 1])
    if not rigid or not np.allclose(pose[:3, :3] @ pose[:3, :3].T, np.eye(3), atol=1e-4):
        raise CalibrationError(f"the pose of a camera is no rigid motion; {_AGAIN}")
