"""From a few stars to a person's taste: a logistic fit with everybody else's tastes as the prior.

Source: the likelihood is that of Rendle et al., BPR (2009), https://arxiv.org/abs/1205.2618: a liked picture is
preferred to any other, sigmoid(theta . (code_i - code_j)); the prior is a normal distribution of theta.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
# How much of the prior's spread is the same in every direction: a hundred people do not tell 64 directions apart.
EVEN = 0.5
STEPS = 20
_CONVERGED = 1e-8


@dataclass(frozen=True, eq=False)
class Prior:
    """What tastes there are. mean : (K,); precision : (K, K) inverse covariance"""

    mean: Numbers
    precision: Numbers

    @classmethod
    def of(cls, tastes: Numbers) -> "Prior":
        """The prior of (U, K) learnt tastes."""
        width = tastes.shape[1]
        covariance = np.atleast_2d(np.cov(tastes.T))
        even = np.eye(width) * max(float(np.trace(covariance)) / width, 1e-6)
        return cls(tastes.mean(0), np.linalg.inv((1 - EVEN) * covariance + EVEN * even))


@dataclass(frozen=True, eq=False)
class Opinion:
    """One picture that somebody likes (or does not), and the pictures that it was chosen from.

    code : (K,); others : (M, K)
    """

    code: Numbers
    liked: bool
    others: Numbers


def fit_taste(opinions: list[Opinion], prior: Prior) -> Numbers:
    """(K,) theta: the one most likely of all. Convex, so Newton's method finds it, the same every time."""
    differences = [(one.code - one.others) * (1 if one.liked else -1) for one in opinions]
    rows = np.concatenate(differences)
    weight = np.concatenate([np.full(len(one), 1 / len(one)) for one in differences])
    theta, loss = prior.mean.copy(), _loss(rows, weight, prior.mean, prior)
    for _ in range(STEPS):
        doubt = _sigmoid(-rows @ theta) * weight
        slope = prior.precision @ (theta - prior.mean) - rows.T @ doubt
        curvature = prior.precision + (rows * (doubt * _sigmoid(rows @ theta))[:, None]).T @ rows
        step = np.linalg.solve(curvature, slope)
        if float(slope @ step) < _CONVERGED:
            break
        theta, loss = _stepped(rows, weight, theta, step, loss, prior)
    return theta


def _stepped(
    rows: Numbers, weight: Numbers, theta: Numbers, step: Numbers, loss: float, prior: Prior
) -> tuple[Numbers, float]:
    """A whole step, or as much of it as makes the loss smaller."""
    for share in 0.5 ** np.arange(12):
        tried = theta - share * step
        reached = _loss(rows, weight, tried, prior)
        if reached < loss:
            return tried, reached
    return theta, loss


def _loss(rows: Numbers, weight: Numbers, theta: Numbers, prior: Prior) -> float:
    off = theta - prior.mean
    return float(np.logaddexp(0, -rows @ theta) @ weight + off @ prior.precision @ off / 2)


def _sigmoid(x: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -60, 60))))
