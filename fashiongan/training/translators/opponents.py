"""The two discriminators of pix2pix with their losses: the paper's, and a newer one.

Sources: Isola et al., pix2pix (2017), https://arxiv.org/abs/1611.07004; Sauer et al., Projected GANs (2021),
https://arxiv.org/abs/2111.01007, of which the frozen features also measure how alike a fake and its original are.
"""

from typing import Protocol

import torch
from torch import Tensor, nn

from fashiongan.networks.image_features import OUTPUTS
from fashiongan.networks.patch_discriminator import PatchDiscriminator
from fashiongan.networks.sketch_discriminator import ProjectedPatchDiscriminator
from fashiongan.networks.sketch_generator import HINT_CHANNELS, INK_CHANNELS
from fashiongan.training.features import frozen_features
from fashiongan.training.losses import (
    cross_entropy_discriminator_loss,
    cross_entropy_generator_loss,
    feature_distance,
    hinge_discriminator_loss,
    hinge_generator_loss,
)

SKETCH_CHANNELS = INK_CHANNELS + HINT_CHANNELS
L1_GAIN = 100.0
# Features say better than pixels what is alike, so pixels count less.
PROJECTED_L1_GAIN, FEATURE_GAIN = 50.0, 20.0


class Opponent(Protocol):
    """A discriminator with its losses. Pictures are (B, 3, S, S), the sketch is (B, 5, S, S) ink and hints."""

    network: nn.Module

    def discriminator_loss(self, sketch: Tensor, real: Tensor, fake: Tensor) -> Tensor:
        """What the discriminator lessens; nothing flows to the generator."""

    def generator_losses(self, sketch: Tensor, real: Tensor, fake: Tensor) -> dict[str, Tensor]:
        """What the generator lessens beside L1, each already with its gain."""

    def l1_gain(self) -> float:
        """How much L1 counts beside it."""


class PatchOpponent:
    """The PatchGAN of the paper, with batch norm."""

    def __init__(self) -> None:
        self.network: nn.Module = PatchDiscriminator(SKETCH_CHANNELS + 3)

    def discriminator_loss(self, sketch: Tensor, real: Tensor, fake: Tensor) -> Tensor:
        real_logits, fake_logits = (self.network(torch.cat([sketch, one], dim=1)) for one in (real, fake.detach()))
        return cross_entropy_discriminator_loss(real_logits, fake_logits)

    def generator_losses(self, sketch: Tensor, real: Tensor, fake: Tensor) -> dict[str, Tensor]:
        return {"generator": cross_entropy_generator_loss(self.network(torch.cat([sketch, fake], dim=1)))}

    def l1_gain(self) -> float:
        return L1_GAIN


class ProjectedOpponent:
    """Heads on frozen features; the same features also measure how alike a fake and its original are."""

    def __init__(self, device: torch.device, channels: int = SKETCH_CHANNELS) -> None:
        """`channels` : of what pictures are judged beside"""
        self.network: nn.Module = ProjectedPatchDiscriminator(tuple(OUTPUTS.values()), channels)
        self._features = frozen_features().to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._seen: tuple[list[Tensor], list[Tensor]] = ([], [])

    def discriminator_loss(self, sketch: Tensor, real: Tensor, fake: Tensor) -> Tensor:
        with torch.no_grad():
            real_maps = self._features(real.contiguous(memory_format=torch.channels_last))
        fake_maps = self._features(fake.contiguous(memory_format=torch.channels_last))
        # The generator's turn comes next, with the same pictures: looking once is enough.
        self._seen = real_maps, fake_maps
        real_logits = self.network(real_maps, sketch)
        fake_logits = self.network([one.detach() for one in fake_maps], sketch)
        return _mean([hinge_discriminator_loss(*pair) for pair in zip(real_logits, fake_logits, strict=True)])

    def generator_losses(self, sketch: Tensor, real: Tensor, fake: Tensor) -> dict[str, Tensor]:
        real_maps, fake_maps = self._seen
        fooled = _mean([hinge_generator_loss(logits) for logits in self.network(fake_maps, sketch)])
        return {"generator": fooled, "features": FEATURE_GAIN * feature_distance(fake_maps, real_maps)}

    def l1_gain(self) -> float:
        return PROJECTED_L1_GAIN


def _mean(losses: list[Tensor]) -> Tensor:
    return torch.stack(losses).mean()
