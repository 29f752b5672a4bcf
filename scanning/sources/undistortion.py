"""Depth images of a real lens, as a pinhole without distortion would see them."""

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError
from scanning.frame import Floats, Intrinsics

Pixels = NDArray[np.int64] | float
Ray = NDArray[np.floating] | float
DISTORTION_TERMS = 8
# A radial polynomial means nothing beyond the radius to which it was fitted; this is 120 degrees of view.
WIDEST_RADIUS = 1.7


class Undistorter:
    """From the images of one lens to those of a pinhole of the same focal length, large enough to lose nothing.

    lens : with its distortion; widest_radius : tangent of the widest angle for which its distortion holds

    Raises
    ------
    CalibrationError : the lens does not see along its own axis
    """

    def __init__(self, lens: Intrinsics, widest_radius: float = WIDEST_RADIUS) -> None:
        self._lens = lens
        self._widest_radius = widest_radius
        self._nothing = lens.width_px * lens.height_px
        columns, rows = _axis(lens.width_px), _axis(lens.height_px)
        left, right = _seen_run(columns, self._pixel_seen(columns, lens.cy_px) < self._nothing, lens.cx_px)
        top, bottom = _seen_run(rows, self._pixel_seen(lens.cx_px, rows) < self._nothing, lens.cy_px)
        self.pinhole = Intrinsics(
            right - left, bottom - top, lens.fx_px, lens.fy_px, lens.cx_px - left, lens.cy_px - top
        )
        self._seen = self._pixel_seen(np.arange(left, right), np.arange(top, bottom)[:, None])

    def apply(self, depth: NDArray[np.uint16]) -> NDArray[np.uint16]:
        """(H, W) of the lens to (h, w) of the pinhole: each pixel takes the nearest one, 0 where the lens saw nothing.

        Depths are never mixed: between a shoulder and the wall behind it there is nothing.
        """
        with_nothing = np.append(depth.ravel(), np.uint16(0))
        return with_nothing[self._seen]

    def _pixel_seen(self, u_px: Pixels, v_px: Pixels) -> NDArray[np.int64]:
        """Flat index of the lens pixel at which a pinhole pixel looks; one past the last where there is none."""
        lens = self._lens
        x, y = (u_px - lens.cx_px) / lens.fx_px, (v_px - lens.cy_px) / lens.fy_px
        column, row = (np.rint(one) for one in distorted(x, y, lens))
        inside = (column >= 0) & (column < lens.width_px) & (row >= 0) & (row < lens.height_px)
        inside &= x * x + y * y <= self._widest_radius**2
        return np.where(inside, row * lens.width_px + column, self._nothing).astype(np.int64)


def distorted(x: Ray, y: Ray, lens: Intrinsics) -> tuple[Floats, Floats]:
    """Pixels (u, v) at which the lens sees the rays (x, y, 1).

    Source: OpenCV, calib3d: the rational model of Brown and Conrady.
    """
    k1, k2, p1, p2, k3, k4, k5, k6 = (*lens.distortion, *([0.0] * (DISTORTION_TERMS - len(lens.distortion))))
    r2 = x * x + y * y
    with np.errstate(all="ignore"):
        radial = (1 + r2 * (k1 + r2 * (k2 + r2 * k3))) / (1 + r2 * (k4 + r2 * (k5 + r2 * k6)))
        x_seen = x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x)
        y_seen = y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y
    return lens.fx_px * np.asarray(x_seen) + lens.cx_px, lens.fy_px * np.asarray(y_seen) + lens.cy_px


def _axis(length_px: int) -> NDArray[np.int64]:
    """Pixels of an axis, and half as many again on either side, which 120 degrees of view need."""
    return np.arange(-(length_px // 2), length_px + length_px // 2)


def _seen_run(axis_px: NDArray[np.int64], seen: NDArray[np.bool_], center_px: float) -> tuple[int, int]:
    """First pixel of the run of seen ones around the principal point, and the first one after it."""
    start = int(np.abs(axis_px - center_px).argmin())
    if not seen[start]:
        raise CalibrationError(f"a principal point at {center_px:g} px is outside the image; record again.")
    before, after = np.flatnonzero(~seen[:start]), np.flatnonzero(~seen[start:])
    first = int(before[-1]) + 1 if before.size else 0
    end = start + int(after[0]) if after.size else len(seen)
    return int(axis_px[first]), int(axis_px[first]) + end - first
