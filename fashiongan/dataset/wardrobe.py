"""The garments that a generator was trained on, as it knows them: what open attributes and styles are drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

PREFIX = "wardrobe."
# Among garments that match equally well, this many with the nearest colour take part in a draw.
NEAREST = 24


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """labels : (N, A) int64, columns of VOCABULARY; lab : (N, 6) CIELAB of the main and second colour;
    style : (N, W) codes of the style encoder"""

    labels: Tensor
    lab: Tensor
    style: Tensor

    def to_tensors(self) -> dict[str, Tensor]:
        """Small tensors to travel with the weights."""
        return {
            f"{PREFIX}labels": self.labels.to(torch.uint8),
            f"{PREFIX}lab": self.lab.half(),
            f"{PREFIX}style": self.style.half(),
        }

    def alike(self, labels: Tensor, lab: Tensor, random: torch.Generator) -> Tensor:
        """(M,) for each of (M, A) labels and (M, 6) colours a row of the same category: of those that agree in most and
        are NEAREST in colour, one at random."""
        agreeing = (labels[:, None] == self.labels).sum(2) + 100.0 * (labels[:, None, 0] == self.labels[:, 0])  # (M, N)
        distance = torch.cdist(lab[:, :3], self.lab[:, :3])
        rank = torch.argsort(agreeing - distance / 1000, dim=1, descending=True)[:, :NEAREST]
        best = agreeing.gather(1, rank) == agreeing.amax(1, keepdim=True)
        choice = torch.multinomial(best.float(), 1, generator=random)
        return rank.gather(1, choice)[:, 0]

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Tensor]) -> "Wardrobe":
        """Read back `to_tensors`; KeyError where one is missing."""
        labels, lab, style = (tensors[f"{PREFIX}{name}"] for name in ("labels", "lab", "style"))
        return cls(labels.long(), lab.float(), style.float())
