"""Recipe of silhouettes: the released generator learns to fill a silhouette with the cloth that is asked for.

Sources: the mask-conditioned network of Sbai et al., DeSIGN (2018), https://arxiv.org/abs/1804.00921, where shape is
given and texture is asked for; the projected discriminator is that of the conditional GAN, with normalised projections
of words, colours and style. The discriminator sees pictures that end where the silhouette does; that the network
believes so, too, is a loss of its own, so that collars and hems come to lie at the rim.
"""

import copy
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import TrainingError
from fashiongan.generator.parts import GeneratorParts
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.masked_generator import MaskedGenerator, covered
from fashiongan.tools.masking import CHECKPOINT_NAME, COARSE, COARSE_PX, LABELS
from fashiongan.training.ema import MovingAverage
from fashiongan.training.exporting import write_weights
from fashiongan.training.generator.batches import Batch, BatchSource
from fashiongan.training.generator.projected_game import ProjectedGame, adam, ready
from fashiongan.training.generator.released import state_of
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.generator.styles import style_statistics
from fashiongan.training.grid import picture_grid
from fashiongan.training.guards import kept_bytes, weight_bytes
from fashiongan.training.losses import silhouette_loss
from fashiongan.training.processes import Processes
from fashiongan.training.weights import folded, with_spectral_norm

SILHOUETTE_GAIN = 10.0
# Until all heads, which are new, have learnt something, only the silhouette is.
WAITING_STEPS = 60
COLUMNS, ROWS = 8, 2


