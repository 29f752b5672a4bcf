"""The systematic error of a depth camera, from a wall at several known distances.

A stereo camera whose focal length, baseline or principal points are a little off errs linearly in disparity, which is
1/z: so 1/z_true = a / z_measured + c. Source: z = f b / d with an error in f b, and a constant one in d.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError
from scanning.frame import NO_DEPTH, Floats

LEAST_DISTANCES = 3
# Nearest and furthest wall must differ by this factor, or a and c cannot be told apart.
LEAST_SPAN = 1.3
MOST_RESIDUAL_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class DepthCorrection:
    """1/z_true = a / z_measured + c, with z in millimetres."""

    a: float = 1.0
    c_per_mm: float = 0.0

    def __post_init__(self) -> None:
        if not (0.8 <= self.a <= 1.25 and abs(self.c_per_mm) <= 2e-4):
            raise CalibrationError(
                f"a depth correction of a = {self.a:g}, c = {self.c_per_mm:g} per mm is no camera's; "
                "check the distances and measure again."
            )

    def applied(self, depth_mm: NDArray[np.float32]) -> NDArray[np.float32]:
        """Corrected millimetres of any shape; 0 stays 0."""
        z_mm = depth_mm.astype(np.float64)
        inverse = self.a + self.c_per_mm * z_mm
        right = (z_mm != NO_DEPTH) & (inverse > 0)
        return np.where(right, z_mm / np.where(right, inverse, 1.0), NO_DEPTH).astype(np.float32)


NO_CORRECTION = DepthCorrection()


@dataclass(frozen=True, slots=True)
class DepthFit:
    """A correction with its errors at the walls it came from, before and after, in millimetres."""

    correction: DepthCorrection
    true_mm: tuple[float, ...]
    before_mm: tuple[float, ...]
    after_mm: tuple[float, ...]


def fit_depth_correction(true_mm: Sequence[float], measured_mm: Sequence[float]) -> DepthFit:
    """The correction from at least three walls.

    Parameters
    ----------
    true_mm, measured_mm : of the same walls, from the camera's depth origin straight to the wall

    Raises
    ------
    CalibrationError : too few or too similar distances, or distances that do not fit together
    """
    true, measured = np.array(true_mm, dtype=np.float64), np.array(measured_mm, dtype=np.float64)
    _refuse_poor(true, measured)
    # Errors of z grow with z squared in both, so 1/z is what has even errors.
    a, c = np.linalg.lstsq(np.column_stack([1 / measured, np.ones(len(true))]), 1 / true, rcond=None)[0]
    correction = DepthCorrection(float(a), float(c))
    after = measured / (correction.a + correction.c_per_mm * measured) - true
    worst = int(np.argmax(np.abs(after) / true))
    if abs(after[worst]) > MOST_RESIDUAL_SHARE * true[worst]:
        raise CalibrationError(
            f"the wall at {true[worst]:g} mm is still {after[worst]:+.1f} mm off after the correction; "
            "measure that distance again."
        )
    return DepthFit(correction, _numbers(true), _numbers(measured - true), _numbers(after))


def _refuse_poor(true: Floats, measured: Floats) -> None:
    if len(true) != len(measured) or len(true) < LEAST_DISTANCES:
        raise CalibrationError(
            f"{len(true)} distances for {len(measured)} walls were given; {LEAST_DISTANCES} walls or more are needed."
        )
    if not (np.isfinite([true, measured]).all() and min(true.min(), measured.min()) > 0):
        raise CalibrationError(f"the distances {true} and {measured} are not all above 0 mm; measure them again.")
    if true.max() < LEAST_SPAN * true.min():
        raise CalibrationError(
            f"the walls are at {true.min():g} to {true.max():g} mm; spread them, such as 800, 1300 and 2000 mm."
        )


def _numbers(values: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
