"""Translator of pictures with residual blocks: picture in, picture of the same size out.

Sources: Johnson et al., Perceptual Losses for Real-Time Style Transfer (2016), https://arxiv.org/abs/1603.08155, with
instance norms as in Zhu et al., CycleGAN (2017), https://arxiv.org/abs/1703.10593. Blurred resampling and the layers
that patches are compared in are those of Park et al., CUT (2020), https://arxiv.org/abs/2007.15651; the former is from
Zhang, Making Convolutional Networks Shift-Invariant Again (2019).
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.patch_discriminator import Norm, begin_small, needs_bias, norm_layer

Resampling = Literal["strided", "blurred"]
# Of the residual blocks, these two are compared by CUT: the first and the fifth.
_LAST_COMPARED = 4


@dataclass(frozen=True, slots=True)
class ResnetShape:
    """width : channels at full size (`ngf`); blocks : 6 at 128 px, 9 at 256 px in the papers; resampling : "strided"
    is CycleGAN's, "blurred" is CUT's, which leaves no chequered pattern and takes twice as long"""

    width: int = 32
    blocks: int = 6
    channels_in: int = 3
    channels_out: int = 3
    norm: Norm = "instance"
    resampling: Resampling = "strided"

    def to_dict(self) -> dict[str, Any]:
        """Plain values, from which the same shape can be made."""
        return asdict(self)


class BlurDown(nn.Module):
    """Halve with the filter (1, 2, 1) / 4: two running means of two."""

    def forward(self, feature: Tensor) -> Tensor:
        # With an even size no step reaches beyond the last column, so only the first ones are padded.
        padded = functional.pad(feature, (1, 0, 1, 0), mode="reflect")
        return functional.avg_pool2d(functional.avg_pool2d(padded, 2, stride=1), 2, stride=2)


class BlurUp(nn.Module):
    """Double with the filter (1, 3, 3, 1) / 4, which is bilinear."""

    def forward(self, feature: Tensor) -> Tensor:
        return functional.interpolate(feature, scale_factor=2, mode="bilinear")


class ResidualBlock(nn.Module):
    """Two convolutions, added to what came in."""

    def __init__(self, channels: int, norm: Norm) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for last in (False, True):
            convolution = nn.Conv2d(channels, channels, 3, bias=needs_bias(norm))
            layers += [nn.ReflectionPad2d(1), convolution, norm_layer(norm, channels)]
            layers += [] if last else [nn.ReLU(inplace=True)]
        self.layers = nn.Sequential(*layers)

    def forward(self, feature: Tensor) -> Tensor:
        changed: Tensor = self.layers(feature)
        return feature + changed


class ResnetGenerator(nn.Module):
    """(B, channels_in, H, W) in [-1, 1] to (B, channels_out, H, W) in [-1, 1]; H and W multiples of 4, from 16 on."""

    def __init__(self, shape: ResnetShape) -> None:
        super().__init__()
        self.shape = shape
        width = shape.width
        stem = self._convolved(nn.Conv2d(shape.channels_in, width, 7, bias=needs_bias(shape.norm)), width)
        halved = [self._halved(width * times) for times in (1, 2)]
        blocks = [ResidualBlock(4 * width, shape.norm) for _ in range(shape.blocks)]
        doubled = [self._doubled(width * times) for times in (4, 2)]
        head = [nn.ReflectionPad2d(3), nn.Conv2d(width, shape.channels_out, 7), nn.Tanh()]
        parts = [[nn.ReflectionPad2d(3), *stem], *halved, blocks, *doubled, head]
        self.layers = nn.Sequential(*[layer for part in parts for layer in part])
        second, first_block = 4 + len(halved[0]), 4 + 2 * len(halved[0])
        self.compared = (0, 4, second, first_block, first_block + min(_LAST_COMPARED, shape.blocks - 1))
        begin_small(self)

    def _convolved(self, convolution: nn.Module, channels: int) -> list[nn.Module]:
        return [convolution, norm_layer(self.shape.norm, channels), nn.ReLU(inplace=True)]

    def _halved(self, channels: int) -> list[nn.Module]:
        bias, blurred = needs_bias(self.shape.norm), self.shape.resampling == "blurred"
        convolution = nn.Conv2d(channels, 2 * channels, 3, stride=1 if blurred else 2, padding=1, bias=bias)
        return [*self._convolved(convolution, 2 * channels), *([BlurDown()] if blurred else [])]

    def _doubled(self, channels: int) -> list[nn.Module]:
        bias, half = needs_bias(self.shape.norm), channels // 2
        if self.shape.resampling == "blurred":
            return [BlurUp(), *self._convolved(nn.Conv2d(channels, half, 3, padding=1, bias=bias), half)]
        strided = nn.ConvTranspose2d(channels, half, 3, stride=2, padding=1, output_padding=1, bias=bias)
        return self._convolved(strided, half)

    @property
    def compared_channels(self) -> tuple[int, ...]:
        """Channels of the feature maps that CUT compares: the padded picture, both halvings, two blocks."""
        width = self.shape.width
        return (self.shape.channels_in, 2 * width, 4 * width, 4 * width, 4 * width)

    def forward(self, picture: Tensor) -> Tensor:
        made: Tensor = self.layers(picture)
        return made

    def with_features(self, picture: Tensor) -> tuple[Tensor, list[Tensor]]:
        """What is made of a picture, and the feature maps on the way that CUT compares."""
        feature, maps = picture, []
        for index, layer in enumerate(self.layers):
            feature = layer(feature)
            if index in self.compared:
                maps.append(feature)
        return feature, maps

    def features(self, picture: Tensor) -> list[Tensor]:
        """Only the feature maps: the layers after the last of them are not run."""
        feature, maps = picture, []
        for index, layer in enumerate(self.layers[: self.compared[-1] + 1]):
            feature = layer(feature)
            if index in self.compared:
                maps.append(feature)
        return maps
