"""How well a depth camera sees a flat wall: the figures that Intel's depth quality tool gives.

Everything is measured in the middle of the image, and 0.5 % of the values are cut from each tail.
Source: Intel RealSense Camera Depth Testing Methodology, revision 1.0, January 2018; librealsense, tools/depth-quality.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, degrees

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError
from scanning.frame import NO_DEPTH, DepthCamera, Floats, RgbdFrame, depth_in_mm, points_from_depth
from scanning.planes import Plane, dominant_plane

MOST_FRAMES = 40
ROI_SHARE = 0.4
TRIM_SHARE = 0.005
LEAST_ON_PLANE = 0.8
MOST_TILT_DEG = 10.0
# A point further from the plane than this share of the distance is not of the wall.
_ON_PLANE_SHARE = 0.02
_LEAST_ON_PLANE_MM = 10.0


@dataclass(frozen=True, slots=True)
class DepthQuality:
    """What a wall says of a depth camera; None where it cannot be told.

    z_accuracy : median signed error over the true distance; subpixel_rms_px : of the disparity, stereo cameras only;
    temporal_noise_percent : median over the pixels of std/median over time
    """

    distance_mm: float
    tilt_deg: float
    frames: int
    fill_rate_percent: float
    plane_rms_mm: float
    plane_rms_percent: float
    subpixel_rms_px: float | None
    temporal_noise_percent: float | None
    z_accuracy_mm: float | None
    z_accuracy_percent: float | None


def depth_quality(
    frames: Sequence[RgbdFrame], camera: DepthCamera, true_distance_mm: float | None = None
) -> DepthQuality:
    """Judge up to 40 frames of a wall.

    Raises
    ------
    CalibrationError : no frame, or what is in the middle of the image is no wall, or the wall is tilted over 10 degrees
    """
    if not frames:
        raise CalibrationError("there is no frame to judge; record at least one second of a wall.")
    if true_distance_mm is not None and not 100 <= true_distance_mm <= 20_000:
        raise CalibrationError(f"a true distance of {true_distance_mm:g} mm is out of range; give 100 to 20000 mm.")
    region = _middle(camera)
    points = [points_from_depth(depth_in_mm(frame, camera), camera.depth)[region] for frame in frames[:MOST_FRAMES]]
    walls = np.array([_wall_figures(one, camera, true_distance_mm) for one in points])
    # NaN marks what this camera cannot tell, for every frame alike.
    distance, tilt, fill, rms, rms_percent, subpixel, error = (float(value) for value in np.median(walls, axis=0))
    noise = _temporal_noise_percent(np.stack([one[..., 2] for one in points]))
    known_error = None if true_distance_mm is None else error
    return DepthQuality(
        distance_mm=distance,
        tilt_deg=tilt,
        frames=len(points),
        fill_rate_percent=fill,
        plane_rms_mm=rms,
        plane_rms_percent=rms_percent,
        subpixel_rms_px=None if camera.baseline_mm is None else subpixel,
        temporal_noise_percent=noise,
        z_accuracy_mm=known_error,
        z_accuracy_percent=None if true_distance_mm is None else 100 * error / true_distance_mm,
    )


def find_wall(points_mm: Floats) -> Plane:
    """The wall in (N, 3) points of the middle of an image; its normal points away from the camera.

    Raises
    ------
    CalibrationError : one plane explains less than 80 % of the points, or it is tilted over 10 degrees
    """
    if not len(points_mm):
        raise CalibrationError("the middle of the depth image is empty; point the camera at a wall 0.5 to 3 m away.")
    tolerance_mm = max(_LEAST_ON_PLANE_MM, _ON_PLANE_SHARE * float(np.median(points_mm[:, 2])))
    wall = dominant_plane(points_mm, tolerance_mm).facing(np.array([0.0, 0.0, 1.0]))
    share = float(np.mean(np.abs(wall.distances_mm(points_mm)) < tolerance_mm))
    if share < LEAST_ON_PLANE:
        raise CalibrationError(
            f"this is no wall: one plane explains {share:.0%} of the middle of the image, not {LEAST_ON_PLANE:.0%}; "
            "point the camera at a bare flat wall."
        )
    if tilt_deg(wall) > MOST_TILT_DEG:
        raise CalibrationError(
            f"the wall is tilted by {tilt_deg(wall):.1f} degrees, more than {MOST_TILT_DEG:g}; "
            "turn the camera until it looks straight at it."
        )
    return wall


def tilt_deg(wall: Plane) -> float:
    """Between the optical axis and the normal of a wall."""
    return degrees(acos(min(1.0, abs(wall.normal[2]))))


def _middle(camera: DepthCamera) -> tuple[slice, slice]:
    edge = (1 - ROI_SHARE) / 2
    height, width = camera.depth.height_px, camera.depth.width_px
    return (
        slice(round(height * edge), round(height * (1 - edge))),
        slice(round(width * edge), round(width * (1 - edge))),
    )


def _wall_figures(points_mm: Floats, camera: DepthCamera, true_distance_mm: float | None) -> tuple[float, ...]:
    """distance, tilt, fill, rms, rms in percent, sub-pixel rms, error of one frame; points_mm : (H, W, 3)."""
    seen = points_mm[points_mm[..., 2] != NO_DEPTH]  # (N, 3)
    wall = find_wall(seen)
    z_mm = seen[:, 2]
    # Where the ray of each pixel meets the fitted wall.
    wall_z_mm = wall.offset_mm / (seen / z_mm[:, None] @ np.array(wall.normal))
    rms_mm = _rms(_trimmed(z_mm - wall_z_mm))
    stereo_px_mm = camera.depth.fx_px * camera.baseline_mm if camera.baseline_mm else np.nan
    subpixel = _rms(_trimmed(stereo_px_mm / z_mm - stereo_px_mm / wall_z_mm))
    error = np.nan if true_distance_mm is None else np.median(_trimmed(wall.distances_mm(seen))) + wall.offset_mm
    return (
        wall.offset_mm,
        tilt_deg(wall),
        100 * len(seen) / (points_mm.shape[0] * points_mm.shape[1]),
        rms_mm,
        100 * rms_mm / wall.offset_mm,
        subpixel,
        float(error) - (true_distance_mm or 0.0),
    )


def _temporal_noise_percent(depth_mm: Floats) -> float | None:
    """depth_mm : (T, H, W). A pixel counts where every frame saw it."""
    whole = (depth_mm != NO_DEPTH).all(axis=0)
    if len(depth_mm) < 2 or not whole.any():
        return None
    series = depth_mm[:, whole]  # (T, N)
    share = series.std(axis=0) / np.median(series, axis=0)
    return 100 * float(np.median(_trimmed(share)))


def _trimmed(values: Floats) -> Floats:
    cut = int(len(values) * TRIM_SHARE)
    return np.sort(values)[cut : len(values) - cut]


def _rms(values: Floats | NDArray[np.float32]) -> float:
    return float(np.sqrt(np.mean(np.square(values))))
