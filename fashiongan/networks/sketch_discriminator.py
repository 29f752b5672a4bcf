"""Projected PatchGAN: heads that judge, piece by piece, frozen features of a picture beside its sketch.

Source: Sauer et al., Projected GANs Converge Faster (2021), https://arxiv.org/abs/2111.01007, with the logit maps and
the condition of Isola et al. (2017): the sketch itself, here shrunk to each feature's scale by a few convolutions.
"""

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from fashiongan.networks.projected_discriminator import MIXED, FeatureMixer

# Channels of the sketch at strides 2, 4, 8, 16 and 32; features begin at stride 4.
_SKETCH = (8, 16, 24, 32, 32)
PYRAMID = _SKETCH[1:]
_HEAD = 64


def _convolution(channels_in: int, channels_out: int, kernel: int, stride: int = 1) -> nn.Module:
    padding = (kernel - stride + 1) // 2
    return spectral_norm(nn.Conv2d(channels_in, channels_out, kernel, stride=stride, padding=padding))


class SketchPyramid(nn.Module):
    """(B, C, S, S) sketch to its maps at strides 4, 8, 16 and 32."""

    def __init__(self, channels_in: int) -> None:
        super().__init__()
        steps = pairwise((channels_in, *_SKETCH))
        self.steps = nn.ModuleList([nn.Sequential(_convolution(a, b, 4, 2), nn.LeakyReLU(0.2)) for a, b in steps])

    def forward(self, sketch: Tensor) -> list[Tensor]:
        maps = []
        for step in self.steps:
            sketch = step(sketch)
            maps.append(sketch)
        return maps[1:]


class ProjectedPatchDiscriminator(nn.Module):
    """A list of four (B, C, R, R) frozen maps and the (B, K, S, S) sketch to four (B, 1, r, r) maps of logits.

    `channels` of the frozen maps, finest first; `sketch_channels` : K.
    """

    def __init__(self, channels: tuple[int, ...], sketch_channels: int) -> None:
        super().__init__()
        self.mixer = FeatureMixer(channels)
        self.pyramid = SketchPyramid(sketch_channels)
        self.heads = nn.ModuleList([self._head(a + b) for a, b in zip(MIXED, PYRAMID, strict=True)])

    @staticmethod
    def _head(channels: int) -> nn.Module:
        return nn.Sequential(
            _convolution(channels, _HEAD, 4, 2),
            nn.LeakyReLU(0.2),
            _convolution(_HEAD, _HEAD, 3),
            nn.LeakyReLU(0.2),
            _convolution(_HEAD, 1, 3),
        )

    def forward(self, features: list[Tensor], sketch: Tensor) -> list[Tensor]:
        both = zip(self.heads, self.mixer(features), self.pyramid(sketch), strict=True)
        return [head(torch.cat([feature, drawn], dim=1)) for head, feature, drawn in both]
