"""Where things are in a picture of a top or a dress: neck, arms, hem and sides."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.ndimage import gaussian_filter1d

from fashiongan.attributes import Category, GarmentAttributes, Length, Neckline, Sleeve
from fashiongan.body.model import Floats
from fashiongan.garment.hem_corners import hem_half
from fashiongan.garment.upright import Upright

COVERED_NECKS = (Neckline.COLLAR, Neckline.HIGH, Neckline.HOOD, Neckline.LAPEL)
# As shares of the width: a covered neck is so far above the shoulders; arms begin so far below the neck.
ABOVE_SHOULDERS, ARM_DEPTHS, PLAIN_ARM_DEPTH = 0.06, (0.22, 0.80), 0.46
# Sleeves leave the trunk in a corner, at least so much wider for each row up; armholes cut in by so much.
SLEEVE_SLOPE, ARMHOLE_SLOPE = 0.6, 0.4
SHOULDER_SHARE = 0.8
# A hem is so level, as a share of the length; of a trunk whose sides are hidden: its width by its length, also that of
# dresses and coats, and how much farther out one side may be than the other.
HEM_LEVEL, WIDTHS_BY_LENGTH, LONG_WIDTHS, UNEVEN = 0.06, (0.6, 1.5), (0.3, 0.9), 1.25
# A level lower edge as wide as nearly the whole garment goes over the cuffs, too.
WITH_SLEEVES = 0.9


@dataclass(frozen=True)
class TopMarks:
    """Pixels in an upright picture.

    neck_y : the side neck points; neck_x : their columns; arm_y : where the arms begin; hem_y : the hem at the middle;
    left, right : (H,) sides of the trunk in every row, above the arms as under them; sides_seen : whether they are
    the picture's, or straight up from the hem, since arms lie on them
    """

    axis: float
    neck_y: float
    neck_x: tuple[float, float]
    arm_y: float
    hem_y: float
    left: Floats
    right: Floats
    sides_seen: bool = True

    @property
    def width(self) -> float:
        """Under the arms."""
        row = int(self.arm_y)
        return float(self.right[row] - self.left[row])

    def hem_width(self) -> float:
        """Between the hem's corners."""
        halves = self.axis - self.left, self.right - self.axis
        return sum(hem_half(half, self.arm_y, self.hem_y - 3) for half in halves)


def top_marks(picture: Upright, words: GarmentAttributes) -> TopMarks | None:
    """Find them, or None where arms that lie on the trunk hide how wide it is."""
    edges = picture.edges()
    rows = np.flatnonzero(picture.mask.any(1))
    scale = _rough_width(edges, rows)
    neck_y, neck_x = _neck(picture, words, scale)
    hem_y = _hem(picture, scale)
    if hem_y - neck_y < 0.4 * scale:
        return None
    halves = [
        gaussian_filter1d(np.nan_to_num(half), 1.0) for half in (picture.axis - edges[0], edges[1] - picture.axis)
    ]
    arms = [_arm(half, words.sleeve is Sleeve.NONE, neck_y, hem_y, scale) for half in halves]
    if words.sleeve is Sleeve.NONE:
        # What is found too high is the shoulder, where armholes do not cut in.
        plain, highest = neck_y + PLAIN_ARM_DEPTH * scale, neck_y + ARM_DEPTHS[0] * scale
        arms = [plain if arm is None or arm < highest else arm for arm in arms]
    found = [arm for arm in arms if arm is not None]
    if not found:
        return _marks_from_hem(picture, words, neck_y, neck_x, hem_y)
    sides = _sides(halves, arms, hem_y)
    left, right = picture.axis - sides[0], picture.axis + sides[1]
    marks = TopMarks(picture.axis, neck_y, neck_x, float(np.mean(found)), hem_y, left, right)
    low, high = (share * marks.width for share in ARM_DEPTHS)
    if low <= marks.arm_y - neck_y <= high:
        return marks
    return _marks_from_corners(marks, words) or _marks_from_hem(picture, words, neck_y, neck_x, hem_y)


def rough_top_marks(picture: Upright) -> TopMarks:
    """Where the trunk must be about, in any picture."""
    rows = np.flatnonzero(picture.mask.any(1))
    scale = _rough_width(picture.edges(), rows)
    sides = [np.full(len(picture.mask), picture.axis + sign * scale / 2) for sign in (-1, 1)]
    neck_y, hem_y = float(rows[0]), max(_hem(picture, scale), float(rows[0]) + 4)
    arm_y = neck_y + min(PLAIN_ARM_DEPTH * scale, 0.5 * (hem_y - neck_y))
    return TopMarks(picture.axis, neck_y, (sides[0][0], sides[1][0]), arm_y, hem_y, sides[0], sides[1], False)


def _marks_from_corners(marks: TopMarks, words: GarmentAttributes) -> TopMarks | None:
    """Of a trunk along which the sleeves lie: they leave it far below where arms begin, perhaps at a waist, so that it
    is midway between as wide as there and as at its widest below."""
    low, high = _widths(words, marks.hem_y - marks.neck_y)
    if marks.arm_y < marks.neck_y + ARM_DEPTHS[1] * marks.width or not low <= marks.width <= high:
        return None
    return _straight(marks, (marks.width + max(float((marks.right - marks.left).max()), marks.width)) / 4)


def _widths(words: GarmentAttributes, tall: float) -> tuple[float, float]:
    """What a trunk's width can be."""
    long = words.category is Category.DRESS or words.length is Length.LONG
    low, high = LONG_WIDTHS if long else WIDTHS_BY_LENGTH
    return low * tall, high * tall


