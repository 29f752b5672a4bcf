"""A network as a graph with named inputs, of which each says what it is."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from fashiongan.attributes import VOCABULARY

OUTPUT = "made"
WORDS = json.dumps({name: [str(word) for word in kind] for name, kind in VOCABULARY.items()})


@dataclass(frozen=True, eq=False)
class OnnxGraph:
    """A network, and what must be known to feed it.

    draw : makes random inputs by name, for a batch size and a generator; told : what each input and the output is;
    free_size : whether height and width of the picture, the only input, are free, too
    """

    network: nn.Module
    draw: Callable[[int, torch.Generator], dict[str, Tensor]]
    told: dict[str, str]
    free_size: bool = False
    facts: dict[str, str] = field(default_factory=dict)


def random_words(batch: int, sizes: tuple[int, ...], generator: torch.Generator) -> Tensor:
    """(B, A) int64, each below the size of its vocabulary."""
    return torch.stack([torch.randint(size, (batch,), generator=generator) for size in sizes], dim=1)
