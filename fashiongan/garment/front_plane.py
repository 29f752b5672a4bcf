"""Where a place of a front lies in the picture: hems, sides and crotch of the panels on those of the silhouette."""

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.ndimage import gaussian_filter1d, grey_closing

from fashiongan.body.model import Floats
from fashiongan.garment.bottom_marks import BottomMarks
from fashiongan.garment.curves import Points, length_mm
from fashiongan.garment.pattern import Panel, Pattern, Side
from fashiongan.garment.placing import Fold, Fork
from fashiongan.garment.top_marks import TopMarks

STEP_MM, DART_MM, FORK_MM, ROWS = 5.0, 120.0, 45.0, 160
# A row may be so much wider or narrower than the middle one, or prints would bulge.
MOST_UNEVEN = 1.3
_SMOOTH_STEPS = 6.0
# A hem may go up or down by such a share of the length, and what is above it follows over such a share; ripples between
# columns closer than a share of its width are the cut-out's.
HEM_REACH, HEM_SHARE, HEM_SMOOTH_SHARE = 0.15, 0.5, 0.015
# A hood that is pulled back lies on the front so far below the neck.
HOOD_MM = 60.0
# What a picture does not show is filled with the cloth next to it, from a strip so wide.
MIRROR_MM = 40.0
# Between the legs and what is above the crotch.
MOST_STRETCHED = 1.5


@dataclass(frozen=True)
class TrunkPlane:
    """Fronts in one piece or two halves. y_mm : (N,) heights from below; v_px, left, right : (N,) the row of each and
    its scale on both sides of the middle, pixels per mm; axis : x of the middle; neck_mm : (M, 2) half the neck's
    width and the height, from below; hem_px : (W,) how much lower than in the middle the hem is in each column
    """

    y_mm: Floats
    v_px: Floats
    left: Floats
    right: Floats
    axis: float
    neck_mm: Points | None
    hem_px: Floats

    @property
    def px_per_mm(self) -> float:
        return float(np.median((self.left + self.right) / 2))

    def front(self, panel: Panel, places: Points) -> Points:
        """(..., 2) pixels, x and y, of (..., 2) places of a front panel, mm."""
        x, y = places[..., 0], places[..., 1]
        scale = np.where(x < 0, np.interp(y, self.y_mm, self.left), np.interp(y, self.y_mm, self.right))
        u, v = self.axis + x * scale, np.interp(y, self.y_mm, self.v_px)
        down = np.clip(1 - (y - self.y_mm[0]) / (HEM_SHARE * (self.y_mm[-1] - self.y_mm[0])), 0, 1)
        return np.stack([u, v + down**2 * np.interp(u, np.arange(len(self.hem_px)) + 0.5, self.hem_px)], axis=-1)

    def back(self, panel: Panel, places: Points) -> Points:
        """The same round the back: in the neck, where a picture shows no front, as beside it."""
        x, y = places[..., 0], places[..., 1]
        if self.neck_mm is not None:
            half = np.interp(y, self.neck_mm[:, 1], self.neck_mm[:, 0], left=0.0)
            x = np.where(np.abs(x) < half, np.copysign(half + _to_and_fro(half - np.abs(x)), x), x)
        return self.front(panel, np.stack([-x, y], axis=-1))

    def below_hood(self, places: Points) -> Points:
        """Places above where a hood lies on the front as a little below it."""
        y = places[..., 1]
        if self.neck_mm is None:
            return places
        lowest = self.neck_mm[0, 1] - HOOD_MM
        return np.stack([places[..., 0], np.where(y > lowest, lowest - _to_and_fro(y - lowest), y)], axis=-1)


def _to_and_fro(away_mm: Floats) -> Floats:
    """Mirrored again and again within a narrow strip."""
    return MIRROR_MM - np.abs(away_mm % (2 * MIRROR_MM) - MIRROR_MM)


@dataclass(frozen=True)
class LegPlane:
    """Fronts of trousers. y_mm, v_px : stations from below, and their rows; marks : of the picture, at its scale"""

    y_mm: Floats
    v_px: Floats
    marks: BottomMarks
    px_per_mm: float

    def front(self, panel: Panel, places: Points) -> Points:
        """(..., 2) pixels: each row of a panel from the inner to the outer side of its own leg."""
        near = panel.outline[:, 0].mean() > 0
        heights = np.linspace(panel.outline[:, 1].min(), panel.outline[:, 1].max(), ROWS)
        low, high = _extents([panel], heights)
        x, y = places[..., 0], np.clip(places[..., 1], heights[0], heights[-1])
        v = np.interp(y, self.y_mm, self.v_px)
        inner, outer = (low, high) if near else (high, low)
        # At the fork the inner side turns in at once; the cloth's picture does so little by little.
        inner = gaussian_filter1d(inner, FORK_MM * ROWS / (heights[-1] - heights[0]), mode="nearest")
        start, end = np.interp(y, heights, inner), np.interp(y, heights, outer)
        share = (x - start) / np.where(np.abs(end - start) > 1, end - start, 1)
        wearers_left = near == (panel.side is Side.FRONT)
        marks, rows = self.marks, np.arange(len(self.marks.left))
        inside, outside = (marks.inner_right, marks.right) if wearers_left else (marks.inner_left, marks.left)
        first, last = np.interp(v, rows, inside), np.interp(v, rows, outside)
        return np.stack([first + share * (last - first), v], axis=-1)

    def back(self, panel: Panel, places: Points) -> Points:
        """The same round the back."""
        return self.front(panel, places)

    def below_hood(self, places: Points) -> Points:
        """There is no hood."""
        return places


