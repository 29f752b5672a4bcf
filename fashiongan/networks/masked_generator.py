"""Silhouette to garment: the conditional generator, told at every scale where cloth is.

Shape and texture are given apart, as in the mask-conditioned networks of Sbai et al., DeSIGN (2018),
https://arxiv.org/abs/1804.00921. What is known of the silhouette is added to the generator's features by convolutions
that begin as zero, so that it starts as a generator which can draw already: Zhang et al., ControlNet (2023),
https://arxiv.org/abs/2302.05543.
"""

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.conditioning import Conditions

# Channels that look at the silhouette, from its own size down to 4 px; what is coarser sees more of it.
_FINEST, _WIDEST = 8, 64


class SilhouettePyramid(nn.Module):
    """(B, 1, S, S) coverage, 0 to 1, to what is to be added at each resolution: size to (B, C, size, size)."""

    def __init__(self, shape: GeneratorShape) -> None:
        super().__init__()
        sizes = [*reversed(shape.scales), 4]
        widths = [min(_WIDEST, _FINEST * 2**step) for step in range(len(sizes))]
        self.first = nn.Conv2d(1, widths[0], 3, padding=1)
        self.downs = nn.ModuleList([nn.Conv2d(a, b, 4, stride=2, padding=1) for a, b in pairwise(widths)])
        self.adds = nn.ModuleDict(
            {str(size): nn.Conv2d(width, shape.channels(size), 1) for size, width in zip(sizes, widths, strict=True)}
        )
        for add in self.adds.values():
            nn.init.zeros_(add.weight)  # type: ignore[arg-type]
            nn.init.zeros_(add.bias)  # type: ignore[arg-type]

    def forward(self, coverage: Tensor) -> dict[int, Tensor]:
        seen = functional.leaky_relu(self.first(coverage * 2 - 1), 0.2)
        maps = [seen]
        for down in self.downs:
            seen = functional.leaky_relu(down(seen), 0.2)  # (B, C, H / 2, W / 2)
            maps.append(seen)
        return {int(size): add(one) for (size, add), one in zip(self.adds.items(), maps, strict=True)}


class MaskedGenerator(nn.Module):
    """Latents, conditions and (B, 1, S, S) coverage, 0 to 1, to (B, 4, S, S) RGBA in [-1, 1].

    Alpha is where the network believes the garment to be; where it shall be is known, see `covered`.
    """

    def __init__(self, shape: GeneratorShape) -> None:
        super().__init__()
        self.shape = shape
        self.pyramid = SilhouettePyramid(shape)
        self.generator = ConditionalGenerator(shape)

    def forward(self, latent: Tensor, conditions: Conditions, coverage: Tensor) -> Tensor:
        made: Tensor = self.generator(latent, conditions, self.pyramid(coverage))
        return made


def covered(made: Tensor, coverage: Tensor) -> Tensor:
    """(B, 4, S, S) as a generator makes it, with (B, 1, S, S) coverage, 0 to 1, for its alpha."""
    return torch.cat([made[:, :3], coverage * 2 - 1], dim=1)
