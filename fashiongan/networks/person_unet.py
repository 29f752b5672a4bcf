"""The U-Net of redressing: maps of a person in, maps of the same size out, and a told vector at every coarse scale.

What is told (noise, words, colours) scales and shifts the channels of the coarsest features and of every doubling:
Perez et al., FiLM (2018), https://arxiv.org/abs/1709.07871. Zhu et al., Be Your Own Prada (2017) inject it at 8 x 8.
"""

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

_WIDEST = 8
_GROUPS = 8
# Channels at full size, where a convolution costs most.
_FINEST = 16
_SLOPE = 0.2


@dataclass(frozen=True, slots=True)
class PersonUnetShape:
    """Everything that must be known to build the network. told_width : 0 where nothing is told"""

    channels_in: int
    channels_out: int
    told_width: int = 0
    width: int = 32
    downs: int = 5

    def widths(self) -> list[int]:
        """Channels after each halving."""
        return [self.width * min(2 ** min(level, 30), _WIDEST) for level in range(self.downs)]

    def to_dict(self) -> dict[str, int]:
        return asdict(self)


class _Told(nn.Module):
    """(B, C, H, W) with each channel scaled and shifted as (B, T) says; begins as doing nothing."""

    def __init__(self, told_width: int, channels: int) -> None:
        super().__init__()
        self.scale_and_shift = nn.Linear(told_width, 2 * channels)
        nn.init.normal_(self.scale_and_shift.weight, 0.0, 0.02)
        nn.init.zeros_(self.scale_and_shift.bias)

    def forward(self, feature: Tensor, told: Tensor) -> Tensor:
        scale, shift = self.scale_and_shift(told)[:, :, None, None].chunk(2, dim=1)
        told_feature: Tensor = feature * (1 + scale) + shift
        return told_feature


class _Untold(nn.Module):
    """Stands where nothing is told."""

    def forward(self, feature: Tensor, told: Tensor) -> Tensor:
        return feature


class _Down(nn.Module):
    """Halve a feature map."""

    def __init__(self, channels_in: int, channels_out: int, first: bool) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(channels_in, channels_out, 4, stride=2, padding=1)
        self.norm = nn.Identity() if first else _norm(channels_out)

    def forward(self, feature: Tensor) -> Tensor:
        return functional.leaky_relu(self.norm(self.convolution(feature)), _SLOPE)  # (B, C, H / 2, W / 2)


class _Up(nn.Module):
    """Double a feature map, as it is told."""

    def __init__(self, channels_in: int, channels_out: int, told_width: int) -> None:
        super().__init__()
        self.convolution = nn.ConvTranspose2d(channels_in, channels_out, 4, stride=2, padding=1)
        self.norm = _norm(channels_out)
        self.told = _Told(told_width, channels_out) if told_width else _Untold()

    def forward(self, feature: Tensor, told: Tensor) -> Tensor:
        doubled = self.told(self.norm(self.convolution(feature)), told)  # (B, C, 2H, 2W)
        return functional.leaky_relu(doubled, _SLOPE)


class PersonUnet(nn.Module):
    """(B, channels_in, H, W) and (B, told_width) to (B, channels_out, H, W) without a last activation.

    H and W are multiples of 2^downs; where nothing is told, `told` is (B, 0).
    """

    def __init__(self, shape: PersonUnetShape) -> None:
        super().__init__()
        self.shape = shape
        widths, told = shape.widths(), shape.told_width
        before = [shape.channels_in, *widths]
        self.downs = nn.ModuleList([_Down(before[i], widths[i], i == 0) for i in range(shape.downs)])
        self.coarsest = nn.ModuleList([nn.Conv2d(widths[-1], widths[-1], 3, padding=1) for _ in range(2)])
        self.coarsest_told = _Told(told, widths[-1]) if told else _Untold()
        # Level i doubles what level i + 1 made, beside what it skipped from; the innermost has only itself.
        last = shape.downs - 1
        self.ups = nn.ModuleList(
            [_Up(widths[i] * (1 if i == last else 2), widths[i - 1], told) for i in range(last, 0, -1)]
        )
        self.to_full_size = nn.ConvTranspose2d(2 * widths[0], _FINEST, 4, stride=2, padding=1)
        # The input once more, so that borders are as sharp as they came.
        self.last = nn.Conv2d(_FINEST + shape.channels_in, shape.channels_out, 3, padding=1)

    def forward(self, maps: Tensor, told: Tensor) -> Tensor:
        feature, skipped = maps, []
        for down in self.downs:
            feature = down(feature)
            skipped.append(feature)
        feature = self._coarse(skipped.pop(), told)
        for up in self.ups:
            feature = torch.cat([skipped.pop(), up(feature, told)], dim=1)
        full = functional.leaky_relu(self.to_full_size(feature), _SLOPE)  # (B, 16, H, W)
        made: Tensor = self.last(torch.cat([full, maps], dim=1))
        return made

    def _coarse(self, feature: Tensor, told: Tensor) -> Tensor:
        """Look around once more where a cell sees the whole person, and be told."""
        looked = self.coarsest_told(self.coarsest[0](feature), told)
        result: Tensor = feature + self.coarsest[1](functional.leaky_relu(looked, _SLOPE))
        return result


def _norm(channels: int) -> nn.Module:
    return nn.GroupNorm(min(_GROUPS, channels), channels)
