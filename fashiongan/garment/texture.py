"""The picture on the cloth: each panel takes its own part of the garment in the picture, nothing of the ground."""

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from fashiongan.attributes import BOTTOMS, Category, Closure, Neckline, Sleeve
from fashiongan.attributes import Pattern as Print
from fashiongan.body.model import Floats
from fashiongan.garment.atlas import Atlas
from fashiongan.garment.bottom_marks import BottomMarks, bottom_marks
from fashiongan.garment.curves import Points
from fashiongan.garment.fabric_tile import FabricTile, fabric_tile
from fashiongan.garment.front_plane import LegPlane, TrunkPlane, front_plane
from fashiongan.garment.led_on import led_on
from fashiongan.garment.pattern import Cloth, Panel, Pattern, Side
from fashiongan.garment.placing import Fold
from fashiongan.garment.sleeve_marks import SleeveMarks, sleeve_marks
from fashiongan.garment.top_marks import TopMarks, rough_top_marks, top_marks
from fashiongan.garment.upright import Mask, Upright, upright
from fashiongan.image import GarmentImage

TEXTURE_PX = 1024
# The outermost cloth in a picture is seam, shadow and ground; panels take theirs from inside it.
EDGE_SHARE = 0.014
# So far from the middle line, by the width, buttons and zips with their bands reach.
CLOSURE_SHARE = 0.08
# Below a lapel's roll line there is what is behind it, so far.
ROLL_LINE, ROLL_MM = "roll", 18.0
# These go round at their height; of others the back is cut from the plain cloth.
ALL_ROUND = (Print.STRIPE, Print.BLOCK)
# Across a sleeve, what is used of it, from its outer to its inner side.
_ACROSS = (0.06, 0.9)
_SLEEVES = {Side.LEFT_SLEEVE: True, Side.RIGHT_SLEEVE: False}


class Texture(StrEnum):
    """What the cloth shows: the picture where it shows the panel, or one tile of its fabric everywhere."""

    PICTURE = "picture"
    TILE = "tile"


@dataclass(frozen=True)
class _Source:
    """What a picture gives: (H, W, 3) its colours led on beyond its edges, how fronts lie on it, its sleeves by whether
    they are the wearer's left, and its fabric."""

    filled: NDArray[np.uint8]
    plane: TrunkPlane | LegPlane
    sleeves: dict[bool, SleeveMarks]
    tile: FabricTile

    def at(self, pixels: Points) -> Floats:
        """(..., 3) bilinear colours of (..., 2) pixel places, x and y."""
        places = [pixels[..., 1] - 0.5, pixels[..., 0] - 0.5]
        channels = [
            map_coordinates(self.filled[..., c].astype(np.float64), places, order=1, mode="nearest") for c in range(3)
        ]
        return np.stack(channels, axis=-1)


def paint(pattern: Pattern, atlas: Atlas, image: GarmentImage, texture: Texture = Texture.PICTURE) -> NDArray[np.uint8]:
    """(S, S, 3) the garment's texture. Fronts and sleeves show the picture; the back is of the front's fabric, but
    stripes and blocks of colour go round; collars, cuffs and bands are of the fabric.

    Raises
    ------
    GarmentError : the picture shows no garment
    """
    source = _read(pattern, image)
    canvas = np.broadcast_to(source.tile.rgb.mean((0, 1)), (atlas.size_px, atlas.size_px, 3)).copy()
    for panel in pattern.draped:
        where, places = atlas.pixels(panel.name)
        pixels = _pixels(source, pattern, panel, places, image) if texture is Texture.PICTURE else None
        plain = source.tile.at(places)
        canvas[where] = plain if pixels is None else np.where(_rolled(panel, places), plain, source.at(pixels))
    return np.asarray(np.rint(canvas).clip(0, 255).astype(np.uint8))


