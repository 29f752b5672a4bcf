"""What CycleGAN and CUT share: settings, the falling learning rate, and the discriminator of a domain."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import torch
from torch import Tensor, nn

from fashiongan.dataset.unpaired import Views
from fashiongan.errors import TrainingError
from fashiongan.networks.patch_discriminator import PatchDiscriminator
from fashiongan.networks.projected_patches import ProjectedPatchDiscriminator
from fashiongan.networks.resnet_generator import ResnetShape
from fashiongan.training.features import frozen_features
from fashiongan.training.losses import (
    hinge_discriminator_loss,
    hinge_generator_loss,
    least_squares_discriminator_loss,
    least_squares_generator_loss,
)

SYSTEM = "restyle"
LEARNING_RATE, BETAS = 2e-4, (0.5, 0.999)
# A run that goes on after its planned pictures still learns, but slowly.
LEAST_RATE = 0.02
VIEWS_PX = (32, 64, 128, 256)


class Judge(StrEnum):
    """What tells real garments of a domain from translated ones."""

    PATCH = "patch"
    PROJECTED = "projected"


@dataclass(frozen=True, slots=True)
class TranslationSettings:
    """What is chosen for a run. A resumed run must share it with the one before, but for the planned pictures and the
    size of the views: a quarter of the pixels is learnt from three times as fast, and finer ones can follow.

    changes : translators that change pictures, instead of the papers' that make them anew; with these and the patch
    judge, a recipe is that of its paper
    motif : of a plain and a patterned domain: pictures of the plain one get a motif printed on, to make patterns of
    """

    width: int = 32
    blocks: int = 6
    batch: int = 1
    seed: int = 0
    judge: Judge = Judge.PROJECTED
    changes: bool = True
    planned_images: int = 20_000
    view_px: int = 128
    bfloat16: bool = True
    motif: bool = False

    def __post_init__(self) -> None:
        ranges = {"width": (1, 256), "blocks": (1, 32), "batch": (1, 1024), "planned_images": (1, 10**9)}
        for name, (least, most) in ranges.items():
            if not least <= getattr(self, name) <= most:
                raise TrainingError(f"{name} is {getattr(self, name)}, but it is {least} to {most}.")
        if self.view_px not in VIEWS_PX:
            raise TrainingError(f"view_px is {self.view_px}, but it is one of {', '.join(map(str, VIEWS_PX))}.")
        if self.motif and not self.changes:
            raise TrainingError("The papers' translators see no motif; leave out --motif or --faithful.")
        if not 0 <= self.seed < 2**63:
            raise TrainingError(f"seed is {self.seed}, but it is 0 to 2^63 - 1.")

    @property
    def shape(self) -> ResnetShape:
        """The shape of the translator."""
        if self.changes:
            return ResnetShape(self.width, self.blocks, resampling="mixed", changes=True)
        return ResnetShape(self.width, self.blocks)

    def fixed(self) -> dict[str, Any]:
        """What cannot change when a run is gone on with."""
        chosen = asdict(self) | {"judge": str(self.judge)}
        return {name: value for name, value in chosen.items() if name not in ("planned_images", "view_px")}

    def rate_share(self, images: int) -> float:
        """The share of the learning rate after so many pictures: all of it for half of the plan, then falling to 0."""
        return max(LEAST_RATE, min(1.0, 2 * (1 - images / self.planned_images)))

    def precision(self, device: torch.device) -> torch.autocast:
        """Where networks run: in bfloat16 where that is enough."""
        return torch.autocast(device.type, torch.bfloat16, enabled=self.bfloat16)


class Adversary:
    """The discriminator of one domain with its optimiser: a faithful PatchGAN, or one over frozen features."""

    def __init__(self, settings: TranslationSettings, device: torch.device) -> None:
        self._settings, self._device = settings, device
        self._projected = settings.judge is Judge.PROJECTED
        network = ProjectedPatchDiscriminator(frozen_features()) if self._projected else _patches()
        self.network: nn.Module = network.to(device)
        self._trained = [one for one in self.network.parameters() if one.requires_grad]
        self.optimiser = adam(self._trained)

    def learn(self, real: Tensor, fake: Tensor) -> float:
        """Take a step on (B, 3, V, V) pictures; returns the loss."""
        for one in self._trained:
            one.requires_grad_(True)
        loss = hinge_discriminator_loss if self._projected else least_squares_discriminator_loss
        real_logits, fake_logits = self._logits(real), self._logits(fake.detach())
        losses = [loss(a, b) for a, b in zip(real_logits, fake_logits, strict=True)]
        return descend(self.optimiser, 0.5 * torch.stack(losses).mean())

    def fooled(self, fake: Tensor) -> Tensor:
        """The generator's loss; the discriminator learns nothing from it."""
        for one in self._trained:
            one.requires_grad_(False)
        loss = hinge_generator_loss if self._projected else least_squares_generator_loss
        return torch.stack([loss(one) for one in self._logits(fake)]).mean()

    def _logits(self, picture: Tensor) -> list[Tensor]:
        with self._settings.precision(self._device):
            logits = self.network(picture)
        return logits if isinstance(logits, list) else [logits]

    def parts(self, name: str) -> dict[str, Any]:
        """What has a state, by name."""
        return {f"{name}_discriminator": self.network, f"{name}_discriminator_optimiser": self.optimiser}


def _patches() -> nn.Module:
    return PatchDiscriminator(3, norm="instance")


def adam(parameters: Iterable[nn.Parameter]) -> torch.optim.Adam:
    """The optimiser of both papers."""
    return torch.optim.Adam(parameters, lr=LEARNING_RATE, betas=BETAS)


def descend(optimiser: torch.optim.Optimizer, loss: Tensor) -> float:
    """Take one step; returns the loss."""
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
    return loss.item()


def set_rate(optimisers: Iterable[torch.optim.Optimizer], share: float) -> None:
    """Set the learning rate to a share of the full one."""
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * share


def joined(first: Views, second: Views) -> Views:
    """Two batches of views as one."""
    return Views(torch.cat([first.rgb, second.rgb]), torch.cat([first.alpha, second.alpha]))


def refuse_other(before: Any, settings: TranslationSettings, domains: list[str], now: list[str]) -> None:
    """Compare the settings and domains of a state with those of a run.

    Raises
    ------
    TrainingError : they differ
    """
    if before != settings.fixed() or domains != now:
        raise TrainingError(
            f"The run was started with {before} on {domains}, not {settings.fixed()} on {now}; choose another --run."
        )
