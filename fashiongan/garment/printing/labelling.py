"""Where a piece carries its grain line and its words: inside the seams, and off each other. Millimetres."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Polygon

from fashiongan.garment.curves import Points, at_share

GRID = 15
GRAIN_SHARES = (0.3, 0.7, 0.22, 0.78, 0.4, 0.6, 0.12, 0.88, 0.06, 0.94, 0.5)
LONGEST_GRAIN_MM, BESIDE_MM = 350.0, 4.0
LETTERS_MM = (8.0, 7.0, 6.0, 5.0, 4.2, 3.5, 3.0, 2.5, 2.0, 1.6)
NAMES_MM, HOLE_MM, ARROW_MM = 3.5, 3.0, 5.0
# Of Helvetica, in letter heights.
CHARACTER_WIDTH, LINE_STEP = 0.58, 1.35


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text about a middle. letters_mm : size of the type; turn_deg : 0, or 90 to be read from the right."""

    lines: tuple[str, ...]
    middle: tuple[float, float]
    letters_mm: float
    turn_deg: float

    def baselines(self) -> list[tuple[str, tuple[float, float]]]:
        """Each line and the middle of where it stands, from the first line on."""
        first = (len(self.lines) - 1) / 2
        down = np.deg2rad(self.turn_deg)
        step = LINE_STEP * self.letters_mm * np.array([np.sin(down), -np.cos(down)])
        drop = 0.35 * self.letters_mm * np.array([np.sin(down), -np.cos(down)])
        places = [np.array(self.middle) + (index - first) * step + drop for index in range(len(self.lines))]
        return [(line, (float(x), float(y))) for line, (x, y) in zip(self.lines, places, strict=True)]


def place_label(net: Polygon, lines: tuple[str, ...]) -> Label:
    """Words as large as fit into a piece, up to 8 mm, near its middle; the last line is folded where that helps."""
    whole, folded = _fitted(net, lines), _fitted(net, (*lines[:-1], *_folded(lines[-1])))
    return folded if folded.letters_mm > whole.letters_mm else whole


def _fitted(net: Polygon, lines: tuple[str, ...]) -> Label:
    shapely.prepare(net)
    places = _places(net)
    for letters_mm, turn_deg in itertools.product(LETTERS_MM, (0.0, 90.0)):
        half = np.array(_half_size(Label(lines, (0.0, 0.0), letters_mm, turn_deg)))
        inside = shapely.contains(net, shapely.box(*(places - half).T, *(places + half).T))
        if inside.any():
            return Label(lines, tuple(places[inside.argmax()].tolist()), letters_mm, turn_deg)
    return Label(lines, tuple(places[1].tolist()), LETTERS_MM[-1], 0.0)


def _places(net: Polygon) -> NDArray[np.float64]:
    """(N, 2) where words may stand, best first: at the middle, at the widest place, else on a grid."""
    widest = shapely.maximum_inscribed_circle(net).coords[0]
    low_x, low_y, high_x, high_y = net.bounds
    x, y = np.meshgrid(np.linspace(low_x, high_x, GRID + 2)[1:-1], np.linspace(low_y, high_y, GRID + 2)[1:-1])
    grid = np.stack([x.ravel(), y.ravel()], axis=1)
    from_edge = np.where(shapely.contains_xy(net, grid), shapely.distance(net.exterior, shapely.points(grid)), 0.0)
    best = np.argsort(-np.round(from_edge), kind="stable")
    return np.concatenate([[net.centroid.coords[0], widest], grid[best]])


def _folded(line: str) -> tuple[str, str]:
    """A line in two, at the space that is nearest to its middle."""
    spaces = [index for index, sign in enumerate(line) if sign == " "] or [len(line)]
    fold = min(spaces, key=lambda index: abs(index - len(line) / 2))
    return line[:fold], line[fold + 1 :]


def place_grain(net: Polygon, labels: Iterable[Label], marks: Iterable[Points] = ()) -> Points:
    """(2, 2) the longest upright line beside the words and the marks, from below upwards.

    In a narrow piece it may run into them.
    """
    taken = shapely.union_all([*(_box(label) for label in labels), *(LineString(mark) for mark in marks)])
    low_x, low_y, high_x, high_y = net.bounds
    lines = [
        LineString([(low_x + share * (high_x - low_x), y) for y in (low_y - 1, high_y + 1)]) for share in GRAIN_SHARES
    ]
    inside = [chord for line in lines for chord in _chords(line.intersection(net))]
    beside = [chord for chord in inside if chord.distance(taken) > BESIDE_MM]
    longest = max(beside or inside, key=lambda chord: round(chord.length / 20))
    middle, half = longest.interpolate(0.5, normalized=True), min(0.35 * longest.length, LONGEST_GRAIN_MM / 2)
    return np.array([[middle.x, middle.y - half], [middle.x, middle.y + half]])


def name_line(name: str, line: Points) -> Label:
    """What a mark is called, beside it and nearer to its end, for the middle of a piece has its own words."""
    (x, y), (along_x, along_y) = at_share(line, [0.85])[0].tolist(), np.abs(line[-1] - line[0]).tolist()
    beside = 0.75 * NAMES_MM
    if along_x >= along_y:
        return Label((name,), (x, y + beside), NAMES_MM, 0.0)
    return Label((name,), (x + beside, y), NAMES_MM, 90.0)


def name_hole(name: str, places: Points, paper: Polygon, lines: shapely.Geometry) -> Label:
    """What the first of some holes is called, beside it: on the paper, and off the lines there if that can be."""
    x, y = places[0].tolist()
    away = HOLE_MM + 2 + CHARACTER_WIDTH * NAMES_MM * len(name) / 2
    above = HOLE_MM + 2 + LINE_STEP * NAMES_MM / 2
    steps = ((away, 0.0), (-away, 0.0), (0.0, above), (0.0, -above))
    labels = [Label((name,), (x + right, y + up), NAMES_MM, 0.0) for right, up in steps]
    on_paper = [label for label in labels if paper.contains(_box(label))]
    free = [label for label in on_paper if not lines.intersects(_box(label))]
    return [*free, *on_paper, *labels][0]


def arrow_heads(grain: Points) -> list[Points]:
    """(3, 2) each: the two ends of an upright grain line."""
    low, high = grain
    side, up = np.array([0.35 * ARROW_MM, 0.0]), np.array([0.0, ARROW_MM])
    return [np.stack([high - up - side, high, high - up + side]), np.stack([low + up - side, low, low + up + side])]


def cross(place: Points) -> list[Points]:
    """(2, 2) each: the two strokes that mark a hole."""
    return [np.stack([place - arm, place + arm]) for arm in (np.array([HOLE_MM, 0.0]), np.array([0.0, HOLE_MM]))]


def _box(label: Label) -> Polygon:
    (x, y), (half_x, half_y) = label.middle, _half_size(label)
    return shapely.box(x - half_x, y - half_y, x + half_x, y + half_y)


def _half_size(label: Label) -> tuple[float, float]:
    """Half of what a label takes across and upwards."""
    along = CHARACTER_WIDTH * label.letters_mm * max(len(line) for line in label.lines) / 2
    down = LINE_STEP * label.letters_mm * len(label.lines) / 2
    return (down, along) if label.turn_deg else (along, down)


def _chords(found: shapely.Geometry) -> Iterable[LineString]:
    return [part for part in getattr(found, "geoms", [found]) if isinstance(part, LineString) and part.length > 0]
