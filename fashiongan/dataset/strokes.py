"""Lines one pixel wide to strokes of a hand: wobbling, of uneven width, broken, some drawn twice, some left out.

Everything is a torch function of a batch; random numbers are few and drawn on the CPU, the rest runs on any device.
"""

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional

# A line of one pixel, blurred this much, has a profile that can be cut at any height for any width.
SIGMA_PX = 1.0
_PEAK = 1 / (SIGMA_PX * math.sqrt(2 * math.pi))
_REACH_PX = 4
# How steeply paper becomes ink, so that an edge is about a pixel soft.
STEEPNESS = 4.0
# Where the profile is cut: 4 px wide to 1 px. Beside it the height for drawings in use, 2.5 px.
WIDEST_CUT, NARROWEST_CUT, USUAL_CUT = 0.2, 0.75, 0.4
PRESSURE = 0.12
# Cut lower than this, paper would have ink.
LEAST_CUT = 0.5 / STEEPNESS
# Wobbles: so many bends across the picture, by so many pixels at most.
SLOW_BENDS, SLOW_PX = 7, 4.0
QUICK_BENDS, QUICK_PX = 24, 1.2
TWICE_SHARE, TWICE_PX = 0.25, 1.5
MAX_TURN_RAD, SCALES = 0.12, (0.9, 1.04)
STRAIGHT_SHARE = 0.5
GAPS, AREAS = 28, 6
NO_INNER_SHARE = 0.15


def ink_of(profile: Tensor, cut: Tensor | float = USUAL_CUT) -> Tensor:
    """Profiles of `line_profile` to ink, 0 paper to 1 line, cut at a height of 0 to 1: the lower, the wider."""
    return ((profile - cut) * STEEPNESS + 0.5).clamp(0, 1)


def line_profile(lines: Tensor) -> Tensor:
    """(B, C, S, S) of 0 and lines of 1, one pixel wide, to about 1 on a line, falling off within 3 px."""
    steps = torch.arange(-_REACH_PX, _REACH_PX + 1, dtype=torch.float32, device=lines.device)
    kernel = torch.exp(-(steps**2) / (2 * SIGMA_PX**2)) * _PEAK
    channels = lines.shape[1]
    across = kernel.expand(channels, 1, 1, -1)
    padding = _REACH_PX
    blurred = functional.conv2d(lines, across, padding=(0, padding), groups=channels)
    return functional.conv2d(blurred, across.transpose(2, 3), padding=(padding, 0), groups=channels) / _PEAK


@dataclass(frozen=True, slots=True)
class Hand:
    """How each of B sketches is drawn: small fields of random numbers.

    turns : (B, 2, 3) affine maps that the garment goes through, too; slow, quick, twice : (B, 2, n, n) shifts in
    pixels; gaps, areas : (B, 2, n, n) how much is left of outlines and inner lines, below 0 nothing;
    pressure : (B, 1, n, n); cuts : (B, 1, 1, 1)
    """

    turns: Tensor
    slow: Tensor
    quick: Tensor
    twice: Tensor
    gaps: Tensor
    areas: Tensor
    pressure: Tensor
    cuts: Tensor

    def to(self, device: torch.device) -> "Hand":
        """The same hand on a device."""
        return Hand(*(getattr(self, name).to(device) for name in self.__dataclass_fields__))

    def upright(self) -> "Hand":
        """The same hand, but garments stay as they lie."""
        return replace(self, turns=torch.eye(2, 3).expand_as(self.turns))


def draw_hand(count: int, random: torch.Generator) -> Hand:
    """Draw how so many sketches are to be drawn."""

    def uniform(low: float, high: float) -> Tensor:
        return torch.rand(count, 1, 1, 1, generator=random) * (high - low) + low

    def field(channels: int, size: int) -> Tensor:
        return torch.randn(count, channels, size, size, generator=random)

    twice = (uniform(0, 1) < TWICE_SHARE).float()
    no_inner = (uniform(0, 1) < NO_INNER_SHARE).float()
    few = torch.cat([uniform(1.0, 3.5), uniform(-0.8, 2.0) - 9 * no_inner], dim=1)  # (B, 2, 1, 1)
    return Hand(
        _turns(count, random),
        field(2, SLOW_BENDS) * uniform(0, SLOW_PX / 2),
        field(2, QUICK_BENDS) * uniform(0, QUICK_PX / 2),
        field(2, SLOW_BENDS) * TWICE_PX * twice,
        field(2, GAPS) + uniform(1.2, 4.0),
        field(2, AREAS) + few,
        field(1, QUICK_BENDS) * PRESSURE,
        uniform(WIDEST_CUT, NARROWEST_CUT),
    )


def _turns(count: int, random: torch.Generator) -> Tensor:
    """(B, 2, 3): half of them upright, the others turned and scaled a little."""
    turn, scale, straight = torch.rand(3, count, generator=random)
    tilted = straight > STRAIGHT_SHARE
    turn = torch.where(tilted, (turn * 2 - 1) * MAX_TURN_RAD, 0.0)
    # An affine grid says where to read, so what is to be smaller reads from farther away.
    scale = torch.where(tilted, 1 / (SCALES[0] + scale * (SCALES[1] - SCALES[0])), 1.0)
    zero = torch.zeros(count)
    rows = (scale * turn.cos(), -scale * turn.sin(), zero, scale * turn.sin(), scale * turn.cos(), zero)
    return torch.stack(rows, dim=1).view(-1, 2, 3)


def turned(picture: Tensor, hand: Hand) -> Tensor:
    """The garment as the hand turns it: (B, C, S, S), 0 where nothing is."""
    grid = functional.affine_grid(hand.turns, list(picture.shape), align_corners=False)
    return functional.grid_sample(picture, grid, align_corners=False)


def sketched(outlines: Tensor, inner: Tensor, hand: Hand) -> Tensor:
    """Draw lines by hand: (B, 1, S, S) outlines and inner lines of 0 and 1 to (B, 1, S, S) ink."""
    size = outlines.shape[-1]
    profile = line_profile(torch.cat([outlines, inner], dim=1))  # (B, 2, S, S)
    left = _grown(hand.gaps, size).clamp(0, 1) * _grown(hand.areas, size).mul(2).clamp(0, 1)
    grid = functional.affine_grid(hand.turns, list(profile.shape), align_corners=False)  # (B, S, S, 2)
    wobble = (_grown(hand.slow, size) + _grown(hand.quick, size)).permute(0, 2, 3, 1) * (2 / size)
    again = wobble + _grown(hand.twice, size).permute(0, 2, 3, 1) * (2 / size)
    both = [functional.grid_sample(profile * left, grid + one, align_corners=False) for one in (wobble, again)]
    strokes = torch.cat(both, dim=1).amax(1, keepdim=True)  # (B, 1, S, S)
    cuts = (hand.cuts + _grown(hand.pressure, size)).clamp(min=LEAST_CUT)
    return ink_of(strokes, cuts)


def _grown(field: Tensor, size: int) -> Tensor:
    return functional.interpolate(field, size=(size, size), mode="bilinear", align_corners=False)
