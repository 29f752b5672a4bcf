"""Pictures made for measuring: one or more for each garment of a split, asked for in its words and colours."""

from collections.abc import Iterator

import torch
from torch import Tensor

from fashiongan.dataset.augment import composite
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.networks.conditional_generator import ConditionalGenerator
from fashiongan.networks.conditioning import Conditions

_PART = 16


def requests_like(garments: TrainingSet, wardrobe: Wardrobe, times: int, random: torch.Generator) -> Conditions:
    """Requests for each garment so many times, its words and colours given; styles are drawn as in use."""
    labels, lab = garments.labels.repeat(times, 1), garments.lab.repeat(times, 1)
    return Conditions(labels, lab, wardrobe.style[wardrobe.alike(labels, lab, random)])


@torch.inference_mode()
def draw(network: ConditionalGenerator, asked: Conditions, random: torch.Generator) -> Tensor:
    """(N, 4, S, S) uint8 RGBA, on the network's device a part at a time."""
    device = next(network.parameters()).device
    latents = torch.randn(len(asked.labels), network.shape.total_latent_width, generator=random)
    made = [network(z.to(device), part.each(lambda one: one.to(device))).cpu() for z, part in _parts(latents, asked)]
    return ((torch.cat(made).float() + 1) * 127.5).round().clamp(0, 255).byte()


def _parts(latents: Tensor, asked: Conditions) -> Iterator[tuple[Tensor, Conditions]]:
    for rows in torch.split(torch.arange(len(latents)), _PART):
        yield latents[rows], Conditions(*(one[rows] for one in asked))


def on_white(rgba: Tensor) -> Tensor:
    """(N, 4, S, S) uint8 RGBA to (N, 3, S, S) uint8 RGB."""
    scaled = composite(rgba.float() / 127.5 - 1, torch.ones(len(rgba), 3, 1, 1))
    return ((scaled + 1) * 127.5).round().clamp(0, 255).byte()
