"""Recipe of stage 2: cloth, bare skin and ground for new regions, one picture a region, summed by their masks.

Source: Zhu et al., Be Your Own Prada (2017), section 3.2, with L1 and a discriminator that sees the regions. Ours
looks through frozen features, which also measure how alike a picture and its original are (see `opponents.py`).
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import torch
from PIL import Image
from torch import Tensor

from fashiongan.networks.redress_generators import LATENT, REGIONS, TextureGenerator, blurred
from fashiongan.people.exchange import (
    grown,
    kept_pixels,
    may_change,
    one_hot,
    one_hot_pieces,
    skin_color,
    taken_off,
)
from fashiongan.people.painting import painted
from fashiongan.people.reading import PeopleSet
from fashiongan.people.regions import Region
from fashiongan.training.grid import picture_grid
from fashiongan.training.redressing.person_run import PersonRecipe, RedressSettings, Training, WornBatch, WornPieces
from fashiongan.training.redressing.person_scenes import behind
from fashiongan.training.translators.opponents import ProjectedOpponent

# What the old piece hid is not known either: the piece grown, often arms or legs, and boxes anywhere.
GROWN_PX = (2, 20)
BARE_SHARE, BOXES, BOX_SHARE = 0.35, 3, (0.1, 0.4)
GRID_COLUMNS = 8


class TextureRecipe(PersonRecipe):
    """Trains the texture generator against heads on frozen features."""

    def __init__(
        self,
        people: PeopleSet,
        grounds: Tensor | None,
        settings: RedressSettings,
        device: torch.device,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """`grounds` : (M, 3, S, S) uint8 photos of nobody, or None for plain grounds alone"""
        torch.manual_seed(settings.seed)
        self.pieces, self.grounds, self.images_per_step = WornPieces(people), grounds, settings.batch
        self.shape = settings.shape(people.style.shape[-1])
        self.opponent = ProjectedOpponent(device, REGIONS)
        network = TextureGenerator(self.shape)
        self.training = Training(settings, network, self.opponent.network, device, options)

    def step(self) -> dict[str, float]:
        training = self.training
        batch = self._draw(self.images_per_step, training.random)
        unknown = draw_unknown(batch, training.random)
        told = told_of_textures(batch, unknown, training.random)
        regions = one_hot(batch.regions, REGIONS)
        with training.precision():
            made = training.network(*told).float()
            seen = torch.where(unknown, made, batch.rgb)
            judged = self.opponent.discriminator_loss(regions, batch.rgb, seen)
        training.learn("opponent", judged)
        with training.precision():
            losses = self.opponent.generator_losses(regions, batch.rgb, seen)
        off = ((made - batch.rgb).abs() * unknown).sum() / (3 * unknown.sum()).clamp(min=1)
        losses["l1"] = self.opponent.l1_gain() * off / 2
        training.learn("network", torch.stack(list(losses.values())).sum())
        return {"discriminator": judged.item()} | {name: loss.item() for name, loss in losses.items()}

    def _draw(self, count: int, random: torch.Generator) -> WornBatch:
        """A batch of people, half of them in front of photos: what they hide must be made up there, too."""
        batch = self.pieces.draw(count, random)
        own = (batch.rgb[:, :, :1, :1] + 1) / 2
        ground = behind(own.expand_as(batch.rgb), self.grounds, random) * 2 - 1
        person = blurred((batch.regions > 0)[:, None].float()).gt(0.5).float()
        stood = replace(batch, rgb=batch.rgb * person + ground * (1 - person))
        return stood.on(self.training.device)

    @torch.no_grad()
    def sample_grid(self) -> Image.Image:
        """Rows: people, what is kept of them, their regions, what is made, and what is made in the next one's cloth."""
        random = torch.Generator().manual_seed(self.training.settings.seed)
        batch = self._draw(GRID_COLUMNS, random)
        unknown = draw_unknown(batch, random)
        told = told_of_textures(batch, unknown, random)
        other = (*told[:3], *(one.roll(1, dims=0) for one in told[3:5]), *told[5:])
        made = [torch.where(unknown, self.averaged()(*one), batch.rgb) for one in (told, other)]
        shown = [batch.rgb, torch.where(unknown, 0.6, batch.rgb), painted(batch.regions.cpu()), *made]
        rgb = torch.cat([one.cpu() for one in shown])
        return picture_grid(torch.cat([rgb, torch.ones_like(rgb[:, :1])], dim=1), GRID_COLUMNS)

    def averaged(self) -> TextureGenerator:
        """The network with its averaged weights."""
        return cast(TextureGenerator, self.training.average.network)


def told_of_textures(batch: WornBatch, unknown: Tensor, random: torch.Generator) -> tuple[Tensor, ...]:
    """The inputs of a TextureGenerator for a batch of which (B, 1, H, W) is unknown."""
    latent = torch.randn(len(batch.rgb), LATENT, generator=random).to(batch.rgb.device)
    told = (latent, batch.words, one_hot_pieces(batch.pieces), batch.lab, batch.style)
    skin = skin_color(batch.rgb, batch.regions)
    return (*told, skin, one_hot(batch.regions, REGIONS), kept_pixels(batch.rgb, unknown))


def draw_unknown(batch: WornBatch, random: torch.Generator) -> Tensor:
    """(B, 1, H, W) bool: the piece, what is around it, and more that another piece might have hidden."""
    count = len(batch.rgb)
    radius = torch.randint(GROWN_PX[0], GROWN_PX[1] + 1, (count,), generator=random)
    unknown = grown(taken_off(batch.regions, batch.pieces), radius)
    for region in (Region.ARMS, Region.LEGS):
        bare = torch.rand(count, 1, 1, 1, generator=random) < BARE_SHARE
        unknown |= (batch.regions == region)[:, None] & bare.to(unknown.device)
    unknown |= _boxes(count, batch.rgb.shape[-2:], random).to(unknown.device)
    return may_change(batch.regions, unknown)


def _boxes(count: int, size: torch.Size, random: torch.Generator) -> Tensor:
    """(B, 1, H, W) up to three boxes each."""
    middle, extent, there = torch.rand(3, count, BOXES, 2, generator=random)
    half = (BOX_SHARE[0] + extent * (BOX_SHARE[1] - BOX_SHARE[0])) / 2
    sides = [(torch.arange(length) + 0.5) / length for length in size]
    near = [
        (side[None, None] - middle[..., axis, None]).abs() < half[..., axis, None] for axis, side in enumerate(sides)
    ]
    boxes = near[0][..., :, None] & near[1][..., None, :] & (there[..., 0] < 0.5)[..., None, None]
    covered: Tensor = boxes.any(1, keepdim=True)
    return covered
