"""Generator of the conditional GAN: RGBA garments from a latent vector, labels and colours.

Skip-layer excitation as in FastGAN (Liu et al., 2021, https://arxiv.org/abs/2101.04775); the latent vector enters at
every scale as in BigGAN (Brock et al., 2019), because with one entry the attributes drown it and a class has one look.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise
from types import MappingProxyType

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.conditioning import ConditionEncoder, Conditions
from fashiongan.networks.shared_statistics import SharedBatchNorm2d

# Channels at each resolution, as multiples of the base width.
_WIDTHS = {4: 16.0, 8: 8.0, 16: 4.0, 32: 2.0, 64: 2.0, 128: 1.0, 256: 0.5}
# Up to here pictures are drawn; what is larger adds detail to them, so that a larger generator begins as a smaller one.
DRAWN_PX = 128
NOTHING_ADDED: Mapping[int, Tensor] = MappingProxyType({})
# From this resolution on a block knows the style: what is coarser is the cut of a garment, not its cloth.
STYLED_FROM_PX = 32


@dataclass(frozen=True, slots=True)
class GeneratorShape:
    """Everything that must be known to build the network that some weights belong to."""

    size_px: int
    base_width: int
    vocabulary_sizes: tuple[int, ...]
    latent_width: int = 128
    scale_latent_width: int = 32
    condition_width: int = 96
    style_width: int = 48

    @property
    def scales(self) -> list[int]:
        """Resolutions of the upsampling blocks: 8, 16, ... size_px."""
        return [size for size in _WIDTHS if 4 < size <= self.size_px]

    @property
    def total_latent_width(self) -> int:
        return self.latent_width + self.scale_latent_width * len(self.scales)

    @property
    def drawn_px(self) -> int:
        """Where the picture is drawn; finer blocks add to it."""
        return min(self.size_px, DRAWN_PX)

    @property
    def cloth_from(self) -> int:
        """The first latent number that only blocks with a style see: those before it are about shape."""
        return self.latent_width + self.scale_latent_width * sum(size < STYLED_FROM_PX for size in self.scales)

    def channels(self, size_px: int) -> int:
        """Of the feature map of a resolution."""
        return max(8, int(_WIDTHS[size_px] * self.base_width))

    def told(self, size_px: int) -> int:
        """Width of what the block of a resolution is told: its latents, the condition and, if fine, the style."""
        style = self.style_width if size_px >= STYLED_FROM_PX else 0
        return self.scale_latent_width + self.condition_width + style

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


class Style(nn.Module):
    """Scale and shift channels by a style vector: (B, C, H, W) and (B, S) to (B, C, H, W)."""

    def __init__(self, channels: int, style_width: int) -> None:
        super().__init__()
        self.gain_and_bias = nn.Linear(style_width, 2 * channels)

    def forward(self, feature: Tensor, style: Tensor) -> Tensor:
        gain, bias = self.gain_and_bias(style)[:, :, None, None].chunk(2, dim=1)
        result: Tensor = feature * (1 + gain) + bias
        return result


def _convolution(channels_in: int, channels_out: int) -> nn.Sequential:
    # A gated linear unit here would double the width of every convolution: 1.7 times the time of a training step.
    convolution = nn.Conv2d(channels_in, channels_out, 3, padding=1, bias=False)
    return nn.Sequential(convolution, SharedBatchNorm2d(channels_out), nn.LeakyReLU(0.2))


class UpBlock(nn.Module):
    """Style a feature map while it is small, double its resolution, then one or two convolutions."""

    def __init__(self, channels_in: int, channels_out: int, style_width: int, convolutions: int) -> None:
        super().__init__()
        widths = [channels_in] + [channels_out] * convolutions
        self.style = Style(channels_in, style_width)
        self.convolutions = nn.Sequential(*(_convolution(a, b) for a, b in pairwise(widths)))

    def forward(self, feature: Tensor, style: Tensor) -> Tensor:
        feature = self.style(feature, style)
        feature = functional.interpolate(feature, scale_factor=2.0, mode="nearest")  # (B, C, 2H, 2W)
        result: Tensor = self.convolutions(feature)
        return result


class SkipExcitation(nn.Module):
    """Gate the channels of a fine feature map by a coarse one."""

    def __init__(self, coarse_channels: int, fine_channels: int) -> None:
        super().__init__()
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(4),
            nn.Conv2d(coarse_channels, fine_channels, 4, bias=False),
            nn.SiLU(),
            nn.Conv2d(fine_channels, fine_channels, 1, bias=False),
            nn.Sigmoid(),
        )

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        result: Tensor = fine * self.gate(coarse)
        return result


class ConditionalGenerator(nn.Module):
    """(B, total_latent_width) latents and conditions to (B, 4, S, S) RGBA in [-1, 1], alpha last.

    What else a garment shall follow can be `added` to the features of some resolutions: size to (B, C, size, size).
    """

    def __init__(self, shape: GeneratorShape) -> None:
        super().__init__()
        self.shape = shape
        width = {size: shape.channels(size) for size in _WIDTHS}
        self.conditions = ConditionEncoder(shape.vocabulary_sizes, 16, shape.condition_width)
        self.seed = nn.ConvTranspose2d(shape.latent_width + shape.condition_width, width[4], 4, bias=False)
        self.seed_norm = SharedBatchNorm2d(width[4])
        self.blocks = nn.ModuleDict(
            {str(s): UpBlock(width[s // 2], width[s], shape.told(s), 1 + i % 2) for i, s in enumerate(shape.scales)}
        )
        self.skips = nn.ModuleDict({str(s): SkipExcitation(width[s // 16], width[s]) for s in shape.scales if s >= 64})
        self.to_rgba = nn.Conv2d(width[shape.drawn_px], 4, 3, padding=1)
        self.details = nn.ModuleDict(
            {str(s): nn.Conv2d(width[s], 4, 3, padding=1) for s in shape.scales if s > shape.drawn_px}
        )
        for detail in self.details.values():
            nn.init.zeros_(detail.weight)  # type: ignore[arg-type]
            nn.init.zeros_(detail.bias)  # type: ignore[arg-type]

    def forward(self, latent: Tensor, conditions: Conditions, added: Mapping[int, Tensor] = NOTHING_ADDED) -> Tensor:
        return torch.tanh(self.paint(self.features(latent, conditions, self.shape.size_px, added)))

    def features(
        self,
        latent: Tensor,
        conditions: Conditions,
        finest_px: int,
        added: Mapping[int, Tensor] = NOTHING_ADDED,
    ) -> dict[int, Tensor]:
        """The feature maps by their resolution, 4 to `finest_px`."""
        condition = self.conditions(conditions.labels, conditions.lab)
        first, *per_scale = torch.split(
            latent, [self.shape.latent_width] + [self.shape.scale_latent_width] * len(self.shape.scales), dim=1
        )
        seed = self.seed(torch.cat([first, condition], dim=1)[:, :, None, None])  # (B, C, 4, 4)
        features = {4: functional.leaky_relu(self.seed_norm(seed), 0.2)}
        if 4 in added:
            features[4] = features[4] + added[4]
        for size, part in zip(self.shape.scales, per_scale, strict=True):
            if size > finest_px:
                break
            told = torch.cat([part, condition, conditions.style], dim=1)[:, : self.shape.told(size)]
            features[size] = self.blocks[str(size)](features[size // 2], told)
            if str(size) in self.skips:
                features[size] = self.skips[str(size)](features[size // 16], features[size])
            if size in added:
                features[size] = features[size] + added[size]
        return features

    def paint(self, features: dict[int, Tensor], change: Tensor | float = 0.0) -> Tensor:
        """RGBA before the last tangent, as fine as the features are; `change` is added where the picture is drawn."""
        rgba: Tensor = self.to_rgba(features[self.shape.drawn_px]) + change
        for name, detail in self.details.items():
            if int(name) in features:
                rgba = functional.interpolate(rgba, scale_factor=2.0, mode="bilinear") + detail(features[int(name)])
        return rgba
