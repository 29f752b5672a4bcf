"""How a garment looks, as a point: garments that look alike lie near, whatever the lamp and whichever way round.

Frozen features are averaged in bands from top to bottom, which a mirrored copy shares; axes along which garments
differ, but views of one garment do not, are fitted once (`fit`). Nothing is learnt by gradient.
"""

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.fisher_axes import fisher_axes
from fashiongan.networks.image_features import OUTPUTS, ImageFeatures

LIKENESS_PX, BANDS = 128, 4
# Means of every map in each band, spreads of the two finest, and the strongest answers of the coarsest.
SEEN = BANDS * sum(OUTPUTS.values()) + sum(list(OUTPUTS.values())[:2]) + list(OUTPUTS.values())[-1]
_FAINT = 1e-4


@dataclass(frozen=True, slots=True)
class LikenessShape:
    """Everything that must be known to build the network that some weights belong to."""

    width: int = 128

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


class LikenessNetwork(nn.Module):
    """(B, 3, S, S) RGB in [-1, 1], S a multiple of 32, to (B, K) of unit length."""

    centre: Tensor
    spread: Tensor
    axes: Tensor

    def __init__(self, shape: LikenessShape) -> None:
        super().__init__()
        self.shape = shape
        self.features = ImageFeatures()
        self.register_buffer("centre", torch.zeros(SEEN))
        self.register_buffer("spread", torch.ones(SEEN))
        self.register_buffer("axes", torch.zeros(shape.width, SEEN))

    def forward(self, rgb: Tensor) -> Tensor:
        return self.place(self.see(rgb))

    def see(self, rgb: Tensor) -> Tensor:
        """(B, SEEN) statistics of the frozen features."""
        maps = [one.float() for one in self.features(rgb.contiguous(memory_format=torch.channels_last))]
        bands = [functional.adaptive_avg_pool2d(one, (BANDS, 1)).flatten(1) for one in maps]
        spreads = [(one.var((2, 3)) + _FAINT).sqrt() for one in maps[:2]]
        return torch.cat([*bands, *spreads, maps[-1].amax((2, 3))], dim=1)

    def place(self, seen: Tensor) -> Tensor:
        """(B, SEEN) to (B, K)."""
        return functional.normalize(((seen - self.centre) / self.spread) @ self.axes.T, dim=1)

    @torch.no_grad()
    def fit(self, views: Tensor) -> None:
        """Take the strongest axes of (V, N, SEEN), N garments each seen V times."""
        found = fisher_axes(views, self.shape.width)
        self.centre.copy_(found.centre)
        self.spread.copy_(found.spread)
        self.axes.copy_(found.axes)
