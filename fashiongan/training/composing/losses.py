"""What holds a garment in a photo to the photo, and to the garment that it began as."""

import torch
from torch import Tensor
from torch.nn import functional

# The background is eroded so far, as in the paper, so that edges are free.
ERODED_PX = 5
# Differences that a blur of so many pixels takes away are structure; the rest is light and colour.
FINE_PX = 17


def background_loss(made: Tensor, ground: Tensor, alpha: Tensor) -> Tensor:
    """Mean L1 of (B, 3, S, S) pictures to their grounds, well outside the (B, 1, S, S) garment of 0 to 1.

    Source: Park et al., MC-GAN (2018), equation 6.
    """
    outside = (functional.max_pool2d(alpha.detach(), ERODED_PX, stride=1, padding=ERODED_PX // 2) < 0.5).float()
    return ((made - ground).abs() * outside).sum() / (3 * outside.sum()).clamp(min=1)


def fine_change(made: Tensor, plain: Tensor, alpha: Tensor) -> Tensor:
    """Mean fine change of (B, 3, S, S) cloth inside a (B, 1, S, S) garment; light and colour cast are free."""
    change = (made - plain) * alpha
    around = functional.avg_pool2d(torch.cat([change, alpha], dim=1), FINE_PX, stride=1, padding=FINE_PX // 2)
    fine = change - alpha * around[:, :3] / around[:, 3:].clamp(min=0.05)
    return fine.abs().sum() / (3 * alpha.sum()).clamp(min=1)
