"""Recipe of the conditional GAN: attributes and colours to RGBA garments."""

import copy
import logging
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor, nn

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.augment import Augmentation
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.errors import TrainingError
from fashiongan.generator_parts import ENCODER_PREFIX
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.image_features import OUTPUTS
from fashiongan.networks.projected_discriminator import MultiViewDiscriminator
from fashiongan.networks.style_encoder import cloth_statistics
from fashiongan.training.batches import BatchSource
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.features import frozen_features
from fashiongan.training.grid import picture_grid
from fashiongan.training.guards import kept_bytes, weight_bytes
from fashiongan.training.losses import (
    hinge_discriminator_loss,
    hinge_generator_loss,
    pooled,
    sameness_loss,
    spread,
    style_loss,
)
from fashiongan.training.processes import Processes
from fashiongan.training.settings import ConditionalSettings
from fashiongan.training.styles import pretrained_style_encoder, style_statistics
from fashiongan.training.views import VIEW_PX, View, view_names, views_of
from fashiongan.training.weights import folded, take_over, with_spectral_norm

SYSTEM = "conditional"
logger = logging.getLogger(__name__)
LEARNING_RATE = 2e-4
BETAS = (0.0, 0.99)
SAMENESS_GAIN = 1.0
STYLE_GAIN = 2.0
# A generator that was taken over waits until heads that are new have learnt something, or they would undo it.
WAITING_STEPS = 60
WANTED_VARIETY = 0.5
GRID = (6, 8)


