"""Recipe of CycleGAN: two translators between two domains without pairs, each undoing what the other does.

Source: Zhu et al., Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks (2017),
https://arxiv.org/abs/1703.10593. Ours shows garments on white and keeps their alpha, so silhouettes stay.
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
from fashiongan.networks.resnet_generator import ResnetGenerator
from fashiongan.tools.preparation import Preparation, prepared
from fashiongan.training.ema import MovingAverage
from fashiongan.training.translators.image_pool import ImagePool
from fashiongan.training.translators.outcome import before_and_after, write_translators
from fashiongan.training.translators.translation import (
    Adversary,
    TranslationSettings,
    adam,
    descend,
    refuse_other,
    set_rate,
)

CYCLE_GAIN, IDENTITY_GAIN = 10.0, 5.0
# Translators that make a change begin at none, where both losses are lowest, and heads with spectral norms push gently:
# with a fifth of the paper's gains they were still there after 2,000 pictures, and with gains that grew they fell back
# to it from 0.03 of them on. So the gain begins far lower, and grows only until what is changed can be undone. The
# identity loss, a quarter of the cost of a step, would then hardly count, and changes begin at the identity anyway.
FIRST_SHARE, LAST_SHARE, GROWING_IMAGES = 0.004, 0.015, 5_000
# Of nothing, no pattern comes: plain tops stayed plain in 14,000 pictures, and patterned ones patterned in 40,000. So
# motifs are printed on the plain, to make patterns of, and patterns taken off roughly. Nobody can know which print a
# patterned top would get again, so that way round is left out.
KEEP_GAIN, UNPRINT_GAIN = 1.0, 10.0
GRID_COLUMNS = 8


def gain_share(images: int) -> float:
    """The share of the paper's gains that holds translators which make a change, after so many pictures."""
    return FIRST_SHARE + (LAST_SHARE - FIRST_SHARE) * min(1.0, images / GROWING_IMAGES)


