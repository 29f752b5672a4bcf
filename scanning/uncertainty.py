"""How far measurements may be off, found by resampling: views left out in turn, and every other frame.

Source: the jackknife; Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 11.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from scipy.special import stdtrit

from scanning.body_fit import ScanFit, refined
from scanning.frame import Floats
from scanning.stance import ViewCloud
from scanning.surface_fit import SkinLayer, standing_mm

MOST_GROUPS = 8
POINTS_A_VIEW = 6_000
# A spread from few groups is itself uncertain, which Student's t allows for; with fewer than four it would say nothing.
LEAST_FREEDOM = 3

Value = TypeVar("Value")
Measure = Callable[[Floats], dict[str, float]]
Halves = tuple[list[ViewCloud], list[ViewCloud]]


def half_intervals_mm(
    fit: ScanFit,
    views: list[ViewCloud],
    halves: Halves,
    layer: SkinLayer,
    measure: Measure,
    on_refit: Callable[[int, int], None] = lambda done, of: None,
) -> dict[str, float]:
    """Half the 95 % interval of each measurement by name.

    views, halves : the points of the fit, and those of either half of the frames; measure : (V, 3) standing vertices to
    measurements; on_refit : told before each of some refits
    """
    groups = _groups(len(views))
    again = [(_without(fit, group), _but(views, group)) for group in groups] + [(fit, half) for half in halves]
    found = []
    for done, (begun, some) in enumerate(again):
        on_refit(done, len(again))
        found.append(_again(begun, some, layer, measure))
    left_out, by_frames = found[: len(groups)], found[len(groups) :]
    names = by_frames[0]
    widths = float(stdtrit(max(len(left_out) - 1, LEAST_FREEDOM), 0.975))
    return {name: widths * _spread(left_out, by_frames, name) for name in names}


def _spread(left_out: Sequence[dict[str, float]], by_frames: Sequence[dict[str, float]], name: str) -> float:
    """The standard deviation from both: the jackknife over views, and half the difference of the halves."""
    first, second = (one[name] for one in by_frames)
    return float(np.hypot(jackknife_spread([one[name] for one in left_out]), (first - second) / 2))


def jackknife_spread(left_out: Sequence[float]) -> float:
    """The standard deviation of an estimate, from the estimates with each group left out in turn."""
    values = np.array(left_out)
    return float(np.sqrt((len(values) - 1) / len(values) * ((values - values.mean()) ** 2).sum()))


def _again(fit: ScanFit, views: list[ViewCloud], layer: SkinLayer, measure: Measure) -> dict[str, float]:
    thinned = [view.thinned(POINTS_A_VIEW) for view in views]
    return measure(standing_mm(layer.fitted(refined(fit, thinned, layer.body), thinned, rounds=1), layer.body))


def _groups(count: int) -> list[list[int]]:
    """Which views are left out together: each alone, or if there are many, opposite ones."""
    groups = min(count, MOST_GROUPS)
    return [list(range(first, count, groups)) for first in range(groups)]


def _without(fit: ScanFit, group: list[int]) -> ScanFit:
    return replace(fit, placements=tuple(_but(fit.placements, group)))


def _but(values: Sequence[Value], group: list[int]) -> list[Value]:
    return [value for index, value in enumerate(values) if index not in group]
