"""A first guess of the latent numbers behind a picture: linear in a very small version of it."""

import torch
from torch import Tensor, nn
from torch.nn import functional

CELLS = 20


class LatentEncoder(nn.Linear):
    """(B, 4, S, S) RGBA in [-1, 1] to (B, Z). Fitted by ridge regression to a generator's own pictures."""

    def __init__(self, latent_width: int) -> None:
        super().__init__(4 * CELLS**2, latent_width)

    def forward(self, rgba: Tensor) -> Tensor:
        return super().forward(cells(rgba))


def cells(rgba: Tensor) -> Tensor:
    """(B, 4, S, S) to (B, 4 * CELLS^2): alpha and the colours under it, as means of a coarse grid."""
    alpha = (rgba[:, 3:] + 1) / 2
    return functional.adaptive_avg_pool2d(torch.cat([rgba[:, :3] * alpha, alpha], dim=1), CELLS).flatten(1)
