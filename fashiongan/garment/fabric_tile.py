"""The plain cloth of a picture: its flattest patch, without light and shadow, made to repeat without seams.

Source: the cut through the overlap follows Efros and Freeman, Image Quilting, 2001; here a patch meets itself.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates, uniform_filter

from fashiongan.attributes import Pattern as Print
from fashiongan.body.model import Floats
from fashiongan.garment.curves import Points

# Sides of patches that are tried, as shares of the garment's width, and how much worse a larger one may be.
SIDES, SMALLEST_PX, AS_FLAT = (0.55, 0.42, 0.32, 0.22, 0.14), 8, 1.6
FLAT_ENOUGH = 4.0
# What another colour than most of the garment counts, beside unevenness.
STRANGENESS = 0.3
# What repeats, and what stands alone on plain cloth.
PLAIN_PRINTS = (Print.SOLID, Print.GRAPHIC, Print.BLOCK, None)
OVERLAP_SHARE, SHORTEST_PERIOD = 0.16, 0.55
SHADE_SIGMA_SHARE, STRONGEST_GAIN = 0.3, 1.5
# Of printed cloth shading is what is coarser than such a part of the patch.
SHADE_PART = 12
# What is coarser than this share of a plain patch is a fold; what stands out by more standard deviations, or levels, is
# a speck or a crease.
FOLD_SIGMA_SHARE, MOST_WEAVE, DEEPEST_WEAVE = 0.03, 2.0, 9.0
# Half the width over which the cut is softened; how much more, in levels, a period may misfit if it is longer.
FEATHER_PX, LONGER_IS_BETTER = 1.0, 0.3


@dataclass(frozen=True)
class FabricTile:
    """(h, w, 3) sRGB that repeats; px_per_mm : its scale."""

    rgb: Floats
    px_per_mm: float

    def at(self, places_mm: Points) -> Floats:
        """(..., 3) colours of (..., 2) places, y up."""
        x, y = places_mm[..., 0] * self.px_per_mm, -places_mm[..., 1] * self.px_per_mm
        channels = [map_coordinates(self.rgb[..., c], [y, x], order=1, mode="grid-wrap") for c in range(3)]
        return np.stack(channels, axis=-1)


def fabric_tile(
    rgb: NDArray[np.uint8], inside: NDArray[np.bool_], width_px: float, px_per_mm: float, print_: Print | None
) -> FabricTile:
    """Cut it.

    Parameters
    ----------
    rgb : (H, W, 3); inside : (H, W) where there is nothing but cloth; width_px : of the garment
    """
    row, column, side = _flattest(rgb.astype(np.float64), inside, width_px, print_)
    if not side:
        return FabricTile(np.median(rgb[inside], axis=0)[None, None], px_per_mm)
    patch = rgb[row : row + side, column : column + side].astype(np.float64)
    patch = _without_folds(patch) if print_ in PLAIN_PRINTS else _evenly_lit(patch)
    usual = np.median(rgb[inside], axis=0) if print_ in PLAIN_PRINTS else rgb[inside].mean(0)
    return FabricTile(_as_bright(repeating(patch), float(usual.mean())), px_per_mm)


def repeating(patch: Floats) -> Floats:
    """(h, w, 3) of a larger patch that goes on from each edge to the opposite one."""
    across = _closed(patch)
    return np.ascontiguousarray(_closed(across.transpose(1, 0, 2)).transpose(1, 0, 2))


def _flattest(rgb: Floats, inside: NDArray[np.bool_], width_px: float, print_: Print | None) -> tuple[int, int, int]:
    """Corner and side of a large patch with little light and shadow in it; side 0 if none is inside."""
    usual = np.median(rgb[inside], axis=0)
    found: list[tuple[float, tuple[int, int, int]]] = []
    for share in SIDES:
        side = round(share * width_px)
        whole = _holds(inside, side)
        if side >= SMALLEST_PX and whole.any():
            strange = np.abs(uniform_filter(rgb, (side, side, 1)) - usual).sum(-1)
            uneven = _unevenness(rgb, side, print_ in PLAIN_PRINTS) + STRANGENESS * strange
            uneven = np.where(whole, uneven, np.inf)
            row, column = np.unravel_index(uneven.argmin(), uneven.shape)
            found.append((float(uneven.min()), (int(row) - side // 2, int(column) - side // 2, side)))
    if not found:
        return 0, 0, 0
    best = max(min(score for score, _ in found) * AS_FLAT, FLAT_ENOUGH)
    return next(place for score, place in found if score <= best)


def _holds(inside: NDArray[np.bool_], side: int) -> NDArray[np.bool_]:
    """(H, W) where the square about a pixel lies in the cloth."""
    padded = np.pad(inside, side).astype(np.uint8)
    return np.asarray(cv2.erode(padded, np.ones((side, side), np.uint8))[side:-side, side:-side] > 0)


def _unevenness(rgb: Floats, side: int, plain: bool) -> Floats:
    """(H, W) standard deviation in the square about each pixel: of the shading, on plain cloth of all there is."""
    seen = rgb if plain else gaussian_filter(rgb, (side / SHADE_PART, side / SHADE_PART, 0))
    mean = uniform_filter(seen, (side, side, 1))
    variance = uniform_filter(seen**2, (side, side, 1)) - mean**2
    return np.asarray(np.sqrt(np.maximum(variance, 0).sum(-1)))


def _evenly_lit(patch: Floats) -> Floats:
    light = patch.mean(-1)
    low = gaussian_filter(light, SHADE_SIGMA_SHARE * len(patch), mode="reflect")
    gain = np.clip(light.mean() / np.maximum(low, 1), 1 / STRONGEST_GAIN, STRONGEST_GAIN)
    return np.asarray((patch * gain[..., None]).clip(0, 255))


def _without_folds(patch: Floats) -> Floats:
    """Of plain cloth only the weave stays: folds and specks that come again with every tile are seen from afar."""
    sigma = max(FOLD_SIGMA_SHARE * len(patch), 1.0)
    weave = patch - gaussian_filter(patch, (sigma, sigma, 0), mode="reflect")
    most = np.minimum(MOST_WEAVE * weave.std((0, 1)), DEEPEST_WEAVE)
    return np.asarray((np.median(patch, axis=(0, 1)) + weave.clip(-most, most)).clip(0, 255))


def _as_bright(tile: Floats, level: float) -> Floats:
    """A patch in the shade is made as bright as the garment mostly is."""
    gain = np.clip(level / max(float(tile.mean()), 1.0), 1 / STRONGEST_GAIN, STRONGEST_GAIN)
    return np.asarray((tile * gain).clip(0, 255))


def _closed(patch: Floats) -> Floats:
    """(h, w, 3) to (h, period, 3): the right edge goes on at the left one, cut through what both have in common."""
    width = patch.shape[1]
    overlap = max(2, round(OVERLAP_SHARE * width))
    periods = np.arange(max(overlap + 1, int(SHORTEST_PERIOD * width)), width - overlap + 1)
    start = patch[:, :overlap]
    misfit = [np.abs(patch[:, period : period + overlap] - start).mean() for period in periods]
    bonus = LONGER_IS_BETTER * (periods[-1] - periods) / max(periods[-1], 1)
    period = int(periods[np.argmin(np.array(misfit) * (1 + bonus) + bonus)])
    follows = patch[:, period : period + overlap]
    cut = _cheapest_cut(((follows - start) ** 2).sum(-1))
    to_start = np.clip((np.arange(overlap)[None] - cut[:, None]) / (2 * FEATHER_PX) + 0.5, 0, 1)
    to_start[:, 0] = 0
    mixed = follows + to_start[..., None] * (start - follows)
    return np.concatenate([mixed, patch[:, overlap:period]], axis=1)


def _cheapest_cut(cost: Floats) -> Floats:
    """(h,) the column of a downward path with the least cost through (h, w)."""
    total = cost.copy()
    for row in range(1, len(cost)):
        before = np.pad(total[row - 1], 1, constant_values=np.inf)
        total[row] += np.minimum(np.minimum(before[:-2], before[1:-1]), before[2:])
    path = np.zeros(len(cost))
    column = int(total[-1].argmin())
    for row in range(len(cost) - 1, -1, -1):
        low = max(column - 1, 0)
        column = low + int(total[row, low : column + 2].argmin()) if row < len(cost) - 1 else column
        path[row] = column
    return path
