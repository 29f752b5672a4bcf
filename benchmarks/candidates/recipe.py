"""One recipe for the candidates that judge pixels themselves; what sets them apart is a `Candidate`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.candidates import networks
from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.conditioning import Conditions
from fashiongan.training.ema import MovingAverage
from fashiongan.training.generator.batches import Batch, BatchSource
from fashiongan.training.grid import picture_grid
from fashiongan.training.guards import kept_bytes, weight_bytes
from fashiongan.training.losses import hinge_discriminator_loss, hinge_generator_loss

R3_GAMMA = 20.0
# The penalties are taken at every 16th step and count 16 times, or they would take four fifths of the time.
PENALISED_EVERY = 16


@dataclass(frozen=True)
class Candidate:
    """How one kind of GAN is built and trained. `loss` : cross-entropy, hinge or relativistic"""

    name: str
    generator: Callable[[GeneratorShape], nn.Module]
    discriminator: Callable[[GeneratorShape], nn.Module]
    loss: str
    betas: tuple[float, float]


CANDIDATES = (
    Candidate("DCGAN", networks.DcganGenerator, networks.DcganDiscriminator, "cross-entropy", (0.5, 0.999)),
    Candidate("FastGAN", ConditionalGenerator, networks.FastganDiscriminator, "hinge", (0.5, 0.999)),
    Candidate("R3GAN", networks.R3ganGenerator, networks.R3ganDiscriminator, "relativistic", (0.0, 0.99)),
)


class CandidateRecipe:
    """Trains one candidate on the batches, the augmentation and the averaging that all share."""

    def __init__(self, candidate: Candidate, garments: TrainingSet, styles: Tensor, batch: int) -> None:
        torch.manual_seed(0)
        self.candidate, self.garments, self.styles, self.images_per_step = candidate, garments, styles, batch
        sizes = tuple(len(kind) for kind in VOCABULARY.values())
        self.shape = GeneratorShape(garments.rgba.shape[-1], 32, sizes, style_width=styles.shape[-1])
        self.generator, self.discriminator = (
            make(self.shape).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
            for make in (candidate.generator, candidate.discriminator)
        )
        self.average = MovingAverage(self.generator)
        self.optimisers = [
            torch.optim.Adam(one.parameters(), lr=2e-4, betas=candidate.betas)
            for one in (self.discriminator, self.generator)
        ]
        self.batches = BatchSource(garments, styles, self.shape.total_latent_width)
        self.random = torch.Generator().manual_seed(0)
        self.steps = 0

    def step(self) -> dict[str, float]:
        batch = self.batches.draw(self.images_per_step, self.random)
        with torch.autocast("cpu", torch.bfloat16):
            fake = batch.fake_changes.apply(self.generator(batch.latents, batch.asked).float())[0]
        real = batch.real_changes.apply(batch.rgba)[0]
        losses = {"discriminator": self._discriminate(real, fake.detach(), batch)}
        with torch.autocast("cpu", torch.bfloat16):
            losses["generator"] = self._generator_loss(real, fake, batch)
        _descend(self.optimisers[1], losses["generator"])
        self.average.update()
        return {name: loss.item() for name, loss in losses.items()}

    def _judge(self, rgb: Tensor, conditions: Conditions) -> Tensor:
        judged = self.discriminator(rgb.contiguous(memory_format=torch.channels_last), conditions)
        return judged[0] if isinstance(judged, tuple) else cast(Tensor, judged)

    def _discriminate(self, real: Tensor, fake: Tensor, batch: Batch) -> Tensor:
        penalised = self.candidate.loss == "relativistic" and self.steps % PENALISED_EVERY == 0
        self.steps += 1
        real, fake = (one.requires_grad_(penalised) for one in (real, fake))
        with torch.autocast("cpu", torch.bfloat16, enabled=not penalised):
            drawn = None
            if self.candidate.name == "FastGAN":
                logits, drawn = self.discriminator(real, batch.real)
            else:
                logits = self._judge(real, batch.real)
            fakes = self._judge(fake, batch.asked)
        loss = self._adversarial(logits.float(), fakes.float())
        if drawn is not None:
            small = functional.adaptive_avg_pool2d(real, drawn.shape[-1])
            loss = loss + functional.l1_loss(drawn.float(), small)
        if penalised:
            loss = loss + PENALISED_EVERY * R3_GAMMA / 2 * (_steepness(logits, real) + _steepness(fakes, fake))
        _descend(self.optimisers[0], loss)
        return loss

    def _adversarial(self, real: Tensor, fake: Tensor) -> Tensor:
        if self.candidate.loss == "hinge":
            return hinge_discriminator_loss(real, fake)
        if self.candidate.loss == "relativistic":
            return functional.softplus(fake - real).mean()
        return (functional.softplus(-real) + functional.softplus(fake)).mean()

    def _generator_loss(self, real: Tensor, fake: Tensor, batch: Batch) -> Tensor:
        fakes = self._judge(fake, batch.asked)
        if self.candidate.loss == "hinge":
            return hinge_generator_loss(fakes)
        if self.candidate.loss == "relativistic":
            with torch.no_grad():
                reals = self._judge(real, batch.real)
            return functional.softplus(reals.float() - fakes.float()).mean()
        return functional.softplus(-fakes.float()).mean()

    def averaged(self) -> ConditionalGenerator:
        """The generator with its averaged weights."""
        return cast(ConditionalGenerator, self.average.network)

    def wardrobe(self) -> Wardrobe:
        """The garments that styles are drawn from."""
        return Wardrobe(self.garments.labels, self.garments.lab, self.styles[:, 0])

    def memory_bytes(self) -> int:
        """What a step keeps."""
        pair = self.batches.draw(2, torch.Generator().manual_seed(0))

        def forward() -> None:
            with torch.autocast("cpu", torch.bfloat16):
                self._judge(pair.fake_changes.apply(self.generator(pair.latents, pair.asked))[0], pair.asked)

        return kept_bytes(forward) * self.images_per_step // 2 + weight_bytes([self.generator, self.discriminator])

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        fixed = torch.Generator().manual_seed(0)
        asked = self.batches.conditions(self.batches.rows(24, fixed).repeat(2), fixed)
        made = self.averaged()(torch.randn(48, self.shape.total_latent_width, generator=fixed), asked)
        return picture_grid(made, columns=8)

    def state(self) -> dict[str, Any]:
        return {}  # A comparison is never gone on with.

    def restore(self, state: dict[str, Any]) -> None:
        raise ValueError("a comparison is begun anew")

    def export(self, path: Path, training: dict[str, Any]) -> None:
        torch.save(self.average.network.state_dict(), path)


def _steepness(logits: Tensor, rgb: Tensor) -> Tensor:
    """Mean squared gradient of the logits by the pictures."""
    (gradient,) = torch.autograd.grad(logits.sum(), rgb, create_graph=True)
    return gradient.square().sum((1, 2, 3)).mean()


def _descend(optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
