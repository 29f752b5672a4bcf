"""Moving a picture's colours to those that were asked for, with its light and shade kept."""

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import Pattern
from fashiongan.color import Color, lab_from_rgb, rgb_from_lab
from fashiongan.dataset.colors import GarmentColors, measure_colors
from fashiongan.errors import DatasetError

CLOTH_LIGHTNESS = (10.0, 90.0)


def match_colors(rgba: NDArray[np.uint8], pattern: Pattern, asked: tuple[Color, ...]) -> NDArray[np.uint8]:
    """Shift the main colour, and the second if it was asked for, in CIELAB: (H, W, 4) to (H, W, 4).

    Each pixel moves with the colour that it is nearer to, so what lies between two colours stays between them. A
    network follows a colour closely where there is much cloth of it to learn from; this settles the rest. White and
    black stop where cloth in a photo does, or no light and shade would be left. Alpha is kept; a picture without an
    opaque pixel is returned as it is.
    """
    if not asked:
        return rgba
    try:
        found = measure_colors(rgba, pattern)
    except DatasetError:
        return rgba
    lab = lab_from_rgb(rgba[..., :3])
    to_main = _as_cloth(asked[0]) - found.main_lab
    to_second = _as_cloth(asked[1]) - found.second_lab if len(asked) == 2 else np.zeros(3)
    share = _share_of_main(lab, found)[..., None]
    moved = rgb_from_lab(lab + share * to_main + (1 - share) * to_second)
    return np.concatenate([moved, rgba[..., 3:]], axis=-1)


def _as_cloth(color: Color) -> NDArray[np.float64]:
    lab = color.lab
    return np.array([np.clip(lab[0], *CLOTH_LIGHTNESS), lab[1], lab[2]])


def _share_of_main(lab: NDArray[np.float64], found: GarmentColors) -> NDArray[np.float64]:
    """(H, W) 1 at the main colour, 0 at the second; 1 everywhere for a garment of one colour."""
    between = found.main_lab - found.second_lab
    length = float(between @ between)
    if length == 0:
        return np.ones(lab.shape[:2])
    return np.clip((lab - found.second_lab) @ between / length, 0, 1)
