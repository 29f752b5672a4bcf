"""Directions of the latent space that do one thing each, found without training and named by what they do.

Source: Shen and Zhou, Closed-Form Factorization of Latent Semantics (SeFa, 2021), https://arxiv.org/abs/2007.06600: the
eigenvectors of A^T A, where A is the first weight that meets the latent numbers. A name is the property of the picture
that a direction changes most, measured on garments; a direction that changes none much is named by its place.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.color import lab_from_rgb
from fashiongan.generator.generation import rgba_from_network
from fashiongan.generator.parts import GeneratorParts
from fashiongan.networks.conditional_generator import ConditionalGenerator
from fashiongan.networks.conditioning import Conditions
from fashiongan.training.generator.batches import conditions_of

PUSH = 2.5
GARMENTS = 16
SHAPE_DIRECTIONS, CLOTH_DIRECTIONS = 8, 2
# A property names a direction if it moves by this many of its spreads over pictures of one description.
MEANT = 0.5
PROPERTIES = ("wider", "longer", "flared", "lighter", "warmer", "stronger colour", "more contrast", "finer texture")


@dataclass(frozen=True, slots=True)
class Directions:
    """names : one a row; vectors : (K, Z) unit vectors, pointing where the name says."""

    names: list[str]
    vectors: Tensor


def find_directions(parts: GeneratorParts, seed: int = 0) -> Directions:
    """The strongest directions of shape and of cloth."""
    vectors = _candidates(parts.network)
    random = torch.Generator().manual_seed(seed)
    rows = torch.randint(0, len(parts.wardrobe.labels), (GARMENTS,), generator=random)
    latents = torch.randn(GARMENTS, vectors.shape[1], generator=random)
    conditions = conditions_of(parts.wardrobe, rows)
    spread = _spread_of_one_garment(parts, latents, rows, random)
    names: list[str] = []
    for index, vector in enumerate(vectors):
        ends = [_properties(parts.network, latents + sign * PUSH * vector, conditions) for sign in (1, -1)]
        effect = ((ends[0] - ends[1]) / 2).mean(0) / spread
        meant = _meant(effect, names)
        kind = "shape" if bool(vector[: parts.network.shape.cloth_from].any()) else "cloth"
        unnamed = f"{kind} {1 + sum(name.startswith(kind) for name in names)}"
        names.append(unnamed if meant is None else PROPERTIES[meant])
        if meant is not None and effect[meant] < 0:
            vectors[index] = -vector
    return Directions(names, vectors)


def _spread_of_one_garment(
    parts: GeneratorParts, latents: Tensor, rows: Tensor, random: torch.Generator
) -> NDArray[np.float64]:
    """How much each property differs between pictures of one description, on average."""
    others = [latents, *(torch.randn(latents.shape, generator=random) for _ in range(2))]
    seen = [_properties(parts.network, one, conditions_of(parts.wardrobe, rows)) for one in others]
    return np.asarray(np.std(seen, axis=0).mean(0) + 1e-6)


@torch.no_grad()
def _candidates(network: ConditionalGenerator) -> Tensor:
    """(K, Z) unit vectors: of the first latent numbers, then of those of each block that sees a style."""
    shape = network.shape
    found = [(0, _strongest(network.seed.weight[: shape.latent_width].flatten(1), SHAPE_DIRECTIONS))]
    for index, size in enumerate(shape.scales):
        weight = network.blocks[str(size)].style.gain_and_bias.weight[:, : shape.scale_latent_width]  # type: ignore[union-attr,index]
        start = shape.latent_width + index * shape.scale_latent_width
        found.append((start, _strongest(weight.T, CLOTH_DIRECTIONS)))
    rows = []
    for start, vectors in found:
        whole = torch.zeros(len(vectors), shape.total_latent_width)
        whole[:, start : start + vectors.shape[1]] = vectors
        rows.append(whole)
    return torch.cat(rows)


def _strongest(weight: Tensor, count: int) -> Tensor:
    """(count, N) eigenvectors with the largest eigenvalues of W W^T, for (N, M) weights."""
    _, vectors = torch.linalg.eigh((weight @ weight.T).double())
    strongest: Tensor = vectors.flip(1)[:, :count].T.float()
    return strongest


def _meant(effect: NDArray[np.float64], taken: list[str]) -> int | None:
    """The property that moves most among those that move enough and name no direction yet."""
    free = [index for index, name in enumerate(PROPERTIES) if abs(effect[index]) > MEANT and name not in taken]
    return max(free, key=lambda index: abs(effect[index]), default=None)


@torch.inference_mode()
def _properties(network: ConditionalGenerator, latents: Tensor, conditions: Conditions) -> NDArray[np.float64]:
    """(N, len(PROPERTIES)) what can be measured in each picture."""
    return np.array([_measured(rgba_from_network(one.numpy())) for one in network(latents, conditions)])


def _measured(rgba: NDArray[np.uint8]) -> list[float]:
    size = len(rgba)
    mask = rgba[..., 3] > 128
    if not mask.any():
        return [0.0] * len(PROPERTIES)
    height, width = (np.ptp(np.flatnonzero(mask.any(axis))) / size for axis in (1, 0))
    rows = mask.sum(1)[mask.any(1)]
    third = max(1, len(rows) // 3)
    lab = lab_from_rgb(rgba[..., :3])
    cloth = lab[mask]
    steps = np.abs(np.diff(lab[..., 0], axis=1))[mask[:, 1:] & mask[:, :-1]]
    return [
        float(mask.mean() / max(height, 1e-6)),
        float(height / max(width, 1e-6)),
        float(rows[-third:].mean() / max(rows[:third].mean(), 1e-6)),
        float(cloth[:, 0].mean()),
        float(cloth[:, 2].mean()),
        float(np.linalg.norm(cloth[:, 1:], axis=1).mean()),
        float(cloth[:, 0].std()),
        float(steps.mean()) if len(steps) else 0.0,
    ]
