"""One round between a generator and a projected discriminator: what the latter learns, and what it tells the former.

Every generator of whole garments plays it: that of attributes, its creative twin, and that of silhouettes.
"""

import copy
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from fashiongan.dataset.augment import Augmentation
from fashiongan.networks.conditional_generator import GeneratorShape
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.image_features import OUTPUTS
from fashiongan.networks.projected_discriminator import MultiViewDiscriminator
from fashiongan.networks.style_encoder import StyleEncoder, cloth_statistics
from fashiongan.training.features import frozen_features
from fashiongan.training.generator.batches import Batch
from fashiongan.training.generator.views import VIEW_PX, View, view_names, views_of
from fashiongan.training.losses import (
    hinge_discriminator_loss,
    hinge_generator_loss,
    pooled,
    sameness_loss,
    spread,
    style_loss,
)
from fashiongan.training.processes import Processes

LEARNING_RATE = 2e-4
BETAS = (0.0, 0.99)
SAMENESS_GAIN = 1.0
STYLE_GAIN = 2.0
WANTED_VARIETY = 0.5
Maps = list[list[Tensor]]


@dataclass(frozen=True, eq=False)
class Round:
    """What came of a round.

    generator, sameness, style : losses of the generator; fake_maps, real_maps : frozen features of each view, whole
    pictures first; seen : numbers for the log
    """

    generator: Tensor
    sameness: Tensor
    style: Tensor
    fake_maps: Maps
    real_maps: Maps
    seen: dict[str, float]

    @property
    def loss(self) -> Tensor:
        """What the generator is to lessen."""
        return self.generator + SAMENESS_GAIN * self.sameness + STYLE_GAIN * self.style


class ProjectedGame:
    """The discriminator with its optimiser, and the frozen features that it looks through."""

    def __init__(self, shape: GeneratorShape, device: torch.device, bfloat16: bool, processes: Processes) -> None:
        self._device, self._bfloat16, self._processes = device, bfloat16, processes
        self.features = ready(frozen_features(), device)
        views, seen_px = view_names(shape.size_px), min(shape.size_px, VIEW_PX)
        channels = tuple(OUTPUTS.values())
        discriminator = MultiViewDiscriminator(views, channels, seen_px, shape.vocabulary_sizes, shape.style_width)
        self.discriminator = ready(discriminator, device)
        self.optimiser = adam(self.discriminator)

    def play(self, fake: Tensor, batch: Batch, encoder: StyleEncoder) -> Round:
        """Let the discriminator learn from a batch and the (B, 4, S, S) pictures that were made for its requests."""
        real, asked = (one.each(lambda t: t.to(self._device)) for one in (batch.real, batch.asked))
        fakes = _views(fake, batch.fake_changes)
        with self.precision():
            with torch.no_grad():
                real_maps = self._seen(_views(batch.rgba.to(self._device), batch.real_changes))
            fake_maps = self._seen(fakes)
            real_logits = self.discriminator(real_maps, real)
            fake_logits = self.discriminator([[one.detach() for one in maps] for maps in fake_maps], asked)
            loss = hinge_discriminator_loss(real_logits, fake_logits)
        self.descend(self.discriminator, self.optimiser, loss)
        with self.precision():
            fooled = hinge_generator_loss(self.discriminator(fake_maps, asked))
        made_style = encoder.code(cloth_statistics(fake_maps[-1], fakes[-1].alpha.detach()))
        seen = {
            "discriminator": loss.item(),
            "real_logit": real_logits.float().mean().item(),
            "variety": (spread(pooled(fake_maps[0])) / spread(pooled(real_maps[0]))).item(),
        }
        sameness = sameness_loss(pooled(fake_maps[0]), pooled(real_maps[0]), WANTED_VARIETY)
        return Round(fooled, sameness, style_loss(made_style, asked.style), fake_maps, real_maps, seen)

    def descend(self, network: nn.Module, optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
        """One step of an optimiser, with the gradients of all processes."""
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._processes.average_gradients(network)
        optimiser.step()

    def precision(self) -> torch.autocast:
        """bfloat16 where it is enough and was asked for."""
        return torch.autocast(self._device.type, torch.bfloat16, enabled=self._bfloat16)

    def keep(self, fake: Tensor, batch: Batch) -> list[Tensor]:
        """What a round has in memory at once; the discriminator stays as it is."""
        discriminator = copy.deepcopy(self.discriminator)
        asked = batch.asked.each(lambda one: one.to(self._device))
        with self.precision():
            seen = self._seen(_views(fake, batch.fake_changes))
            apart = [[one.detach() for one in maps] for maps in seen]
            return [discriminator(maps, asked) for maps in (seen, apart, apart)]

    def _seen(self, views: list[View]) -> Maps:
        return [self.features(view.rgb.contiguous(memory_format=torch.channels_last)) for view in views]


def ready(network: nn.Module, device: torch.device) -> nn.Module:
    """A network where it is trained, in the memory format that convolutions like best."""
    return network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def adam(network: nn.Module) -> torch.optim.Adam:
    """The optimiser of both players."""
    return torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=LEARNING_RATE, betas=BETAS)


def drawn_with(
    network: nn.Module, latents: Tensor, conditions: Conditions, columns: int, device: torch.device
) -> Tensor:
    """(N, 4, S, S) pictures of a network for some requests, so many at a time."""
    made = []
    for rows in torch.split(torch.arange(len(latents)), columns):
        part = conditions.each(lambda one, chosen=rows: one[chosen].to(device))  # type: ignore[misc]
        made.append(network(latents[rows].to(device), part).float().cpu())
    return torch.cat(made)


def _views(rgba: Tensor, changes: Augmentation) -> list[View]:
    return views_of(*changes.apply(rgba), changes.pieces)
