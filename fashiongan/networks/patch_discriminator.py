"""PatchGAN: a discriminator that judges overlapping pieces of a picture, each by itself.

Source: Isola et al., Image-to-Image Translation with Conditional Adversarial Networks (2017),
https://arxiv.org/abs/1611.07004, section 3.2.2; with three layers each logit sees 70 x 70 px.
"""

from itertools import pairwise
from typing import Literal

from torch import Tensor, nn

Norm = Literal["batch", "instance"]
_KERNEL = 4
_WIDEST = 8
INITIAL_DEVIATION = 0.02


def norm_layer(norm: Norm, channels: int) -> nn.Module:
    """A batch norm with gain and bias, or an instance norm without them, as the authors use the two."""
    return nn.BatchNorm2d(channels) if norm == "batch" else nn.InstanceNorm2d(channels)


def needs_bias(norm: Norm) -> bool:
    """Whether a convolution before this norm has a bias: a batch norm has its own."""
    return norm == "instance"


def begin_small(network: nn.Module) -> None:
    """Draw weights as the authors do: normal, 0.02 wide, gains of batch norms around 1, biases 0."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            nn.init.normal_(module.weight, 0.0, INITIAL_DEVIATION)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1.0, INITIAL_DEVIATION)
            nn.init.zeros_(module.bias)


class PatchDiscriminator(nn.Module):
    """(B, channels_in, H, W) to (B, 1, H / 2^layers - 2, W / 2^layers - 2) logits: 30 x 30 of 256 px by default."""

    def __init__(self, channels_in: int, width: int = 64, layers: int = 3, norm: Norm = "batch") -> None:
        super().__init__()
        widths = [width * min(2**index, _WIDEST) for index in range(layers + 1)]
        parts: list[nn.Module] = [nn.Conv2d(channels_in, width, _KERNEL, stride=2, padding=1), nn.LeakyReLU(0.2)]
        for index, (before, after) in enumerate(pairwise(widths), start=1):
            stride = 2 if index < layers else 1
            parts += [
                nn.Conv2d(before, after, _KERNEL, stride=stride, padding=1, bias=needs_bias(norm)),
                norm_layer(norm, after),
                nn.LeakyReLU(0.2),
            ]
        parts.append(nn.Conv2d(widths[-1], 1, _KERNEL, padding=1))
        self.layers = nn.Sequential(*parts)
        begin_small(self)

    def forward(self, picture: Tensor) -> Tensor:
        logits: Tensor = self.layers(picture)
        return logits
