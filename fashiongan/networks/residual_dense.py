"""RRDBNet: the super-resolution network of ESRGAN and Real-ESRGAN.

Source: Wang et al., ESRGAN (2018), https://arxiv.org/abs/1809.00219; Wang et al., Real-ESRGAN (2021),
https://arxiv.org/abs/2107.10833, section 3.4 for factors 1 and 2. Layers carry the names of the authors' weight files.
"""

from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

RESIDUAL_SCALE = 0.2
SLOPE = 0.2
COLORS = 3
# Convolutions begin a tenth as strong as He et al. would have them, so that deep sums stay calm.
INITIAL_SCALE = 0.1
# What is given for a factor is first folded so far that two doublings bring it there.
_FOLDS = {4: 1, 2: 2, 1: 4}


@dataclass(frozen=True, slots=True)
class UpscalerShape:
    """width and growth : channels of the trunk, and what each dense layer adds ("nf" and "gc" in the paper, where they
    are 64 and 32); blocks : residual-in-residual dense blocks (23); factor : how much larger, 4, 2 or 1"""

    width: int = 32
    growth: int = 16
    blocks: int = 6
    factor: int = 4

    def __post_init__(self) -> None:
        if self.factor not in _FOLDS or min(self.width, self.growth, self.blocks) < 1:
            raise ValueError(f"no upscaler has the shape {asdict(self)}")

    @property
    def fold(self) -> int:
        """Height and width of what is given are multiples of this."""
        return _FOLDS[self.factor]

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


class DenseBlock(nn.Module):
    """Five convolutions that each see all before them: (B, C, H, W) to the same."""

    def __init__(self, width: int, growth: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(width, growth, 3, padding=1)
        self.conv2 = nn.Conv2d(width + growth, growth, 3, padding=1)
        self.conv3 = nn.Conv2d(width + 2 * growth, growth, 3, padding=1)
        self.conv4 = nn.Conv2d(width + 3 * growth, growth, 3, padding=1)
        self.conv5 = nn.Conv2d(width + 4 * growth, width, 3, padding=1)

    def forward(self, feature: Tensor) -> Tensor:
        seen = feature
        for layer in (self.conv1, self.conv2, self.conv3, self.conv4):
            seen = torch.cat([seen, functional.leaky_relu(layer(seen), SLOPE)], dim=1)
        added: Tensor = self.conv5(seen)
        return feature + RESIDUAL_SCALE * added


class ResidualBlock(nn.Module):
    """Three dense blocks, added to what came in."""

    def __init__(self, width: int, growth: int) -> None:
        super().__init__()
        self.rdb1 = DenseBlock(width, growth)
        self.rdb2 = DenseBlock(width, growth)
        self.rdb3 = DenseBlock(width, growth)

    def forward(self, feature: Tensor) -> Tensor:
        added: Tensor = self.rdb3(self.rdb2(self.rdb1(feature)))
        return feature + RESIDUAL_SCALE * added


class ResidualDenseNetwork(nn.Module):
    """(B, 3, H, W) RGB in [0, 1] to (B, 3, factor H, factor W), about in [0, 1]: what is made is not clipped."""

    def __init__(self, shape: UpscalerShape) -> None:
        super().__init__()
        self.shape = shape
        width = shape.width
        self.conv_first = nn.Conv2d(3 * shape.fold**2, width, 3, padding=1)
        self.body = nn.Sequential(*(ResidualBlock(width, shape.growth) for _ in range(shape.blocks)))
        self.conv_body = nn.Conv2d(width, width, 3, padding=1)
        self.conv_up1 = nn.Conv2d(width, width, 3, padding=1)
        self.conv_up2 = nn.Conv2d(width, width, 3, padding=1)
        self.conv_hr = nn.Conv2d(width, width, 3, padding=1)
        self.conv_last = nn.Conv2d(width, 3, 3, padding=1)
        self.body.apply(_begin_calm)
        if shape.fold == 1 and width >= COLORS:
            self._begin_plain()

    @torch.no_grad()
    def _begin_plain(self) -> None:
        """Let the first three channels carry the colours through, so that training begins at bilinear doubling, twice.

        A doubling to nearest pixels and a tent of three by three are bilinear together, and colours are never negative,
        so no activation changes them. Hours of training that would only find this are saved.
        """
        point, tent = torch.tensor([0.0, 1.0, 0.0]), torch.tensor([0.25, 0.5, 0.25])
        self.conv_last.weight.mul_(INITIAL_SCALE**2)
        carriers = ((self.conv_first, point), (self.conv_up1, tent), (self.conv_up2, tent), (self.conv_hr, point))
        for layer, profile in (*carriers, (self.conv_last, point), (self.conv_body, torch.zeros(3))):
            _carry_colors(layer, profile)

    def forward(self, rgb: Tensor) -> Tensor:
        folded = functional.pixel_unshuffle(rgb, self.shape.fold) if self.shape.fold > 1 else rgb
        shallow = self.conv_first(folded)
        feature = shallow + self.conv_body(self.body(shallow))
        for layer in (self.conv_up1, self.conv_up2):  # (B, C, 2H, 2W), then (B, C, 4H, 4W)
            feature = functional.leaky_relu(layer(_doubled(feature)), SLOPE)
        large: Tensor = self.conv_last(functional.leaky_relu(self.conv_hr(feature), SLOPE))
        return large


def _doubled(feature: Tensor) -> Tensor:
    return functional.interpolate(feature, scale_factor=2.0, mode="nearest")


def _carry_colors(layer: nn.Conv2d, profile: Tensor) -> None:
    """Let each of the first three channels out be that channel in, under a kernel of (3,) down and across."""
    assert layer.bias is not None
    if layer.out_channels > COLORS:
        layer.weight[:COLORS] = 0
    layer.bias[:COLORS] = 0
    for color in range(COLORS):
        layer.weight[color, color] = torch.outer(profile, profile)


def _begin_calm(module: nn.Module) -> None:
    if isinstance(module, nn.Conv2d):
        nn.init.kaiming_normal_(module.weight)
        module.weight.data.mul_(INITIAL_SCALE)
        assert module.bias is not None
        nn.init.zeros_(module.bias)
