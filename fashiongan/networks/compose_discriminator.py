"""Projected discriminator of a picture with a mask: whether the garment is real, in its place, and as was asked.

Source: Park et al., MC-GAN (2018), judges picture, mask and condition together; the frozen features and heads are those
of the projected discriminator, with the mask led beside them at each scale.
"""

import torch
from torch import Tensor, nn

from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.projected_discriminator import MIXED, FeatureMixer, ProjectionHead
from fashiongan.networks.sketch_discriminator import PYRAMID, SketchPyramid


class ComposeDiscriminator(nn.Module):
    """A list of four (B, C, R, R) frozen maps of pictures, their (B, 1, S, S) masks of 0 to 1 and conditions to
    (B, heads) logits. Pictures of 128 px are judged at four scales."""

    def __init__(
        self, channels: tuple[int, ...], size_px: int, vocabulary_sizes: tuple[int, ...], style_width: int
    ) -> None:
        super().__init__()
        self.mixer = FeatureMixer(channels)
        self.masks = SketchPyramid(1)
        sizes = [size_px // stride for stride in (4, 8, 16, 32) if size_px // stride >= 4]
        widths = [a + b for a, b in zip(MIXED, PYRAMID, strict=True)]
        self.heads = nn.ModuleList(
            [ProjectionHead(c, size, vocabulary_sizes, style_width) for c, size in zip(widths, sizes, strict=False)]
        )

    def forward(self, features: list[Tensor], mask: Tensor, conditions: Conditions) -> Tensor:
        seen = [torch.cat(pair, dim=1) for pair in zip(self.mixer(features), self.masks(mask), strict=True)]
        return torch.stack([head(one, conditions) for head, one in zip(self.heads, seen, strict=False)], dim=1)
