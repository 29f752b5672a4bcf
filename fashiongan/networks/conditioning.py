"""What a network is told of a garment, as one vector in which no attribute can drown another."""

from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

# CIELAB is centred and scaled to about unit spread over garments, measured on the training split.
LAB_CENTRE = (45.0, 3.0, 3.0)
LAB_SCALE = (25.0, 12.0, 14.0)


class Conditions(NamedTuple):
    """What a batch of garments shall be.

    labels : (B, A) int64; lab : (B, 6) CIELAB of the main and second colour; style : (B, W) codes of a StyleEncoder
    """

    labels: Tensor
    lab: Tensor
    style: Tensor

    def each(self, change: Callable[[Tensor], Tensor]) -> "Conditions":
        """The same change to each of the three."""
        return Conditions(*(change(one) for one in self))


class LabelEmbedding(nn.Module):
    """One normalised embedding an attribute: (B, A) int64 to (B, A, width)."""

    def __init__(self, vocabulary_sizes: tuple[int, ...], width: int) -> None:
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(size, width) for size in vocabulary_sizes])

    def forward(self, labels: Tensor) -> Tensor:
        columns = [table(labels[:, index]) for index, table in enumerate(self.tables)]
        return functional.normalize(torch.stack(columns, dim=1), dim=-1)


class ColorEmbedding(nn.Module):
    """Two colours, each as a normalised code: (B, 6) CIELAB to (B, 2, width)."""

    centre: Tensor
    scale: Tensor

    def __init__(self, width: int) -> None:
        super().__init__()
        self.register_buffer("centre", torch.tensor(LAB_CENTRE), persistent=False)
        self.register_buffer("scale", torch.tensor(LAB_SCALE), persistent=False)
        self.code = nn.Sequential(nn.Linear(3, 64), nn.SiLU(), nn.Linear(64, width))

    def forward(self, lab: Tensor) -> Tensor:
        colors = (lab.view(-1, 2, 3) - self.centre) / self.scale
        return functional.normalize(self.code(colors), dim=-1)


class StyleEmbedding(nn.Module):
    """A style code as a normalised one of another width: (B, W) to (B, 1, width)."""

    def __init__(self, style_width: int, width: int) -> None:
        super().__init__()
        self.code = nn.Sequential(nn.Linear(style_width, 64), nn.SiLU(), nn.Linear(64, width))

    def forward(self, style: Tensor) -> Tensor:
        return functional.normalize(self.code(style), dim=-1)[:, None]


class ConditionEncoder(nn.Module):
    """All attributes and both colours: (B, A) labels and (B, 6) CIELAB to (B, condition_width)."""

    def __init__(self, vocabulary_sizes: tuple[int, ...], width: int, condition_width: int) -> None:
        super().__init__()
        self.labels = LabelEmbedding(vocabulary_sizes, width)
        self.colors = ColorEmbedding(width)
        self.join = nn.Linear((len(vocabulary_sizes) + 2) * width, condition_width)

    def forward(self, labels: Tensor, lab: Tensor) -> Tensor:
        codes = torch.cat([self.labels(labels), self.colors(lab)], dim=1)  # (B, A + 2, width), unit rows
        result: Tensor = self.join(codes.flatten(1) * codes.shape[-1] ** 0.5)
        return result