def front_plane(pattern: Pattern, marks: TopMarks | BottomMarks, bottoms: Floats) -> TrunkPlane | LegPlane:
    """How the fronts of a pattern lie on a silhouette; bottoms : (W,) its lower edge in every column."""
    panels = [one for one in pattern.draped if one.side is Side.FRONT and not isinstance(one.placing, Fold)]
    if isinstance(marks, BottomMarks) and isinstance(panels[0].placing, Fork):
        return _leg_plane(pattern, panels, marks)
    return _trunk_plane(pattern, panels, marks, bottoms)


def _leg_plane(pattern: Pattern, panels: list[Panel], marks: BottomMarks) -> LegPlane:
    top, bottom = _top_mm(pattern, panels), min(float(one.outline[:, 1].min()) for one in panels)
    fork = min(float(one.edges["crotch"][:, 1].min()) for one in panels)
    stations = [(bottom, marks.hem_y), (fork, marks.crotch_y), (top, marks.waist_y)]
    known = [(y, v) for y, v in stations if v is not None]
    if len(known) == 3 and not 1 / MOST_STRETCHED <= _steepness(known[:2]) / _steepness(known[1:]) <= MOST_STRETCHED:
        known = [known[0], known[2]]  # Legs of quite another length than the picture's.
    # The seat is the same in the picture and on the panels.
    seat_mm = fork + 0.2 * (top - fork)
    low, high = _extents(panels, np.array([seat_mm]))
    y_mm, v_px = np.array(known).T
    return LegPlane(y_mm, v_px, marks, float(marks.seat / (high[0] - low[0])))


def _steepness(ends: list[tuple[float, float]]) -> float:
    (low_mm, low_px), (high_mm, high_px) = ends
    return max(low_px - high_px, 1.0) / max(high_mm - low_mm, 1.0)


def _trunk_plane(pattern: Pattern, panels: list[Panel], marks: TopMarks | BottomMarks, bottoms: Floats) -> TrunkPlane:
    top, bottom = _top_mm(pattern, panels), min(float(one.outline[:, 1].min()) for one in panels)
    y_mm = np.arange(bottom, top + STEP_MM, STEP_MM)
    above = marks.neck_y if isinstance(marks, TopMarks) else marks.waist_y
    v_px = marks.hem_y + (y_mm - bottom) / (top - bottom) * (above - marks.hem_y)
    low, high = _extents(panels, y_mm)
    half = grey_closing(np.maximum(-low, high), size=(int(DART_MM / STEP_MM),))
    arm_mm = _lowest(panels, "armhole")
    rows = np.arange(len(marks.left))
    scales = []
    for side in (marks.axis - marks.left, marks.right - marks.axis):
        scale = np.interp(v_px, rows, side) / np.maximum(half, 1)
        if arm_mm is not None:
            scale[y_mm > arm_mm] = scale[y_mm <= arm_mm][-1]
        middle = float(np.median(scale))
        scales.append(gaussian_filter1d(np.clip(scale, middle / MOST_UNEVEN, middle * MOST_UNEVEN), _SMOOTH_STEPS))
    return TrunkPlane(y_mm, v_px, scales[0], scales[1], marks.axis, _neck_mm(panels), _hem_px(marks, bottoms, above))


def _neck_mm(panels: list[Panel]) -> Points | None:
    necks = [points for one in panels for name, points in one.edges.items() if "neckline" in name]
    if not necks:
        return None
    places = np.concatenate(necks)
    return np.stack([np.abs(places[:, 0]), places[:, 1]], axis=1)[np.argsort(places[:, 1])]


def _hem_px(marks: TopMarks | BottomMarks, bottoms: Floats, above: float) -> Floats:
    """(W,) of a rounded, slanted or wavy hem; beyond the trunk's sides as at them, where sleeves hang."""
    row, reach = max(int(marks.hem_y) - 3, 0), HEM_REACH * (marks.hem_y - above)
    columns = np.arange(len(bottoms))
    inside = (columns > marks.left[row] + 1) & (columns < marks.right[row] - 2) & (bottoms > 0)
    if not inside.any():
        return np.zeros(len(bottoms))
    lower = np.clip(bottoms[inside] - marks.hem_y, -reach, reach)
    return gaussian_filter1d(np.interp(columns, columns[inside], lower), HEM_SMOOTH_SHARE * np.count_nonzero(inside))


def _top_mm(pattern: Pattern, panels: list[Panel]) -> float:
    """The upper edge of the fronts, with a waistband on it."""
    top = max(float(one.outline[:, 1].max()) for one in panels)
    band = pattern.panels.get("waistband")
    return top if band is None else top + length_mm(band.edges["end_left"])


def _lowest(panels: list[Panel], edge: str) -> float | None:
    heights = [float(points[:, 1].min()) for one in panels for name, points in one.edges.items() if edge in name]
    return min(heights) if heights else None


def _extents(panels: list[Panel], y_mm: Floats) -> tuple[Floats, Floats]:
    """(N,) the lowest and the highest x of panels at heights; of the nearest height where there is nothing."""
    whole = shapely.unary_union([shapely.Polygon(one.outline) for one in panels])
    low, high = whole.bounds[0] - 1, whole.bounds[2] + 1
    lines = shapely.linestrings([[(low, y), (high, y)] for y in y_mm.tolist()])
    bounds = shapely.bounds(shapely.intersection(whole, lines))
    known = np.isfinite(bounds[:, 0])
    if not known.any():
        return np.full(len(y_mm), low), np.full(len(y_mm), high)
    return np.interp(y_mm, y_mm[known], bounds[known, 0]), np.interp(y_mm, y_mm[known], bounds[known, 2])
