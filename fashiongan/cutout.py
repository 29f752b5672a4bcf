"""Tidying a cut-out: one garment without crumbs beside it or pinholes in it."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_fill_holes, center_of_mass, distance_transform_edt, label

OPAQUE = 128
# Of the garment's area. A larger hole at the side may be the space under an arm, in the middle that between two legs.
MAX_PINHOLE, MAX_MIDDLE_HOLE = 0.01, 0.06
# The middle: this share of the garment's width to both sides of its centre line.
MIDDLE = 0.2


def tidy(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Keep the largest part and fill its pinholes from the cloth around them: (H, W, 4) to (H, W, 4).

    A picture without an opaque pixel is returned as it is.
    """
    parts, count = label(rgba[..., 3] > OPAQUE)
    if count == 0:
        return rgba
    main = parts == np.bincount(parts.ravel())[1:].argmax() + 1
    holes = _pinholes(main)
    near = distance_transform_edt(~main, return_distances=False, return_indices=True)
    made = np.where((rgba[..., 3] > OPAQUE)[..., None] & ~main[..., None], 0, rgba).astype(np.uint8)
    made[holes] = made[tuple(near)][holes]
    made[holes, 3] = 255
    soft_edge = distance_transform_edt(~main) <= 2
    made[~main & ~soft_edge & ~holes, 3] = 0
    return made


def _pinholes(main: NDArray[np.bool_]) -> NDArray[np.bool_]:
    holes, count = label(binary_fill_holes(main) & ~main)
    if count == 0:
        return np.zeros_like(main)
    columns = np.flatnonzero(main.any(0))
    centre, width = (columns[0] + columns[-1]) / 2, np.ptp(columns) + 1
    numbers = np.arange(1, count + 1)
    size = np.bincount(holes.ravel(), minlength=count + 1)[1:] / main.sum()
    middles = np.array(center_of_mass(holes > 0, holes, numbers)).reshape(-1, 2)
    aside = np.abs(middles[:, 1] - centre) / width
    return np.isin(holes, numbers[size <= np.where(aside < MIDDLE, MAX_MIDDLE_HOLE, MAX_PINHOLE)])
