"""From a picture to proportions: what a garment's silhouette says about its shape."""

import numpy as np

from fashiongan.attributes import BOTTOMS, Category, GarmentAttributes, Length, Neckline, Sleeve
from fashiongan.garment.bottom_marks import bottom_marks
from fashiongan.garment.neck_marks import neck_depth
from fashiongan.garment.sleeve_marks import SleeveMarks, sleeve_marks
from fashiongan.garment.style import Shape
from fashiongan.garment.top_marks import COVERED_NECKS, TopMarks, top_marks
from fashiongan.garment.upright import Upright, upright
from fashiongan.image import GarmentImage

LENGTHS = {Category.TROUSERS: (1.0, 3.0), Category.SHORTS: (0.5, 1.9), Category.SKIRT: (0.4, 2.8)}
# Full trousers that seem shorter are wide at the seat.
SHORTEST_FULL = 1.7
# Shares beyond these are misread rather than cut.
HEMS, LEG_HEMS, SLEEVES, CUFFS = (0.65, 3.0), (0.18, 0.85), (0.1, 1.9), (0.08, 0.7)
NECK_WIDTHS, NECK_DEPTHS = (0.28, 0.85), (0.095, 0.7)
# Wider ones are no longer worn on the shoulders.
_WIDEST = {Neckline.CREW: 0.46, Neckline.SCOOP: 0.52}


def read_shape(image: GarmentImage) -> Shape:
    """Proportions of a garment that lies flat or hangs in front view; what the picture does not tell stays open.

    Raises
    ------
    GarmentError : the picture shows no garment
    """
    picture, words = upright(image.rgba), image.attributes
    return _of_bottom(picture, words) if words.category in BOTTOMS else _of_top(picture, words)


def _of_bottom(picture: Upright, words: GarmentAttributes) -> Shape:
    category = words.category
    assert category is not None
    marks = bottom_marks(picture, category)
    # Trousers that lie folded are narrow for their length.
    length = _within(marks.length / marks.seat, LENGTHS[category])
    if length is None:
        return Shape()
    hem = _within(marks.hem / marks.seat, HEMS if category is Category.SKIRT else LEG_HEMS)
    full = words.length is Length.FULL
    return Shape(length=None if full and length < SHORTEST_FULL else length, hem=hem)


def _of_top(picture: Upright, words: GarmentAttributes) -> Shape:
    marks = top_marks(picture, words)
    if marks is None:
        return Shape()
    neck_width, depth = _neck(picture, marks, words.neckline)
    sleeve, cuff = _sleeve(picture, marks, words)
    return Shape(
        length=(marks.hem_y - marks.neck_y) / marks.width,
        hem=_within(marks.hem_width() / marks.width, HEMS) if marks.sides_seen else None,
        sleeve=sleeve,
        cuff=cuff,
        neck_width=neck_width,
        neck_depth=depth,
    )


def _neck(picture: Upright, marks: TopMarks, neckline: Neckline | None) -> tuple[float | None, float | None]:
    """Width and depth of an open neck, as shares."""
    if neckline in COVERED_NECKS:
        return None, None
    width = _within((marks.neck_x[1] - marks.neck_x[0]) / marks.width, NECK_WIDTHS)
    depth = None if width is None else neck_depth(picture, marks, neckline)
    if width is not None and neckline in _WIDEST:
        width = min(width, _WIDEST[neckline])
    return width, None if depth is None else _within(depth / marks.width, NECK_DEPTHS)


def _sleeve(picture: Upright, marks: TopMarks, words: GarmentAttributes) -> tuple[float | None, float | None]:
    """Length and cuff as shares: of two sleeves the longer one's, as folds only shorten."""
    found: list[SleeveMarks] = []
    if words.sleeve is not Sleeve.NONE:
        both = (sleeve_marks(picture, marks, left) for left in (True, False))
        found = [one for one in both if one is not None]
    if not found:
        return None, None
    cuff = float(np.mean([one.cuff for one in found]))
    return _within(max(one.length for one in found) / marks.width, SLEEVES), _within(cuff / marks.width, CUFFS)


def _within(share: float, limits: tuple[float, float]) -> float | None:
    return share if limits[0] <= share <= limits[1] else None
