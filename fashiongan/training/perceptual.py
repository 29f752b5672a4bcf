"""What an upscaler is up against in ESRGAN's second stage: a discriminator, and eyes that compare what they see."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.networks.unet_discriminator import UnetDiscriminator
from fashiongan.training.losses import relativistic_loss
from fashiongan.training.vgg import trained_vgg

WIDTH = 32
BETAS = (0.9, 0.99)
ADVERSARIAL_GAIN = 5e-3


@dataclass(frozen=True, slots=True)
class Against:
    """Losses of what was made, as scalars: how different it looks from what it should be, and how easily it is told."""

    perceptual: Tensor
    adversarial: Tensor

    @property
    def total(self) -> Tensor:
        """Their sum, as the paper weighs them."""
        return self.perceptual + ADVERSARIAL_GAIN * self.adversarial

    def values(self) -> dict[str, float]:
        """Plain numbers."""
        return {"perceptual": self.perceptual.item(), "adversarial": self.adversarial.item()}


class Adversary:
    """Judges (B, 3, H, W) pictures in [0, 1]. VGG16's conv5_3, before its activation, is what pictures are compared by.

    Raises
    ------
    TrainingError : the weights of VGG16 are not installed
    """

    def __init__(self, device: torch.device, learning_rate: float) -> None:
        self.discriminator = UnetDiscriminator(WIDTH).to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.optimiser = torch.optim.Adam(self.discriminator.parameters(), lr=learning_rate, betas=BETAS)
        self._eyes = trained_vgg().to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]

    def against(self, made: Tensor, real: Tensor) -> Against:
        """Losses of what was made against what is real, with gradients to `made` alone."""
        with torch.no_grad():
            seen, real_logits = self._seen(real), self.discriminator(_laid_out(real))
        perceptual = functional.l1_loss(self._seen(made), seen)
        self.discriminator.requires_grad_(False)
        adversarial = relativistic_loss(self.discriminator(_laid_out(made)), real_logits)
        self.discriminator.requires_grad_(True)
        return Against(perceptual, adversarial)

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

    def _seen(self, rgb: Tensor) -> Tensor:
        last: Tensor = self._eyes(_laid_out(rgb) * 2 - 1)[-1]
        return last.float()


def _laid_out(rgb: Tensor) -> Tensor:
    return rgb.contiguous(memory_format=torch.channels_last)
