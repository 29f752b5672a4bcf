"""What a pattern can be built on: stripes, checks, dots and blots, drawn at random and seen beside a picture.

Plain cloth looks the same everywhere, so a network that sees nothing else has nowhere to begin a stripe. That noise
beside the picture makes one translator give many answers is the idea of Almahairi et al., Augmented CycleGAN (2018),
https://arxiv.org/abs/1802.10151; theirs is a vector, ours is laid out in space.
"""

import math

import torch
from torch import Tensor
from torch.nn import functional

MOTIF_CHANNELS = 2
# From one stripe to the next, in pixels of what a translator sees.
PERIODS_PX = (5.0, 24.0)
MAX_LEAN_RAD = 0.1
SHARPNESS, MAX_DUTY = 2.5, 0.8
# What each channel adds to the colours of cloth that a motif is printed on, in a range of 2.
_INKS = ((0.4, 0.4, 0.4), (0.3, -0.1, -0.3))
_QUARTER = math.pi / 2


def draw_motifs(count: int, height: int, width: int, random: torch.Generator) -> Tensor:
    """(B, 2, H, W) in [-1, 1], the same for the same state of the generator."""
    kinds = torch.randint(len(_KINDS), (count,), generator=random).tolist()
    return torch.stack([_KINDS[kind](height, width, random) for kind in kinds])


def with_motifs(rgb: Tensor, random: torch.Generator) -> Tensor:
    """(B, 3, H, W) pictures to (B, 5, H, W), each with a motif of its own."""
    count, _, height, width = rgb.shape
    return torch.cat([rgb, draw_motifs(count, height, width, random).to(rgb)], dim=1)


def printed(rgb: Tensor, motifs: Tensor) -> Tensor:
    """(B, 3, H, W) with (B, 2, H, W) motifs printed flatly: no pattern of real cloth, but a beginning of one."""
    inks = torch.tensor(_INKS, dtype=rgb.dtype, device=rgb.device)
    return (rgb + torch.einsum("bmhw,mc->bchw", motifs.to(rgb), inks)).clamp(-1, 1)


def _stripes_across(height: int, width: int, random: torch.Generator) -> Tensor:
    wave = _wave(height, width, _QUARTER, random)
    return torch.stack([wave, torch.zeros_like(wave)])


def _stripes_along(height: int, width: int, random: torch.Generator) -> Tensor:
    wave = _wave(height, width, 0.0, random)
    return torch.stack([wave, torch.zeros_like(wave)])


def _checks(height: int, width: int, random: torch.Generator) -> Tensor:
    return torch.stack([_wave(height, width, direction, random) for direction in (0.0, _QUARTER)])


def _dots(height: int, width: int, random: torch.Generator) -> Tensor:
    period = _period(random)
    first, second = (_wave(height, width, turn * _QUARTER / 2, random, period) for turn in (1, 3))
    dots = torch.minimum(first, second)
    return torch.stack([dots, dots])


def _blots(height: int, width: int, random: torch.Generator) -> Tensor:
    period = _period(random)
    coarse = torch.randn(1, MOTIF_CHANNELS, round(height / period) + 2, round(width / period) + 2, generator=random)
    smooth = functional.interpolate(coarse, (height, width), mode="bicubic", align_corners=False)
    return torch.tanh(SHARPNESS * smooth[0])


_KINDS = (_stripes_across, _stripes_along, _checks, _dots, _blots)


def _period(random: torch.Generator) -> float:
    low, high = map(math.log, PERIODS_PX)
    return math.exp(low + (high - low) * float(torch.rand(1, generator=random)))


def _wave(height: int, width: int, direction: float, random: torch.Generator, period: float | None = None) -> Tensor:
    """(H, W) of bands, `direction` radians from along, lying a little askew, of any width beside their gaps."""
    length = period or _period(random)
    lean, phase, duty = torch.rand(3, generator=random).tolist()
    angle = direction + (2 * lean - 1) * MAX_LEAN_RAD
    down, right = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    way = (right * math.cos(angle) + down * math.sin(angle)) / length + phase
    return torch.tanh(SHARPNESS * (torch.sin(2 * math.pi * way) + (2 * duty - 1) * MAX_DUTY))
