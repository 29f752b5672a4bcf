"""Generators and discriminators of the candidates; all take latents and the same conditions.

Sources: Radford et al., DCGAN (2016); Liu et al., FastGAN (2021); Huang et al., R3GAN (2024). Small, for two cores.
"""

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.conditional_generator import GeneratorShape
from fashiongan.networks.conditioning import ConditionEncoder, Conditions

CONDITION_WIDTH = 128
GROUP_WIDTH = 16


class WholeCondition(nn.Module):
    """Labels, colours and style as one vector: (B, CONDITION_WIDTH)."""

    def __init__(self, shape: GeneratorShape) -> None:
        super().__init__()
        self.words = ConditionEncoder(shape.vocabulary_sizes, 16, CONDITION_WIDTH)
        self.style = nn.Linear(shape.style_width, CONDITION_WIDTH)

    def forward(self, conditions: Conditions) -> Tensor:
        result: Tensor = self.words(conditions.labels, conditions.lab) + self.style(conditions.style)
        return result


class DcganGenerator(nn.Module):
    """Transposed convolutions with batch normalisation; latents and conditions enter once."""

    def __init__(self, shape: GeneratorShape, width: int = 48) -> None:
        super().__init__()
        self.shape = shape
        self.condition = WholeCondition(shape)
        widths = [width * 8, width * 4, width * 2, width, width // 2, width // 4, width // 8][: len(shape.scales) + 1]
        self.seed = nn.ConvTranspose2d(shape.total_latent_width + CONDITION_WIDTH, widths[0], 4, bias=False)
        layers: list[nn.Module] = [nn.BatchNorm2d(widths[0]), nn.ReLU()]
        for a, b in pairwise(widths):
            layers += [nn.ConvTranspose2d(a, b, 4, 2, 1, bias=False), nn.BatchNorm2d(b), nn.ReLU()]
        self.body = nn.Sequential(*layers, nn.Conv2d(widths[-1], 4, 3, padding=1))

    def forward(self, latent: Tensor, conditions: Conditions) -> Tensor:
        start = torch.cat([latent, self.condition(conditions)], dim=1)[:, :, None, None]
        return torch.tanh(self.body(self.seed(start)))


class _Judge(nn.Module):
    """A realness logit, plus how well the features go with the condition (projection)."""

    def __init__(self, channels: int, shape: GeneratorShape) -> None:
        super().__init__()
        self.realness = nn.Conv2d(channels, 1, 4)
        self.condition = WholeCondition(shape)
        self.project = nn.Linear(CONDITION_WIDTH, channels)

    def forward(self, feature: Tensor, conditions: Conditions) -> Tensor:
        asked = functional.normalize(self.project(self.condition(conditions)), dim=1)
        result: Tensor = self.realness(feature).flatten(1)[:, 0] + 3 * (asked * feature.mean((2, 3))).sum(1)
        return result


class DcganDiscriminator(nn.Module):
    """Strided convolutions with batch normalisation."""

    def __init__(self, shape: GeneratorShape, width: int = 48) -> None:
        super().__init__()
        widths = [3, *(width * 2**i for i in range(len(shape.scales)))]
        layers: list[nn.Module] = []
        for a, b in pairwise(widths):
            layers += [nn.Conv2d(a, b, 4, 2, 1, bias=a == 3)] + ([] if a == 3 else [nn.BatchNorm2d(b)])
            layers += [nn.LeakyReLU(0.2)]
        self.body = nn.Sequential(*layers)
        self.judge = _Judge(widths[-1], shape)

    def forward(self, rgb: Tensor, conditions: Conditions) -> Tensor:
        result: Tensor = self.judge(self.body(rgb), conditions)
        return result


class FastganDiscriminator(nn.Module):
    """Residual halvings; a small decoder must be able to draw the picture again from the 8 x 8 features."""

    def __init__(self, shape: GeneratorShape, width: int = 32) -> None:
        super().__init__()
        widths = [3, *(min(256, width * 2**i) for i in range(len(shape.scales)))]
        self.blocks = nn.ModuleList([_Halving(a, b) for a, b in pairwise(widths)])
        self.judge = _Judge(widths[-1], shape)
        self.decode = nn.Sequential(
            *(part for a, b in pairwise((widths[-2], 64, 32, 16)) for part in _doubling(a, b)),
            nn.Conv2d(16, 3, 3, 1, 1),
        )

    def forward(self, rgb: Tensor, conditions: Conditions) -> tuple[Tensor, Tensor]:
        feature = rgb
        for block in self.blocks[:-1]:
            feature = block(feature)
        drawn = torch.tanh(self.decode(feature))
        return self.judge(self.blocks[-1](feature), conditions), drawn


class _Halving(nn.Module):
    def __init__(self, a: int, b: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(a, b, 4, 2, 1, bias=False),
            nn.BatchNorm2d(b),
            nn.LeakyReLU(0.2),
            nn.Conv2d(b, b, 3, 1, 1, bias=False),
            nn.BatchNorm2d(b),
            nn.LeakyReLU(0.2),
        )
        self.side = nn.Sequential(nn.AvgPool2d(2), nn.Conv2d(a, b, 1, bias=False), nn.BatchNorm2d(b), nn.LeakyReLU(0.2))

    def forward(self, feature: Tensor) -> Tensor:
        result: Tensor = (self.main(feature) + self.side(feature)) / 2
        return result


def _doubling(a: int, b: int) -> tuple[nn.Module, ...]:
    return nn.Upsample(scale_factor=2), nn.Conv2d(a, b, 3, 1, 1, bias=False), nn.BatchNorm2d(b), nn.LeakyReLU(0.2)


class _ResNext(nn.Module):
    """Widen, look around in groups, narrow; the last convolution begins as zero, and nothing is normalised."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        wide = channels * 2
        self.layers = nn.Sequential(
            nn.Conv2d(channels, wide, 1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(wide, wide, 3, padding=1, groups=max(1, wide // GROUP_WIDTH)),
            nn.LeakyReLU(0.2),
            nn.Conv2d(wide, channels, 1, bias=False),
        )
        nn.init.zeros_(self.layers[-1].weight)  # type: ignore[arg-type]

    def forward(self, feature: Tensor) -> Tensor:
        result: Tensor = feature + self.layers(feature)
        return result


def _r3_widths(shape: GeneratorShape) -> list[int]:
    return [96, 96, 64, 48, 32, 32][: len(shape.scales) + 1]


class R3ganGenerator(nn.Module):
    """Residual blocks without norms, doubled bilinearly."""

    def __init__(self, shape: GeneratorShape) -> None:
        super().__init__()
        self.shape = shape
        self.condition = WholeCondition(shape)
        widths = _r3_widths(shape)
        self.seed = nn.Linear(shape.total_latent_width + CONDITION_WIDTH, widths[0] * 16)
        layers: list[nn.Module] = [_ResNext(widths[0]), _ResNext(widths[0])]
        for a, b in pairwise(widths):
            layers += [nn.Upsample(scale_factor=2, mode="bilinear"), nn.Conv2d(a, b, 1), _ResNext(b), _ResNext(b)]
        self.body = nn.Sequential(*layers, nn.Conv2d(widths[-1], 4, 1))

    def forward(self, latent: Tensor, conditions: Conditions) -> Tensor:
        start = self.seed(torch.cat([latent, self.condition(conditions)], dim=1))
        return torch.tanh(self.body(start.unflatten(1, (-1, 4, 4))))


class R3ganDiscriminator(nn.Module):
    """The same the other way round."""

    def __init__(self, shape: GeneratorShape) -> None:
        super().__init__()
        widths = _r3_widths(shape)[::-1]
        layers: list[nn.Module] = [nn.Conv2d(3, widths[0], 1)]
        for a, b in pairwise(widths):
            layers += [_ResNext(a), _ResNext(a), nn.AvgPool2d(2), nn.Conv2d(a, b, 1)]
        self.body = nn.Sequential(*layers, _ResNext(widths[-1]))
        self.judge = _Judge(widths[-1], shape)

    def forward(self, rgb: Tensor, conditions: Conditions) -> Tensor:
        result: Tensor = self.judge(self.body(rgb), conditions)
        return result
