"""Ways to tell whether somebody likes a garment: the taste network, and baselines that know less."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.lighting import alike_lit, lighting_statistics
from fashiongan.dataset.ownership import Ownership
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.evaluation.taste.trials import Score
from fashiongan.networks.taste_network import TASTE_PX
from fashiongan.taste.fit import Opinion, Prior, fit_taste
from fashiongan.taste.recommender import TasteModel, seen_on_white

NETWORK, MATCHED, FROZEN = "taste network", "taste network, all lit alike", "frozen features"
LIGHTING, WORDS, HISTOGRAM = "lighting alone", "words and colours", "colour histogram"
OWN_CATEGORIES, POPULARITY = "own categories", "popularity"
BINS, PART = 4, 64


@dataclass(frozen=True, eq=False)
class SeenGarments:
    """Garments as the ways see them, one row each. seen, matched : statistics of frozen features; lighting : (N, L)"""

    garments: TrainingSet
    seen: Tensor
    matched: Tensor
    lighting: Tensor


@torch.inference_mode()
def look_at(garments: TrainingSet, ownership: Ownership, model: TasteModel) -> SeenGarments:
    """Look at all garments, as they are and with everybody's pictures lit alike."""
    rgba = torch.cat([_small(part.float() / 127.5 - 1) for part in torch.split(garments.rgba, PART)])
    matched = alike_lit(rgba, ownership.owner)
    lighting = torch.cat([lighting_statistics(part) for part in torch.split(rgba, PART)])
    seen, seen_matched = (
        torch.cat([model.network.see(seen_on_white(part).to(model.device)).cpu() for part in torch.split(one, PART)])
        for one in (rgba, matched)
    )
    return SeenGarments(garments, seen, seen_matched, lighting)


def all_ways(held_out: SeenGarments, train: TrainingSet, model: TasteModel) -> dict[str, Score]:
    """Every way by name, for held-out garments; tastes of new people are fitted as in use."""
    garments = held_out.garments
    categories = functional.one_hot(garments.labels[:, 0], len(VOCABULARY["category"])).float()
    popular = torch.bincount(train.labels[:, 0], minlength=categories.shape[1])
    head = model.network
    return {
        NETWORK: fitted(head.code(held_out.seen), model),
        MATCHED: fitted(head.code(held_out.matched), model),
        FROZEN: nearest_mean((held_out.seen - head.centre) / head.spread),
        WORDS: nearest_mean(_scaled(torch.cat([_words(garments.labels), garments.lab / 10], dim=1))),
        HISTOGRAM: overlap(color_histograms(garments.rgba)),
        LIGHTING: nearest_mean(_scaled(held_out.lighting)),
        OWN_CATEGORIES: nearest_mean(categories),
        POPULARITY: lambda known, rows: popular[garments.labels[rows, 0]],
    }


def fitted(codes: Tensor, model: TasteModel) -> Score:
    """By a taste that is fitted to what is known, as of starred photos."""
    numbers = codes.detach().double().numpy()
    prior, others = Prior.of(model.parts.population.double().numpy()), model.parts.photos.double().numpy()
    done: dict[tuple[int, ...], Tensor] = {}

    def score(known: Tensor, rows: Tensor) -> Tensor:
        key = tuple(known.tolist())
        if key not in done:
            done[key] = torch.from_numpy(fit_taste([Opinion(numbers[row], True, others) for row in key], prior))
        return torch.from_numpy(numbers[rows.numpy()]) @ done[key]

    return score


def nearest_mean(features: Tensor) -> Score:
    """By the cosine to the mean direction of what is known."""
    unit = functional.normalize(features.double(), dim=1)
    return lambda known, rows: unit[rows] @ unit[known].mean(0)


def overlap(histograms: Tensor) -> Score:
    """By how much of a histogram lies in the mean of those that are known."""
    return lambda known, rows: torch.minimum(histograms[rows], histograms[known].mean(0)).sum(1)


def color_histograms(rgba: Tensor) -> Tensor:
    """(N, 4, S, S) uint8 to (N, 64) shares of the opaque pixels in each cell of a grid in RGB."""
    cells = (rgba[:, :3].long() * BINS) // 256
    index = (cells * torch.tensor([BINS**2, BINS, 1])[None, :, None, None]).sum(1).flatten(1)
    weight = (rgba[:, 3] > 127).float().flatten(1)
    counts = torch.zeros(len(rgba), BINS**3).scatter_add_(1, index, weight)
    return counts / counts.sum(1, keepdim=True).clamp(min=1)


def _small(rgba: Tensor) -> Tensor:
    if rgba.shape[-1] == TASTE_PX:
        return rgba
    return functional.interpolate(rgba, (TASTE_PX,) * 2, mode="bilinear", antialias=True)


def _words(labels: Tensor) -> Tensor:
    sizes = [len(kind) for kind in VOCABULARY.values()]
    return torch.cat([functional.one_hot(labels[:, i], size).float() for i, size in enumerate(sizes)], dim=1)


def _scaled(features: Tensor) -> Tensor:
    return (features - features.mean(0)) / (features.std(0) + 1e-3)
