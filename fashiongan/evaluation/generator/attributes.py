"""Whether garments show what was asked, by a reader that no discriminator ever saw.

GAN-test: a reader trained on real garments reads fakes. CAS: a reader trained on fakes reads real garments. Source:
Shmelkov et al., How Good Is My GAN? (2018); Ravuri and Vinyals, Classification Accuracy Score (2019). Each stands
beside what the same reader reaches on real garments, which is the ceiling.
"""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.augment import composite
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.evaluation.kid import Features
from fashiongan.networks.garment_encoder import READER_PX, GarmentEncoder
from fashiongan.training.generator.reader import ReaderRecipe, ReaderSettings

CAS_STEPS = 450
_PART = 64


@torch.inference_mode()
def embeddings(reader: GarmentEncoder, rgba: Tensor) -> Features:
    """(N, 4, S, S) uint8 garments to (N, W): our own feature space."""
    return np.concatenate([np.asarray(reader.embed(rgb).double().numpy()) for rgb in _seen(rgba)])


@torch.inference_mode()
def accuracy(reader: GarmentEncoder, rgba: Tensor, labels: Tensor) -> dict[str, float]:
    """Share of (N, 4, S, S) uint8 garments whose (N, A) labels are read rightly, for each attribute."""
    parts = [torch.stack([words.argmax(1) for words in reader(rgb)[1]], dim=1) for rgb in _seen(rgba)]
    right = (torch.cat(parts) == labels).float().mean(0)
    return dict(zip(VOCABULARY, right.tolist(), strict=True))


@torch.inference_mode()
def shares(reader: GarmentEncoder, rgba: Tensor) -> dict[str, Tensor]:
    """How likely each word of each attribute is, read off (N, 4, S, S) uint8 garments: (N, words), rows add up to 1."""
    parts = [[torch.softmax(words, dim=1) for words in reader(rgb)[1]] for rgb in _seen(rgba)]
    return dict(zip(VOCABULARY, (torch.cat(column) for column in zip(*parts, strict=True)), strict=True))


def trained_on(rgba: Tensor, garments: TrainingSet, seed: int, steps: int) -> GarmentEncoder:
    """A fresh reader trained for so many steps on pictures made for the labels of some garments."""
    small = torch.cat([_small(part).byte() for part in torch.split(rgba, _PART)])
    shown = TrainingSet(garments.ids, small, garments.labels, garments.lab, torch.ones(len(small), dtype=torch.bool))
    recipe = ReaderRecipe(shown, ReaderSettings(seed=seed), torch.device("cpu"))
    for _ in range(steps):
        recipe.step()
    return recipe.averaged()


def _seen(rgba: Tensor) -> Iterator[Tensor]:
    for part in torch.split(rgba, _PART):
        yield composite(_small(part) / 127.5 - 1, torch.ones(len(part), 3, 1, 1))


def _small(rgba: Tensor) -> Tensor:
    if rgba.shape[-1] == READER_PX:
        return rgba.float()
    # Colours under transparent pixels are not meaningful, so they must not bleed into the edge.
    alpha = rgba[:, 3:].float() / 255
    small, coverage = (_resized(one) for one in (rgba[:, :3].float() * alpha, alpha))
    return torch.cat([small / coverage.clamp(min=1e-3), coverage * 255], dim=1).round().clamp(0, 255)


def _resized(rgba: Tensor) -> Tensor:
    return functional.interpolate(rgba, (READER_PX,) * 2, mode="bilinear", antialias=True)