class ConditionalRecipe:
    """Trains a generator against a projected discriminator; the shape of garments and the style of cloth apart."""

    def __init__(
        self,
        garments: TrainingSet,
        settings: ConditionalSettings,
        device: torch.device,
        begin_with: Mapping[str, Any] | None = None,
        processes: Processes | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """`begin_with` : the recipe of a smaller or equal run's state; what fits by name and shape is taken over.

        `options` : what else was chosen, for the record
        """
        self.processes = processes or Processes()
        self.processes.refuse_uneven(settings.batch)
        torch.manual_seed(settings.seed)
        self.settings = settings
        self.options = dict(options or {})
        self.garments = garments
        self.images_per_step = settings.batch
        self.device = device
        self.random = torch.Generator().manual_seed(settings.seed)
        size_px = garments.rgba.shape[-1]
        sizes = tuple(len(kind) for kind in VOCABULARY.values())
        self.shape = GeneratorShape(size_px, settings.base_width, sizes)
        self.generator = _ready(with_spectral_norm(ConditionalGenerator(self.shape)), device)
        self.features = _ready(frozen_features(), device)
        channels = tuple(OUTPUTS.values())
        views, seen_px = view_names(size_px), min(size_px, VIEW_PX)
        discriminator = MultiViewDiscriminator(views, channels, seen_px, sizes, self.shape.style_width)
        self.discriminator = _ready(discriminator, device)
        self.waiting = WAITING_STEPS if begin_with else 0
        self.average = MovingAverage(self.generator)
        self.generator_optimiser = _adam(self.generator)
        self.discriminator_optimiser = _adam(self.discriminator)
        self.style_encoder = pretrained_style_encoder(self.shape.style_width).to(device)
        if begin_with:
            self._begin_with(begin_with)
        self._know_styles(fit="style_encoder" not in (begin_with or {}))

    def _begin_with(self, state: Mapping[str, Any]) -> None:
        """Take over what fits; style codes must go on meaning the same, so their axes are taken over, too."""
        taken = take_over(self.generator, state.get("average", {}))
        if 2 * taken < len(self.generator.state_dict()):
            raise TrainingError(
                "--begin-with is a run of another kind or --width; give one whose generator this one extends."
            )
        logger.info("taken over: %d weights of the generator", taken)
        take_over(self.discriminator, state.get("discriminator", {}))
        take_over(self.style_encoder, state.get("style_encoder", {}))
        take_over(self.average.network, self.generator.state_dict())

    def _know_styles(self, fit: bool) -> None:
        """Look at the cloth of every garment once; `fit` the encoder's axes to what is seen."""
        statistics = style_statistics(self.style_encoder, self.garments.rgba, self.settings.seed)
        if fit:
            self.style_encoder.fit(statistics.flatten(0, 1))
        self.styles = self.style_encoder.code(statistics).cpu()  # (N, V, W)
        self.batches = BatchSource(self.garments, self.styles, self.shape.total_latent_width)

    def step(self) -> dict[str, float]:
        batch = self.batches.draw(self.images_per_step, self.random).part(self.processes.index, self.processes.count)
        real_conditions, asked = (one.each(lambda t: t.to(self.device)) for one in (batch.real, batch.asked))
        with self._precision():
            fake = self.generator(batch.latents.to(self.device), asked).float()
            fakes = _views(fake, batch.fake_changes)
            with torch.no_grad():
                real_features = self._seen(_views(batch.rgba.to(self.device), batch.real_changes))
            fake_features = self._seen(fakes)
            real_logits = self.discriminator(real_features, real_conditions)
            fake_logits = self.discriminator([[one.detach() for one in maps] for maps in fake_features], asked)
            discriminator_loss = hinge_discriminator_loss(real_logits, fake_logits)
        self._descend(self.discriminator, self.discriminator_optimiser, discriminator_loss)
        with self._precision():
            generator_loss = hinge_generator_loss(self.discriminator(fake_features, asked))
        made_style = self.style_encoder.code(cloth_statistics(fake_features[-1], fakes[-1].alpha.detach()))
        style = style_loss(made_style, asked.style)
        sameness = sameness_loss(pooled(fake_features[0]), pooled(real_features[0]), WANTED_VARIETY)
        whole_loss = generator_loss + SAMENESS_GAIN * sameness + STYLE_GAIN * style
        if self.waiting:
            self.waiting -= 1
        else:
            self._descend(self.generator, self.generator_optimiser, whole_loss)
            self.average.update()
        losses = {
            "discriminator": discriminator_loss.item(),
            "generator": generator_loss.item(),
            "sameness": sameness.item(),
            "style": style.item(),
            "real_logit": real_logits.float().mean().item(),
            "variety": (spread(pooled(fake_features[0])) / spread(pooled(real_features[0]))).item(),
        }
        return self.processes.mean(losses)

    def _descend(self, network: nn.Module, optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.processes.average_gradients(network)
        optimiser.step()

    def _seen(self, views: list[View]) -> list[list[Tensor]]:
        return [self.features(view.rgb.contiguous(memory_format=torch.channels_last)) for view in views]

    def _precision(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.settings.bfloat16)

    def memory_bytes(self) -> int:
        """About how much a run with these settings needs beside its pictures, from what small batches keep."""
        two, four = (kept_bytes(partial(self._keep, count)) for count in (2, 4))
        a_pair = four - two
        kept = two - a_pair + a_pair * self.settings.batch // 2 // self.processes.count
        # On the way back, about as much again is held for a while.
        return 2 * kept + weight_bytes([self.generator, self.discriminator])

    def _keep(self, count: int) -> list[Tensor]:
        """What a step of `count` pictures has in memory at once; the networks stay as they are."""
        generator, discriminator = copy.deepcopy(self.generator), copy.deepcopy(self.discriminator)
        batch = self.batches.draw(count, torch.Generator().manual_seed(0))
        asked = batch.asked.each(lambda one: one.to(self.device))
        with self._precision():
            seen = self._seen(_views(generator(batch.latents.to(self.device), asked), batch.fake_changes))
            apart = [[one.detach() for one in maps] for maps in seen]
            return [discriminator(maps, asked) for maps in (seen, apart, apart)]

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Columns repeat requests in the lower half, so variety within one request can be seen."""
        fixed = torch.Generator().manual_seed(self.settings.seed)
        conditions = self.batches.conditions(self.batches.rows(GRID[0] * GRID[1] // 2, fixed).repeat(2), fixed)
        latents = torch.randn(GRID[0] * GRID[1], self.shape.total_latent_width, generator=fixed)
        made = []
        for rows in torch.split(torch.arange(len(latents)), GRID[1]):
            part = Conditions(*(one[rows].to(self.device) for one in conditions))
            made.append(self.average.network(latents[rows].to(self.device), part).float().cpu())
        return picture_grid(torch.cat(made), columns=GRID[1])

    def _parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        return {
            "generator": self.generator,
            "average": self.average.network,
            "discriminator": self.discriminator,
            "generator_optimiser": self.generator_optimiser,
            "discriminator_optimiser": self.discriminator_optimiser,
            "style_encoder": self.style_encoder,
        }

    def state(self) -> dict[str, Any]:
        chosen = {"settings": asdict(self.settings), "options": self.options}
        counted = {"average_steps": self.average.steps, "waiting": self.waiting, "random": self.random.get_state()}
        return chosen | counted | {name: part.state_dict() for name, part in self._parts().items()}

    def restore(self, state: dict[str, Any]) -> None:
        before, now = state.get("settings"), asdict(self.settings)
        if before != now:
            raise TrainingError(f"The run was started with {before}, not {now}; choose another --run.")
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.average.steps, self.waiting = state["average_steps"], state["waiting"]
        self.random.set_state(state["random"])
        self._know_styles(fit=False)

    def averaged(self) -> ConditionalGenerator:
        """The generator with its averaged weights."""
        return cast(ConditionalGenerator, self.average.network)

    def wardrobe(self) -> Wardrobe:
        """The garments as the generator knows them."""
        return Wardrobe(self.garments.labels, self.garments.lab, self.styles[:, 0])

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights with the spectral norms folded in, the style encoder and the wardrobe, half precision."""
        network = ConditionalGenerator(self.shape)
        network.load_state_dict(folded(self.average.network))
        facts = {"shape": self.shape.to_dict(), "training": training, "options": asdict(self.settings) | self.options}
        encoder = {f"{ENCODER_PREFIX}{name}": value for name, value in self.style_encoder.state_dict().items()}
        write_weights(path, SYSTEM, network.state_dict() | encoder | self.wardrobe().to_tensors(), facts)


def _ready(network: nn.Module, device: torch.device) -> nn.Module:
    return network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def _adam(network: nn.Module) -> torch.optim.Adam:
    return torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=LEARNING_RATE, betas=BETAS)


def _views(rgba: Tensor, changes: Augmentation) -> list[View]:
    return views_of(*changes.apply(rgba), changes.pieces)
