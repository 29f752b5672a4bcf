"""Recipe of pix2pix: sketches, hints and words to RGBA garments.

Source: Isola et al., Image-to-Image Translation with Conditional Adversarial Networks (2017): cross-entropy of a
PatchGAN, half as much for the discriminator, and 100 x L1. Pictures are judged on random plain grounds, so that alpha
is learnt; a sketch is judged with its hints. `projected` is the newer choice: frozen features for a discriminator,
hinge losses, and the distance of the same features beside a smaller L1.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor, nn

from fashiongan.dataset.augment import random_grounds
from fashiongan.dataset.sketches import VOCABULARY_SIZES, SketchBatch, SketchSet, draw_sketches, main_colors
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import TrainingError
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.training.batch_statistics import settle_batch_norms
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.generator.batches import even_categories
from fashiongan.training.grid import picture_grid
from fashiongan.training.guards import kept_bytes, weight_bytes
from fashiongan.training.translators.opponents import Opponent, PatchOpponent, ProjectedOpponent
from fashiongan.training.translators.premultiplied import (
    on_ground,
    premultiplied_to_straight,
    sketch_picture,
    straight_to_premultiplied,
)
from fashiongan.training.weights import take_over

SYSTEM = "pix2pix"
PALETTE = "palette."
LEARNING_RATE, BETAS = 2e-4, (0.5, 0.999)
GRID_COLUMNS, GRID_ROWS = 8, 6
# Batches, and pictures of each, that batch norms are settled with.
SETTLING = (4, 16)


class Judge(StrEnum):
    """Which discriminator a run has."""

    PATCH = "patch"
    PROJECTED = "projected"


@dataclass(frozen=True, slots=True)
class Pix2pixSettings:
    """What is chosen for a run, and what a resumed run must share with the one before it."""

    size_px: int = 256
    width: int = 32
    batch: int = 4
    seed: int = 0
    discriminator: Judge = Judge.PATCH
    bfloat16: bool = True

    def __post_init__(self) -> None:
        if self.size_px not in (32, 64, 128, 256):
            raise TrainingError(f"size is {self.size_px}, but pictures are 32, 64, 128 or 256 px.")
        for name, least, most in (("batch", 1, 4096), ("width", 2, 256), ("seed", 0, 2**63 - 1)):
            if not least <= getattr(self, name) <= most:
                raise TrainingError(f"{name} is {getattr(self, name)}, but it is {least} to {most}.")

    def shape(self) -> SketchGeneratorShape:
        """The generator's shape: a U-Net down to one pixel."""
        return SketchGeneratorShape(VOCABULARY_SIZES, self.width, self.size_px.bit_length() - 1)


