"""Regions for people to look at, each in a colour of its own."""

import torch
from torch import Tensor

# GROUND, HAIR, HEAD, TOP, BOTTOM, LEGS, ARMS.
_COLORS = (
    (245, 245, 245),
    (96, 64, 48),
    (250, 205, 170),
    (214, 84, 84),
    (72, 104, 184),
    (232, 170, 120),
    (244, 188, 140),
)
# GROUND, HEAD, TRUNK, ARMS, LEGS.
_PARTS = (0, 2, 3, 6, 4)


def painted(regions: Tensor) -> Tensor:
    """(B, H, W) of Region to (B, 3, H, W) in [-1, 1]."""
    colors = torch.tensor(_COLORS, dtype=torch.float32) / 127.5 - 1
    return colors[regions.long()].permute(0, 3, 1, 2)


def painted_body(body: Tensor) -> Tensor:
    """(B, H, W) of BodyPart to (B, 3, H, W) in [-1, 1]."""
    return painted(torch.tensor(_PARTS)[body.long()])
