"""What a pattern can be built on: stripes, checks, dots and blots in some ink, drawn at random.

Plain cloth looks the same everywhere, so a network that sees nothing else has nowhere to begin a stripe. That noise
beside the picture makes one translator give many answers is the idea of Almahairi et al., Augmented CycleGAN (2018),
https://arxiv.org/abs/1802.10151; theirs is a vector, ours is laid out in space, as ink and how much of it there is.
"""

import math

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.color import rgb_from_lab

# Ink in RGB, -1 to 1, and how much of it, -1 none to 1 all.
MOTIF_CHANNELS = 4
# From one stripe to the next, in pixels of what a translator sees.
PERIODS_PX = (5.0, 24.0)
MAX_LEAN_RAD = 0.1
SHARPNESS, MAX_DUTY = 4.0, 0.6
# Over a colour of its own, a second ink is seldom as strong as the first.
SECOND_STRENGTH = 0.7
_QUARTER = math.pi / 2
# Light and shade of cloth are what it differs by from its own colour, found over so many pixels.
_SHADE_PX, _DARKEST, _LIGHTEST = 15, 0.4, 1.5


def draw_motifs(count: int, height: int, width: int, random: torch.Generator) -> Tensor:
    """(B, 4, H, W) in [-1, 1], the same for the same state of the generator."""
    kinds = torch.randint(len(_KINDS), (count,), generator=random).tolist()
    return torch.stack([_inked(_KINDS[kind](height, width, random), random) for kind in kinds])


def with_motifs(rgb: Tensor, random: torch.Generator) -> Tensor:
    """(B, 3, H, W) cloth in [-1, 1], each printed with a motif of its own."""
    count, _, height, width = rgb.shape
    return printed(rgb, draw_motifs(count, height, width, random))


def printed(rgb: Tensor, motifs: Tensor) -> Tensor:
    """(B, 3, H, W) cloth in [-1, 1] with (B, 4, H, W) motifs printed on it, which take its light and shade."""
    ink, much = (motifs[:, :3].to(rgb) + 1) / 2, (motifs[:, 3:].to(rgb) + 1) / 2
    light = (rgb.mean(1, keepdim=True) + 1) / 2
    around = functional.avg_pool2d(light, _SHADE_PX, 1, _SHADE_PX // 2, count_include_pad=False)
    shade = (light / around.clamp(min=0.05)).clamp(_DARKEST, _LIGHTEST)
    return torch.lerp(rgb, (ink * shade).clamp(0, 1) * 2 - 1, much)


def _inked(layers: list[Tensor], random: torch.Generator) -> Tensor:
    """Each of some (H, W) layers, 0 to 1, in an ink of its own, laid over those before it: (4, H, W) in [-1, 1]."""
    ink, much = _ink(random)[:, None, None].expand(3, *layers[0].shape), layers[0]
    for layer in layers[1:]:
        over = SECOND_STRENGTH * layer
        ink, much = torch.lerp(ink, _ink(random)[:, None, None], over), much + (1 - much) * over
    return torch.cat([ink, much[None]]) * 2 - 1


def _ink(random: torch.Generator) -> Tensor:
    """(3,) RGB, 0 to 1: any lightness, more often pale or grey than bright."""
    lightness, red, blue = torch.rand(1, generator=random), *torch.randn(2, 1, generator=random)
    lab = torch.cat([12 + 83 * lightness, 25 * red, 25 * blue]).double().numpy()
    return torch.from_numpy(rgb_from_lab(lab[None])[0].astype("float32")) / 255


def _stripes_across(height: int, width: int, random: torch.Generator) -> list[Tensor]:
    return [_wave(height, width, _QUARTER, random)]


def _stripes_along(height: int, width: int, random: torch.Generator) -> list[Tensor]:
    return [_wave(height, width, 0.0, random)]


def _checks(height: int, width: int, random: torch.Generator) -> list[Tensor]:
    return [_wave(height, width, direction, random) for direction in (0.0, _QUARTER)]


def _dots(height: int, width: int, random: torch.Generator) -> list[Tensor]:
    period = _period(random)
    return [torch.minimum(*(_wave(height, width, turn * _QUARTER / 2, random, period) for turn in (1, 3)))]


def _blots(height: int, width: int, random: torch.Generator) -> list[Tensor]:
    period = _period(random)
    coarse = torch.randn(1, 2, round(height / period) + 2, round(width / period) + 2, generator=random)
    smooth = functional.interpolate(coarse, (height, width), mode="bicubic", align_corners=False)
    return list(torch.sigmoid(SHARPNESS * (smooth[0] - 0.4)))


_KINDS = (_stripes_across, _stripes_along, _checks, _dots, _blots)


def _period(random: torch.Generator) -> float:
    low, high = map(math.log, PERIODS_PX)
    return math.exp(low + (high - low) * float(torch.rand(1, generator=random)))


def _wave(height: int, width: int, direction: float, random: torch.Generator, period: float | None = None) -> Tensor:
    """(H, W), 0 to 1, of bands that lie `direction` radians from along and a little askew, as wide as their gaps or
    not."""
    length = period or _period(random)
    lean, phase, duty = torch.rand(3, generator=random).tolist()
    angle = direction + (2 * lean - 1) * MAX_LEAN_RAD
    down, right = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    way = (right * math.cos(angle) + down * math.sin(angle)) / length + phase
    return torch.sigmoid(SHARPNESS * (torch.sin(2 * math.pi * way) + (2 * duty - 1) * MAX_DUTY))
