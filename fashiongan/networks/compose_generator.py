"""A garment inside a photo: the conditional generator's features, changed by what is around the place.

Source: Park et al., MC-GAN: Multi-conditional Generative Adversarial Network for Image Synthesis (2018),
https://arxiv.org/abs/1805.01123: at each scale a block says what to add (a) and where to let the background through
(g), out = a + sigmoid(g) * background. Here the foreground is a generator that draws garments already and is kept as
it is; the blocks make a change of its picture, which begins as none (its light, its colour cast, its mask), and a shade
on the ground around.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.shared_statistics import SharedBatchNorm2d

# The photo is seen this much wider than the garment's own frame, so that there is ground on all sides.
SEEN_SHARE = 1.25
# Blocks at a half, a quarter and an eighth of what is drawn, and at the drawing itself.
SCALES = 4
FIRST_GATE, FIRST_SHADE, MOST_SHADE = -2.0, -4.0, 0.4
# Shadows reach this share of the frame beyond the garment.
SHADE_REACH = 1 / 16
# Light and colour cast are told on a grid of so many cells a side, so that cloth keeps its threads.
LIGHT_CELLS = 8


@dataclass(frozen=True, slots=True)
class ComposeShape:
    """Everything that must be known to build the network that some weights belong to.

    width : channels of the finest background features; each coarser scale has so many more
    """

    foreground: GeneratorShape
    width: int = 16

    @property
    def drawn_px(self) -> int:
        """Where garment and background meet."""
        return self.foreground.drawn_px

    @property
    def seen_px(self) -> int:
        """Side of the photo that is shown to the network."""
        return round(self.drawn_px * SEEN_SHARE)

    @property
    def sizes(self) -> list[int]:
        """Resolutions of the blocks, finest first."""
        return [self.drawn_px >> step for step in range(SCALES)]

    def to_dict(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_dict(cls, known: Mapping[str, Any]) -> "ComposeShape":
        """Read back `to_dict`; KeyError or TypeError where it is something else."""
        foreground = dict(known["foreground"])
        sizes = tuple(foreground.pop("vocabulary_sizes"))
        return cls(GeneratorShape(vocabulary_sizes=sizes, **foreground), known["width"])


def _convolution(channels_in: int, channels_out: int, stride: int = 1) -> nn.Sequential:
    convolution = nn.Conv2d(channels_in, channels_out, 3, stride, padding=1, bias=False)
    return nn.Sequential(convolution, SharedBatchNorm2d(channels_out), nn.LeakyReLU(0.2))


class BackgroundEncoder(nn.Module):
    """(B, 3, P, P) photo to its features in the garment's frame, finest first: (B, k * width, S / 2^(k-1), ...)."""

    def __init__(self, shape: ComposeShape) -> None:
        super().__init__()
        self.sizes = shape.sizes
        widths = [shape.width * (step + 1) for step in range(SCALES)]
        inputs = [3, *widths[:-1]]
        self.steps = nn.ModuleList(
            [_convolution(a, b, 1 if step == 0 else 2) for step, (a, b) in enumerate(zip(inputs, widths, strict=True))]
        )
        # The light of the whole place, which no small window tells.
        self.light = nn.Linear(widths[-1], widths[-1])

    def forward(self, ground: Tensor) -> list[Tensor]:
        maps = []
        feature = ground
        for size, step in zip(self.sizes, self.steps, strict=True):
            feature = step(feature)  # (B, C, 1.25 size, 1.25 size)
            edge = (feature.shape[-1] - size) // 2
            maps.append(feature[..., edge : edge + size, edge : edge + size])
        maps[-1] = maps[-1] + self.light(feature.mean((2, 3)))[:, :, None, None]
        return maps


class SynthesisBlock(nn.Module):
    """Foreground features, what the coarser block made, and background features to (B, C, R, R) of the background's
    width."""

    def __init__(self, foreground: int, coarser: int, width: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            _convolution(foreground + coarser, width),
            nn.Conv2d(width, 2 * width, 3, padding=1, bias=False),
        )
        self.norm = SharedBatchNorm2d(2 * width)
        nn.init.constant_(self.norm.bias[width:], FIRST_GATE)

    def forward(self, foreground: Tensor, background: Tensor) -> Tensor:
        added, gate = self.norm(self.body(foreground)).chunk(2, dim=1)
        return functional.leaky_relu(added + torch.sigmoid(gate) * background, 0.2)