def _read(pattern: Pattern, image: GarmentImage) -> _Source:
    picture, words = upright(image.rgba), image.attributes
    marks = _marks(picture, image)
    inner = _inside(picture.mask)
    plane = front_plane(pattern, marks, Upright(picture.rgba, inner, picture.axis).column_bottoms())
    filled = led_on(picture.rgba[..., :3], inner)
    width_px = marks.width if isinstance(marks, TopMarks) else marks.seat
    cloth = _cloth(inner, image, marks.axis, width_px)
    tile = fabric_tile(picture.rgba[..., :3], cloth, width_px, plane.px_per_mm, words.pattern)
    sleeves: dict[bool, SleeveMarks] = {}
    if isinstance(marks, TopMarks) and words.sleeve is not Sleeve.NONE:
        found = {left: sleeve_marks(picture, marks, left) for left in (True, False)}
        sleeves = {left: one for left, one in found.items() if one is not None}
    return _Source(filled, plane, sleeves, tile)


def _marks(picture: Upright, image: GarmentImage) -> TopMarks | BottomMarks:
    category = image.attributes.category or Category.TSHIRT
    if category in BOTTOMS:
        return bottom_marks(picture, category)
    return top_marks(picture, image.attributes) or rough_top_marks(picture)


def _inside(mask: Mask) -> Mask:
    """The cloth without its edges."""
    rows = np.flatnonzero(mask.any(1))
    width = max(3, round(2 * EDGE_SHARE * (rows[-1] - rows[0])) | 1)
    padded = np.pad(mask, 1).astype(np.uint8)
    inner = cv2.erode(padded, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (width, width)))[1:-1, 1:-1] > 0
    return np.asarray(inner) if inner.any() else mask


def _cloth(inner: Mask, image: GarmentImage, axis: float, width_px: float) -> Mask:
    """Where there is nothing but cloth: not in the middle, where buttons or a zip run down."""
    if image.attributes.closure in (None, Closure.NONE):
        return inner
    beside = np.abs(np.arange(inner.shape[1]) + 0.5 - axis) > CLOSURE_SHARE * width_px
    return np.asarray(inner & beside) if (inner & beside).any() else inner


def _pixels(source: _Source, pattern: Pattern, panel: Panel, places: Points, image: GarmentImage) -> Points | None:
    """Where the picture shows each place of a panel, or None if it does not."""
    if isinstance(panel.placing, Fold):
        return None
    if panel.side is Side.FRONT:
        hooded = image.attributes.neckline is Neckline.HOOD
        return source.plane.front(panel, source.plane.below_hood(places) if hooded else places)
    if panel.side is Side.BACK and (image.attributes.pattern in ALL_ROUND or panel.piece.cloth is Cloth.RIB):
        return source.plane.back(panel, places)
    if panel.side in _SLEEVES and source.sleeves:
        left = _SLEEVES[panel.side]
        seen = left if left in source.sleeves else not left
        cuff = pattern.panels.get(panel.name.replace("sleeve", "cuff"))
        return _on_sleeve(source.sleeves[seen], panel, cuff.size_mm[1] if cuff else 0.0, places)
    return None


def _rolled(panel: Panel, places: Points) -> NDArray[np.bool_]:
    """(..., 1) whether a place is next to a lapel's roll line, where a picture shows what is behind the front."""
    lines = [points for name, points in panel.edges.items() if ROLL_LINE in name]
    near = [shapely.dwithin(shapely.linestrings(points), shapely.points(places), ROLL_MM) for points in lines]
    return np.any(near, axis=0)[..., None] if near else np.zeros((*places.shape[:-1], 1), bool)


def _on_sleeve(marks: SleeveMarks, panel: Panel, cuff_mm: float, places: Points) -> Points:
    """Both halves of a sleeve run from its upper edge, which is folded, down to the seam under the arm."""
    long = -float(panel.outline[:, 1].min()) + cuff_mm
    seam = next(points for name, points in panel.edges.items() if name.startswith("underarm_right"))
    (low_half, _), (half, arm_y) = seam[[0, -1]]
    y = places[..., 1]
    widest = np.interp(y, [seam[0, 1], arm_y], [low_half, half])
    across = _ACROSS[0] + (_ACROSS[1] - _ACROSS[0]) * np.clip(np.abs(places[..., 0]) / widest, 0, 1)
    above, below = np.clip(-y / long, 0, 1), np.clip((arm_y - y) / (long + arm_y), 0, 1)
    outer = marks.shoulder + above[..., None] * (marks.cuff_outside - marks.shoulder)
    inner = marks.armpit + below[..., None] * (marks.cuff_inside - marks.armpit)
    return np.asarray(outer + across[..., None] * (inner - outer))
