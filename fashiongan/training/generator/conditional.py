"""Recipe of the conditional GAN: attributes and colours to RGBA garments."""

import copy
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.errors import TrainingError
from fashiongan.generator.parts import ENCODER_PREFIX
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.conditioning import Conditions
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.generator.batches import Batch, BatchSource
from fashiongan.training.generator.projected_game import ProjectedGame, Round, adam, drawn_with, ready
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.generator.styles import pretrained_style_encoder, style_statistics
from fashiongan.training.grid import picture_grid
from fashiongan.training.guards import kept_bytes, weight_bytes
from fashiongan.training.processes import Processes
from fashiongan.training.weights import folded, take_over, with_spectral_norm

SYSTEM = "conditional"
logger = logging.getLogger(__name__)
# A generator that was taken over waits until heads that are new have learnt something, or they would undo it.
WAITING_STEPS = 60
GRID = (6, 8)
# More for the generator to lessen: of what it made, the round that was played, and what the real garments are.
MoreLosses = Callable[[Tensor, Round, Conditions], dict[str, Tensor]]


def _nothing_more(fake: Tensor, played: Round, real: Conditions) -> dict[str, Tensor]:
    return {}


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
        more: MoreLosses = _nothing_more,
        waiting: int = WAITING_STEPS,
    ) -> None:
        """`begin_with` : the recipe of a smaller or equal run's state; what fits by name and shape is taken over.

        `options` : what else was chosen, for the record; `waiting` : steps that a generator which was taken over waits
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
        self.generator = ready(with_spectral_norm(ConditionalGenerator(self.shape)), device)
        self.game = ProjectedGame(self.shape, device, settings.bfloat16, self.processes)
        self.more = more
        self.waiting = waiting if begin_with else 0
        self.average = MovingAverage(self.generator)
        self.generator_optimiser = adam(self.generator)
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
        take_over(self.game.discriminator, state.get("discriminator", {}))
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
        with self.game.precision():
            fake = self.generator(batch.latents.to(self.device), self._asked(batch)).float()
        played = self.game.play(fake, batch, self.style_encoder)
        more = self.more(fake, played, batch.real.each(lambda one: one.to(self.device)))
        if self.waiting:
            self.waiting -= 1
        else:
            loss = torch.stack([played.loss, *more.values()]).sum()
            self.game.descend(self.generator, self.generator_optimiser, loss)
            self.average.update()
        losses = {"generator": played.generator, "sameness": played.sameness, "style": played.style} | more
        return self.processes.mean(played.seen | {name: one.item() for name, one in losses.items()})

    def _asked(self, batch: Batch) -> Conditions:
        return batch.asked.each(lambda one: one.to(self.device))

    def memory_bytes(self) -> int:
        """About how much a run with these settings needs beside its pictures, from what small batches keep."""
        two, four = (kept_bytes(partial(self._keep, count)) for count in (2, 4))
        a_pair = four - two
        kept = two - a_pair + a_pair * self.settings.batch // 2 // self.processes.count
        # On the way back, about as much again is held for a while.
        return 2 * kept + weight_bytes([self.generator, self.game.discriminator])

    def _keep(self, count: int) -> list[Tensor]:
        """What a step of `count` pictures has in memory at once; the networks stay as they are."""
        generator = copy.deepcopy(self.generator)
        batch = self.batches.draw(count, torch.Generator().manual_seed(0))
        with self.game.precision():
            fake = generator(batch.latents.to(self.device), self._asked(batch))
        return self.game.keep(fake, batch)

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Columns repeat requests in the lower half, so variety within one request can be seen."""
        fixed = torch.Generator().manual_seed(self.settings.seed)
        conditions = self.batches.conditions(self.batches.rows(GRID[0] * GRID[1] // 2, fixed).repeat(2), fixed)
        latents = torch.randn(GRID[0] * GRID[1], self.shape.total_latent_width, generator=fixed)
        made = drawn_with(self.average.network, latents, conditions, GRID[1], self.device)
        return picture_grid(made, columns=GRID[1])

    def _parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        return {
            "generator": self.generator,
            "average": self.average.network,
            "discriminator": self.game.discriminator,
            "generator_optimiser": self.generator_optimiser,
            "discriminator_optimiser": self.game.optimiser,
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
