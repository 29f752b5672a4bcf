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
from typing import Any, Protocol, cast

import torch
from PIL import Image
from torch import Tensor, nn

from fashiongan.dataset.augment import random_grounds
from fashiongan.dataset.sketches import VOCABULARY_SIZES, SketchBatch, SketchSet, draw_sketches, main_colors
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import TrainingError
from fashiongan.networks.image_features import OUTPUTS
from fashiongan.networks.patch_discriminator import PatchDiscriminator
from fashiongan.networks.sketch_discriminator import ProjectedPatchDiscriminator
from fashiongan.networks.sketch_generator import HINT_CHANNELS, INK_CHANNELS, SketchGenerator, SketchGeneratorShape
from fashiongan.training.batches import even_categories
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.features import frozen_features
from fashiongan.training.grid import picture_grid
from fashiongan.training.guards import kept_bytes, weight_bytes
from fashiongan.training.losses import (
    cross_entropy_discriminator_loss,
    cross_entropy_generator_loss,
    feature_distance,
    hinge_discriminator_loss,
    hinge_generator_loss,
)
from fashiongan.training.weights import take_over

SYSTEM = "pix2pix"
PALETTE = "palette."
SKETCH_CHANNELS = INK_CHANNELS + HINT_CHANNELS
LEARNING_RATE, BETAS = 2e-4, (0.5, 0.999)
L1_GAIN = 100.0
# Hinge losses are of the size of 1; features say better than pixels what is alike, so pixels count less.
PROJECTED_L1_GAIN, FEATURE_GAIN = 50.0, 20.0
GRID_COLUMNS, GRID_ROWS = 8, 6


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

    def __init__(self, device: torch.device) -> None:
        self.network: nn.Module = ProjectedPatchDiscriminator(tuple(OUTPUTS.values()), SKETCH_CHANNELS)
        self._features = _ready(frozen_features(), device)
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

    def averaged(self) -> SketchGenerator:
        """The generator with its averaged weights."""
        return cast(SketchGenerator, self.average.network)

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights in half precision, shape and training in the header."""
        chosen = asdict(self.settings) | self.options
        facts = {"shape": self.shape.to_dict(), "training": training, "options": chosen}
        palette = {f"{PALETTE}{name}": value for name, value in wardrobe_colors(self.sketches.garments).items()}
        write_weights(path, SYSTEM, self.average.network.state_dict() | palette, facts)


def wardrobe_colors(garments: TrainingSet) -> dict[str, Tensor]:
    """What colours garments have, for sketches that ask for none: (N, 3) uint8 RGB, and (N,) uint8 categories."""
    rgb = (main_colors(garments, torch.arange(len(garments))) + 1) * 127.5
    return {"rgb": rgb.round().byte(), "category": garments.labels[:, 0].byte()}


def straight_to_premultiplied(rgba: Tensor) -> Tensor:
    """(B, 4, S, S) in [-1, 1] as networks make it to premultiplied RGB and alpha, 0 to 1."""
    scaled = (rgba + 1) / 2
    return torch.cat([scaled[:, :3] * scaled[:, 3:], scaled[:, 3:]], dim=1)


def premultiplied_to_straight(cloth: Tensor) -> Tensor:
    """The way back."""
    rgb = cloth[:, :3] / cloth[:, 3:].clamp(min=1e-3)
    return torch.cat([rgb.clamp(0, 1), cloth[:, 3:]], dim=1) * 2 - 1


def on_ground(cloth: Tensor, ground: Tensor) -> Tensor:
    """(B, 4, S, S) premultiplied on (B, 3, 1, 1) grounds in [-1, 1]: (B, 3, S, S) in [-1, 1]."""
    return (cloth[:, :3] + (ground + 1) / 2 * (1 - cloth[:, 3:])) * 2 - 1


def sketch_picture(batch: SketchBatch) -> Tensor:
    """(B, 4, S, S) in [-1, 1]: black ink on paper, hints as they are, opaque."""
    paper = batch.hints[:, :3] + (1 - batch.hints[:, 3:])
    drawn = (paper + 1) * (1 - batch.ink) - 1
    return torch.cat([drawn, torch.ones_like(batch.ink)], dim=1)


def _one_by_one(batch: SketchBatch) -> list[tuple[Tensor, Tensor, Tensor]]:
    parts = (torch.split(one, 1) for one in (batch.ink, batch.hints, batch.words))
    return list(zip(*parts, strict=True))


def _mean(losses: list[Tensor]) -> Tensor:
    return torch.stack(losses).mean()


def _ready(network: nn.Module, device: torch.device) -> nn.Module:
    return network.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]
