"""How cloth looks, apart from how it is cut: statistics of early image features inside a mask, as a short code.

Source: that channel means and spreads of early features hold texture and palette is Gatys et al. (2016) and Huang and
Belongie, Arbitrary Style Transfer with AdaIN (2017). Ours sees only cells well inside the garment and whitens.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.image_features import OUTPUTS, ImageFeatures

BLOCKS = 5
# The two finest maps of ImageFeatures.
_CHANNELS = tuple(OUTPUTS.values())[:2]
STATISTICS = 2 * sum(_CHANNELS)
_FAINT = 1e-4
_LEAST_SPREAD = 1e-3


def cloth_statistics(maps: list[Tensor], alpha: Tensor) -> Tensor:
    """Mean and spread of each channel over the cells that lie wholly in the garment: (B, STATISTICS).

    Parameters
    ----------
    maps : the two finest maps of ImageFeatures, (B, C, R, R)
    alpha : (B, 1, S, S) 0 to 1
    """
    parts = []
    for feature in maps[: len(_CHANNELS)]:
        weight = _inside(alpha, feature.shape[-1])
        total = weight.sum((2, 3))
        mean = (feature.float() * weight).sum((2, 3)) / total
        variance = ((feature.float() - mean[:, :, None, None]) ** 2 * weight).sum((2, 3)) / total
        parts += [mean, (variance + _FAINT).sqrt()]
    return torch.cat(parts, dim=1)


def _inside(alpha: Tensor, size: int) -> Tensor:
    """Weight of each of size x size cells: near 1 where every pixel around is garment, never quite 0."""
    stride = alpha.shape[-1] // size
    worst = 1 - functional.max_pool2d(1 - alpha.float(), 2 * stride + 1, stride, padding=stride)
    weight: Tensor = worst**2 + _FAINT
    return weight


class StyleEncoder(nn.Module):
    """(B, 4, S, S) RGBA in [-1, 1], S a multiple of 32, to (B, W) codes of length sqrt(W).

    `centre` and `axes` are fitted once to the garments that a generator is trained on (`fit`).
    """

    centre: Tensor
    axes: Tensor

    def __init__(self, width: int) -> None:
        super().__init__()
        self.features = ImageFeatures(BLOCKS)
        self.register_buffer("centre", torch.zeros(STATISTICS))
        self.register_buffer("axes", torch.zeros(STATISTICS, width))

    def forward(self, rgba: Tensor) -> Tensor:
        return self.code(self.statistics(rgba))

    def statistics(self, rgba: Tensor) -> Tensor:
        """(B, STATISTICS) of garments laid on white."""
        alpha = (rgba[:, 3:] + 1) / 2
        return cloth_statistics(self.features(rgba[:, :3] * alpha + 1 - alpha), alpha)

    def code(self, statistics: Tensor) -> Tensor:
        """(B, STATISTICS) to (B, W)."""
        whitened = (statistics - self.centre) @ self.axes
        code: Tensor = functional.normalize(whitened, dim=-1) * self.axes.shape[1] ** 0.5
        return code

    @torch.no_grad()
    def fit(self, statistics: Tensor) -> None:
        """Take the W strongest principal axes of (N, STATISTICS), each scaled to unit spread."""
        self.centre.copy_(statistics.mean(0))
        _, spread, axes = torch.linalg.svd((statistics - self.centre).double(), full_matrices=False)
        width = min(self.axes.shape[1], len(spread))
        # Axes along which nothing differs would blow noise up.
        scale = spread[:width].clamp(min=float(spread[0]) * _LEAST_SPREAD) / max(1, len(statistics) - 1) ** 0.5
        self.axes.zero_()
        self.axes[:, :width] = (axes[:width].T / scale).to(self.axes)
