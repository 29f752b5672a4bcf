"""Cloth beyond the edges of a picture's silhouette: what lies beside it in its row, mirrored, so that stripes go on."""

import numpy as np
from numpy.typing import NDArray

from fashiongan.dataset.bleed import bled
from fashiongan.garment.upright import Mask

# Mirrored to and fro within a strip of this share of the picture's width.
STRIP_SHARE = 0.06


def led_on(rgb: NDArray[np.uint8], inside: Mask) -> NDArray[np.uint8]:
    """(H, W, 3): the same inside; elsewhere the nearest cloth of the row, or of all where the row has none."""
    made = np.array(bled(np.dstack([rgb, inside.astype(np.uint8) * 255])))[..., :3]
    strip = max(2, round(STRIP_SHARE * rgb.shape[1]))
    for row in np.flatnonzero(inside.any(1)):
        made[row] = rgb[row][_columns(inside[row], strip)]
    return made


def _columns(inside: NDArray[np.bool_], strip: int) -> NDArray[np.int64]:
    """(W,) which column of a row to take for each."""
    every, known = np.arange(len(inside)), np.flatnonzero(inside)
    right = np.clip(np.searchsorted(known, every), 0, len(known) - 1)
    left = np.clip(right - 1, 0, None)
    nearest = np.where(np.abs(known[right] - every) < np.abs(known[left] - every), known[right], known[left])
    away = np.abs(every - nearest)
    deep = strip - np.abs(away % (2 * strip) - strip)
    mirrored = np.clip(nearest + np.sign(nearest - every) * deep, 0, len(inside) - 1)
    return np.where(inside[mirrored], mirrored, nearest).astype(np.int64)
