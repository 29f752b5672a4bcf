"""Realism and variety apart: precision, recall, density and coverage; and whether pictures were copied.

Sources: Kynkaanniemi et al., Improved Precision and Recall (2019), https://arxiv.org/abs/1904.06991; Naeem et al.,
Reliable Fidelity and Diversity Metrics (2020), https://arxiv.org/abs/2002.09797.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

Features = NDArray[np.float64]
NEIGHBOURS = 5


@dataclass(frozen=True, slots=True)
class ManifoldScores:
    """precision : share of fakes among the real; recall : share of the real among fakes; density and coverage likewise,
    less led by outliers (density may exceed 1)."""

    precision: float
    recall: float
    density: float
    coverage: float


def manifold_scores(real: Features, fake: Features, neighbours: int = NEIGHBOURS) -> ManifoldScores:
    """Compare (N, D) real with (M, D) fake features, each set with more than `neighbours` rows."""
    between = cdist(real, fake)  # (N, M)
    real_radius, fake_radius = _radius(real, neighbours), _radius(fake, neighbours)
    in_real_ball = between <= real_radius[:, None]
    return ManifoldScores(
        precision=float(in_real_ball.any(0).mean()),
        recall=float((between <= fake_radius[None]).any(1).mean()),
        density=float(in_real_ball.sum(0).mean() / neighbours),
        coverage=float(in_real_ball.any(1).mean()),
    )


def _radius(features: Features, neighbours: int) -> Features:
    """(N,) distance to the k-th nearest other row."""
    return np.asarray(np.sort(cdist(features, features), axis=1)[:, neighbours])


@dataclass(frozen=True, slots=True)
class CopyCheck:
    """How near pictures come to the training set. distance_ratio : median nearest distance of fakes over that of
    held-out real pictures; too_near : share of fakes nearer than all but 1 % of the held-out ones."""

    distance_ratio: float
    too_near: float


def copy_check(fake: Features, held_out: Features, training: Features) -> CopyCheck:
    """Compare nearest training neighbours: fakes that copy come nearer than pictures of other people's clothes do."""
    fake_nearest, held_out_nearest = (cdist(one, training).min(1) for one in (fake, held_out))
    floor = np.quantile(held_out_nearest, 0.01)
    ratio = np.median(fake_nearest) / np.median(held_out_nearest)
    return CopyCheck(float(ratio), float((fake_nearest < floor).mean()))
