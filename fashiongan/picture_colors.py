"""The colours of any picture's garment or fabric: its one or two main ones, and the one at a point."""

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.vq import kmeans2

from fashiongan.color import Color, lab_from_rgb
from fashiongan.dataset.colors import GarmentColors, cloth_lab, two_colors
from fashiongan.errors import DatasetError, ImageError
from fashiongan.generator.style_picture import StylePicture

Lab = NDArray[np.float64]
# A second colour covers this share and differs by so much; lightness, which shade changes too, counts for less. So 92 %
# of solid garments have one colour, and 62 % of striped, checked, dotted and blocked ones two.
LEAST_SECOND_SHARE, LEAST_DIFFERENCE, WEIGHTS = 0.1, 18.0, np.array([0.7, 1.0, 1.0])
# Without a plain ground: what the sides show, in so many colours, is ground, unless hardly anything else is left. So
# 94 % of 189 photos on floors, beds and grass give a colour of their garment within 10 units of CIEDE2000.
SIDE_SHARE, SIDE_COLORS, GROUND_REACH, LEAST_CLOTH = 0.06, 4, 12.0, 0.15
_OPAQUE, _POINT_REACH_PX = 200, 1


def main_colors(picture: StylePicture) -> tuple[Color, ...]:
    """The one or two colours of the cloth in a picture, the main one first; its ground does not count.

    Raises
    ------
    ImageError : nothing in it is opaque
    """
    try:
        lab = cloth_lab(picture.rgba) if picture.cut_out else _cloth_before_a_ground(picture.rgba)
    except DatasetError as error:
        raise ImageError(f"{picture.name} shows no cloth, so it has no colour; take another picture.") from error
    pair = two_colors(lab)
    if not _two_cloths(pair):
        return (Color.from_lab(np.median(lab, axis=0)),)
    return Color.from_lab(pair.main_lab), Color.from_lab(pair.second_lab)


def color_at(rgba: NDArray[np.uint8], x_px: int, y_px: int) -> Color | None:
    """The colour of (H, W, 4) at a point, without the grain of a single pixel; None where nothing is opaque."""
    rows, columns = (slice(max(0, at - _POINT_REACH_PX), at + _POINT_REACH_PX + 1) for at in (y_px, x_px))
    near = rgba[rows, columns].reshape(-1, 4)
    seen = near[near[:, 3] > _OPAQUE]
    if not len(seen) or rgba[y_px, x_px, 3] <= _OPAQUE:
        return None
    red, green, blue = (int(one) for one in np.median(seen[:, :3], axis=0))
    return Color(red, green, blue)


def _two_cloths(pair: GarmentColors) -> bool:
    different = float(np.linalg.norm((pair.main_lab - pair.second_lab) * WEIGHTS))
    return 1 - pair.main_share >= LEAST_SECOND_SHARE and different >= LEAST_DIFFERENCE


def _cloth_before_a_ground(rgba: NDArray[np.uint8]) -> Lab:
    """(N, 3) what stands in the middle and is of no colour of the sides; all of the middle where that is too little,
    as in a picture of fabric."""
    lab = lab_from_rgb(rgba[..., :3])
    side = max(1, round(SIDE_SHARE * lab.shape[1]))
    sides = np.concatenate([lab[:, :side], lab[:, -side:]]).reshape(-1, 3)
    grounds, _ = kmeans2(sides, SIDE_COLORS, minit="++", seed=0) if np.ptp(sides, axis=0).max() > 1 else (sides[:1], 0)
    height, width = (length // 6 for length in lab.shape[:2])
    middle = lab[height:-height, width:-width].reshape(-1, 3)[::4]
    far = np.min([np.linalg.norm(middle - ground, axis=1) for ground in grounds], axis=0) > GROUND_REACH
    return middle[far] if far.mean() > LEAST_CLOTH else middle
