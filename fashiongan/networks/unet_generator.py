"""U-Net generator of pix2pix: halve a picture down to one pixel and double it back, with skips between equal sizes.

Source: Isola et al., Image-to-Image Translation with Conditional Adversarial Networks (2017),
https://arxiv.org/abs/1611.07004, section 3.2.1 and appendix 6.1.1. Layers, order, biases and norms are those of the
authors' PyTorch code, so that weights trained there mean the same here.
"""

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.patch_discriminator import Norm, begin_small, needs_bias, norm_layer

_WIDEST = 8
# The four finest levels, and the innermost, have no dropout.
_WITHOUT_DROPOUT = 4


@dataclass(frozen=True, slots=True)
class UnetShape:
    """Everything that must be known to build the network; the authors' U-Net-256 has width 64 and 8 downs."""

    channels_in: int
    channels_out: int
    width: int = 64
    downs: int = 8
    norm: Norm = "batch"
    dropout: float = 0.5

    def widths(self) -> list[int]:
        """Channels after each halving."""
        return [self.width * min(2 ** min(level, 30), _WIDEST) for level in range(self.downs)]

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


class _Down(nn.Module):
    """Halve a feature map; the first level has no norm and looks at a picture, the innermost has no norm."""

    def __init__(self, channels_in: int, channels_out: int, norm: Norm, first: bool, innermost: bool) -> None:
        super().__init__()
        self.activation = nn.Identity() if first else nn.LeakyReLU(0.2)
        # As the authors do, without a bias beside batch norms, also where no norm follows.
        self.convolution = nn.Conv2d(channels_in, channels_out, 4, stride=2, padding=1, bias=needs_bias(norm))
        self.norm = nn.Identity() if first or innermost else norm_layer(norm, channels_out)

    def forward(self, feature: Tensor) -> Tensor:
        result: Tensor = self.norm(self.convolution(self.activation(feature)))  # (B, C, H / 2, W / 2)
        return result


class _Up(nn.Module):
    """Double a feature map, with a norm; `dropout` is the noise of pix2pix."""

    def __init__(self, channels_in: int, channels_out: int, norm: Norm, dropout: float) -> None:
        super().__init__()
        self.convolution = nn.ConvTranspose2d(channels_in, channels_out, 4, stride=2, padding=1, bias=needs_bias(norm))
        self.norm = norm_layer(norm, channels_out)
        self.dropout = nn.Dropout(dropout) if dropout else nn.Identity()

    def forward(self, feature: Tensor) -> Tensor:
        result: Tensor = self.dropout(self.norm(self.convolution(functional.relu(feature))))  # (B, C, 2H, 2W)
        return result


class UnetGenerator(nn.Module):
    """(B, channels_in, H, W) to (B, channels_out, H, W) in [-1, 1]; H and W are multiples of 2^downs."""

    def __init__(self, shape: UnetShape) -> None:
        super().__init__()
        self.shape = shape
        widths, last = shape.widths(), shape.downs - 1
        before = [shape.channels_in, *widths]
        self.downs = nn.ModuleList(
            [_Down(before[i], widths[i], shape.norm, i == 0, i == last) for i in range(shape.downs)]
        )
        # Level i doubles what level i + 1 made, beside what it skipped from; the innermost has only itself.
        self.ups = nn.ModuleList(
            [
                _Up(
                    widths[i] * (1 if i == last else 2),
                    widths[i - 1],
                    shape.norm,
                    shape.dropout if _WITHOUT_DROPOUT <= i < last else 0.0,
                )
                for i in range(1, shape.downs)
            ]
        )
        self.to_picture = nn.ConvTranspose2d(2 * widths[0], shape.channels_out, 4, stride=2, padding=1)
        begin_small(self)

    def forward(self, picture: Tensor) -> Tensor:
        feature, skipped = picture, []
        for down in self.downs:
            feature = down(feature)
            skipped.append(feature)
        feature = skipped.pop()
        for up in reversed(list(self.ups)):
            feature = torch.cat([skipped.pop(), up(feature)], dim=1)
        return torch.tanh(self.to_picture(functional.relu(feature)))
