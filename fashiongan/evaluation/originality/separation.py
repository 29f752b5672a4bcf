"""How well copies are told from new garments in a feature space."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial.distance import cdist

from fashiongan.evaluation.kid import Features

FLOOR = 0.01


@dataclass(frozen=True, slots=True)
class Separation:
    """found_first : share of copies to which the copied garment is the nearest of all; apart : how often a copy is
    nearer to the copied garment than a new garment is to any; too_near : share of copies nearer than all but 1 % of new
    garments are"""

    found_first: float
    apart: float
    too_near: float


def separation(copies: Features, copied: Features, training: Features) -> Separation:
    """Compare copies of held-out garments with these garments themselves.

    Parameters
    ----------
    copies, copied : (M, D), row by row; copied garments are new, each is compared with (N, D) of training
    """
    to_all = cdist(copies, np.concatenate([copied, training]))
    own = np.diagonal(to_all)
    new = cdist(copied, training).min(1)
    return Separation(
        found_first=float((to_all.argmin(1) == np.arange(len(copies))).mean()),
        apart=float((own[:, None] < new[None]).mean()),
        too_near=float((own < np.quantile(new, FLOOR)).mean()),
    )
