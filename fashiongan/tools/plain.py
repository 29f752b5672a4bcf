"""Cloth without its pattern, roughly: its colour, with the light and shade that lies on it at large."""

import torch
from torch import Tensor
from torch.nn import functional

# Folds are larger than most patterns; of what is smaller, little is kept, for it may be either.
SHADE_PX, DETAIL_SHARE = 17, 0.25
SHADE_POWER = 0.6
_DARKEST, _LIGHTEST = 0.55, 1.35
_SOLID = 0.5


def plained(rgb: Tensor, alpha: Tensor) -> Tensor:
    """(B, 3, H, W) cloth in [-1, 1] in its own median colour.

    Parameters
    ----------
    alpha : (B, 1, H, W) 0 to 1, where there is cloth
    """
    return torch.cat([_plained(*one) for one in zip(torch.split(rgb, 1), torch.split(alpha, 1), strict=True)])


def _plained(rgb: Tensor, alpha: Tensor) -> Tensor:
    scaled, cloth = (rgb + 1) / 2, alpha > _SOLID
    if not bool(cloth.any()):
        return rgb
    color = scaled[:, :, cloth[0, 0]].median(dim=2).values[:, :, None, None]
    light = scaled.mean(1, keepdim=True)
    around = _blurred(light * alpha) / _blurred(alpha).clamp(min=1e-3)
    middle = around[cloth].median()
    shade = (around / middle.clamp(min=0.05)).clamp(_DARKEST, _LIGHTEST) ** SHADE_POWER
    return (color * shade + DETAIL_SHARE * (light - around)).clamp(0, 1) * 2 - 1


def _blurred(one: Tensor) -> Tensor:
    for _ in range(2):
        one = functional.avg_pool2d(one, SHADE_PX, 1, SHADE_PX // 2, count_include_pad=False)
    return one
