"""What a picture shows that somebody may like: statistics of frozen features, and a linear head of K numbers.

Source: Kang et al., Visually-Aware Fashion Recommendation and Design with GANs (2017), arXiv 1711.02231. They train 60
million weights from nothing on hundreds of thousands of purchases; of some thousand garments only a head can be learnt.
"""

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from fashiongan.networks.fisher_axes import fisher_axes
from fashiongan.networks.image_features import OUTPUTS, ImageFeatures

TASTE_PX = 128
# Means of every map, spreads of the two finest, and the strongest answers of the coarsest.
SEEN = sum(OUTPUTS.values()) + sum(list(OUTPUTS.values())[:2]) + list(OUTPUTS.values())[-1]
_FAINT = 1e-4


@dataclass(frozen=True, slots=True)
class TasteShape:
    """Everything that must be known to build the network that some weights belong to."""

    width: int = 64

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


class TasteNetwork(nn.Module):
    """(B, 3, S, S) RGB in [-1, 1], S a multiple of 32, to (B, K) codes; a person likes a picture by theta . code."""

    centre: Tensor
    spread: Tensor

    def __init__(self, shape: TasteShape) -> None:
        super().__init__()
        self.shape = shape
        self.features = ImageFeatures()
        self.register_buffer("centre", torch.zeros(SEEN))
        self.register_buffer("spread", torch.ones(SEEN))
        self.head = nn.Linear(SEEN, shape.width)

    def forward(self, rgb: Tensor) -> Tensor:
        return self.code(self.see(rgb))

    def see(self, rgb: Tensor) -> Tensor:
        """(B, SEEN) statistics of the frozen features."""
        maps = [one.float() for one in self.features(rgb)]
        spreads = [(one.var((2, 3)) + _FAINT).sqrt() for one in maps[:2]]
        return torch.cat([*(one.mean((2, 3)) for one in maps), *spreads, maps[-1].amax((2, 3))], dim=1)

    def code(self, seen: Tensor) -> Tensor:
        """(B, SEEN) to (B, K)."""
        code: Tensor = self.head((seen - self.centre) / self.spread)
        return code

    @torch.no_grad()
    def fit_axes(self, views: Tensor) -> None:
        """Begin with the axes along which garments differ most against how much views of one garment do.

        Parameters
        ----------
        views : (V, N, SEEN) statistics of N garments, each seen V times in another light and pose
        """
        found = fisher_axes(views, self.shape.width)
        self.centre.copy_(found.centre)
        self.spread.copy_(found.spread)
        self.head.weight.copy_(found.axes)
        self.head.bias.zero_()
