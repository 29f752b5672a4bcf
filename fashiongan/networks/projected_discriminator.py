"""Projected discriminator: small heads on the mixed features of a frozen image network.

Source: Sauer et al., Projected GANs Converge Faster (2021), https://arxiv.org/abs/2111.01007; the projection of the
condition is from Miyato and Koyama, cGANs with Projection Discriminator (2018). Ours differs in two points that were
measured to matter on small sets: one normalised projection an attribute, and minibatch deviation in every head.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import spectral_norm

from fashiongan.networks.conditioning import ColorEmbedding, Conditions, LabelEmbedding, StyleEmbedding
from fashiongan.networks.shared_statistics import batch_deviation

# Mixed channels of the four feature scales, finest first.
MIXED = (32, 64, 128, 256)
PATTERN_COLUMN = 4


class FeatureMixer(nn.Module):
    """Random, fixed mixing across channels and scales, so that no feature is easy to fool alone."""

    def __init__(self, channels: tuple[int, ...]) -> None:
        super().__init__()
        pairs = zip(channels, MIXED, strict=True)
        self.across_channels = nn.ModuleList([nn.Conv2d(a, b, 1, bias=False) for a, b in pairs])
        steps = zip(MIXED[1:], MIXED, strict=False)
        self.across_scales = nn.ModuleList([nn.Conv2d(a, b, 3, padding=1, bias=False) for a, b in steps])
        for parameter in self.parameters():
            nn.init.kaiming_normal_(parameter, a=1)
            parameter.requires_grad_(False)

    def forward(self, features: list[Tensor]) -> list[Tensor]:
        mixed = [mix(feature) for mix, feature in zip(self.across_channels, features, strict=True)]
        for index in (2, 1, 0):
            coarser = self.across_scales[index](mixed[index + 1])
            size = mixed[index].shape[-2:]
            mixed[index] = mixed[index] + functional.interpolate(coarser, size=size, mode="bilinear")
        return mixed


class ProjectionHead(nn.Module):
    """Judge one feature scale: (B, C, R, R) with its condition to (B,) logits."""

    gains: Tensor

    def __init__(self, channels: int, size: int, vocabulary_sizes: tuple[int, ...], style_width: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        while size > 4:
            width = 64 if not layers else min(256, channels * 2)
            layers += [spectral_norm(nn.Conv2d(channels, width, 4, stride=2, padding=1)), nn.LeakyReLU(0.2)]
            channels, size = width, size // 2
        if not layers:
            layers = [spectral_norm(nn.Conv2d(channels, 64, 1)), nn.LeakyReLU(0.2)]
            channels = 64
        self.body = nn.Sequential(*layers)
        self.with_deviation = spectral_norm(nn.Conv2d(channels + 1, channels, 3, padding=1))
        self.realness = spectral_norm(nn.Conv2d(channels, 1, 4))
        self.labels = LabelEmbedding(vocabulary_sizes, channels)
        self.colors = ColorEmbedding(channels)
        self.style = StyleEmbedding(style_width, channels)
        self.register_buffer("gains", torch.tensor(_gains(len(vocabulary_sizes)))[:, None], persistent=False)

    def forward(self, feature: Tensor, conditions: Conditions) -> Tensor:
        feature = self.body(feature)  # (B, C, 4, 4)
        feature = functional.leaky_relu(self.with_deviation(_append_deviation(feature)), 0.2)
        labels, lab, style = conditions
        codes = torch.cat([self.labels(labels), self.colors(lab), self.style(style)], dim=1)  # (B, A + 3, C), unit rows
        codes = (codes * self.gains).sum(1)  # (B, C)
        matches = (codes * feature.mean((2, 3))).sum(1)
        result: Tensor = self.realness(feature).flatten(1).mean(1) + 3 * matches
        return result


def _gains(attributes: int) -> list[float]:
    # The category must win where attributes disagree, then the pattern, which is fine-grained and easily lost; the
    # second colour is often small.
    labels = [1.5] + [0.75] * (attributes - 1)
    if attributes > PATTERN_COLUMN:
        labels[PATTERN_COLUMN] = 1.25
    return [*labels, 1.0, 0.5, 0.75]


def _append_deviation(feature: Tensor) -> Tensor:
    """Add one channel that holds how much the batch varies, so that sameness is seen."""
    deviation = batch_deviation(feature).mean().to(feature.dtype)
    return torch.cat([feature, deviation.expand(feature.shape[0], 1, *feature.shape[2:])], dim=1)


class ProjectedDiscriminator(nn.Module):
    """Heads over frozen features: a list of four (B, C, R, R) maps with conditions to (B, heads) logits.

    Pictures of 128 px and more are judged at four scales, smaller ones at those that have 4 x 4 cells or more.
    """

    def __init__(
        self, channels: tuple[int, ...], size_px: int, vocabulary_sizes: tuple[int, ...], style_width: int
    ) -> None:
        super().__init__()
        self.mixer = FeatureMixer(channels)
        sizes = [size_px // stride for stride in (4, 8, 16, 32) if size_px // stride >= 4]
        self.heads = nn.ModuleList(
            [ProjectionHead(c, size, vocabulary_sizes, style_width) for c, size in zip(MIXED, sizes, strict=False)]
        )

    def forward(self, features: list[Tensor], conditions: Conditions) -> Tensor:
        mixed = self.mixer(features)
        return torch.stack([head(one, conditions) for head, one in zip(self.heads, mixed, strict=False)], dim=1)


class MultiViewDiscriminator(nn.Module):
    """One projected discriminator a view: a list of lists of maps with conditions to (B, heads of all views) logits."""

    def __init__(
        self,
        views: tuple[str, ...],
        channels: tuple[int, ...],
        size_px: int,
        vocabulary_sizes: tuple[int, ...],
        style_width: int,
    ) -> None:
        super().__init__()
        self.views = nn.ModuleDict(
            {view: ProjectedDiscriminator(channels, size_px, vocabulary_sizes, style_width) for view in views}
        )

    def forward(self, features: list[list[Tensor]], conditions: Conditions) -> Tensor:
        judged = zip(self.views.values(), features, strict=True)
        return torch.cat([view(maps, conditions) for view, maps in judged], dim=1)