class Pix2pixRecipe:
    """Trains a U-Net against one of two discriminators."""

    def __init__(
        self,
        sketches: SketchSet,
        settings: Pix2pixSettings,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
        begin_with: Mapping[str, Any] | None = None,
    ) -> None:
        """`options` : what else was chosen, for the record; `begin_with` : the recipe of another run's state, of which
        the averaged weights, and those of a discriminator of the same kind, are taken over."""
        torch.manual_seed(settings.seed)
        self.settings, self.options = settings, dict(options or {})
        self.sketches, self.device = sketches.on(device), device
        self.images_per_step = settings.batch
        self.random = torch.Generator().manual_seed(settings.seed)
        self.shape = settings.shape()
        self.generator = _ready(SketchGenerator(self.shape), device)
        projected = settings.discriminator is Judge.PROJECTED
        self.opponent: Opponent = ProjectedOpponent(device) if projected else PatchOpponent()
        _ready(self.opponent.network, device)
        if begin_with:
            self._begin_with(begin_with)
        self.average = MovingAverage(self.generator)
        self.optimisers = {
            name: torch.optim.Adam(
                [one for one in network.parameters() if one.requires_grad], lr=LEARNING_RATE, betas=BETAS
            )
            for name, network in (("generator", self.generator), ("discriminator", self.opponent.network))
        }
        self.weights = even_categories(sketches.garments.labels[:, 0])

    def _begin_with(self, state: Mapping[str, Any]) -> None:
        if take_over(self.generator, state.get("average", {})) < len(self.generator.state_dict()):
            raise TrainingError("--begin-with is a run of another kind, --size or --width; give one of the same.")
        take_over(self.opponent.network, state.get("discriminator", {}))

    def step(self) -> dict[str, float]:
        rows = torch.multinomial(self.weights, self.images_per_step, replacement=True, generator=self.random)
        batch = draw_sketches(self.sketches, rows, self.device, self.random)
        ground = random_grounds(len(rows), self.random).to(self.device)
        discriminator_loss, losses = self._losses(batch, ground)
        self.optimisers["generator"].zero_grad()
        torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]
        self.optimisers["generator"].step()
        self.average.update()
        return {"discriminator": discriminator_loss.item()} | {name: one.item() for name, one in losses.items()}

    def _losses(self, batch: SketchBatch, ground: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """The discriminator's loss, which it has already learnt from, and the generator's."""
        sketch, real = torch.cat([batch.ink, batch.hints], dim=1), on_ground(batch.cloth, ground)
        with self._precision():
            made = straight_to_premultiplied(self.generator(batch.ink, batch.hints, batch.words).float())
            fake = on_ground(made, ground)
            discriminator_loss = self.opponent.discriminator_loss(sketch, real, fake)
        self.optimisers["discriminator"].zero_grad()
        (discriminator_loss / 2).backward()  # type: ignore[no-untyped-call]
        self.optimisers["discriminator"].step()
        with self._precision():
            losses = self.opponent.generator_losses(sketch, real, fake)
        off = (fake - real).abs().mean() * 0.75 + (made[:, 3:] - batch.cloth[:, 3:]).abs().mean() * 0.5
        return discriminator_loss, losses | {"l1": self.opponent.l1_gain() * off}

    def _precision(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.settings.bfloat16)

    def memory_bytes(self) -> int:
        """About how much a run with these settings needs beside its pictures, from what one picture keeps."""
        networks = [self.generator, self.opponent.network]
        random = torch.Generator().manual_seed(0)
        rows = torch.zeros(2, dtype=torch.long)
        batch = draw_sketches(self.sketches, rows, self.device, random)

        def keep() -> object:
            with self._precision():
                made = self.generator(batch.ink, batch.hints, batch.words).float()
                sketch = torch.cat([batch.ink, batch.hints], dim=1)
                return self.opponent.discriminator_loss(sketch, made[:, :3], made[:, :3])

        # What is held a while on the way back is about as much again.
        return 2 * kept_bytes(keep) * self.settings.batch // 2 + weight_bytes(networks)

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Rows in turn: sketches with their hints, what is made of them, the garments that they were drawn from."""
        fixed = torch.Generator().manual_seed(self.settings.seed)
        count = GRID_COLUMNS * GRID_ROWS // 3
        rows = torch.multinomial(self.weights, count, replacement=True, generator=fixed)
        batch = draw_sketches(self.sketches, rows, self.device, fixed)
        self._settle()
        made = torch.cat([self.average.network(*one) for one in _one_by_one(batch)])
        shown = [sketch_picture(batch), made, premultiplied_to_straight(batch.cloth)]
        pieces = [torch.split(row, GRID_COLUMNS) for row in shown]
        return picture_grid(
            torch.cat([one for three in zip(*pieces, strict=True) for one in three]).cpu(), GRID_COLUMNS
        )

    def _parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        networks = {"generator": self.generator, "average": self.average.network}
        optimisers = {f"{name}_optimiser": one for name, one in self.optimisers.items()}
        return networks | {"discriminator": self.opponent.network} | optimisers

    def state(self) -> dict[str, Any]:
        dropout = torch.cuda.get_rng_state(self.device) if self.device.type == "cuda" else torch.get_rng_state()
        counted = {"average_steps": self.average.steps, "random": self.random.get_state(), "dropout": dropout}
        counted |= {"device": self.device.type}
        chosen = {"settings": asdict(self.settings) | {"discriminator": str(self.settings.discriminator)}}
        return (
            chosen | {"options": self.options} | counted | {n: part.state_dict() for n, part in self._parts().items()}
        )

    def restore(self, state: dict[str, Any]) -> None:
        now = asdict(self.settings) | {"discriminator": str(self.settings.discriminator)}
        if state.get("settings") != now:
            raise TrainingError(f"The run was started with {state.get('settings')}, not {now}; choose another --run.")
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.average.steps = state["average_steps"]
        self.random.set_state(state["random"])
        if state["device"] != self.device.type:
            return  # Each kind of device has dropout of its own.
        if self.device.type == "cuda":
            torch.cuda.set_rng_state(state["dropout"], self.device)
        else:
            torch.set_rng_state(state["dropout"])

    def _settle(self) -> None:
        """Give the averaged weights batch statistics of their own, always of the same sketches."""
        fixed = torch.Generator().manual_seed(self.settings.seed)
        drawn = torch.multinomial(self.weights, SETTLING[0] * SETTLING[1], replacement=True, generator=fixed)
        batches = (draw_sketches(self.sketches, rows, self.device, fixed) for rows in torch.split(drawn, SETTLING[1]))
        settle_batch_norms(self.average.network, ((one.ink, one.hints, one.words) for one in batches))

    def averaged(self) -> SketchGenerator:
        """The generator with its averaged weights."""
        return cast(SketchGenerator, self.average.network)

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights in half precision, shape and training in the header."""
        self._settle()
        chosen = asdict(self.settings) | self.options
        facts = {"shape": self.shape.to_dict(), "training": training, "options": chosen}
        palette = {f"{PALETTE}{name}": value for name, value in wardrobe_colors(self.sketches.garments).items()}
        write_weights(path, SYSTEM, self.average.network.state_dict() | palette, facts)


def wardrobe_colors(garments: TrainingSet) -> dict[str, Tensor]:
    """What colours garments have, for sketches that ask for none: (N, 3) uint8 RGB, and (N,) uint8 categories."""
    rgb = (main_colors(garments, torch.arange(len(garments))) + 1) * 127.5
    return {"rgb": rgb.round().byte(), "category": garments.labels[:, 0].byte()}


def _one_by_one(batch: SketchBatch) -> list[tuple[Tensor, Tensor, Tensor]]:
    parts = (torch.split(one, 1) for one in (batch.ink, batch.hints, batch.words))
    return list(zip(*parts, strict=True))


def _ready(network: nn.Module, device: torch.device) -> nn.Module:
    return network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]
