"""Bringing a real garment into the latent space: a first guess, then a few steps of descent.

Source: the two stages are those of Zhu et al., Generative Visual Manipulation (2016); our guess is a linear encoder
fitted to the generator's own pictures, and the descent compares silhouettes, colours and the style encoder's maps.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import RequestError
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.request import Controls
from fashiongan.generator.style_picture import StylePicture
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.ideas.latent import normal
from fashiongan.nameless import told_by
from fashiongan.networks.conditioning import Conditions

Progress = Callable[[float, str], None]
GUESSES = 12
STEPS = 60
LEARNING_RATE = 0.06
SMALL_PX = 64
# How much the silhouette, the small picture and the maps count, and what keeps latents ordinary.
ALPHA_GAIN, COLOR_GAIN, MAP_GAIN, PRIOR_GAIN = 2.0, 2.0, 0.05, 0.002
LONGEST_RMS = 1.3


@dataclass(frozen=True, slots=True)
class Target:
    """A garment as the descent sees it. rgba : (1, 4, S, S) in [-1, 1]; maps : the style encoder's of it on white"""

    rgba: Tensor
    maps: list[Tensor]


def find_idea(generator: GarmentGenerator, photo: StylePicture, asked: GarmentAttributes, progress: Progress) -> Idea:
    """The idea whose picture comes nearest to a photo's garment.

    Parameters
    ----------
    asked : what is known of the garment; the category must be among it

    Raises
    ------
    RequestError : no category
    """
    if asked.category is None:
        raise RequestError(f"{photo.name}: the category of the garment is not known; give it.")
    idea = generator.imagine(asked, 0, Controls(style=photo))
    target = _target(generator, photo)
    starts = [generator.guess_latent(target.rgba)] + [
        torch.from_numpy(normal(seed, generator.shape.total_latent_width).astype(np.float32)) for seed in range(GUESSES)
    ]
    latent, conditions = generator.inputs(idea)
    progress(0.0, "comparing")
    with torch.inference_mode():
        losses = [float(_loss(generator, one[None].to(latent.device), conditions, target)) for one in starts]
    best = starts[int(np.argmin(losses))][None].to(latent.device)
    latent, style = _descend(generator, best, conditions, target, progress)
    code = DesignCode(_numbers(latent), _numbers(style), idea.code.lab)
    return replace(idea, asked=asked, code=code, origin=f"photo {told_by(photo.sha256)}")


def _target(generator: GarmentGenerator, photo: StylePicture) -> Target:
    size = generator.shape.size_px
    rgba = torch.from_numpy(photo.rgba).permute(2, 0, 1)[None].float() / 127.5 - 1
    rgba = functional.interpolate(rgba, (size, size), mode="bilinear", antialias=True).to(generator.device)
    with torch.inference_mode():
        return Target(rgba, generator.parts.style_encoder.features(_on_white(rgba)))


def _descend(
    generator: GarmentGenerator, start: Tensor, conditions: Conditions, target: Target, progress: Progress
) -> tuple[Tensor, Tensor]:
    latent, style = start.clone().requires_grad_(), conditions.style.clone().requires_grad_()
    groups: list[dict[str, Any]] = [{"params": [latent]}, {"params": [style], "lr": LEARNING_RATE / 3}]
    optimiser = torch.optim.Adam(groups, lr=LEARNING_RATE)
    best, kept = float("inf"), (start, conditions.style)
    for step in range(STEPS):
        progress(step / STEPS, f"coming nearer, step {step + 1} of {STEPS}")
        loss = _loss(generator, latent, conditions._replace(style=style), target)
        if loss.item() < best:
            best, kept = loss.item(), (latent.detach().clone(), style.detach().clone())
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        with torch.no_grad():
            latent *= torch.clamp(LONGEST_RMS / latent.square().mean().sqrt(), max=1.0)
    return kept


def _loss(generator: GarmentGenerator, latent: Tensor, conditions: Conditions, target: Target) -> Tensor:
    made = generator.parts.network(latent, conditions)
    small = [functional.interpolate(one, (SMALL_PX,) * 2, mode="area") for one in (made, target.rgba)]
    alpha = (small[0][:, 3] - small[1][:, 3]).abs().mean()
    color = (_on_white(small[0]) - _on_white(small[1])).abs().mean()
    maps = zip(generator.parts.style_encoder.features(_on_white(made)), target.maps, strict=True)
    seen = torch.stack([(a - b).abs().mean() for a, b in maps]).sum()
    return ALPHA_GAIN * alpha + COLOR_GAIN * color + MAP_GAIN * seen + PRIOR_GAIN * latent.square().mean()


def _on_white(rgba: Tensor) -> Tensor:
    alpha = (rgba[:, 3:] + 1) / 2
    return rgba[:, :3] * alpha + 1 - alpha


def _numbers(one: Tensor) -> np.ndarray:
    return np.asarray(one[0].detach().cpu().numpy(), np.float16)
