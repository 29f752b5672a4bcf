"""Which measurements not to trust, and why."""

from itertools import pairwise

import numpy as np
from scipy.spatial import cKDTree

from fashiongan.body.definitions import BY_NAME, Kind
from fashiongan.body.measurements import RANGES_MM
from fashiongan.body.tailoring import TapedBody
from scanning.body_fit import ScanFit
from scanning.frame import Floats
from scanning.stance import ViewCloud

# Skin farther than this from any point was not seen; a tape of which less than that share was seen is a guess.
SEEN_MM, SEEN_SHARE = 20.0, 0.4
# What an uncertainty may be at most, in times the limit of ISO 20685-1.
MOST_LIMITS = 2.0


def doubts_about(
    taped: TapedBody,
    half_intervals_mm: dict[str, float],
    standing: Floats,
    posed: Floats,
    fit: ScanFit,
    views: list[ViewCloud],
) -> dict[str, str]:
    """The reason by name, of those measurements that are in doubt.

    standing, posed : (V, 3) the same body, as measured and as seen
    """
    points = np.concatenate([place.apply(view.points_mm) for view, place in zip(views, fit.placements, strict=True)])
    distance = np.asarray(cKDTree(points[::5]).query(posed)[0])
    skin = cKDTree(standing)
    doubts = {}
    for name, line in taped.lines_mm.items():
        reason = _doubt(name, taped.values_mm[name], half_intervals_mm.get(name, 0.0))
        if not reason and BY_NAME[name].kind not in (Kind.HEIGHT, Kind.BREADTH, Kind.DEPTH):
            vertices = np.asarray(skin.query(_dense(line))[1])
            seen = float(np.mean(distance[vertices] < SEEN_MM))
            reason = f"only {seen:.0%} of it was seen; add views" if seen < SEEN_SHARE else ""
        if reason:
            doubts[name] = reason
    return doubts


def _doubt(name: str, value_mm: float, half_interval_mm: float) -> str:
    limit = BY_NAME[name].kind.limit_mm
    if half_interval_mm > MOST_LIMITS * limit:
        return f"views disagree by {half_interval_mm:.0f} mm; stand stiller, or add views"
    low, high = RANGES_MM.get(name, (0, np.inf))
    return "" if low <= value_mm <= high else f"an adult has {low:g} to {high:g} mm; measure it by tape"


def _dense(line: Floats) -> Floats:
    """(M, 3) points along a line, every few millimetres."""
    parts = [np.linspace(a, b, max(2, int(np.linalg.norm(b - a) / 10))) for a, b in pairwise(line)]
    return np.concatenate(parts)
