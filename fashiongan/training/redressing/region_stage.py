"""Recipe of stage 1: the regions of somebody in another piece, from the body below, the words and what is kept.

Source: Zhu et al., Be Your Own Prada (2017): 100 x cross-entropy with the true regions beside a discriminator that
sees real maps, made ones, and real ones with the words of others. The network is told of the body without clothes at
full size, instead of the merged map at 8 x 8: either hides how the old piece was cut.
"""

from collections.abc import Mapping
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from fashiongan.networks.redress_generators import BODY_PARTS, LATENT, REGIONS, RegionGenerator
from fashiongan.networks.region_discriminator import RegionDiscriminator
from fashiongan.people.exchange import grown, kept_regions, one_hot, one_hot_pieces, taken_off
from fashiongan.people.painting import painted, painted_body
from fashiongan.people.reading import PeopleSet
from fashiongan.training.grid import picture_grid
from fashiongan.training.redressing.person_run import PersonRecipe, RedressSettings, Training, WornBatch, WornPieces

ENTROPY_GAIN = 100.0
# How far around what is taken off the other piece is unknown, and how often it is unknown altogether.
UNKNOWN_PX = (4, 40)
FORGOTTEN_SHARE = 0.3
GRID_COLUMNS = 8


class RegionRecipe(PersonRecipe):
    """Trains the region generator against a discriminator of maps."""

    def __init__(
        self,
        people: PeopleSet,
        settings: RedressSettings,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        torch.manual_seed(settings.seed)
        self.pieces, self.images_per_step = WornPieces(people), settings.batch
        self.shape = settings.shape(people.style.shape[-1])
        judge = RegionDiscriminator(self.shape.vocabulary_sizes)
        self.training = Training(settings, RegionGenerator(self.shape), judge, device, options)

    def step(self) -> dict[str, float]:
        training = self.training
        batch = self.pieces.draw(self.images_per_step, training.random).on(training.device)
        told, body = told_of_regions(batch, training.random)
        with training.precision():
            made = training.network(*told).float()
            judged = self._discriminator_loss(batch, made.softmax(1).detach(), body)
        training.learn("opponent", judged)
        with training.precision():
            fooled = functional.softplus(-self._judge(made.softmax(1), body, batch.words)).mean()
        wrong = ENTROPY_GAIN * functional.cross_entropy(made, batch.regions.long())
        training.learn("network", wrong + fooled)
        return {"discriminator": judged.item(), "generator": fooled.item(), "entropy": wrong.item()}

    def _judge(self, regions: Tensor, body: Tensor, words: Tensor) -> Tensor:
        assert self.training.opponent
        logits: Tensor = self.training.opponent(regions, body, words)
        return logits.float()

    def _discriminator_loss(self, batch: WornBatch, made: Tensor, body: Tensor) -> Tensor:
        real = one_hot(batch.regions, REGIONS)
        right = functional.softplus(-self._judge(real, body, batch.words)).mean()
        fake = functional.softplus(self._judge(made, body, batch.words)).mean()
        others = functional.softplus(self._judge(real, body, batch.words.roll(1, dims=0))).mean()
        return (right + (fake + others) / 2) / 2

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Rows: people, the body below, what is made for two latents, what is true."""
        random = torch.Generator().manual_seed(self.training.settings.seed)
        batch = self.pieces.draw(GRID_COLUMNS, random).on(self.training.device)
        made = []
        for _ in range(2):
            told, _ = told_of_regions(batch, random)
            made.append(painted(self.averaged()(*told).argmax(1).cpu()))
        rgb = torch.cat([batch.rgb.cpu(), painted_body(batch.body.cpu()), *made, painted(batch.regions.cpu())])
        return picture_grid(torch.cat([rgb, torch.ones_like(rgb[:, :1])], dim=1), GRID_COLUMNS)

    def averaged(self) -> RegionGenerator:
        """The network with its averaged weights."""
        return cast(RegionGenerator, self.training.average.network)


def told_of_regions(batch: WornBatch, random: torch.Generator) -> tuple[tuple[Tensor, ...], Tensor]:
    """The inputs of a RegionGenerator for a batch, and the (B, 5, H, W) body among them."""
    count, device = len(batch.rgb), batch.rgb.device
    radius = torch.randint(UNKNOWN_PX[0], UNKNOWN_PX[1] + 1, (count,), generator=random)
    unknown = grown(taken_off(batch.regions, batch.pieces), radius)
    unknown |= (torch.rand(count, 1, 1, 1, generator=random) < FORGOTTEN_SHARE).to(device)
    body = one_hot(batch.body, BODY_PARTS)
    latent = torch.randn(count, LATENT, generator=random).to(device)
    kept = kept_regions(batch.regions, batch.pieces, unknown)
    return (latent, batch.words, one_hot_pieces(batch.pieces), body, kept), body
