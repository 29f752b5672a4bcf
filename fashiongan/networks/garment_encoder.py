"""A small residual network that reads attributes and colours off a garment; its embedding is our own feature space.

Source: He et al., Deep Residual Learning (2016). It is trained on garments alone, from nothing, so it shares no
features with a discriminator that looks through a network trained on photos of everything.
"""

from dataclasses import asdict, dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

READER_PX = 128
# Channels after each halving of the resolution.
_WIDTHS = (32, 64, 128, 256)


@dataclass(frozen=True, slots=True)
class ReaderShape:
    """Everything that must be known to build the network that some weights belong to."""

    vocabulary_sizes: tuple[int, ...]
    width: int = 256

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


class _Residual(nn.Module):
    """Halve the resolution, then add what two convolutions see."""

    def __init__(self, channels_in: int, channels_out: int) -> None:
        super().__init__()
        self.down = nn.Conv2d(channels_in, channels_out, 3, stride=2, padding=1, bias=False)
        self.norms = nn.ModuleList([nn.BatchNorm2d(channels_out) for _ in range(3)])
        self.look = nn.ModuleList([nn.Conv2d(channels_out, channels_out, 3, padding=1, bias=False) for _ in range(2)])

    def forward(self, feature: Tensor) -> Tensor:
        feature = functional.relu(self.norms[0](self.down(feature)))
        seen = functional.relu(self.norms[1](self.look[0](feature)))
        return functional.relu(feature + self.norms[2](self.look[1](seen)))


class GarmentEncoder(nn.Module):
    """(B, 3, S, S) RGB in [-1, 1] to embeddings (B, width), a list of (B, words) logits and (B, 6) scaled CIELAB."""

    def __init__(self, shape: ReaderShape) -> None:
        super().__init__()
        self.shape = shape
        channels = (3, *_WIDTHS)
        self.body = nn.Sequential(*(_Residual(a, b) for a, b in pairwise(channels)))
        self.join = nn.Linear(2 * _WIDTHS[-1], shape.width)
        self.words = nn.ModuleList([nn.Linear(shape.width, size) for size in shape.vocabulary_sizes])
        self.colors = nn.Linear(shape.width, 6)

    def embed(self, rgb: Tensor) -> Tensor:
        """(B, 3, S, S) to (B, width)."""
        seen = self.body(rgb)
        pooled = torch.cat([seen.mean((2, 3)), seen.amax((2, 3))], dim=1)
        return functional.relu(self.join(pooled))

    def forward(self, rgb: Tensor) -> tuple[Tensor, list[Tensor], Tensor]:
        embedding = self.embed(rgb)
        hidden = functional.dropout(embedding, 0.3, self.training)
        return embedding, [head(hidden) for head in self.words], self.colors(hidden)
