"""What an upscaler is up against in ESRGAN's second stage: a discriminator, and eyes that compare what they see.

Sources of the two ways to compare: Wang et al., ESRGAN (2018), https://arxiv.org/abs/1809.00219, and Real-ESRGAN
(2021), https://arxiv.org/abs/2107.10833.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.networks.unet_discriminator import UnetDiscriminator
from fashiongan.training.losses import relativistic_loss
from fashiongan.training.vgg import trained_vgg

WIDTH = 32
BETAS = (0.9, 0.99)


class Compared(StrEnum):
    """The depths of VGG16 at which pictures are compared: ESRGAN's last one, or Real-ESRGAN's five."""

    LAST = "last"
    LAYERS = "layers"


@dataclass(frozen=True, slots=True)
class Gains:
    """How much each loss counts. layers : of conv1_2, conv2_2, conv3_3, conv4_3 and conv5_3"""

    pixel: float
    layers: tuple[float, ...]
    adversarial: float


GAINS = {
    Compared.LAST: Gains(1e-2, (0.0, 0.0, 0.0, 0.0, 1.0), 5e-3),
    Compared.LAYERS: Gains(1.0, (0.1, 0.1, 1.0, 1.0, 1.0), 0.1),
}


@dataclass(frozen=True, slots=True)
class Against:
    """Losses of what was made, as scalars: how different it looks from what it should be, and how easily it is told."""

    perceptual: Tensor
    adversarial: Tensor

    def values(self) -> dict[str, float]:
        """Plain numbers."""
        return {"perceptual": self.perceptual.item(), "adversarial": self.adversarial.item()}


class Adversary:
    """Judges (B, 3, H, W) pictures in [0, 1], and compares them by features of VGG16 before their activation.

    Raises
    ------
    TrainingError : the weights of VGG16 are not installed
    """

    def __init__(self, device: torch.device, learning_rate: float, compared: Compared) -> None:
        self._gains = GAINS[compared]
        self.discriminator = UnetDiscriminator(WIDTH).to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.optimiser = torch.optim.Adam(self.discriminator.parameters(), lr=learning_rate, betas=BETAS)
        self._eyes = trained_vgg().to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]

    def against(self, made: Tensor, real: Tensor) -> Against:
        """Losses of what was made against what is real, with gradients to `made` alone."""
        with torch.no_grad():
            seen, real_logits = self._seen(real), self.discriminator(_laid_out(real))
        perceptual = self._difference(self._seen(made), seen)
        self.discriminator.requires_grad_(False)
        adversarial = relativistic_loss(self.discriminator(_laid_out(made)), real_logits)
        self.discriminator.requires_grad_(True)
        return Against(perceptual, adversarial)

    def total(self, pixel: Tensor, against: Against) -> Tensor:
        """The sum of all losses, as the paper weighs them."""
        return self._gains.pixel * pixel + against.perceptual + self._gains.adversarial * against.adversarial

    def learn(self, made: Tensor, real: Tensor) -> dict[str, float]:
        """Take one step of the discriminator."""
        real_logits, fake_logits = self.discriminator(_laid_out(real)), self.discriminator(_laid_out(made))
        loss = relativistic_loss(real_logits, fake_logits)
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimiser.step()
        apart = (real_logits.float().mean() - fake_logits.float().mean()).item()
        return {"discriminator": loss.item(), "logits_apart": apart}

    def parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        return {"discriminator": self.discriminator, "discriminator_optimiser": self.optimiser}

    def _seen(self, rgb: Tensor) -> list[Tensor]:
        maps: list[Tensor] = self._eyes(_laid_out(rgb) * 2 - 1)
        return maps

    def _difference(self, made: list[Tensor], real: list[Tensor]) -> Tensor:
        counted = [parts for parts in zip(self._gains.layers, made, real, strict=True) if parts[0] > 0]
        return torch.stack([gain * functional.l1_loss(a.float(), b.float()) for gain, a, b in counted]).sum()


def _laid_out(rgb: Tensor) -> Tensor:
    return rgb.contiguous(memory_format=torch.channels_last)
