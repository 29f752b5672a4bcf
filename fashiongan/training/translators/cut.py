"""Recipe of CUT: one translator, kept true to its source by telling patches apart instead of by a way back.

Source: Park et al., Contrastive Learning for Unpaired Image-to-Image Translation (2020),
https://arxiv.org/abs/2007.15651. It needs half the memory of CycleGAN; FastCUT leaves the identity out.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import l1_loss

from fashiongan.dataset.domains import DomainPair
from fashiongan.dataset.unpaired import UnpairedSource, Views, fixed_views
from fashiongan.networks.patch_sampler import PatchSampler, garment_positions
from fashiongan.networks.resnet_generator import ResnetGenerator
from fashiongan.tools.preparation import Preparation
from fashiongan.training.ema import MovingAverage
from fashiongan.training.losses import patch_contrast_loss
from fashiongan.training.translators.outcome import before_and_after, write_translators
from fashiongan.training.translators.translation import (
    Adversary,
    TranslationSettings,
    adam,
    descend,
    joined,
    refuse_other,
    set_rate,
)

PATCHES = 256
# Of the contrast: with the identity, and alone, where it must hold the translator by itself.
CONTRAST_GAIN, CONTRAST_GAIN_ALONE = 1.0, 10.0
# Translators that make a change begin at none, where the contrast is lowest: with all of it they were there for good.
CHANGING_SHARE = 0.1
GRID_COLUMNS = 8


class CutRecipe:
    """Trains a translator from the first domain of a pair to the second."""

    def __init__(
        self, pair: DomainPair, settings: TranslationSettings, device: torch.device, identity: bool = True
    ) -> None:
        """`identity` : also show it its own domain, which it should leave alone; without it, this is FastCUT."""
        torch.manual_seed(settings.seed)
        self.pair, self.settings, self.device, self.identity = pair, settings, device, identity
        self.images_per_step = settings.batch
        self.images = 0
        self.random = torch.Generator().manual_seed(settings.seed)
        self.source = UnpairedSource(pair, settings.view_px, device)
        self.translator = ResnetGenerator(settings.shape).to(device)
        self.sampler = PatchSampler(self.translator.compared_channels).to(device)
        self.average = MovingAverage(self.translator)
        self.optimiser = adam(self.translator.parameters())
        self.sampler_optimiser = adam(self.sampler.parameters())
        self.second = Adversary(settings, device)

    def step(self) -> dict[str, float]:
        optimisers = (self.optimiser, self.sampler_optimiser, self.second.optimiser)
        set_rate(optimisers, self.settings.rate_share(self.images))
        first, second = self.source.draw(self.settings.batch, self.random)
        seen = joined(first, second) if self.identity else first
        with self.settings.precision(self.device):
            made, source_maps = self.translator.with_features(seen.rgb)
            shown = seen.masked(made.float())
            made_maps = self.translator.features(shown)
        fake = shown[: len(first.rgb)]
        contrasts = [
            self._contrast(views.alpha, [one[rows] for one in made_maps], [one[rows] for one in source_maps])
            for views, rows in self._rows(first, second)
        ]
        adversarial, contrast = self.second.fooled(fake), torch.stack(contrasts).mean()
        gain = CONTRAST_GAIN if self.identity else CONTRAST_GAIN_ALONE
        gain *= CHANGING_SHARE if self.settings.changes else 1
        self.sampler_optimiser.zero_grad(set_to_none=True)
        descend(self.optimiser, adversarial + gain * contrast)
        self.sampler_optimiser.step()
        discriminator = self.second.learn(second.rgb, fake)
        self.average.update()
        self.images += self.settings.batch
        change = l1_loss(fake, first.rgb).item()
        losses = {"discriminator": discriminator, "generator": adversarial.item(), "contrast": contrast.item()}
        return losses | {"change": change}

    def _rows(self, first: Views, second: Views) -> list[tuple[Views, slice]]:
        count = len(first.rgb)
        own = [(second, slice(count, 2 * count))] if self.identity else []
        return [(first, slice(0, count)), *own]

    def _contrast(self, alpha: Tensor, made: list[Tensor], source: list[Tensor]) -> Tensor:
        sizes = [(one.shape[2], one.shape[3]) for one in source]
        chosen = garment_positions(alpha.cpu(), sizes, PATCHES, self.random)
        positions = [one.to(self.device) for one in chosen]
        with self.settings.precision(self.device):
            codes = self.sampler(made, positions), self.sampler(source, positions)
        return torch.stack([patch_contrast_loss(*pair) for pair in zip(*codes, strict=True)]).mean()

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Pictures of the first domain above their translations, twice as many as in a row."""
        views = fixed_views(self.pair.first, 2 * GRID_COLUMNS, self.settings.view_px)
        halves = [Views(views.rgb[part], views.alpha[part]) for part in (slice(0, None, 2), slice(1, None, 2))]
        return before_and_after([(half, self.averaged()) for half in halves])

    def averaged(self) -> ResnetGenerator:
        """The averaged translator."""
        return cast(ResnetGenerator, self.average.network)

    def translators(self) -> dict[str, ResnetGenerator]:
        """The averaged translator by the style that it makes."""
        return {self.pair.second.name: self.averaged()}

    def preparations(self) -> dict[str, Preparation]:
        """What is done to cloth before the translator sees it: nothing."""
        return {}

    def _parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        own = {"translator": self.translator, "average": self.average.network, "sampler": self.sampler}
        optimisers = {"optimiser": self.optimiser, "sampler_optimiser": self.sampler_optimiser}
        return own | optimisers | self.second.parts("second")

    def _domains(self) -> list[str]:
        return [self.pair.first.name, self.pair.second.name, "identity" if self.identity else "alone"]

    def state(self) -> dict[str, Any]:
        chosen = {"settings": self.settings.fixed(), "domains": self._domains()}
        counted = {"images": self.images, "random": self.random.get_state()}
        return chosen | counted | {name: part.state_dict() for name, part in self._parts().items()}

    def restore(self, state: dict[str, Any]) -> None:
        refuse_other(state.get("settings"), self.settings, state["domains"], self._domains())
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self.images = state["images"]
        self.average.steps = self.images // self.settings.batch
        self.random.set_state(state["random"])

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """The averaged translator in half precision."""
        sources = {self.pair.second.name: self.pair.first.name}
        options = asdict(self.settings) | {"identity": self.identity}
        write_translators(path, "cut", self.translators(), sources, options, training)
