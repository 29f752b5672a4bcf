"""How deep the front of a neck's opening is, from the edge between it and the inside of the back that shows in it."""

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates

from fashiongan.attributes import Neckline
from fashiongan.body.model import Floats
from fashiongan.garment.blocks.bodice import half_neckline
from fashiongan.garment.top_marks import TopMarks
from fashiongan.garment.upright import Upright

# Depths that are tried, as shares of the width: what is deeper than its kind is a yoke, a stripe or a print.
SHALLOWEST, STEP = 0.08, 0.012
_DEEPEST = {Neckline.CREW: 0.28, Neckline.SCOOP: 0.5}
DEEPEST = 0.62
MIN_CONTRAST, AS_GOOD, NEIGHBOURS = 14.0, 0.7, 4
# A silhouette that dips at least so far shows the front's edge itself.
OPEN_DIP = 0.16
_STRADDLE = 0.018
# Beside a neck, as shares of its half width.
_BESIDE = np.linspace(1.15, 1.6, 6)


def neck_depth(picture: Upright, marks: TopMarks, neckline: Neckline | None) -> float | None:
    """From the side neck points to the lowest place of the front's edge, pixels; None where no edge is seen."""
    deepest = DEEPEST if neckline is None else _DEEPEST.get(neckline, DEEPEST)
    tops = picture.column_tops()
    middle = slice(max(int(marks.axis) - 2, 0), int(marks.axis) + 3)
    dip = float(np.median(tops[middle])) - marks.neck_y
    depths = np.arange(SHALLOWEST, deepest, STEP) * marks.width
    depths = depths[(depths > dip + 2 * _STRADDLE * marks.width) & (depths < 0.95 * (marks.arm_y - marks.neck_y) + dip)]
    smooth = gaussian_filter(picture.rgba[..., :3].astype(np.float64), (0.8, 0.8, 0))
    contrasts = np.array([_contrast(picture, smooth, marks, depth, neckline is Neckline.V) for depth in depths])
    if len(depths) and contrasts.max() >= MIN_CONTRAST:
        return _first_peak(depths, contrasts)
    return dip if dip >= OPEN_DIP * marks.width else None


def _first_peak(depths: Floats, contrasts: Floats) -> float:
    """The shallowest of the clearest edges: below a neckband's inner edge there is its seam."""
    first = int(np.flatnonzero(contrasts >= AS_GOOD * contrasts.max())[0])
    ahead = contrasts[first : first + NEIGHBOURS]
    peak = first + int(ahead.argmax())
    near = slice(max(peak - NEIGHBOURS, 0), peak + NEIGHBOURS + 1)
    weights = np.maximum(contrasts[near] - 0.5 * contrasts[peak], 0)
    return float((depths[near] * weights).sum() / weights.sum())


def _contrast(picture: Upright, smooth: Floats, marks: TopMarks, depth: float, pointed: bool) -> float:
    """How far colours on both sides of an edge of this depth differ, all along it in the same way."""
    half = (marks.neck_x[1] - marks.neck_x[0]) / 2
    middle = (marks.neck_x[1] + marks.neck_x[0]) / 2
    curve = half_neckline(half, depth, pointed)[60::10]
    curve = np.concatenate([curve * sign for sign in ([1.0, 1.0], [-1.0, 1.0])])
    away = _STRADDLE * marks.width
    sides = [curve * (1 + step / np.linalg.norm(curve, axis=1, keepdims=True)) for step in (-away, away)]
    places = [(middle + side[:, 0] - 0.5, marks.neck_y - side[:, 1] - 0.5) for side in sides]
    shown = [_at(picture.mask.astype(np.float64)[..., None], x, y)[:, 0] > 0.9 for x, y in places]
    seen = shown[0] & shown[1]
    if seen.sum() < 0.6 * len(curve):
        return 0.0
    inside, outside = (_at(smooth, x, y)[seen] for x, y in places)
    difference = outside - inside
    level = _beside(picture, smooth, (middle, marks.neck_y + depth), half, away)
    return float(np.linalg.norm(difference.mean(0)) - 0.5 * np.linalg.norm(difference.std(0))) - level


def _beside(picture: Upright, smooth: Floats, lowest: tuple[float, float], half: float, away: float) -> float:
    """How far colours above and below the lowest place differ beside the neck: a stripe goes on there, an edge ends."""
    x = lowest[0] + half * np.concatenate([-_BESIDE, _BESIDE]) - 0.5
    rows = [np.full(len(x), lowest[1] + step - 0.5) for step in (-away, away)]
    seen = np.logical_and(*(_at(picture.mask.astype(np.float64)[..., None], x, y)[:, 0] > 0.9 for y in rows))
    if not seen.any():
        return 0.0
    above, below = (_at(smooth, x, y)[seen].mean(0) for y in rows)
    return float(np.linalg.norm(below - above))


def _at(picture: Floats, x: Floats, y: Floats) -> Floats:
    """(N, C) bilinear values at pixel places."""
    channels = [map_coordinates(picture[..., c], [y, x], order=1, mode="nearest") for c in range(picture.shape[2])]
    return np.stack(channels, axis=-1)
