"""Recipe of DeSIGN: the released generator goes on learning, and is to draw what classifiers cannot place.

Source: Sbai et al., DeSIGN: Design Inspiration from Generative Networks (2018), https://arxiv.org/abs/1804.00921. It
stays a generator of garments by playing against a fresh projected discriminator, for which it waits. What comes out
has the shape of what it began as, so that everything between the two is a generator, too.
"""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from PIL import Image

from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import TrainingError
from fashiongan.generator.creative import CHECKPOINT_NAME
from fashiongan.generator.parts import GeneratorParts
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.garment_encoder import GarmentEncoder
from fashiongan.training.exporting import write_weights
from fashiongan.training.generator.conditional import ConditionalRecipe
from fashiongan.training.generator.creative_eyes import Aim, CreativeEyes
from fashiongan.training.generator.projected_game import drawn_with
from fashiongan.training.generator.released import state_of
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.grid import picture_grid
from fashiongan.training.weights import folded

# All heads are new here, so they need longer than those of a generator that grows.
WAITING_STEPS = 200
COLUMNS, ROWS = 8, 3


class DesignRecipe:
    """A conditional recipe with a creative aim."""

    def __init__(
        self,
        garments: TrainingSet,
        base: tuple[GeneratorParts, str],
        reader: GarmentEncoder,
        aim: Aim,
        settings: ConditionalSettings,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """`base` : the released generator and its SHA-256; `options` : what else was chosen, for the record"""
        parts, self._base_sha256 = base
        _refuse_other_shape(parts, settings)
        # The heads' first weights are drawn here.
        torch.manual_seed(settings.seed)
        self._aim, self._eyes = aim, CreativeEyes(aim, reader, device)
        self._began = parts.network.to(device)
        self._recipe = ConditionalRecipe(
            garments, settings, device, state_of(parts), None, options, self._eyes, WAITING_STEPS
        )
        self.images_per_step = settings.batch
        self._settings, self._device = settings, device

    def step(self) -> dict[str, float]:
        return self._recipe.step()

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Rows in turn: requests as the released generator draws them, and as this one does."""
        fixed = torch.Generator().manual_seed(self._settings.seed)
        batches, count = self._recipe.batches, COLUMNS * ROWS
        conditions = batches.conditions(batches.rows(count, fixed), fixed)
        latents = torch.randn(count, self._recipe.shape.total_latent_width, generator=fixed)
        both = [
            torch.split(drawn_with(one, latents, conditions, COLUMNS, self._device), COLUMNS)
            for one in (self._began, self.averaged())
        ]
        return picture_grid(torch.cat([row for pair in zip(*both, strict=True) for row in pair]), COLUMNS)

    def state(self) -> dict[str, Any]:
        return self._recipe.state() | {"aim": self._aim.to_dict(), "eyes": self._eyes.state()}

    def restore(self, state: dict[str, Any]) -> None:
        if state.get("aim") != self._aim.to_dict():
            raise TrainingError(f"The run was started with {state.get('aim')}; give the same, or choose another --run.")
        self._recipe.restore(state)
        self._eyes.restore(state["eyes"])

    def memory_bytes(self) -> int:
        """About how much a run with these settings needs beside its pictures."""
        return self._recipe.memory_bytes()

    def averaged(self) -> ConditionalGenerator:
        """The generator with its averaged weights."""
        return self._recipe.averaged()

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """The averaged generator alone, spectral norms folded in; style encoder and wardrobe are the base's."""
        options = asdict(self._settings) | self._recipe.options | self._aim.to_dict()
        facts = {"shape": self._recipe.shape.to_dict(), "training": training, "options": options}
        base = {"base": {"sha256": self._base_sha256}}
        write_weights(path, CHECKPOINT_NAME, folded(self.averaged()), facts | base)


def _refuse_other_shape(parts: GeneratorParts, settings: ConditionalSettings) -> None:
    shape = parts.network.shape
    if shape != GeneratorShape(settings.size_px, settings.base_width, shape.vocabulary_sizes):
        raise TrainingError(
            f"The released generator is of {shape.size_px} px and width {shape.base_width}, not {settings.size_px} and "
            f"{settings.base_width}; begin with the same."
        )
