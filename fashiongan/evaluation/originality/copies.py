"""Copies of garments as somebody might pass them off: mirrored, in another light, slightly cut off and turned."""

from enum import StrEnum

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.dataset.lighting import relit

# Of each side of the picture, this share is cut off at most; and it is turned by so much at most.
MOST_CUT, MOST_TURN_RAD = 0.08, 0.08


class Way(StrEnum):
    """What was done to a copy."""

    MIRRORED = "mirrored"
    RELIT = "relit"
    CROPPED = "cropped"
    ALL = "all three"


def copies(rgba: Tensor, way: Way, random: torch.Generator) -> Tensor:
    """(N, 4, S, S) uint8 garments, each changed in one way."""
    made = rgba.float() / 127.5 - 1
    if way in (Way.MIRRORED, Way.ALL):
        made = made.flip(3)
    if way in (Way.RELIT, Way.ALL):
        made = relit(made, random)
    if way in (Way.CROPPED, Way.ALL):
        made = _turned(_cropped(made, random), random)
    return ((made + 1) * 127.5).round().clamp(0, 255).byte()


def _cropped(rgba: Tensor, random: torch.Generator) -> Tensor:
    size = rgba.shape[-1]
    cut = (torch.rand(len(rgba), 4, generator=random) * MOST_CUT * size).round().int().tolist()
    made = torch.full_like(rgba, -1)
    for to, one, (left, top, right, bottom) in zip(made, rgba, cut, strict=True):
        kept = (slice(None), slice(top, size - bottom), slice(left, size - right))
        to[kept] = one[kept]
    return made


def _turned(rgba: Tensor, random: torch.Generator) -> Tensor:
    angle = (torch.rand(len(rgba), generator=random) * 2 - 1) * MOST_TURN_RAD
    zero = torch.zeros_like(angle)
    rows = torch.stack([angle.cos(), -angle.sin(), zero, angle.sin(), angle.cos(), zero], dim=1).view(-1, 2, 3)
    grid = functional.affine_grid(rows, list(rgba.shape), align_corners=False)
    return functional.grid_sample(rgba + 1, grid, align_corners=False) - 1
