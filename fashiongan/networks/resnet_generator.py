"""Translator of pictures with residual blocks: picture in, picture of the same size out.

Sources: Johnson et al., Perceptual Losses for Real-Time Style Transfer (2016), https://arxiv.org/abs/1603.08155, with
instance norms as in Zhu et al., CycleGAN (2017), https://arxiv.org/abs/1703.10593. Blurred resampling and the layers
that patches are compared in are those of Park et al., CUT (2020), https://arxiv.org/abs/2007.15651; the former is from
Zhang, Making Convolutional Networks Shift-Invariant Again (2019).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.patch_discriminator import Norm, begin_small, needs_bias, norm_layer

Resampling = Literal["strided", "blurred", "mixed"]
# Of the residual blocks, these two are compared by CUT: the first and the fifth.
_LAST_COMPARED = 4


@dataclass(frozen=True, slots=True)
class ResnetShape:
    """width : channels at full size (`ngf`); blocks : 6 at 128 px, 9 at 256 px in the papers; resampling : "strided"
    is CycleGAN's, "blurred" is CUT's, which leaves no chequered pattern and takes twice as long, "mixed" halves as the
    former and doubles as the latter; changes : without it, the network is that of the papers, with it, it has no norms
    and makes a change to the picture, at first none.

    An instance norm forgets how light and how strong the colours of a picture are, which for cloth that fills it is
    all there is to know: after 300 pictures the papers' network is still 0.31 (of a range of 2) off on the cloth when
    it should leave pictures alone.
    """

    width: int = 32
    blocks: int = 6
    channels_in: int = 3
    channels_out: int = 3
    norm: Norm = "instance"
    resampling: Resampling = "strided"
    changes: bool = False

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

    def __init__(self, shape: ResnetShape) -> None:
        super().__init__()
        channels = 4 * shape.width
        layers: list[nn.Module] = []
        for last in (False, True):
            convolution = nn.Conv2d(channels, channels, 3, bias=_has_bias(shape))
            layers += [nn.ReflectionPad2d(1), convolution, _norm(shape, channels)]
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
        stem = self._convolved(nn.Conv2d(shape.channels_in, width, 7, bias=_has_bias(shape)), width)
        halved = [self._halved(width * times) for times in (1, 2)]
        blocks = [ResidualBlock(shape) for _ in range(shape.blocks)]
        doubled = [self._doubled(width * times) for times in (4, 2)]
        head = [nn.ReflectionPad2d(3), nn.Conv2d(width, shape.channels_out, 7)]
        parts: list[Sequence[nn.Module]] = [[nn.ReflectionPad2d(3), *stem], *halved, blocks, *doubled, head]
        self.layers = nn.Sequential(*[layer for part in parts for layer in part])
        second, first_block = 4 + len(halved[0]), 4 + 2 * len(halved[0])
        last = first_block + min(_LAST_COMPARED, shape.blocks - 1)
        self.compared = tuple(dict.fromkeys((0, 4, second, first_block, last)))
        self.squash = nn.Tanh()
        begin_small(self)
        if shape.changes:
            _begin_without_change(self)

    def _convolved(self, convolution: nn.Module, channels: int) -> list[nn.Module]:
        return [convolution, _norm(self.shape, channels), nn.ReLU(inplace=True)]

    def _halved(self, channels: int) -> list[nn.Module]:
        bias, blurred = _has_bias(self.shape), self.shape.resampling == "blurred"
        convolution = nn.Conv2d(channels, 2 * channels, 3, stride=1 if blurred else 2, padding=1, bias=bias)
        return [*self._convolved(convolution, 2 * channels), *([BlurDown()] if blurred else [])]

    def _doubled(self, channels: int) -> list[nn.Module]:
        bias, half = _has_bias(self.shape), channels // 2
        if self.shape.resampling != "strided":
            return [BlurUp(), *self._convolved(nn.Conv2d(channels, half, 3, padding=1, bias=bias), half)]
        strided = nn.ConvTranspose2d(channels, half, 3, stride=2, padding=1, output_padding=1, bias=bias)
        return self._convolved(strided, half)

    @property
    def compared_channels(self) -> tuple[int, ...]:
        """Channels of the feature maps that CUT compares: the padded picture, both halvings, two blocks."""
        width = self.shape.width
        return (self.shape.channels_in, 2 * width, 4 * width, 4 * width, 4 * width)[: len(self.compared)]

    def forward(self, picture: Tensor) -> Tensor:
        return self._finished(picture, self.layers(picture))

    def _finished(self, picture: Tensor, feature: Tensor) -> Tensor:
        made: Tensor = _limited(picture + feature) if self.shape.changes else self.squash(feature)
        return made

    def with_features(self, picture: Tensor) -> tuple[Tensor, list[Tensor]]:
        """What is made of a picture, and the feature maps on the way that CUT compares."""
        feature, maps = picture, []
        for index, layer in enumerate(self.layers):
            feature = layer(feature)
            if index in self.compared:
                maps.append(feature)
        return self._finished(picture, feature), maps

    def features(self, picture: Tensor) -> list[Tensor]:
        """Only the feature maps: the layers after the last of them are not run."""
        feature, maps = picture, []
        for index in range(self.compared[-1] + 1):
            feature = self.layers[index](feature)
            if index in self.compared:
                maps.append(feature)
        return maps


def _limited(picture: Tensor) -> Tensor:
    """Clamped to [-1, 1]; with the gradient of a clamp, a translator that makes all black could never undo it."""
    if not picture.requires_grad:
        return picture.clamp(-1, 1)

    def back_inside(slope: Tensor) -> Tensor:
        # A step goes against the slope: none that leads on outwards.
        outwards = ((picture > 1) & (slope < 0)) | ((picture < -1) & (slope > 0))
        return slope.masked_fill(outwards, 0)

    straight = picture + (picture.clamp(-1, 1) - picture).detach()
    straight.register_hook(back_inside)  # type: ignore[no-untyped-call]
    return straight


def _has_bias(shape: ResnetShape) -> bool:
    return shape.changes or needs_bias(shape.norm)


def _norm(shape: ResnetShape, channels: int) -> nn.Module:
    return nn.Identity() if shape.changes else norm_layer(shape.norm, channels)


def _begin_without_change(network: nn.Module) -> None:
    """Draw weights so that features keep their size on the way without norms, blocks pass on what comes in, and the
    last convolution gives zero. Source: Zhang et al., Fixup Initialization (2019)."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight)
        elif isinstance(module, nn.ConvTranspose2d):  # Of its 9 weights a pixel meets 9 / 4.
            nn.init.normal_(module.weight, 0.0, (2 / (module.in_channels * 9 / 4)) ** 0.5)
    for part in (network, *(module for module in network.modules() if isinstance(module, ResidualBlock))):
        nn.init.zeros_([module for module in part.modules() if isinstance(module, nn.Conv2d)][-1].weight)
