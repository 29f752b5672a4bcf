"""The evaluation report of a conditional checkpoint, against the test split."""

import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from fashiongan.dataset.augment import composite
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.evaluation.color_error import color_error
from fashiongan.evaluation.kid import InceptionFeatures, bootstrap_kid
from fashiongan.evaluation.manifold import copy_check, manifold_scores
from fashiongan.networks.conditional_generator import ConditionalGenerator

logger = logging.getLogger(__name__)
FAKES_PER_TEST_PICTURE = 2


def evaluate_conditional(network: ConditionalGenerator, data: Path, seeds: tuple[int, ...]) -> dict[str, Any]:
    """KID x1000 and more of fakes made for the test pictures' labels, for each seed, beside the real-vs-real floor.

    Everything is laid on white at the generator's size. The floor is training pictures against test pictures: different
    people's clothes, so it is what a perfect sampler of the training set would score. `category_variety` is the mean
    distance between fakes of one category as a share of that between real garments of it.
    """
    size_px = network.shape.size_px
    test = load_training_set(data, Split.TEST, size_px)
    train = load_training_set(data, Split.TRAIN, size_px)
    inception = InceptionFeatures(torch.device("cpu"))
    real = inception(_on_white(test.rgba))
    seen = inception(_on_white(train.rgba))
    floor = asdict(bootstrap_kid(seen, real)) | {
        "manifold": asdict(manifold_scores(real, seen[np.random.default_rng(0).permutation(len(seen))[: len(real)]]))
    }
    report: dict[str, Any] = {"floor": floor, "seeds": {}}
    for seed in seeds:
        made = inception(_fakes(network, test, seed))
        rows = test.labels[:, 0].repeat(FAKES_PER_TEST_PICTURE).numpy()
        report["seeds"][seed] = asdict(bootstrap_kid(made, real)) | {
            "manifold": asdict(manifold_scores(real, made[: len(real)])),
            "color_error": asdict(color_error(network, test.labels, test.lab, seed)),
            "copies": asdict(copy_check(made, real, seen)),
            "category_variety": _variety(made, rows, real, test.labels[:, 0].numpy()),
        }
        logger.info("seed %d: %s", seed, report["seeds"][seed])
    values = [one["value"] for one in report["seeds"].values()]
    return report | {"kid_x1000": float(np.mean(values)), "kid_x1000_sd_over_seeds": float(np.std(values))}


def _on_white(rgba: Tensor) -> Tensor:
    scaled = composite(rgba.float() / 127.5 - 1, torch.ones(len(rgba), 3, 1, 1))
    return ((scaled + 1) * 127.5).round().clamp(0, 255).byte()


@torch.inference_mode()
def _fakes(network: ConditionalGenerator, test: TrainingSet, seed: int) -> Tensor:
    random = torch.Generator().manual_seed(seed)
    labels, lab = (one.repeat(FAKES_PER_TEST_PICTURE, 1) for one in (test.labels, test.lab))
    latents = torch.randn(len(labels), network.shape.total_latent_width, generator=random)
    parts = zip(*(torch.split(one, 16) for one in (latents, labels, lab)), strict=True)
    made = torch.cat([network(*part) for part in parts])
    return _on_white(((made + 1) * 127.5).round().clamp(0, 255))


def _variety(made: Any, made_rows: Any, real: Any, real_rows: Any) -> float:
    shares = []
    for category in np.unique(real_rows):
        few, some = real[real_rows == category], made[made_rows == category]
        if len(few) >= 4:
            shares.append(_spread(some) / _spread(few))
    return float(np.mean(shares))


def _spread(features: Any) -> float:
    products = features @ features.T
    norms = np.diag(products)
    distance = np.sqrt(np.maximum(norms[:, None] + norms[None] - 2 * products, 0))
    return float(distance.sum() / (len(features) * (len(features) - 1)))
