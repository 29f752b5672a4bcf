"""Leave one out: is a garment that somebody owns told from others, by the rest of what they own?"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.dataset.ownership import Ownership

# As in Kang et al. (2017), AUC is taken against so many garments; of the alike ones, against the nearest fifth.
SAMPLED, ALIKE_SHARE = 100, 0.2
MOST_HELD, LEAST_OTHERS = 30, 3
# Scores garments (M,) by the rows of the others that somebody owns.
Score = Callable[[Tensor, Tensor], Tensor]


class Others(StrEnum):
    """Whose the garments are that the held-out one is compared with: other people's, and of those which."""

    ANY = "any"
    ALIKE = "photographed alike"
    CATEGORY = "of the same category"


@dataclass(frozen=True, eq=False)
class Trial:
    """One garment of somebody's, the rest of what they own, and garments of other people; all are rows."""

    person: int
    held: int
    known: Tensor
    others: Tensor


@dataclass(frozen=True, slots=True)
class Auc:
    """Area under the ROC curve, the mean over people, with its standard error over them."""

    value: float
    error: float
    people: int


def leave_one_out(
    ownership: Ownership, others: Others, lighting: Tensor, category: Tensor, seed: int = 0
) -> list[Trial]:
    """A trial for each garment (30 at most) of everybody who owns five or more.

    Parameters
    ----------
    lighting : (N, L) how each picture was taken; category : (N,)
    """
    random = np.random.default_rng(seed)
    scaled = (lighting - lighting.mean(0)) / (lighting.std(0) + 1e-6)
    trials = []
    for person, rows in ownership.wardrobes().items():
        strangers = torch.nonzero(ownership.owner != person)[:, 0]
        for held in sorted(random.permutation(rows.numpy())[:MOST_HELD].tolist()):
            if others is Others.CATEGORY:
                chosen = strangers[category[strangers] == category[held]]
            elif others is Others.ALIKE:
                off = (scaled[strangers] - scaled[held]).square().sum(1)
                chosen = strangers[off.argsort()[: max(LEAST_OTHERS, round(ALIKE_SHARE * len(strangers)))]]
            else:
                chosen = strangers[torch.from_numpy(random.permutation(len(strangers))[:SAMPLED])]
            if len(chosen) >= LEAST_OTHERS:
                trials.append(Trial(person, held, rows[rows != held], chosen))
    return trials


def auc(trials: list[Trial], score: Score) -> Auc:
    """How often the held-out garment scores higher than another; equals count half. Everybody counts the same."""
    shares: dict[int, list[float]] = {}
    for trial in trials:
        scores = score(trial.known, torch.cat([torch.tensor([trial.held]), trial.others]))
        shares.setdefault(trial.person, []).append(won(scores[:1], scores[1:]))
    means = np.array([np.mean(one) for one in shares.values()])
    error = float(means.std(ddof=1) / len(means) ** 0.5) if len(means) > 1 else float("nan")
    return Auc(float(means.mean()), error, len(means))


def won(first: Tensor, second: Tensor) -> float:
    """How often a number of the first is larger than one of the second: (A,) and (B,) to 0-1, equals as half."""
    gap: NDArray[np.float64] = np.sign(first.double().numpy()[:, None] - second.double().numpy()[None])
    return float((gap.mean() + 1) / 2)
