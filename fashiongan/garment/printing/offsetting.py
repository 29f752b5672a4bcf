"""The line to cut along: an outline moved outwards, each edge by its own allowance. Millimetres."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from shapely import BufferCapStyle, LineString, MultiPoint, Polygon, unary_union
from shapely.geometry.base import BaseGeometry

from fashiongan.garment.curves import Points

# Curves are drawn with no more points than this closeness needs.
CLOSENESS_MM = 0.02
# Sharper corners are cut off straight: how far the tip may lie from the corner, in allowances.
MITRE_LIMIT = 2.5
# Less is no hem.
LEAST_HEM_MM = 1.0
SNAP_MM = 1e-3

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Border:
    """One edge of an outline, counter-clockwise. turned_up : its allowance is folded onto the piece, as a hem's is,
    so it is shaped like the piece next to it."""

    points: Points
    allowance_mm: float
    turned_up: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """A straight stretch of an outline. along, outward : unit vectors."""

    start: Vector
    end: Vector
    along: Vector
    outward: Vector
    width_mm: float


def thinned(points: Points) -> Points:
    """The same curve within 0.02 mm in as few points as that needs, both ends kept."""
    return np.array(LineString(points).simplify(CLOSENESS_MM).coords, dtype=np.float64)


def cut_line(borders: Sequence[Border]) -> Points:
    """(N, 2) the outline of what is cut, counter-clockwise: mitred at corners, mirrored at the ends of hems."""
    runs = [_runs(border) for border in borders]
    hems = [border.turned_up and border.allowance_mm > LEAST_HEM_MM for border in borders]
    parts: list[BaseGeometry] = [Polygon(np.concatenate([border.points[:-1] for border in borders]))]
    for index, own in enumerate(runs):
        following = (index + 1) % len(runs)
        if hems[index]:
            parts.append(_hem(own, runs[index - 1][-1], runs[following][0]))
            continue
        parts += _strips(own)
        if not hems[following]:
            parts.append(_corner(own[-1], runs[following][0]))
    whole = _united(parts)
    largest = max(getattr(whole, "geoms", [whole]), key=lambda part: part.area)
    line = Polygon(largest.exterior).simplify(CLOSENESS_MM / 2).exterior
    points = np.array(line.coords, dtype=np.float64)
    return points[:-1] if line.is_ccw else points[:0:-1]


def outward_at(points: Points, place: Vector) -> Vector:
    """(2,) the unit vector square to a counter-clockwise edge at the point of it that is nearest to a place."""
    starts, steps = points[:-1], np.diff(points, axis=0)
    share = ((place - starts) * steps).sum(1) / np.maximum((steps**2).sum(1), 1e-12)
    nearest = starts + np.clip(share, 0, 1)[:, None] * steps
    step = steps[np.linalg.norm(nearest - place, axis=1).argmin()]
    return np.asarray(np.array([step[1], -step[0]]) / np.linalg.norm(step))


def _runs(border: Border) -> list[_Run]:
    points = thinned(border.points)
    along = np.diff(points, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    return [
        _Run(start, end, way, np.array([way[1], -way[0]]), border.allowance_mm)
        for start, end, way in zip(points[:-1], points[1:], along, strict=True)
    ]


def _united(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    return unary_union([part for part in parts if part.area > SNAP_MM**2], grid_size=SNAP_MM)


def _strips(own: list[_Run]) -> list[BaseGeometry]:
    """The allowance of one edge, without its ends."""
    return [*(_strip(run) for run in own), *(_corner(first, second) for first, second in pairwise(own))]


def _strip(run: _Run) -> Polygon:
    out = run.width_mm * run.outward
    return Polygon([run.start, run.start + out, run.end + out, run.end])


def _corner(first: _Run, second: _Run) -> BaseGeometry:
    """What two strips leave open between them at a convex corner, out to where their lines meet."""
    corner = first.end
    ends = [corner, corner + first.width_mm * first.outward, corner + second.width_mm * second.outward]
    if first.along @ second.outward <= 1e-9:  # Hollow or straight: the strips overlap.
        return Polygon()
    tip = np.linalg.solve(np.stack([first.outward, second.outward]), [first.width_mm, second.width_mm])
    near = np.linalg.norm(tip) <= MITRE_LIMIT * max(first.width_mm, second.width_mm)
    if near and tip @ first.along >= 0 and tip @ second.along <= 0:
        ends.append(corner + tip)
    return MultiPoint(ends).convex_hull


def _hem(own: list[_Run], before: _Run, after: _Run) -> BaseGeometry:
    """The allowance of a hem, both ends of it shaped so that it lies on the piece without a gap when turned up."""
    strips = _strips(own)
    starts = _end_of_hem(own[0].start, -own[0].along, own[0], -before.along, before)
    ends = _end_of_hem(own[-1].end, own[-1].along, own[-1], after.along, after)
    if starts is None or ends is None:
        return _united([*strips, _corner(before, own[0]), _corner(own[-1], after)])
    added = _united([*strips, starts[0], ends[0]])
    return added.difference(starts[1]).difference(ends[1]).buffer(SNAP_MM, cap_style=BufferCapStyle.flat)


def _end_of_hem(
    corner: Vector, beyond: Vector, hem: _Run, upwards: Vector, beside: _Run
) -> tuple[BaseGeometry, Polygon] | None:
    """What an end of a hem gains and what it loses; None where the edge beside it does not run up from it.

    beyond : the hem's direction out of the piece; upwards : that of the edge beside it, into the piece
    """
    if beside.outward @ beyond < 0.3:
        return None
    mirrored = 2 * (upwards @ beyond) * beyond - upwards
    fold = corner + beside.width_mm / (beside.outward @ beyond) * beyond
    low = fold + hem.width_mm / (mirrored @ hem.outward) * mirrored
    gained = _united(
        [
            MultiPoint([corner, fold, corner + beside.width_mm * beside.outward]).convex_hull,
            MultiPoint([corner, fold, low, corner + hem.width_mm * hem.outward]).convex_hull,
        ]
    )
    past, far = fold + 1.05 * (low - fold), 4 * max(hem.width_mm, beside.width_mm) * beyond
    return gained, Polygon([fold, past, past + far, fold + far]).buffer(0)
