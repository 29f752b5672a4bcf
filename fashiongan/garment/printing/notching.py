"""Where a piece is notched: what meets in a seam, the mouths of darts, and where a seam ends in a smooth outline."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fashiongan.garment.curves import Points
from fashiongan.garment.pattern import SEAM_ALLOWANCE_MM, Panel, Pattern
from fashiongan.garment.printing.offsetting import outward_at

NOTCH_MM = 5.0
# Of a narrow allowance a notch takes this share, so that it never reaches the seam.
NOTCH_SHARE, LEAST_NOTCH_MM = 0.6, 3.0
# Edges that meet at more than this show by their corner where the seam ends.
SMOOTH_DEG = 20.0
# Two notches nearer than this cannot be told from one.
APART_MM = 4.0

Dart = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Notch:
    """place : (2,) on the net outline; outward : (2,) unit vector to the cut line, which lies `wide_mm` away."""

    place: Points
    outward: Points
    wide_mm: float

    @property
    def line(self) -> Points:
        """(2, 2) from the cut line inwards."""
        tip = self.place + self.wide_mm * self.outward
        return np.stack([tip, tip - min(NOTCH_MM, max(NOTCH_SHARE * self.wide_mm, LEAST_NOTCH_MM)) * self.outward])


def darts_of(pattern: Pattern, panel: Panel) -> list[Dart]:
    """Pairs of neighbouring edges that are sewn to each other, each meeting in a dart's point."""
    sewn = {frozenset((one.first, one.second)) for one in pattern.seams}
    return [pair for pair in _neighbours(panel) if frozenset(((panel.name, pair[0]), (panel.name, pair[1]))) in sewn]


def allowance_mm(panel: Panel, edge: str) -> float:
    """How far outside an edge its piece is cut."""
    return panel.piece.allowance_mm.get(edge, SEAM_ALLOWANCE_MM)


def notches_of(pattern: Pattern, panel: Panel, darts: list[Dart]) -> NDArray[np.float64]:
    """(K, 2, 2) from the cut line inwards, square to the edges."""
    matched = [(edge, place) for edge, found in pattern.notches_mm(panel.name).items() for place in found]
    notches = [_on_edge(panel, edge, place) for edge, place in [*matched, *_mouths(panel, darts)]]
    taken = np.array([notch.place for notch in notches]).reshape(-1, 2)
    ends = _ends(pattern, panel)
    notches += [one for one in ends if np.linalg.norm(taken - one.place, axis=1).min(initial=np.inf) > APART_MM]
    return np.array([notch.line for notch in notches]).reshape(-1, 2, 2)


def _on_edge(panel: Panel, edge: str, place: Points) -> _Notch:
    return _Notch(place, outward_at(panel.edges[edge], place), allowance_mm(panel, edge))


def _neighbours(panel: Panel) -> list[tuple[str, str]]:
    names = list(panel.edges)
    return list(pairwise([*names, names[0]]))


def _mouths(panel: Panel, darts: list[Dart]) -> list[tuple[str, Points]]:
    """Both ends of every dart's mouth, each on the edge beside it."""
    names = list(panel.edges)
    places = []
    for first, second in darts:
        before, after = names[names.index(first) - 1], names[(names.index(second) + 1) % len(names)]
        places += [(before, panel.edges[first][0]), (after, panel.edges[second][-1])]
    return places


def _ends(pattern: Pattern, panel: Panel) -> list[_Notch]:
    """Where one seam ends and the next begins without a corner: a sleeve at the shoulder, a collar at the back."""
    sewn = {end[1] for seam in pattern.seams for end in (seam.first, seam.second) if end[0] == panel.name}
    return [_between(panel, *pair) for pair in _neighbours(panel) if set(pair) & sewn and _is_smooth(panel, *pair)]


def _is_smooth(panel: Panel, before: str, after: str) -> bool:
    place = panel.edges[after][0]
    cosine = outward_at(panel.edges[before], place) @ outward_at(panel.edges[after], place)
    return bool(cosine > np.cos(np.radians(SMOOTH_DEG)))


def _between(panel: Panel, before: str, after: str) -> _Notch:
    """At the end that two edges share, from the wider of their allowances."""
    place = panel.edges[after][0]
    outward = outward_at(panel.edges[before], place) + outward_at(panel.edges[after], place)
    wide_mm = max(allowance_mm(panel, edge) for edge in (before, after))
    return _Notch(place, outward / np.linalg.norm(outward), wide_mm)
