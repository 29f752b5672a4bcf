"""Premultiplied pictures in training: what lies under transparent pixels is unknown, so it must not count."""

import torch
from torch import Tensor

from fashiongan.dataset.sketches import SketchBatch


def straight_to_premultiplied(rgba: Tensor) -> Tensor:
    """(B, 4, S, S) in [-1, 1] as networks make it to premultiplied RGB and alpha, 0 to 1."""
    scaled = (rgba + 1) / 2
    return torch.cat([scaled[:, :3] * scaled[:, 3:], scaled[:, 3:]], dim=1)


def premultiplied_to_straight(cloth: Tensor) -> Tensor:
    """The way back."""
    rgb = cloth[:, :3] / cloth[:, 3:].clamp(min=1e-3)
    return torch.cat([rgb.clamp(0, 1), cloth[:, 3:]], dim=1) * 2 - 1


def on_ground(cloth: Tensor, ground: Tensor) -> Tensor:
    """(B, 4, S, S) premultiplied on (B, 3, 1, 1) grounds in [-1, 1]: (B, 3, S, S) in [-1, 1]."""
    return (cloth[:, :3] + (ground + 1) / 2 * (1 - cloth[:, 3:])) * 2 - 1


def sketch_picture(batch: SketchBatch) -> Tensor:
    """(B, 4, S, S) in [-1, 1]: black ink on paper, hints as they are, opaque."""
    paper = batch.hints[:, :3] + (1 - batch.hints[:, 3:])
    drawn = (paper + 1) * (1 - batch.ink) - 1
    return torch.cat([drawn, torch.ones_like(batch.ink)], dim=1)
