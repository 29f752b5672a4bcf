"""How a garment was photographed, apart from what it is: measured, varied at random, and made alike.

All pictures of one person share a lamp, a camera and a wall. Whoever learns from who owns what must not learn that.
Pictures are (B, 4, S, S) RGBA in [-1, 1]; only what is well inside the garment is looked at.
"""

import torch
from torch import Tensor
from torch.nn import functional

# Spreads of the logarithms of the random gains: of each channel (white balance), of all (exposure), of gamma and
# contrast; and of the saturation.
WHITE_BALANCE, EXPOSURE, GAMMA, CONTRAST, SATURATION = 0.12, 0.2, 0.2, 0.2, 0.2
# How much of a picture is blurred out at most: as if it had been this many times smaller.
COARSEST = 3.0
STATISTICS = ("brightness", "contrast", "red cast", "blue cast", "darkest", "brightest", "sharpness")
# A person with as many garments as this is made alike half of the way: fewer garments say less of the light.
FAITH = 5.0
_LUMA = (0.299, 0.587, 0.114)
_FAINT = 1e-4


def relit(rgba: Tensor, generator: torch.Generator) -> Tensor:
    """The same garments by other lamps and cameras: white balance, exposure, gamma, contrast, saturation, sharpness."""
    spread = torch.tensor([WHITE_BALANCE] * 3 + [EXPOSURE, GAMMA, CONTRAST, SATURATION])
    drawn = (torch.randn(len(rgba), 7, generator=generator) * spread).exp()[..., None, None]
    size = 1 + torch.rand(len(rgba), generator=generator) * (COARSEST - 1)
    rgb = ((rgba[:, :3] + 1) / 2 * drawn[:, :3] * drawn[:, 3:4]).clamp(0, 1) ** drawn[:, 4:5]
    middle = (rgb * _inside(rgba)).sum((2, 3), keepdim=True)
    rgb = middle + (rgb - middle) * drawn[:, 5:6]
    grey = _luma(rgb)
    rgb = (grey + (rgb - grey) * drawn[:, 6:7]).clamp(0, 1)
    coarse = [_coarser(one[None], float(by)) for one, by in zip(rgb, size, strict=True)]
    return torch.cat([torch.cat(coarse) * 2 - 1, rgba[:, 3:]], dim=1)


def lighting_statistics(rgba: Tensor) -> Tensor:
    """(B, 7) what can be told of lamp and camera from each picture alone; see STATISTICS."""
    rgb, weight = (rgba[:, :3] + 1) / 2, _inside(rgba)
    grey = _luma(rgb)
    mean = (grey * weight).sum((1, 2, 3))
    spread = (((grey - mean[:, None, None, None]) ** 2 * weight).sum((1, 2, 3)) + _FAINT).sqrt()
    red, green, blue = (rgb * weight).sum((2, 3)).unbind(1)
    dark, bright = torch.stack([_ends(one, part) for one, part in zip(grey, weight, strict=True)]).unbind(1)
    edges = (grey - functional.avg_pool2d(grey, 3, stride=1, padding=1)).abs()
    sharp = ((edges * weight).sum((1, 2, 3)) / spread + _FAINT).log()
    return torch.stack([mean, spread, red - green, blue - green, dark, bright, sharp], dim=1)


def alike_lit(rgba: Tensor, owner: Tensor) -> Tensor:
    """Give all pictures of each owner the mean colour and contrast that garments have, the surer the more there are.

    Parameters
    ----------
    owner : (B,) int64 whose each picture is

    This also takes away what is no light: who only wears black is made to wear grey.
    """
    weight = _inside(rgba)
    rgb = (rgba[:, :3] + 1) / 2
    mean = (rgb * weight).sum((2, 3))
    spread = (((rgb - mean[..., None, None]) ** 2 * weight).sum((2, 3)).mean(1) + _FAINT).sqrt()
    made = rgb.clone()
    for one in set(owner.tolist()):
        own = owner == one
        trust = float(own.sum()) / (float(own.sum()) + FAITH)
        shift = (mean.mean(0) - mean[own].mean(0))[None, :, None, None] * trust
        gain = float(spread.mean() / spread[own].mean()) ** trust
        around = mean[own][..., None, None]
        made[own] = around + shift + (rgb[own] - around) * gain
    return torch.cat([made.clamp(0, 1) * 2 - 1, rgba[:, 3:]], dim=1)


def _inside(rgba: Tensor) -> Tensor:
    """(B, 1, S, S) weights that are 0 near the outline and sum to 1 for each picture."""
    alpha = (rgba[:, 3:] + 1) / 2
    worst = 1 - functional.max_pool2d(1 - alpha, 5, stride=1, padding=2)
    weight = (worst > 0.9).float() + _FAINT * (alpha > 0.5) + _FAINT**2
    return weight / weight.sum((2, 3), keepdim=True)


def _luma(rgb: Tensor) -> Tensor:
    """(B, 3, S, S) to (B, 1, S, S)."""
    return (rgb * torch.tensor(_LUMA)[None, :, None, None]).sum(1, keepdim=True)


def _ends(grey: Tensor, weight: Tensor) -> Tensor:
    """(2,) the 5th and the 95th percentile of what counts."""
    inside = grey[weight > weight.max() / 2]
    return inside.quantile(torch.tensor([0.05, 0.95]))


def _coarser(rgb: Tensor, times: float) -> Tensor:
    size = rgb.shape[-1]
    small = functional.interpolate(rgb, (round(size / times),) * 2, mode="bilinear", antialias=True)
    return functional.interpolate(small, (size, size), mode="bilinear", align_corners=False)
