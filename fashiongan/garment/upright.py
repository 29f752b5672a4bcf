"""A garment's picture made ready to be read: specks and hanger hooks taken off, turned upright about its own middle."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.errors import GarmentError

Mask = NDArray[np.bool_]
OPAQUE = 128
MIN_ROWS_PX, MIN_AREA_SHARE = 16, 0.004
# What is narrower than this share of the garment is a hook, a thread or a label.
HOOK_SHARE = 0.018
# Hangers are black, and cloth that is lighter hangs on them; as shares of the garment, they reach so far down, are seen
# so wide, and are half so thick.
HANGER_LIGHT, CLOTH_LIGHT, HANGER_DEEP, HANGER_SHARE, HANGER_THICK = 80, 115, 0.2, 0.04, 0.026
STEEPEST_DEG, SMALLEST_TURN_DEG, TURN_GAIN = 24, 3.0, 0.015
_SYMMETRY_PX = 96


@dataclass(frozen=True)
class Upright:
    """A garment in front view, its middle line upright. Pixels: x to the right, y down.

    rgba : (H, W, 4) sRGB; mask : (H, W) where the garment is; axis : x of its middle line
    """

    rgba: NDArray[np.uint8]
    mask: Mask
    axis: float

    def column_tops(self) -> Floats:
        """(W,) the highest row of the garment in every column, H where there is none."""
        return np.where(self.mask.any(0), self.mask.argmax(0), len(self.mask)).astype(np.float64)

    def column_bottoms(self) -> Floats:
        """(W,) the row below the lowest of the garment in every column, 0 where there is none."""
        below = len(self.mask) - self.mask[::-1].argmax(0)
        return np.where(self.mask.any(0), below, 0).astype(np.float64)

    def edges(self) -> tuple[Floats, Floats]:
        """(H,) left and right end of what lies on the middle line in every row, or next to it; NaN in empty rows."""
        left, right = np.full(len(self.mask), np.nan), np.full(len(self.mask), np.nan)
        for row in np.flatnonzero(self.mask.any(1)):
            inside = np.flatnonzero(self.mask[row])
            pieces = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1)
            near = min(pieces, key=lambda one: max(one[0] - self.axis, self.axis - one[-1], 0))
            left[row], right[row] = near[0], near[-1] + 1
        return left, right


def upright(rgba: NDArray[np.uint8]) -> Upright:
    """Clean and straighten a cut-out picture: (H, W, 4).

    Raises
    ------
    GarmentError : the picture shows no garment
    """
    mask = _cleaned(rgba[..., 3] > OPAQUE)
    if mask.any():
        mask = _cleaned(mask & ~_hanger(rgba, mask))
    share, rows = mask.mean(), np.count_nonzero(mask.any(1))
    if share < MIN_AREA_SHARE or rows < MIN_ROWS_PX:
        raise GarmentError(
            f"The picture shows no garment: its largest part covers {100 * share:.1f} % of it in {rows} rows, and at "
            f"least {100 * MIN_AREA_SHARE:.1f} % in {MIN_ROWS_PX} rows can be read; take another picture."
        )
    turn_deg, axis = _middle_line(mask)
    if turn_deg:
        rgba, mask = _turned(rgba, turn_deg), _turned(mask.astype(np.uint8) * 255, turn_deg) > OPAQUE
        axis = _symmetry(mask)[1]
    return Upright(rgba, mask, axis)


def _cleaned(mask: Mask) -> Mask:
    """The largest piece, without what is as thin as a hook."""
    if not mask.any():
        return mask
    rows = np.flatnonzero(mask.any(1))
    width = max(3, round(HOOK_SHARE * (rows[-1] - rows[0])) | 1)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (width, width))
    padded = np.pad(mask, width).astype(np.uint8)
    opened = _largest(cv2.morphologyEx(padded, cv2.MORPH_OPEN, disc) > 0)
    # Opening rounds corners, and corners are what is read.
    with_corners = cv2.dilate(opened.astype(np.uint8), disc) & padded
    return np.asarray(with_corners[width:-width, width:-width] > 0)


def _hanger(rgba: NDArray[np.uint8], mask: Mask) -> Mask:
    """What stands up black and thin at the top of a garment of another colour."""
    light, rows = rgba[..., :3].max(-1), np.flatnonzero(mask.any(1))
    if np.median(light[mask]) < CLOTH_LIGHT:
        return np.zeros_like(mask)
    black = (mask & (light < HANGER_LIGHT)).astype(np.uint8)
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(black)
    highest = mask & ~np.pad(mask, ((1, 0), (0, 0)))[:-1]
    standing = np.bincount(pieces[highest], minlength=count) >= HANGER_SHARE * np.count_nonzero(mask.any(0))
    ends = stats[:, cv2.CC_STAT_TOP] + stats[:, cv2.CC_STAT_HEIGHT]
    thick = np.zeros(count)
    np.maximum.at(thick, pieces, cv2.distanceTransform(black, cv2.DIST_L2, 3))
    found = standing & (ends < rows[0] + HANGER_DEEP * len(rows)) & (thick < HANGER_THICK * len(rows))
    found[0] = False
    return np.asarray(found[pieces])


def _largest(mask: Mask) -> Mask:
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    if count < 2:
        return mask
    return np.asarray(pieces == 1 + stats[1:, cv2.CC_STAT_AREA].argmax())


def _middle_line(mask: Mask) -> tuple[float, float]:
    """How far to turn the garment, degrees, so that its halves match best, and x of its middle line."""
    small, scale = _small(mask)
    plain, axis = _symmetry(small)
    turns = [turn for turn in range(-STEEPEST_DEG, STEEPEST_DEG + 1) if abs(turn) >= SMALLEST_TURN_DEG]
    grey = small.astype(np.uint8) * 255
    scores = [_symmetry(_turned(grey, turn) > OPAQUE)[0] - TURN_GAIN * abs(turn) / STEEPEST_DEG for turn in turns]
    best = int(np.argmax(scores))
    if scores[best] < plain + TURN_GAIN:
        return 0.0, axis / scale
    return float(turns[best]), axis / scale


def _small(mask: Mask) -> tuple[Mask, float]:
    scale = _SYMMETRY_PX / max(mask.shape)
    size = (round(mask.shape[1] * scale), round(mask.shape[0] * scale))
    return cv2.resize(mask.astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA) > OPAQUE, scale


def _symmetry(mask: Mask) -> tuple[float, float]:
    """How well the best mirror image about an upright line covers the garment (IoU), and x of that line."""
    width = mask.shape[1]
    spectrum = np.fft.rfft(mask, 2 * width, axis=1)
    # Overlap of the rows with themselves mirrored about every half column.
    overlap = np.fft.irfft(spectrum**2, 2 * width, axis=1).sum(0)
    best = int(overlap.argmax())
    area = 2 * mask.sum() - overlap[best]
    return float(overlap[best] / max(area, 1)), (best + 1) / 2


def _turned(picture: NDArray[np.uint8], turn_deg: float) -> NDArray[np.uint8]:
    """Turned about its centre, on a square that holds every corner; colours are not mixed with those of the ground."""
    height, width = picture.shape[:2]
    side = int(np.ceil(np.hypot(height, width)))
    place = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), turn_deg, 1.0)
    place[:, 2] += [(side - width) / 2, (side - height) / 2]
    if picture.ndim == 2:
        return np.asarray(cv2.warpAffine(picture, place, (side, side)))
    alpha = picture[..., 3:].astype(np.float32) / 255
    mixed = cv2.warpAffine(np.concatenate([picture[..., :3] * alpha, alpha], axis=2), place, (side, side))
    color = mixed[..., :3] / np.maximum(mixed[..., 3:], 1e-3)
    turned = np.concatenate([color, 255 * mixed[..., 3:]], axis=2)
    return np.asarray(np.rint(turned).clip(0, 255).astype(np.uint8))
