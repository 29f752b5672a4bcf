"""Judges maps of regions, piece by piece, beside the body below and the words that were asked for.

Source: Zhu et al., Be Your Own Prada (2017), section 3.1, with the logit maps of Isola et al. (2017).
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.patch_discriminator import PatchDiscriminator
from fashiongan.networks.redress_generators import BODY_PARTS, REGIONS
from fashiongan.networks.sketch_generator import WordMaps

_WORDS, _WIDTH = 8, 32


class RegionDiscriminator(nn.Module):
    """(B, 7, H, W) shares of regions, (B, 5, H, W) body and (B, A) words to (B, 1, h, w) logits.

    It looks at half size, where a sharp border and a nearly sharp one are the same.
    """

    def __init__(self, vocabulary_sizes: tuple[int, ...]) -> None:
        super().__init__()
        self.words = WordMaps(vocabulary_sizes, _WORDS)
        self.judge = PatchDiscriminator(REGIONS + BODY_PARTS + _WORDS, _WIDTH, norm="instance")

    def forward(self, regions: Tensor, body: Tensor, words: Tensor) -> Tensor:
        maps = functional.avg_pool2d(torch.cat([regions, body], dim=1), 2)
        told = self.words(words).expand(-1, -1, *maps.shape[-2:])
        logits: Tensor = self.judge(torch.cat([maps, told], dim=1))
        return logits
