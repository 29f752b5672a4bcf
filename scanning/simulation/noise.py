"""What sensors make of true depth: stereo (Intel D435), structured light (Kinect v1), time of flight (Azure Kinect).

Every model takes (H, W) true depth in millimetres, 0 where nothing is, and the cosine between view ray and surface
normal, and gives uint16 millimetres, 0 where the sensor sees nothing.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Depth = NDArray[np.float32]
Noise = Callable[[Depth, Depth, np.random.Generator], NDArray[np.uint16]]

D435_FOCAL_PX, D435_BASELINE_MM = 385.0, 50.0
D435_SUBPIXEL, D435_STEPS = 0.08, 32
# Block matching smears noise over some pixels, and repeats a part of it in every frame.
D435_CORRELATION_PX, D435_FIXED_SHARE = 2.0, 0.3
D435_DROPOUT, D435_GRAZING = 0.01, 0.2
KINECT_V1_FOCAL_PX = 585.0
TOF_FOCAL_PX = 504.0
TOF_SPREAD_MM, TOF_AT_MM, TOF_FLYING = 2.0, 1500.0, 0.5
# Bias: within so much at that distance, between nodes of a grid over the image; more where slanted; at most.
TOF_BIAS_MM, TOF_BIAS_GRID, TOF_SLANT_MM, TOF_MOST_BIAS_MM = 5.0, (4, 4), 1.0, 11.0
EDGE_MM = 50.0


class StereoNoise:
    """Intel D435: noise, correlated and partly fixed, and steps of 1/32 px in disparity; edges and grazing lost.

    The fixed part comes from how the projected pattern lies on the scene: it stays while nothing moves, so one instance
    is one view.
    """

    def __init__(self, random: np.random.Generator, focal_px: float = D435_FOCAL_PX) -> None:
        self._focal_baseline = focal_px * D435_BASELINE_MM
        self._random = random
        self._fixed: Depth | None = None

    def __call__(self, depth_mm: Depth, cosine: Depth, random: np.random.Generator) -> NDArray[np.uint16]:
        if self._fixed is None:
            self._fixed = _smooth_noise(depth_mm.shape, self._random) * np.float32(np.sqrt(D435_FIXED_SHARE))
        moving = _smooth_noise(depth_mm.shape, random) * np.float32(np.sqrt(1 - D435_FIXED_SHARE))
        seen = depth_mm > 0
        disparity = np.divide(self._focal_baseline, depth_mm, out=np.zeros_like(depth_mm), where=seen)
        disparity = np.round((disparity + D435_SUBPIXEL * (self._fixed + moving)) * D435_STEPS) / D435_STEPS
        seen &= (disparity > 0) & (random.random(depth_mm.shape, np.float32) > D435_DROPOUT)
        seen &= (_jump(depth_mm) < EDGE_MM) & (cosine > D435_GRAZING)
        return _rounded(np.divide(self._focal_baseline, disparity, out=np.zeros_like(depth_mm), where=seen))


def kinect_v1_noise(depth_mm: Depth, cosine: Depth, random: np.random.Generator) -> NDArray[np.uint16]:
    """Kinect v1: axial noise that grows with distance and slant, lateral noise of about a pixel.

    Source: Nguyen, Izadi, Lovell, Modeling Kinect Sensor Noise, 3DIMPVT 2012, equations 1 to 3.
    """
    height, width = depth_mm.shape
    angle = np.arccos(np.clip(cosine, 0.02, 1))
    lateral = 0.8 + 0.035 * angle / (np.pi / 2 - angle)
    rows = np.arange(height)[:, None] + lateral * random.standard_normal(depth_mm.shape, np.float32)
    columns = np.arange(width) + lateral * random.standard_normal(depth_mm.shape, np.float32)
    v, u = (np.clip(np.rint(at), 0, limit - 1).astype(int) for at, limit in ((rows, height), (columns, width)))
    z, slant = depth_mm[v, u], angle[v, u]
    axial = 1.2 + 1.9 * (z / 1000 - 0.4) ** 2
    steep = slant > np.pi / 3
    extra = 0.1 / np.sqrt(np.maximum(z, 100) / 1000) * slant**2 / (np.pi / 2 - slant) ** 2
    axial = axial + np.where(steep, extra, 0)
    return _rounded(np.where(z > 0, z + axial * random.standard_normal(z.shape, np.float32), 0))


class TimeOfFlightNoise:
    """Azure Kinect: noise that grows with distance squared and slant; at edges, pixels fly between near and far.

    Its bias is smooth over the image and stays with a camera, so one instance is one camera; it grows with the
    distance, and a little where surfaces slant.

    Source: spread and most bias after Toelgyessy et al., Evaluation of the Azure Kinect, Sensors 2021.
    """

    def __init__(self, random: np.random.Generator) -> None:
        self._coarse_bias = random.uniform(-TOF_BIAS_MM, TOF_BIAS_MM, TOF_BIAS_GRID).astype(np.float32)

    def __call__(self, depth_mm: Depth, cosine: Depth, random: np.random.Generator) -> NDArray[np.uint16]:
        spread = TOF_SPREAD_MM * (depth_mm / TOF_AT_MM) ** 2 / np.clip(cosine, 0.2, 1)
        moving = spread * random.standard_normal(depth_mm.shape, np.float32)
        measured = depth_mm + self.bias_mm(depth_mm, cosine) + moving
        filled = np.where(depth_mm > 0, depth_mm, depth_mm.max() + 1000)
        far, near = cv2.dilate(filled, np.ones((3, 3))), cv2.erode(filled, np.ones((3, 3)))
        flying = (far - near > EDGE_MM) & (random.random(depth_mm.shape, np.float32) < TOF_FLYING)
        between = near + (far - near) * random.random(depth_mm.shape, np.float32)
        return _rounded(np.where(flying, between, np.where(depth_mm > 0, measured, 0)))

    def bias_mm(self, depth_mm: Depth, cosine: Depth) -> Depth:
        """(H, W) what every frame of this camera says too much."""
        height, width = depth_mm.shape
        field = cv2.resize(self._coarse_bias, (width, height), interpolation=cv2.INTER_LINEAR)
        slant = TOF_SLANT_MM * (1 / np.clip(cosine, 0.3, 1) - 1)
        return np.asarray(np.clip(field * depth_mm / TOF_AT_MM + slant, -TOF_MOST_BIAS_MM, TOF_MOST_BIAS_MM))


def no_noise(depth_mm: Depth, cosine: Depth, random: np.random.Generator) -> NDArray[np.uint16]:
    """A perfect sensor with millimetre steps."""
    return _rounded(depth_mm)


def _smooth_noise(shape: tuple[int, ...], random: np.random.Generator) -> Depth:
    """(H, W) of spread 1, correlated over some pixels."""
    sigma = D435_CORRELATION_PX
    field = cv2.GaussianBlur(random.standard_normal(shape, np.float32), (0, 0), sigma)
    # A Gaussian of that sigma leaves 1 / (2 sqrt(pi) sigma) of white noise's spread.
    return np.asarray(field * np.float32(2 * np.sqrt(np.pi) * sigma))


def _jump(depth_mm: Depth) -> Depth:
    filled = np.where(depth_mm > 0, depth_mm, np.float32(99_000))
    return np.asarray(cv2.dilate(filled, np.ones((3, 3))) - cv2.erode(filled, np.ones((3, 3))))


def _rounded(depth_mm: Depth) -> NDArray[np.uint16]:
    return np.clip(np.rint(depth_mm), 0, 65535).astype(np.uint16)
