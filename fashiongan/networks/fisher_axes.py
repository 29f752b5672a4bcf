"""The axes along which things differ most against how much views of one thing do.

Source: Fisher's discriminant, with each thing as a class.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

_LEAST_SPREAD, _LEAST_STRENGTH = 1e-3, 1e-3
# How much of the mean noise is added in every direction, or directions that no view told of would count too much.
_RIDGE = 0.05


@dataclass(frozen=True, slots=True)
class FisherAxes:
    """centre, spread : (S,) of what is seen; axes : (K, S), to be multiplied with what is seen, centred and scaled"""

    centre: Tensor
    spread: Tensor
    axes: Tensor


@torch.no_grad()
def fisher_axes(views: Tensor, width: int) -> FisherAxes:
    """The `width` strongest axes, the strongest last.

    Parameters
    ----------
    views : (V, N, S) statistics of N things, each seen V times
    """
    everything = views.flatten(0, 1)
    centre, spread = everything.mean(0), everything.std(0) + _LEAST_SPREAD
    scaled = (views - centre) / spread
    things = scaled.mean(0)
    noise = torch.cov((scaled - things).flatten(0, 1).T)
    noise += _RIDGE * noise.diagonal().mean() * torch.eye(len(noise))
    values, axes = torch.linalg.eigh(noise)
    whiten = axes / values.sqrt() @ axes.T
    strengths, axes = torch.linalg.eigh(whiten @ torch.cov(things.T) @ whiten)
    least = _LEAST_STRENGTH * float(strengths[-1])
    kept = whiten @ axes[:, -width:] / strengths[-width:].clamp(min=least).sqrt()
    return FisherAxes(centre, spread, kept.T)
