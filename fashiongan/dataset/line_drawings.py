"""Line drawings of a garment, of several kinds, as lines one pixel wide: outlines from its alpha, inner lines from its
colours.

Sources: Canny, A Computational Approach to Edge Detection (1986); Winnemöller et al., XDoG (2012), section 2.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.dataset.thinning import Lines, thinned

OUTLINES = ("exact", "smooth", "angular")
INNER_KINDS = ("fine", "coarse", "xdog", "strong")
LAYERS = (*OUTLINES, *INNER_KINDS)
OPAQUE = 128
# Inner lines nearer to the outline than this are the outline seen twice.
RIM_PX = 3
SMOOTH_SIGMA_PX, ANGULAR_PX = 4.0, 3.0
# Blur before the edges are looked for, and what share of the strongest gradients must be reached to begin and go on.
FINE, COARSE, STRONG = (1.0, 0.94, 0.84), (1.8, 0.94, 0.84), (2.4, 0.95, 0.82)
LEAST_STRONG_PX, LEAST_COARSE_PX, LEAST_FINE_PX = 36, 18, 8
XDOG_SIGMA_PX, XDOG_RATIO, XDOG_SHARPNESS, XDOG_DARK = 1.4, 1.6, 0.98, -0.1
# Contrast is measured over this width, so that a seam in plain cloth counts as much as the rim of a print; contrast
# below the least (of 0-255) is noise.
CONTRAST_PX, LEAST_CONTRAST = 14.0, 5.0

Grey = NDArray[np.float32]


def line_layers(rgba: NDArray[np.uint8]) -> Lines:
    """(S, S, 4) garment to (7, S, S) lines, in the order of LAYERS. One without an opaque pixel has no lines."""
    mask = rgba[..., 3] > OPAQUE
    outlines = [outline(mask), outline(_smoothed(mask)), _angular(mask)]
    within = cv2.erode(mask.astype(np.uint8), np.ones((2 * RIM_PX + 1,) * 2, np.uint8), borderValue=0) > 0
    grey = _evened(_grey(rgba, mask))
    inner = [
        _long(_edges(grey, within, *FINE), LEAST_FINE_PX),
        _long(_edges(grey, within, *COARSE), LEAST_COARSE_PX),
        _long(_xdog(grey) & within, LEAST_FINE_PX),
        _long(_edges(grey, within, *STRONG), LEAST_STRONG_PX),
    ]
    return np.stack([*outlines, *inner])


def outline(mask: Lines) -> Lines:
    """The innermost ring of pixels of an (S, S) mask, one pixel wide."""
    inside = cv2.erode(mask.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3)), borderValue=0) > 0
    return np.asarray(mask & ~inside)


def _smoothed(mask: Lines) -> Lines:
    """The mask with its corners and wrinkles rounded, as a quick hand draws them."""
    return np.asarray(cv2.GaussianBlur(mask.astype(np.float32), (0, 0), SMOOTH_SIGMA_PX) > 0.5)


def _angular(mask: Lines) -> Lines:
    """The outline as a chain of straight strokes."""
    drawn = np.zeros(mask.shape, np.uint8)
    contours, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    strokes = [cv2.approxPolyDP(contour, ANGULAR_PX, True) for contour in contours if len(contour) > LEAST_STRONG_PX]
    cv2.polylines(drawn, strokes, True, 1)
    return drawn > 0


def _grey(rgba: NDArray[np.uint8], mask: Lines) -> Grey:
    """Lightness with the ground filled from the garment's edge, so that the ground makes no lines of its own."""
    lightness = cv2.cvtColor(np.ascontiguousarray(rgba[..., :3]), cv2.COLOR_RGB2LAB)[..., 0].astype(np.float32)
    weight = mask.astype(np.float32)
    spread = cv2.GaussianBlur(lightness * weight, (0, 0), RIM_PX) / (cv2.GaussianBlur(weight, (0, 0), RIM_PX) + 1e-6)
    return np.asarray(np.where(mask, lightness, spread), np.float32)


def _evened(grey: Grey) -> Grey:
    """The same picture with about as much contrast everywhere."""
    apart = grey - cv2.GaussianBlur(grey, (0, 0), CONTRAST_PX)
    contrast = np.sqrt(cv2.GaussianBlur(apart**2, (0, 0), CONTRAST_PX))
    return np.asarray(apart / (contrast + LEAST_CONTRAST), np.float32)


def _edges(grey: Grey, within: Lines, sigma_px: float, strong: float, weak: float) -> Lines:
    """Canny edges whose thresholds are quantiles of the garment's own gradients."""
    if not within.any():
        return np.zeros_like(within)
    blurred = cv2.GaussianBlur(grey, (0, 0), sigma_px)
    # Canny takes whole numbers.
    dx, dy = ((cv2.Sobel(blurred, cv2.CV_32F, x, 1 - x) * 500).astype(np.int16) for x in (1, 0))
    high, low = np.quantile((np.abs(dx) + np.abs(dy))[within], (strong, weak))
    return np.asarray((cv2.Canny(dx, dy, float(low), float(high)) > 0) & within)


def _xdog(grey: Grey) -> Lines:
    """Middles of the dark lines that a difference of Gaussians finds."""
    fine = cv2.GaussianBlur(grey, (0, 0), XDOG_SIGMA_PX)
    coarse = cv2.GaussianBlur(grey, (0, 0), XDOG_SIGMA_PX * XDOG_RATIO)
    return thinned(fine - XDOG_SHARPNESS * coarse < XDOG_DARK)


def _long(lines: Lines, least_px: int) -> Lines:
    """Connected lines of so many pixels and more."""
    _, parts, stats, _ = cv2.connectedComponentsWithStats(lines.astype(np.uint8), connectivity=8)
    keep = stats[:, cv2.CC_STAT_AREA] >= least_px
    keep[0] = False
    return np.asarray(keep[parts])
