"""Clothes dyed in other colours, skin's among them, so that a parser tells cloth by its shape and folds, too."""

import torch
from torch import Tensor

from fashiongan.people.exchange import skin_color
from fashiongan.people.regions import Region

DYED_SHARE, LIKE_SKIN_SHARE = 0.5, 0.3
CONTRAST, NEAR_SKIN = (0.6, 1.6), 0.08


def dyed(rgb: Tensor, regions: Tensor, random: torch.Generator) -> Tensor:
    """(B, 3, H, W) in [0, 1] with some of the tops and bottoms of (B, H, W) regions in a colour of chance; folds stay.

    A colour is any, or near that of the skin that is seen.
    """
    skin = skin_color(rgb, regions)
    for region in (Region.TOP, Region.BOTTOM):
        rgb = _dyed_region(rgb, (regions == region)[:, None], skin, random)
    return rgb


def _dyed_region(rgb: Tensor, worn: Tensor, skin: Tensor, random: torch.Generator) -> Tensor:
    count = len(rgb)
    chance = torch.rand(count, 2, generator=random)
    near = skin + NEAR_SKIN * torch.randn(count, 3, generator=random)
    color = torch.where(chance[:, 1:] < LIKE_SKIN_SHARE, near, torch.rand(count, 3, generator=random))
    contrast = CONTRAST[0] + (CONTRAST[1] - CONTRAST[0]) * torch.rand(count, 1, 1, 1, generator=random)
    mean = (rgb * worn).sum((2, 3), keepdim=True) / worn.sum((2, 3), keepdim=True).clamp(min=1)
    new = ((rgb - mean) * contrast + color[..., None, None]).clamp(0, 1)
    return torch.where(worn & (chance[:, :1] < DYED_SHARE)[..., None, None], new, rgb)