class MaskedRecipe:
    """Trains a masked generator that begins as the released one."""

    def __init__(
        self,
        garments: TrainingSet,
        base: tuple[GeneratorParts, str],
        settings: ConditionalSettings,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """`base` : the released generator and its SHA-256; `options` : what else was chosen, for the record"""
        torch.manual_seed(settings.seed)
        parts, self._base_sha256 = base
        self.settings, self.options, self.device = settings, dict(options or {}), device
        self.garments, self.images_per_step = garments, settings.batch
        self.random = torch.Generator().manual_seed(settings.seed)
        self.shape = parts.network.shape
        if garments.rgba.shape[-1] != self.shape.size_px:
            raise TrainingError(f"The released generator draws {self.shape.size_px} px, so give garments of that size.")
        self.generator = ready(_grown(parts), device)
        self.style_encoder = parts.style_encoder.to(device)
        self.game = ProjectedGame(self.shape, device, settings.bfloat16, Processes())
        self.average, self.optimiser = MovingAverage(self.generator), adam(self.generator)
        self.waiting = WAITING_STEPS
        codes = self.style_encoder.code(style_statistics(self.style_encoder, garments.rgba, settings.seed)).cpu()
        self.batches = BatchSource(garments, codes, self.shape.total_latent_width)

    def step(self) -> dict[str, float]:
        batch = self.batches.draw(self.images_per_step, self.random)
        coverage = self._coverage(batch.cuts, self.random).to(self.device)
        with self.game.precision():
            made = self._made(self.generator, batch, coverage).float()
        played = self.game.play(covered(made, coverage), batch, self.style_encoder)
        silhouette = SILHOUETTE_GAIN * silhouette_loss(made[:, 3:], coverage)
        self.game.descend(self.generator, self.optimiser, silhouette if self.waiting else played.loss + silhouette)
        self.average.update()
        self.waiting = max(0, self.waiting - 1)
        losses = {"generator": played.generator, "sameness": played.sameness, "style": played.style}
        return played.seen | {name: one.item() for name, one in (losses | {"silhouette": silhouette}).items()}

    def _made(self, network: torch.nn.Module, batch: Batch, coverage: Tensor) -> Tensor:
        asked = batch.asked.each(lambda one: one.to(self.device))
        made: Tensor = network(batch.latents.to(self.device), asked, coverage)
        return made

    def _coverage(self, cuts: Tensor, random: torch.Generator) -> Tensor:
        """(B, 1, S, S) silhouettes of garments, 0 to 1; some mirrored, the two of a request alike."""
        alpha = self.garments.rgba[cuts][:, 3:].float() / 255
        mirrored = (torch.rand(len(cuts) // 2, generator=random) < 0.5).repeat_interleave(2)
        return torch.where(mirrored[:, None, None, None], alpha.flip(3), alpha)

    def memory_bytes(self) -> int:
        """About how much a run with these settings needs beside its pictures, from what two pictures keep."""
        batch = self.batches.draw(2, torch.Generator().manual_seed(0))
        coverage = self._coverage(batch.cuts, torch.Generator().manual_seed(0)).to(self.device)
        generator = copy.deepcopy(self.generator)

        def keep() -> object:
            with self.game.precision():
                return self.game.keep(covered(self._made(generator, batch, coverage), coverage), batch)

        return kept_bytes(keep) * self.settings.batch + weight_bytes([self.generator, self.game.discriminator])

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Rows in turn: garments whose silhouettes are taken, those whose cloth is asked for, and what is made."""
        fixed = torch.Generator().manual_seed(self.settings.seed)
        count = COLUMNS * ROWS
        cuts, cloths = (self.batches.rows(count, fixed) for _ in range(2))
        cut, cloth = (self.batches.conditions(rows, fixed) for rows in (cuts, cloths))
        coverage = self.garments.rgba[cuts][:, 3:].float() / 255
        latents = torch.randn(count, self.shape.total_latent_width, generator=fixed)
        asked = Conditions(cut.labels, cloth.lab, cloth.style)
        made = []
        for rows in torch.split(torch.arange(count), COLUMNS):
            part = asked.each(lambda one, rows=rows: one[rows].to(self.device))  # type: ignore[misc]
            shown = coverage[rows].to(self.device)
            made.append(covered(self.average.network(latents[rows].to(self.device), part, shown), shown).float().cpu())
        real = [self.garments.rgba[rows].float() / 127.5 - 1 for rows in (cuts, cloths)]
        rows_of = [torch.split(one, COLUMNS) for one in (*real, torch.cat(made))]
        return picture_grid(torch.cat([row for three in zip(*rows_of, strict=True) for row in three]), COLUMNS)

    def _parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        players = {"generator": self.generator, "discriminator": self.game.discriminator}
        optimisers = {"optimiser": self.optimiser, "discriminator_optimiser": self.game.optimiser}
        return players | optimisers | {"average": self.average.network}

    def _chosen(self) -> dict[str, Any]:
        return {"settings": asdict(self.settings), "base": self._base_sha256}

    def state(self) -> dict[str, Any]:
        counted = {"average_steps": self.average.steps, "waiting": self.waiting, "random": self.random.get_state()}
        parts = {name: part.state_dict() for name, part in self._parts().items()}
        return self._chosen() | {"options": self.options} | counted | parts

    def restore(self, state: dict[str, Any]) -> None:
        before = {name: state.get(name) for name in self._chosen()}
        if before != self._chosen():
            raise TrainingError(f"The run was started with {before}, not {self._chosen()}; choose another --run.")
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.average.steps, self.waiting = state["average_steps"], state["waiting"]
        self.random.set_state(state["random"])

    def averaged(self) -> MaskedGenerator:
        """The generator with its averaged weights."""
        return cast(MaskedGenerator, self.average.network)

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Averaged weights with the spectral norms folded in, and the coarse silhouettes of the garments."""
        facts = {
            "shape": self.shape.to_dict(),
            "training": training,
            "options": asdict(self.settings) | self.options,
            "base": {"sha256": self._base_sha256},
        }
        coarse = functional.adaptive_avg_pool2d(self.garments.rgba[:, 3].float(), COARSE_PX).round().byte()
        known = {COARSE: coarse, LABELS: self.garments.labels.byte()}
        write_weights(path, CHECKPOINT_NAME, folded(self.average.network) | known, facts)


def _grown(parts: GeneratorParts) -> MaskedGenerator:
    network = MaskedGenerator(parts.network.shape)
    with_spectral_norm(network.generator)
    network.generator.load_state_dict(state_of(parts)["average"])
    return network