def _straight(marks: TopMarks, half: float) -> TopMarks:
    """The same with upright sides."""
    left, right = (np.full(len(marks.left), marks.axis + sign * half) for sign in (-1, 1))
    arm_y = marks.neck_y + PLAIN_ARM_DEPTH * 2 * half
    return replace(marks, arm_y=arm_y, left=left, right=right, sides_seen=False)


def _marks_from_hem(
    picture: Upright, words: GarmentAttributes, neck_y: float, neck_x: tuple[float, float], hem_y: float
) -> TopMarks | None:
    """Of a trunk whose sides are hidden by hanging arms: as wide as its hem, which ends where cuffs are higher or
    lower."""
    off_hem = np.abs(picture.column_bottoms() - hem_y) > HEM_LEVEL * (hem_y - neck_y)
    columns, middle = np.flatnonzero(off_hem), int(picture.axis)
    before, behind = columns[columns < middle], columns[columns > middle]
    if not len(before) or not len(behind):
        return None
    reach = picture.axis - before[-1] - 1, behind[0] - picture.axis
    half, whole = min(reach), np.count_nonzero(picture.mask.any(0))
    low, high = _widths(words, hem_y - neck_y)
    if max(reach) > UNEVEN * half or not low <= 2 * half <= high:
        return None
    if words.sleeve in (Sleeve.HALF, Sleeve.LONG) and sum(reach) > WITH_SLEEVES * whole:
        return None
    left, right = (np.full(len(picture.mask), picture.axis + sign * half) for sign in (-1, 1))
    arm_y = neck_y + PLAIN_ARM_DEPTH * 2 * half
    return TopMarks(picture.axis, neck_y, neck_x, arm_y, hem_y, left, right, sides_seen=False)


def _rough_width(edges: tuple[Floats, Floats], rows: np.ndarray) -> float:
    tall = rows[-1] - rows[0]
    widths = (edges[1] - edges[0])[int(rows[0] + 0.4 * tall) : int(rows[0] + 0.92 * tall)]
    return float(np.nanpercentile(widths, 25))


def _neck(picture: Upright, words: GarmentAttributes, scale: float) -> tuple[float, tuple[float, float]]:
    """Height and columns of the side neck points: the highest places beside the middle, or if something stands up
    there, a little above the shoulders."""
    tops, columns = picture.column_tops(), np.arange(picture.mask.shape[1]) + 0.5 - picture.axis
    aside = np.abs(columns) / (scale / 2)
    if words.neckline in COVERED_NECKS:
        height = float(np.median(tops[(aside > 0.6) & (aside < 0.75)])) - ABOVE_SHOULDERS * scale
        return height, (picture.axis - 0.3 * scale / 2, picture.axis + 0.3 * scale / 2)
    reach = 0.78 if words.sleeve is Sleeve.NONE else 0.62
    peaks = [_peak(tops, (aside > 0.18) & (aside < reach) & (columns * sign > 0), sign) for sign in (-1, 1)]
    return float(np.mean([tops[peak] for peak in peaks])), (peaks[0] + 0.5, peaks[1] + 0.5)


def _peak(tops: Floats, allowed: np.ndarray, sign: int) -> int:
    """The highest column, of several the outermost."""
    ids = np.flatnonzero(allowed) if allowed.any() else np.arange(len(tops))
    highest = ids[tops[ids] <= tops[ids].min() + 0.5]
    return int(highest[-1] if sign > 0 else highest[0])


def _hem(picture: Upright, scale: float) -> float:
    aside = np.abs(np.arange(picture.mask.shape[1]) + 0.5 - picture.axis)
    return float(np.median(picture.column_bottoms()[aside < 0.25 * scale]))


def _arm(half: Floats, sleeveless: bool, neck_y: float, hem_y: float, scale: float) -> float | None:
    """The row where the arm begins on one side, from below: a sleeve leaves the side, or an armhole cuts into it."""
    near, far = max(2, round(0.04 * scale)), max(4, round(0.13 * scale))
    start = int(min(hem_y - 0.1 * scale, neck_y + (0.75 if sleeveless else 1.05) * scale))
    for row in range(start, max(int(neck_y + 0.15 * scale), near), -1):
        here, above = float(np.median(half[row : row + near])), half[max(row - far, 0) : row - near + 1]
        if not sleeveless and above.min() >= here + SLEEVE_SLOPE * near:
            return float(row)
        if sleeveless and here - above[:near].mean() >= ARMHOLE_SLOPE * (far - near / 2):
            first = max(row - far, 0)
            return float(first + np.flatnonzero(half[first : row + near] >= here - 0.02 * scale)[0])
    return None


def _sides(halves: list[Floats], arms: list[float | None], hem_y: float) -> list[Floats]:
    """(H,) half widths of the trunk; a side whose arm hides it takes those of the other side."""
    other = [arms[1 - side] if arm is None else arm for side, arm in enumerate(arms)]
    sources = [halves[1 - side] if arm is None else halves[side] for side, arm in enumerate(arms)]
    found = []
    for half, arm in zip(sources, other, strict=True):
        assert arm is not None
        first, last = int(arm), max(int(hem_y) - 2, int(arm) + 1)
        held = half.copy()
        held[:first], held[last:] = half[first + 1], half[last - 1]
        found.append(held)
    # Where a sleeve touches one side below the arm, the other side tells where the trunk ends.
    least = np.minimum(found[0], found[1])
    return [np.where(half > 1.15 * least, least, half) for half in found]
