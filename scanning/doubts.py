"""Which measurements not to trust, and why."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from fashiongan.body.definitions import BY_NAME, Kind
from fashiongan.body.measurements import RANGES_MM
from fashiongan.body.tailoring import TapedBody
from scanning.frame import Floats

# Skin farther than this from any point was not seen; a tape of which less than that share was seen is a guess.
SEEN_MM, SEEN_SHARE = 20.0, 0.4
# What stands off the body by more than this is not skin: a fold, a bag, long hair. Where it is such a share of all that
# was seen so near, the tape is spoilt there. Single pixels that fly at edges are no such share.
FOREIGN_MM, FOREIGN_SHARE, SPOILT_MM, SPOILT_SHARE = 35.0, 0.2, 80.0, 0.1
# Arms closer to the vertical than this hide the flanks, and the flanks them.
ARMS_OUT_DEG = 15.0
# An upper arm has at most 0.99 of the calf's girth in simulated adults; in a padded jacket of 25 mm, 1.05 and more.
SLEEVED = 1.02
TRUNK_AND_ARMS = (
    "chest_mm", "bust_mm", "underbust_mm", "waist_mm", "top_hip_mm", "hip_mm", "seat_mm", "armscye_mm", "upper_arm_mm",
    "elbow_mm", "forearm_mm", "waist_breadth_mm", "hip_breadth_mm", "across_back_mm", "across_front_mm",
    "bust_back_mm", "waist_back_mm", "hip_back_mm",
)  # fmt: skip
# What an uncertainty may be at most, in times the limit of ISO 20685-1.
MOST_LIMITS = 2.0


def doubts_about(
    taped: TapedBody,
    half_intervals_mm: dict[str, float],
    standing: Floats,
    posed: Floats,
    points: Floats,
    arms_out: float,
) -> dict[str, str]:
    """The reason by name, of those measurements that are in doubt.

    standing, posed : (V, 3) the same body, as measured and as seen; points : (N, 3) what was seen, about `posed`;
    arms_out : degrees between the upper arms and the vertical
    """
    distance = np.asarray(cKDTree(points[::5]).query(posed)[0])
    spoilt = _beside_foreign(points[::5], posed)
    above_legs = _of_trunk_and_arms(taped.values_mm, arms_out)
    skin = cKDTree(standing)
    doubts = {}
    for name, line in taped.lines_mm.items():
        reason = _doubt(name, taped.values_mm[name], half_intervals_mm.get(name, 0.0))
        if not reason and name in TRUNK_AND_ARMS:
            reason = above_legs
        if not reason and BY_NAME[name].kind not in (Kind.HEIGHT, Kind.BREADTH, Kind.DEPTH):
            vertices = np.asarray(skin.query(_dense(line))[1])
            reason = _badly_seen(float(np.mean(distance[vertices] < SEEN_MM)), float(spoilt[vertices].mean()))
        if reason:
            doubts[name] = reason
    return doubts


def _of_trunk_and_arms(values_mm: dict[str, float], arms_out: float) -> str:
    """What puts all of `TRUNK_AND_ARMS` in doubt, or nothing."""
    if arms_out < ARMS_OUT_DEG:
        return f"the arms hung {arms_out:.0f} degrees from the body; hold them out by 30"
    arm, calf = values_mm["upper_arm_mm"], values_mm["calf_mm"]
    if arm > SLEEVED * calf:
        return f"an upper arm of {arm:.0f} mm on a calf of {calf:.0f} looks like a jacket; wear tight clothes"
    return ""


def _beside_foreign(points: Floats, posed: Floats) -> NDArray[np.bool_]:
    """(V,) which vertices have much near them that stands off the body."""
    off = np.asarray(cKDTree(posed).query(points)[0]) > FOREIGN_MM
    if not off.any():
        return np.zeros(len(posed), bool)
    foreign, near = (
        cKDTree(some).query_ball_point(posed, SPOILT_MM, return_length=True) for some in (points[off], points)
    )
    return np.asarray(foreign > FOREIGN_SHARE * near)


def _badly_seen(seen: float, spoilt: float) -> str:
    if seen < SEEN_SHARE:
        return f"only {seen:.0%} of it was seen; add views"
    return f"something stands off the body at {spoilt:.0%} of it; wear tight clothes" if spoilt > SPOILT_SHARE else ""


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
