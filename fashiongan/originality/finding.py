"""What an originality check finds, as values: how near, beside how near real garments of other people are."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Distances = NDArray[np.float32]
# Shares of real garments that are nearer than a picture is, below which it is called so.
TOO_NEAR, NEAR, ORDINARY = 0.01, 0.1, 0.9


class Nearness(StrEnum):
    """A distance in words."""

    TOO_NEAR = "too near to call it new"
    NEAR = "nearer than most real garments are to one another"
    ORDINARY = "as near as real garments are to one another"
    FAR = "farther than most real garments are from one another"


@dataclass(frozen=True, eq=False)
class Scale:
    """How near real garments are to one another. nearest : (M,) rising, of garments of people who are not in the index,
    each to the garment of the index that is nearest to it"""

    nearest: Distances

    def share_nearer(self, distance: float) -> float:
        """The share of real garments that are nearer to another one than this, 0 to 1."""
        return float(np.searchsorted(self.nearest, distance, side="left") / len(self.nearest))

    def distance_of(self, share: float) -> float:
        """The distance below which this share of real garments are, 0 to 1."""
        return float(np.quantile(self.nearest, share))

    def nearness(self, distance: float) -> Nearness:
        """A distance in words."""
        share = self.share_nearer(distance)
        if share < TOO_NEAR:
            return Nearness.TOO_NEAR
        if share < NEAR:
            return Nearness.NEAR
        return Nearness.ORDINARY if share <= ORDINARY else Nearness.FAR


@dataclass(frozen=True, slots=True)
class Match:
    """A garment near a picture. row : where it stands among those that were compared; share_nearer : of real garments
    that are nearer to another one than this, 0 to 1"""

    row: int
    distance: float
    share_nearer: float
    nearness: Nearness

    @property
    def words(self) -> str:
        """One line, as in "nearer than 99 % of real garments are: too near to call it new"."""
        return f"nearer than {self.percent_farther} % of real garments are: {self.nearness}"

    @property
    def percent_farther(self) -> int:
        """So many per cent of real garments are farther from another one, rounded down; 100 is never said."""
        return min(99, int(100 * (1 - self.share_nearer) + 1e-6))


@dataclass(frozen=True, slots=True)
class Finding:
    """The garments of an index that are nearest to a picture, the nearest first."""

    matches: tuple[Match, ...]

    @property
    def nearest(self) -> Match:
        return self.matches[0]

    @property
    def words(self) -> str:
        """How near the nearest is, in one line."""
        return self.nearest.words


def nearest_matches(to: Distances, scale: Scale, count: int) -> tuple[Match, ...]:
    """The so many smallest of (N,) distances, the nearest first."""
    rows: Sequence[int] = np.argsort(to, kind="stable")[:count].tolist()
    return tuple(Match(row, float(to[row]), scale.share_nearer(to[row]), scale.nearness(to[row])) for row in rows)