class ComposeGenerator(nn.Module):
    """Latents, conditions and a photo to a garment for it.

    latent and conditions : as of the ConditionalGenerator; ground : (B, 3, P, P) RGB in [-1, 1], the photo around the
    place, its middle S of P pixels the garment's frame. Returns (B, 5, S, S): RGBA in [-1, 1], and 0 to 1 how far the
    ground is darkened.
    """

    def __init__(self, shape: ComposeShape) -> None:
        super().__init__()
        self.shape = shape
        self.foreground = ConditionalGenerator(shape.foreground).requires_grad_(False).eval()
        self.background = BackgroundEncoder(shape)
        widths = [shape.width * (step + 1) for step in range(SCALES)]
        coarser = [*widths[1:], 0]
        self.blocks = nn.ModuleDict(
            {
                str(size): SynthesisBlock(shape.foreground.channels(size), below, width)
                for size, below, width in zip(shape.sizes, coarser, widths, strict=True)
            }
        )
        self.to_change = nn.Conv2d(shape.width, 5, 3, padding=1)
        nn.init.zeros_(self.to_change.weight)
        nn.init.zeros_(self.to_change.bias)  # type: ignore[arg-type]

    def forward(self, latent: Tensor, conditions: Conditions, ground: Tensor) -> Tensor:
        made, _ = self.drawn(latent, conditions, ground, self.shape.foreground.size_px)
        return made

    def drawn(self, latent: Tensor, conditions: Conditions, ground: Tensor, size_px: int) -> tuple[Tensor, Tensor]:
        """The result in one of the foreground's sizes, and the plain (B, 4, S, S) garment that it began as."""
        with torch.no_grad():
            features = self.foreground.features(latent, conditions, size_px)
            plain = torch.tanh(self.foreground.paint(features))
        change = self.change(features, ground)
        rgba = torch.tanh(self.foreground.paint(features, change[:, :4]))
        shade = MOST_SHADE * _as_shadow(torch.sigmoid(change[:, 4:] + FIRST_SHADE), self.shape.drawn_px)
        shade = functional.interpolate(shade, size=rgba.shape[-2:], mode="bilinear")
        return torch.cat([rgba, shade], dim=1), plain

    def change(self, features: Mapping[int, Tensor], ground: Tensor) -> Tensor:
        """(B, 5, S, S) what is added to the garment, and the shade, before their last functions."""
        feature = None
        for size, background in reversed(list(zip(self.shape.sizes, self.background(ground), strict=True))):
            seen = [features[size]]
            if feature is not None:
                seen.append(functional.interpolate(feature, scale_factor=2.0, mode="nearest"))
            feature = self.blocks[str(size)](torch.cat(seen, dim=1), background)
        result: Tensor = self.to_change(feature)
        return torch.cat([_as_light(result[:, :3]), result[:, 3:]], dim=1)

    def train(self, mode: bool = True) -> "ComposeGenerator":
        """The foreground never trains: its norms keep the statistics that it came with."""
        super().train(mode)
        self.foreground.eval()
        return self


def _as_light(change: Tensor) -> Tensor:
    """(B, 3, S, S) of which only what changes slowly from place to place is kept."""
    cells = functional.avg_pool2d(change, change.shape[-1] // LIGHT_CELLS)
    return functional.interpolate(cells, size=change.shape[-2:], mode="bilinear")


def _as_shadow(shade: Tensor, side_px: int) -> Tensor:
    """(B, 1, S, S) without edges of its own, as light indoors leaves it."""
    half = max(1, round(side_px * SHADE_REACH / 2))
    return functional.avg_pool2d(shade, 2 * half + 1, stride=1, padding=half, count_include_pad=False)


def laid_on(made: Tensor, ground: Tensor) -> Tensor:
    """A (B, 5, S, S) garment with its shade on (B, 3, S, S) grounds in [-1, 1]: (B, 3, S, S).

    The ground is the same to the last bit where `reach` is 0.
    """
    alpha = (made[:, 3:4] + 1) / 2
    shaded = ground - (ground + 1) * made[:, 4:] * reach(alpha)
    return shaded + alpha * (made[:, :3] - shaded)


def reach(alpha: Tensor) -> Tensor:
    """(B, 1, S, S) alpha to how far its shade may fall, 1 at the garment to 0 outside."""
    half = max(1, round(alpha.shape[-1] * SHADE_REACH / 2))
    grown = functional.max_pool2d(alpha, 2 * half + 1, stride=1, padding=half)
    return functional.avg_pool2d(grown, 2 * half + 1, stride=1, padding=half, count_include_pad=False)
