"""What flows from a depth camera: frames, and what is known of the camera that made them.

A camera frame is x right, y down, z forward, as in OpenCV; the world is Y-up. Both are in millimetres.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError, RecordingError

Floats = NDArray[np.float64]
Matrix = tuple[tuple[float, ...], ...]
# No depth or colour camera has more; a header that says so is damaged or would take gigabytes.
MOST_PIXELS = 4096 * 4096
# Depth of a pixel that saw nothing.
NO_DEPTH = 0


@dataclass(frozen=True, slots=True)
class Intrinsics:
    """A pinhole camera. `distortion` is OpenCV's (k1, k2, p1, p2, k3, k4, k5, k6), or empty."""

    width_px: int
    height_px: int
    fx_px: float
    fy_px: float
    cx_px: float
    cy_px: float
    distortion: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        numbers = (self.fx_px, self.fy_px, self.cx_px, self.cy_px, *self.distortion)
        if not np.isfinite(numbers).all() or min(self.fx_px, self.fy_px, self.width_px, self.height_px) <= 0:
            raise CalibrationError(f"{self} is no camera; calibrate it, or record again.")

    @property
    def matrix(self) -> Floats:
        """(3, 3) camera matrix."""
        return np.array([[self.fx_px, 0, self.cx_px], [0, self.fy_px, self.cy_px], [0, 0, 1.0]])


@dataclass(frozen=True, slots=True)
class DepthCamera:
    """One depth camera as its recordings describe it.

    depth : of the depth images, which are free of lens distortion when they leave a source; color : of the colour
    images, None if there are none; depth_unit_mm : millimetres of one step of a depth pixel; baseline_mm : between the
    two eyes of a stereo camera, else None; depth_to_color : (4, 4) from the depth camera's frame to the colour camera's
    """

    name: str
    serial: str
    depth: Intrinsics
    color: Intrinsics | None = None
    depth_unit_mm: float = 1.0
    baseline_mm: float | None = None
    depth_to_color: Matrix | None = None

    def __post_init__(self) -> None:
        if not 1e-3 <= self.depth_unit_mm <= 100:
            raise CalibrationError(f"a depth step of {self.depth_unit_mm:g} mm cannot be right; record again.")


@dataclass(frozen=True, slots=True)
class RgbdFrame:
    """One moment of one camera.

    depth : (H, W) uint16 steps of the camera's depth_unit_mm along the optical axis, 0 where nothing was seen;
    rgb : (h, w, 3) uint8 sRGB of the colour camera, None where colour was not kept
    """

    depth: NDArray[np.uint16]
    timestamp_us: int
    sequence: int
    rgb: NDArray[np.uint8] | None = None

    def __post_init__(self) -> None:
        if self.depth.ndim != 2 or self.depth.dtype != np.uint16:
            raise RecordingError(f"depth is {self.depth.dtype} {self.depth.shape}, not uint16 (H, W).")
        if self.rgb is not None and (self.rgb.ndim != 3 or self.rgb.shape[2] != 3 or self.rgb.dtype != np.uint8):
            raise RecordingError(f"rgb is {self.rgb.dtype} {self.rgb.shape}, not uint8 (h, w, 3).")


def matrix_of(pose: Floats) -> Matrix:
    """A (4, 4) array as the nested tuples of a dataclass."""
    return tuple(tuple(float(value) for value in row) for row in pose)


def depth_in_mm(frame: RgbdFrame, camera: DepthCamera) -> NDArray[np.float32]:
    """(H, W) millimetres, 0 where nothing was seen.

    Raises
    ------
    RecordingError : the image is not of the size that the camera says
    """
    size = (camera.depth.height_px, camera.depth.width_px)
    if frame.depth.shape != size:
        raise RecordingError(f"a depth image is {frame.depth.shape}, but its camera says {size}; record again.")
    return frame.depth.astype(np.float32) * np.float32(camera.depth_unit_mm)


def points_from_depth(depth_mm: NDArray[np.float32], camera: Intrinsics) -> Floats:
    """(H, W, 3) millimetres in the camera's frame; a pixel that saw nothing is at the origin.

    Source: Hartley and Zisserman, Multiple View Geometry, 2nd ed., section 6.1.
    """
    u_px = np.arange(camera.width_px)
    v_px = np.arange(camera.height_px)[:, None]
    z_mm = depth_mm.astype(np.float64)
    return np.stack(
        [(u_px - camera.cx_px) / camera.fx_px * z_mm, (v_px - camera.cy_px) / camera.fy_px * z_mm, z_mm], axis=-1
    )
