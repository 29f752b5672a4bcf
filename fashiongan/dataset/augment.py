"""Changes that leave every label true: shifts, cut-outs, plain grounds. Never a new colour on the garment.

The shifts and cut-outs are those of Zhao et al., Differentiable Augmentation (2020); its colour jitter is left out,
because colour is a label here.
"""

import torch
from torch import Tensor
from torch.nn import functional

MAX_SHIFT = 1 / 8
CUT_OUT = 1 / 2
WHITE_SHARE = 0.5


def flip_some(rgba: Tensor, may_flip: Tensor, generator: torch.Generator) -> Tensor:
    """Mirror half of the pictures that may be mirrored: (B, 4, S, S) and (B,) bool."""
    flip = may_flip & (torch.rand(len(rgba), generator=generator) < 0.5)
    return torch.where(flip[:, None, None, None], rgba.flip(3), rgba)


def composite(rgba: Tensor, ground: Tensor) -> Tensor:
    """Lay (B, 4, S, S) RGBA in [-1, 1] on (B, 3, 1, 1) grounds: (B, 3, S, S)."""
    alpha = (rgba[:, 3:] + 1) / 2
    return rgba[:, :3] * alpha + ground * (1 - alpha)


def random_grounds(count: int, generator: torch.Generator) -> Tensor:
    """(B, 3, 1, 1) plain grounds in [-1, 1]: half white, half of any colour, so that alpha itself is judged."""
    colors = torch.rand(count, 3, 1, 1, generator=generator) * 2 - 1
    white = torch.rand(count, 1, 1, 1, generator=generator) < WHITE_SHARE
    return torch.where(white, torch.ones_like(colors), colors)


def shift(rgba: Tensor, generator: torch.Generator) -> Tensor:
    """Move each picture by up to an eighth of its size; what comes in is transparent. Differentiable."""
    size = rgba.shape[-1]
    reach = int(size * MAX_SHIFT)
    padded = functional.pad(rgba, (reach,) * 4, value=-1.0)
    corners = torch.randint(0, 2 * reach + 1, (len(rgba), 2), generator=generator).tolist()
    return torch.stack([padded[i, :, y : y + size, x : x + size] for i, (y, x) in enumerate(corners)])


def cut_out_mask(count: int, size: int, generator: torch.Generator) -> Tensor:
    """(B, 1, S, S) of ones with one square of zeros, half as wide as the picture and partly outside it."""
    half = int(size * CUT_OUT) // 2
    centre = torch.randint(0, size, (count, 2, 1), generator=generator)
    near = (torch.arange(size)[None, None] - centre).abs() < half  # (B, 2, S)
    return (~(near[:, 0, :, None] & near[:, 1, None, :]))[:, None].float()


def augment(rgba: Tensor, generator: torch.Generator) -> Tensor:
    """What a discriminator is shown: shifted, on a plain ground, with a part cut out. (B, 4, S, S) to (B, 3, S, S)."""
    rgb = composite(shift(rgba, generator), random_grounds(len(rgba), generator).to(rgba.device))
    return rgb * cut_out_mask(len(rgba), rgba.shape[-1], generator).to(rgba.device)
