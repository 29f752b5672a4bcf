"""Moving a picture's colours to those that were asked for, with its light and shade kept."""

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import Pattern
from fashiongan.color import Color, lab_from_rgb, rgb_from_lab
from fashiongan.dataset.colors import GarmentColors, cloth_lab, measure_colors, two_colors
from fashiongan.errors import DatasetError
from fashiongan.image import GarmentImage

Lab = NDArray[np.float64]
CLOTH_LIGHTNESS = (10.0, 90.0)
# Clusters nearer than this, or so uneven, are one cloth.
MIN_DELTA_E, MAX_SHARE = 4.0, 0.97
# Up to here neither of two colours is plainly the main one.
EVEN_SHARE = 0.6


def match_colors(rgba: NDArray[np.uint8], pattern: Pattern, main: Color, second: Color) -> NDArray[np.uint8]:
    """Shift a garment's two colours in CIELAB to those wanted, which may be equal: (H, W, 4) to (H, W, 4).

    Each pixel moves with the colour that it is nearer to, so what lies between two colours stays between them. A
    network follows a colour closely where there is much cloth of it to learn from; this settles the rest. White and
    black stop where cloth in a photo does, or no light and shade would be left. Alpha is kept; a picture without an
    opaque pixel is returned as it is.
    """
    wanted = _as_cloth(main), _as_cloth(second)
    one_color = pattern is Pattern.SOLID or main == second
    try:
        cloth = cloth_lab(rgba)
    except DatasetError:
        return rgba
    lab = lab_from_rgb(rgba[..., :3])
    pair = None if one_color else two_colors(cloth)
    if pair is None or _distance(pair.main_lab, pair.second_lab) < MIN_DELTA_E or pair.main_share > MAX_SHARE:
        moved = lab + wanted[0] - np.median(cloth, axis=0)
    else:
        found = _paired(pair, wanted)
        share = _share_of_first(lab, *found)[..., None]
        moved = lab + share * (wanted[0] - found[0]) + (1 - share) * (wanted[1] - found[1])
    return np.concatenate([rgb_from_lab(moved), rgba[..., 3:]], axis=-1)


def shown_colors(image: GarmentImage) -> tuple[Color, Color]:
    """The two colours that a picture shows, equal where it shows one; what it was asked for if nothing is opaque."""
    assert image.attributes.pattern is not None
    try:
        found = measure_colors(image.rgba, image.attributes.pattern)
    except DatasetError:
        main, second = image.attributes.colors
        return main, second
    return Color.from_lab(found.main_lab), Color.from_lab(found.second_lab)


def _paired(found: GarmentColors, wanted: tuple[Lab, Lab]) -> tuple[Lab, Lab]:
    """The found colours in the order of the wanted ones: the larger first, unless both cover about the same and move
    less the other way round."""
    straight, crossed = (found.main_lab, found.second_lab), (found.second_lab, found.main_lab)
    if found.main_share > EVEN_SHARE:
        return straight
    return min(straight, crossed, key=lambda pair: sum(_distance(a, b) for a, b in zip(pair, wanted, strict=True)))


def _distance(first: Lab, second: Lab) -> float:
    return float(np.linalg.norm(first - second))


def _as_cloth(color: Color) -> Lab:
    lab = color.lab
    return np.array([np.clip(lab[0], *CLOTH_LIGHTNESS), lab[1], lab[2]])


def _share_of_first(lab: Lab, first: Lab, second: Lab) -> Lab:
    """(H, W) 1 at the first colour, 0 at the second."""
    between = first - second
    return np.clip((lab - second) @ between / max(float(between @ between), 1e-6), 0, 1)
