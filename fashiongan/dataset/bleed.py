"""Colour for the pixels that have none: under transparent ones it is not meaningful, and must not come in at edges."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter

# Below this alpha a pixel shows more of what was behind the garment than of the garment.
MOSTLY_OPAQUE = 128
# The nearest colours alone would run outwards in hard streaks.
SOFTENING_PX = 4.0


def bled(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W, 4) to (H, W, 3): the garment's colour led on outwards, softly, from the pixels that are mostly opaque."""
    outside = rgba[..., 3] < MOSTLY_OPAQUE
    if outside.all() or not outside.any():
        return rgba[..., :3]
    nearest = distance_transform_edt(outside, return_distances=False, return_indices=True)
    led_on = rgba[..., :3][tuple(nearest)]
    soft = gaussian_filter(led_on, (SOFTENING_PX, SOFTENING_PX, 0))
    return np.where(outside[..., None], soft, led_on)