class CycleGanRecipe:
    """Trains a translator each way against a discriminator each."""

    def __init__(self, pair: DomainPair, settings: TranslationSettings, device: torch.device) -> None:
        torch.manual_seed(settings.seed)
        self.pair, self.settings, self.device = pair, settings, device
        self.images_per_step = settings.batch
        self.images = 0
        self.random = torch.Generator().manual_seed(settings.seed)
        self.source = UnpairedSource(pair, settings.view_px, device)
        self.to_second, self.to_first = (ResnetGenerator(settings.shape).to(device) for _ in range(2))
        self.averages = {"to_second": MovingAverage(self.to_second), "to_first": MovingAverage(self.to_first)}
        self.optimiser = adam([*self.to_second.parameters(), *self.to_first.parameters()])
        self.second, self.first = (Adversary(settings, device) for _ in range(2))
        self.pools = {"second": ImagePool(), "first": ImagePool()}

    def step(self) -> dict[str, float]:
        rates = (self.optimiser, self.first.optimiser, self.second.optimiser)
        set_rate(rates, self.settings.rate_share(self.images))
        first, second = self.source.draw(self.settings.batch, self.random)
        losses = self._print(first, second) if self.settings.motif else self._translate(first, second)
        for average in self.averages.values():
            average.update()
        self.images += self.settings.batch
        return losses

    def _print(self, plain: Views, patterned: Views) -> dict[str, float]:
        """One way prints become patterns, the other way what is left of patterns goes, and of prints exactly."""
        prints, bare = self._prepared(plain, Preparation.PRINT), self._prepared(patterned, Preparation.PLAIN)
        fake_second, fake_first = self._masked(self.to_second, prints), self._masked(self.to_first, bare)
        back = self._masked(self.to_first, self._prepared(prints, Preparation.PLAIN))
        adversarial = self.second.fooled(fake_second) + self.first.fooled(fake_first)
        kept, left = l1_loss(fake_second, prints.rgb) + l1_loss(fake_first, bare.rgb), l1_loss(back, plain.rgb)
        descend(self.optimiser, adversarial + KEEP_GAIN * kept + UNPRINT_GAIN * left)
        discriminator = self._learn(plain, patterned, fake_first, fake_second)
        losses = {"discriminator": discriminator, "generator": adversarial.item() / 2}
        return losses | {
            "kept": kept.item(),
            "unprint": left.item(),
            "change": l1_loss(fake_first, patterned.rgb).item(),
        }

    def _prepared(self, views: Views, how: Preparation) -> Views:
        return Views(prepared(views.rgb, views.alpha, how, self.random), views.alpha)

    def preparations(self) -> dict[str, Preparation]:
        """What is done to cloth before translators see it, by the style that they make."""
        ways = (Preparation.PRINT, Preparation.PLAIN) if self.settings.motif else ()
        return dict(zip((self.pair.second.name, self.pair.first.name), ways, strict=False))

    def _learn(self, first: Views, second: Views, fake_first: Tensor, fake_second: Tensor) -> float:
        """A step of both discriminators; the mean of their losses."""
        loss = self.second.learn(second.rgb, self.pools["second"].exchange(fake_second, self.random))
        loss += self.first.learn(first.rgb, self.pools["first"].exchange(fake_first, self.random))
        return loss / 2

    def _translate(self, first: Views, second: Views) -> dict[str, float]:
        fake_second, fake_first = self._masked(self.to_second, first), self._masked(self.to_first, second)
        back_first = self._masked(self.to_first, Views(fake_second, first.alpha))
        back_second = self._masked(self.to_second, Views(fake_first, second.alpha))
        adversarial = self.second.fooled(fake_second) + self.first.fooled(fake_first)
        cycle = l1_loss(back_first, first.rgb) + l1_loss(back_second, second.rgb)
        if self.settings.changes:
            descend(self.optimiser, adversarial + gain_share(self.images) * CYCLE_GAIN * cycle)
        else:
            identity = self._identity(first, second)
            descend(self.optimiser, adversarial + CYCLE_GAIN * cycle + IDENTITY_GAIN * identity)
        return {
            "discriminator": self._learn(first, second, fake_first, fake_second),
            "generator": adversarial.item() / 2,
            "cycle": cycle.item() / 2,
            "change": (l1_loss(fake_second, first.rgb) + l1_loss(fake_first, second.rgb)).item() / 2,
        }

    def _identity(self, first: Views, second: Views) -> Tensor:
        """How far each translator is from leaving its own domain alone."""
        same_first, same_second = self._masked(self.to_first, first), self._masked(self.to_second, second)
        return l1_loss(same_first, first.rgb) + l1_loss(same_second, second.rgb)

    def _masked(self, translator: ResnetGenerator, views: Views) -> Tensor:
        with self.settings.precision(self.device):
            made = translator(views.rgb)
        return views.masked(made.float())

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Pictures of each domain above their translations."""
        pairs = ((self.pair.first, "to_second"), (self.pair.second, "to_first"))
        return before_and_after(
            [(fixed_views(domain, GRID_COLUMNS, self.settings.view_px), self.averaged(way)) for domain, way in pairs],
            tuple(self.preparations().values()),
        )

    def averaged(self, way: str) -> ResnetGenerator:
        """The averaged translator "to_second" or "to_first"."""
        return cast(ResnetGenerator, self.averages[way].network)

    def translators(self) -> dict[str, ResnetGenerator]:
        """The averaged translators by the style that they make."""
        return {self.pair.second.name: self.averaged("to_second"), self.pair.first.name: self.averaged("to_first")}

    def _parts(self) -> dict[str, Any]:
        """Everything that has a state of its own, by name."""
        networks = {"to_second": self.to_second, "to_first": self.to_first, "optimiser": self.optimiser}
        averaged = {f"average_{way}": average.network for way, average in self.averages.items()}
        return networks | averaged | self.first.parts("first") | self.second.parts("second")

    def state(self) -> dict[str, Any]:
        chosen = {"settings": self.settings.fixed(), "domains": [self.pair.first.name, self.pair.second.name]}
        pools = {f"pool_{name}": pool.kept.clone() for name, pool in self.pools.items()}
        counted = {"images": self.images, "random": self.random.get_state()}
        return chosen | pools | counted | {name: part.state_dict() for name, part in self._parts().items()}

    def restore(self, state: dict[str, Any]) -> None:
        now = [self.pair.first.name, self.pair.second.name]
        refuse_other(state.get("settings"), self.settings, state["domains"], now)
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        for name, pool in self.pools.items():
            kept = state[f"pool_{name}"]
            pool.kept = kept.to(self.device) if kept.shape[-1] == self.settings.view_px else torch.empty(0)
        self.images = state["images"]
        for average in self.averages.values():
            average.steps = self.images // self.settings.batch
        self.random.set_state(state["random"])

    def export(self, path: Path, training: dict[str, Any]) -> None:
        """Both averaged translators in half precision."""
        sources = {self.pair.second.name: self.pair.first.name, self.pair.first.name: self.pair.second.name}
        options = asdict(self.settings)
        write_translators(path, "cyclegan", self.translators(), sources, options, training, self.preparations())
