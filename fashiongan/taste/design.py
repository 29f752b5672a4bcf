"""Designing for a taste: one of the better of a few ideas, pushed up the preference without leaving ordinary garments.

Source: Kang et al., Visually-Aware Fashion Recommendation and Design with GANs (2017), https://arxiv.org/abs/1711.02231,
section 4.3: theta . Phi(G(z, y)) is climbed by Adam from several starts, and (D - 1)^2 is taken off to stay real. We
ship no discriminator; instead latents and styles keep their length, and codes stay where those of drawn garments lie.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import GarmentAttributes
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.ideas.latent import MAX_SEED
from fashiongan.networks.conditioning import Conditions
from fashiongan.taste.recommender import Taste, TasteModel

Progress = Callable[[float, str], None]
STARTS, STEPS = 16, 4
LEARNING_RATE = 0.05
# Styles are few numbers that mean much, so they go at a third of the pace.
STYLE_PACE = 1 / 3
# How much an unusual garment costs, in spreads of preference a spread beyond the usual distance.
RARITY_GAIN = 1.0
# Starts are drawn by how much they are liked, in spreads over this: always the best one would draw ten times the same.
PATIENCE = 0.5


@dataclass(frozen=True, slots=True)
class Climb:
    """How far a design is pushed. steps : of Adam, 0 for a start as it is; starts : ideas to choose from"""

    starts: int = STARTS
    steps: int = STEPS


class Usual:
    """Where the codes of drawn garments lie: a normal distribution, in which unusual ones are far out."""

    def __init__(self, codes: Tensor) -> None:
        """`codes` : (M, K) of ordinary drawn garments"""
        self._centre = codes.mean(0)
        covariance = torch.cov(codes.T.double())
        even = torch.eye(len(covariance), dtype=torch.float64) * covariance.diagonal().mean().clamp(min=1e-9)
        self._whiten = torch.linalg.cholesky(torch.linalg.inv(0.9 * covariance + 0.1 * even)).float()

    def rarity(self, codes: Tensor) -> Tensor:
        """(B, K) to (B,) how much farther out than usual, in usual distances; 0 for what is not."""
        off = (codes - self._centre.to(codes.device)) @ self._whiten.to(codes.device)
        distance: Tensor = off.square().mean(1).clamp(min=1e-9).sqrt()
        return (distance - 1).clamp(min=0)


def design_idea(
    generator: GarmentGenerator,
    model: TasteModel,
    taste: Taste,
    asked: GarmentAttributes,
    seed: int,
    progress: Progress,
    climb: Climb = Climb(),
) -> Idea:
    """An idea that somebody with this taste likes; the same seed gives the same one.

    Raises
    ------
    VocabularyError : no garment goes with what is asked
    """
    ideas = [generator.imagine(asked, start_seed(seed, place, climb.starts)) for place in range(climb.starts)]
    usual = Usual(model.parts.drawn)
    theta = torch.from_numpy(taste.theta / taste.spread).to(generator.device)
    worth = []
    for place, idea in enumerate(ideas):
        progress(0.3 * place / len(ideas), f"looking at idea {place + 1} of {len(ideas)}")
        with torch.inference_mode():
            worth.append(float(_worth(generator, model, theta, usual, *generator.inputs(idea))))
    idea = replace(ideas[_drawn(np.array(worth), seed)], origin=f"for a taste, seed {seed}")
    return _climbed(generator, model, theta, usual, idea, climb.steps, progress) if climb.steps else idea


def _drawn(worth: np.ndarray, seed: int) -> int:
    shares = np.exp((worth - worth.max()) / PATIENCE)
    return int(np.random.default_rng(seed).choice(len(worth), p=shares / shares.sum()))


def start_seed(seed: int, place: int, starts: int) -> int:
    """The seed of one of the ideas that a design begins with; designs of other seeds begin with other ideas."""
    return (seed * starts + place) % (MAX_SEED + 1)


def _climbed(
    generator: GarmentGenerator,
    model: TasteModel,
    theta: Tensor,
    usual: Usual,
    idea: Idea,
    steps: int,
    progress: Progress,
) -> Idea:
    start, conditions = generator.inputs(idea)
    latent, style = start.clone().requires_grad_(), conditions.style.clone().requires_grad_()
    lengths = [one.detach().norm() for one in (latent, style)]
    groups: list[dict[str, Any]] = [{"params": [latent]}, {"params": [style], "lr": LEARNING_RATE * STYLE_PACE}]
    optimiser = torch.optim.Adam(groups, lr=LEARNING_RATE)
    for step in range(steps):
        progress(0.3 + 0.7 * step / steps, f"designing, step {step + 1} of {steps}")
        worth = _worth(generator, model, theta, usual, latent, conditions._replace(style=style))
        optimiser.zero_grad()
        (-worth).backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        with torch.no_grad():
            # Ordinary latents and styles have one length, and differ in direction alone.
            for one, length in zip((latent, style), lengths, strict=True):
                one.copy_(functional.normalize(one, dim=1) * length)
    code = DesignCode(_halved(latent), _halved(style), idea.code.lab)
    return replace(idea, code=code)


def _worth(
    generator: GarmentGenerator,
    model: TasteModel,
    theta: Tensor,
    usual: Usual,
    latent: Tensor,
    conditions: Conditions,
) -> Tensor:
    """How much the picture of some inputs is liked, in spreads, less what it costs to be unusual."""
    codes = model.codes(generator.parts.network(latent, conditions).float())
    return (codes @ theta - RARITY_GAIN * usual.rarity(codes)).sum()


def _halved(one: Tensor) -> np.ndarray:
    return np.asarray(one[0].detach().cpu().numpy(), np.float16)
