"""Pictures of people as photos might show them: other colours, grounds, light, places, sizes and cameras."""

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.dataset.degradation import draw_degradation
from fashiongan.people.reading import PeopleSet
from fashiongan.training.redressing.dyeing import dyed

# How often there is a photo behind, any plain colour, or the ground that was drawn; and how often nobody is there.
PHOTO_SHARE, PLAIN_SHARE, NOBODY_SHARE = 0.5, 0.3, 0.08
# From so small that somebody is half as tall as the picture, to so large that feet are cut off.
SCALES = (0.5, 1.2)
TURN_RAD, SHIFT = 0.14, 0.25
GAIN, CONTRAST = (0.65, 1.35), (0.7, 1.3)


@dataclass(frozen=True, slots=True)
class Scenes:
    """rgb : (B, 3, 256, 160) in [-1, 1]; regions, body : (B, 256, 160) int64"""

    rgb: Tensor
    regions: Tensor
    body: Tensor


def draw_scenes(people: PeopleSet, grounds: Tensor | None, rows: Tensor, random: torch.Generator) -> Scenes:
    """Stand the people of (B,) rows somewhere else. grounds : (M, 3, S, S) uint8 photos of nobody, or None"""
    rgb = people.rgb[rows].float() / 255
    regions, body = people.regions[rows].float(), people.body[rows].float()
    nobody = torch.rand(len(rows), 1, 1, 1, generator=random) < NOBODY_SHARE
    own = rgb[:, :, :1, :1].expand_as(rgb)
    mask = (regions > 0).float()[:, None]
    lit = _lit(dyed(rgb, people.regions[rows], random), random)
    grid = _grid(rgb.shape, random)
    flat = torch.cat([lit * mask, mask], dim=1)
    moved = functional.grid_sample(flat, grid, align_corners=False)
    labels = functional.grid_sample(torch.stack([regions, body], dim=1), grid, mode="nearest", align_corners=False)
    person, alpha = moved[:, :3], moved[:, 3:]
    person, alpha, labels = (torch.where(nobody, torch.zeros_like(one), one) for one in (person, alpha, labels))
    ground = _lit(behind(own, grounds, random), random)
    seen = _taken(person + ground * (1 - alpha), random)
    return Scenes(seen * 2 - 1, labels[:, 0].long(), labels[:, 1].long())


def upright_scenes(people: PeopleSet, rows: Tensor) -> Scenes:
    """The people of (B,) rows as they were drawn."""
    return Scenes(people.rgb[rows].float() / 127.5 - 1, people.regions[rows].long(), people.body[rows].long())


def behind(own: Tensor, grounds: Tensor | None, random: torch.Generator) -> Tensor:
    """(B, 3, H, W) in [0, 1] of any plain colour, of a photo, or as they were drawn."""
    count, _, height, width = own.shape
    kind = torch.rand(count, 1, 1, 1, generator=random)
    plain = torch.rand(count, 3, 1, 1, generator=random).expand_as(own)
    chosen = torch.where(kind < PLAIN_SHARE, plain, own)
    if grounds is None:
        return chosen
    which = torch.randint(len(grounds), (count,), generator=random)
    photos = functional.interpolate(grounds[which].float() / 255, (height, height), mode="bilinear")
    left = int(torch.randint(height - width + 1, (1,), generator=random))
    return torch.where(kind > 1 - PHOTO_SHARE, photos[..., left : left + width], chosen)


def _lit(rgb: Tensor, random: torch.Generator) -> Tensor:
    """Each picture in light of another colour and strength."""
    count = len(rgb)
    gain = _between(GAIN, (count, 1, 1, 1), random) * _between((0.9, 1.1), (count, 3, 1, 1), random)
    contrast = _between(CONTRAST, (count, 1, 1, 1), random)
    middle = rgb.mean((1, 2, 3), keepdim=True)
    return (((rgb - middle) * contrast + middle) * gain).clamp(0, 1)


def _grid(shape: torch.Size, random: torch.Generator) -> Tensor:
    """(B, H, W, 2) where each pixel of a moved, turned, scaled and perhaps mirrored picture comes from."""
    count, _, height, width = shape
    turn = _between((-TURN_RAD, TURN_RAD), (count,), random)
    scale = 1 / torch.exp(_between((math.log(SCALES[0]), math.log(SCALES[1])), (count,), random))
    mirror = torch.where(torch.rand(count, generator=random) < 0.5, -1.0, 1.0)
    x, y = _between((-SHIFT, SHIFT), (2, count), random)
    across, down = width / height, height / width
    first = (scale * turn.cos() * mirror, -scale * turn.sin() * down, x * scale)
    second = (scale * turn.sin() * across * mirror, scale * turn.cos(), y * scale)
    rows = torch.stack([*first, *second], dim=1)
    return functional.affine_grid(rows.view(-1, 2, 3), list(shape), align_corners=False)


def _taken(rgb: Tensor, random: torch.Generator) -> Tensor:
    """As a camera takes it: some blurred, noisy and compressed."""
    drawn = draw_degradation(len(rgb), rgb.shape[-2], random)
    return replace(drawn, noise=drawn.noise[..., : rgb.shape[-1]]).shrink(rgb.clamp(0, 1))


def _between(ends: tuple[float, float], shape: tuple[int, ...], random: torch.Generator) -> Tensor:
    return ends[0] + (ends[1] - ends[0]) * torch.rand(shape, generator=random)
