"""Does what was calibrated measure right? A box or a cylinder of known size, standing on the floor, says so."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage, optimize

from fashiongan.errors import CalibrationError
from scanning.frame import Floats

# ISO 20685-1 allows 4 mm for breadths and small girths.
LIMIT_MM = 4.0
LEAST_POINTS = 300
# Noise of the floor ends below this.
_CLEAR_OF_FLOOR_MM = 30.0
_GRID_MM = 30.0
# Weight of one millimetre of size against one point's miss: just enough that faces which nobody sees do not drift off.
_SHRINK = 1e-3
_MOST_POINTS = 2000
_ANGLE_STEP_DEG = 15


@dataclass(frozen=True, slots=True)
class SizeCheck:
    """One measured length of a known thing."""

    name: str
    true_mm: float
    measured_mm: float

    @property
    def error_mm(self) -> float:
        """Measured minus true."""
        return self.measured_mm - self.true_mm

    @property
    def passed(self) -> bool:
        """Within 4 mm, as ISO 20685-1 asks of breadths."""
        return abs(self.error_mm) <= LIMIT_MM


def verify_box(points_mm: Floats, width_mm: float, depth_mm: float, height_mm: float) -> list[SizeCheck]:
    """Measure a box; width and depth are told apart by size, so that it may stand as it likes.

    Parameters
    ----------
    points_mm : (N, 3) of the world, Y up, floor at y = 0, from one camera or many

    Raises
    ------
    CalibrationError : no such thing stands there
    """
    thing = standing_thing(points_mm, (width_mm, height_mm, depth_mm))
    sides = sorted(_box_sides(thing[:, [0, 2]][thing[:, 1] < height_mm - _CLEAR_OF_FLOOR_MM]), reverse=True)
    true = sorted((width_mm, depth_mm), reverse=True)
    names = ("width", "depth") if width_mm >= depth_mm else ("depth", "width")
    checks = [SizeCheck(*one) for one in zip(names, true, sides, strict=True)]
    return [*checks, SizeCheck("height", height_mm, _top_mm(thing))]


def verify_cylinder(points_mm: Floats, diameter_mm: float, height_mm: float) -> list[SizeCheck]:
    """Measure an upright cylinder; one side of it is enough.

    Parameters
    ----------
    points_mm : (N, 3) of the world, Y up, floor at y = 0

    Raises
    ------
    CalibrationError : no such thing stands there
    """
    thing = standing_thing(points_mm, (diameter_mm, height_mm, diameter_mm))
    side = _thinned(thing[:, [0, 2]][thing[:, 1] < height_mm - _CLEAR_OF_FLOOR_MM])
    start = np.append(np.median(side, axis=0), diameter_mm / 2)

    def misses(circle: Floats) -> Floats:
        return np.asarray(np.linalg.norm(side - circle[:2], axis=1) - circle[2])

    found = optimize.least_squares(misses, start, loss="soft_l1", f_scale=10.0)
    return [
        SizeCheck("diameter", diameter_mm, 2 * float(found.x[2])),
        SizeCheck("height", height_mm, _top_mm(thing)),
    ]


def standing_thing(points_mm: Floats, size_mm: Sequence[float]) -> Floats:
    """(M, 3) points of the one thing on the floor that is nearest in size to (x, y, z).

    Raises
    ------
    CalibrationError : nothing of about that size stands there
    """
    if min(size_mm) < 50:
        raise CalibrationError(f"a thing of {min(size_mm):g} mm is too small to verify with; take 50 mm or more.")
    pieces = [piece for piece in floor_pieces(points_mm) if len(piece) >= LEAST_POINTS]
    if not pieces:
        raise CalibrationError("nothing stands on the floor; put the box or cylinder where the camera sees it whole.")
    misfits = [_misfit(piece, size_mm) for piece in pieces]
    if min(misfits) > np.log(1.5):
        raise CalibrationError(
            f"nothing of about {' x '.join(f'{side:g}' for side in size_mm)} mm stands on the floor; "
            "check the size, and keep other things away from it."
        )
    return pieces[int(np.argmin(misfits))]


def floor_pieces(world_mm: Floats) -> list[Floats]:
    """What stands on the floor, (N, 3) each in the world, apart from each other by 30 mm or more.

    Raises
    ------
    CalibrationError : the points reach absurdly far
    """
    points_mm = world_mm[(world_mm[:, 1] > _CLEAR_OF_FLOOR_MM) & np.isfinite(world_mm).all(axis=1)]
    if not len(points_mm):
        return []
    cells = np.floor((points_mm - points_mm.min(axis=0)) / _GRID_MM).astype(np.int64)
    if np.prod(cells.max(axis=0) + 1, dtype=np.float64) > 5e7:
        raise CalibrationError("the points reach over more than 100 m; the calibration of the cameras cannot be right.")
    filled = np.zeros(cells.max(axis=0) + 1, dtype=bool)
    filled[tuple(cells.T)] = True
    labels, count = ndimage.label(filled, structure=np.ones((3, 3, 3)))
    of_point = labels[tuple(cells.T)]
    return [points_mm[of_point == one] for one in range(1, count + 1)]


def _misfit(piece_mm: Floats, size_mm: Sequence[float]) -> float:
    """How far height and footprint are from what is looked for, as the logarithm of a factor."""
    low, high = np.percentile(piece_mm, [1, 99], axis=0)
    footprint = float(np.hypot(*(high - low)[[0, 2]]))
    # One camera may see just one face of it.
    smallest, largest = min(size_mm[0], size_mm[2]), float(np.hypot(size_mm[0], size_mm[2]))
    off = max(0.0, np.log(footprint / largest), np.log(smallest / footprint))
    return max(float(off), abs(float(np.log(high[1] / size_mm[1]))))


def _box_sides(footprint_mm: Floats) -> tuple[float, float]:
    """Sides of the rectangle whose outline runs through (N, 2) points."""
    points = _thinned(footprint_mm)
    scale = _SHRINK * np.sqrt(len(points))

    def misses(rectangle: Floats) -> Floats:
        return np.append(_outline_distances(points, rectangle), scale * rectangle[2:4])

    # Two faces seen from one side also fit a diagonal; so every direction is tried.
    tries = [
        optimize.least_squares(misses, _rectangle_around(points, angle), loss="soft_l1", f_scale=10.0)
        for angle in np.radians(np.arange(0, 90, _ANGLE_STEP_DEG))
    ]
    best = min(tries, key=lambda one: float(one.cost)).x
    return 2 * abs(float(best[2])), 2 * abs(float(best[3]))


def _outline_distances(points: Floats, rectangle: Floats) -> Floats:
    """(N,) signed distances to the outline of (centre x, centre z, half width, half depth, angle)."""
    cosine, sine = np.cos(rectangle[4]), np.sin(rectangle[4])
    own = (points - rectangle[:2]) @ np.array([[cosine, -sine], [sine, cosine]])
    beyond = np.abs(own) - np.abs(rectangle[2:4])
    outside = np.linalg.norm(np.maximum(beyond, 0), axis=1)
    return np.asarray(outside + np.minimum(beyond.max(axis=1), 0))


def _rectangle_around(points: Floats, angle: float) -> Floats:
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    low, high = np.percentile(points @ turn, [1, 99], axis=0)
    return np.array([*(turn @ (low + high) / 2), *((high - low) / 2), angle])


def _top_mm(thing_mm: Floats) -> float:
    """The middle of the top face where it shows, else the upper rim."""
    heights = thing_mm[:, 1]
    rim = float(np.percentile(heights, 99))
    counts, edges = np.histogram(heights, bins=np.arange(_CLEAR_OF_FLOOR_MM, rim + 60, 10.0))
    near = edges[:-1] > rim - 60
    peak = int(np.argmax(np.where(near, counts, 0)))
    # A top face piles points up at one height; a bare wall spreads them.
    if counts[peak] < 3 * np.median(counts[~near]):
        return rim
    return float(np.median(heights[np.abs(heights - edges[peak] - 5) < 20]))


def _thinned(points: Floats) -> Floats:
    if len(points) < LEAST_POINTS:
        raise CalibrationError(f"only {len(points)} points show its sides; go closer, or add cameras.")
    return points[np.random.default_rng(0).permutation(len(points))[:_MOST_POINTS]]
