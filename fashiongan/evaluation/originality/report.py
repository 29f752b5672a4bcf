"""The evaluation report of an originality check: are copies found, and how near do fakes come?"""

import logging
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import numpy as np
import torch
from torch import Tensor

from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import ImageError
from fashiongan.evaluation.generator.attributes import embeddings
from fashiongan.evaluation.generator.samples import draw, requests_like
from fashiongan.evaluation.kid import Features
from fashiongan.evaluation.originality.copies import Way, copies
from fashiongan.evaluation.originality.separation import separation
from fashiongan.generator.parts import GeneratorParts
from fashiongan.networks.garment_encoder import GarmentEncoder
from fashiongan.networks.likeness_network import LikenessNetwork
from fashiongan.originality.check import Originality
from fashiongan.originality.finding import Finding, Nearness
from fashiongan.training.originality.building import see

logger = logging.getLogger(__name__)
OURS, FROZEN, READER = "originality", "frozen features as they are", "reader"
TIMED = 16
Spaces = Callable[[Tensor], dict[str, Features]]


def evaluate_originality(
    check: Originality, reader: GarmentEncoder, splits: tuple[TrainingSet, TrainingSet, TrainingSet], seed: int = 0
) -> dict[str, Any]:
    """How copies of held-out garments are found, beside other feature spaces; and how near held-out garments come.

    Parameters
    ----------
    splits : train, val and test; copies are made of test, by which the scale was made; val was never seen
    """
    train, val, test = splits
    spaces = _spaces(check.network, reader)
    training, held_out = spaces(train.rgba), spaces(test.rgba)
    random = torch.Generator().manual_seed(seed)
    found: dict[str, dict[str, Any]] = {name: {} for name in training}
    for way in Way:
        copied = spaces(copies(test.rgba, way, random))
        for name in training:
            found[name][str(way)] = _rounded(asdict(separation(copied[name], held_out[name], training[name])))
        logger.info("%s: %s", way, found[OURS][str(way)])
    return {"copies": found, "held_out": _nearness(check, val.rgba), "ms_a_picture": _cost(check, test.rgba)}


def evaluate_fakes(check: Originality, parts: GeneratorParts, test: TrainingSet, seed: int = 0) -> dict[str, Any]:
    """How near a generator's pictures for the words and colours of held-out garments come to the training set.

    Raises
    ------
    ImageError : the generator drew no garment
    """
    random = torch.Generator().manual_seed(seed)
    fakes = draw(parts.network, requests_like(test, parts.wardrobe, 1, random), random)
    return {"seed": seed} | _nearness(check, fakes)


def originality_table(report: dict[str, Any]) -> str:
    """A report for people to read."""
    lines = [f"{'copies':40}{'found first':>12}{'apart':>8}{'too near':>10}"]
    for name, ways in report["copies"].items():
        for way, scores in ways.items():
            words = "".join(f"{scores[key]:>{wide}.3f}" for key, wide in (("found_first", 12), ("apart", 8)))
            lines.append(f"{f'{name}, {way}':40}{words}{scores['too_near']:>10.3f}")
    for name in ("held_out", "fakes"):
        scores = report[name]
        lines.append(f"{name}: {scores['too_near']} of {scores['count']} too near, mean rank {scores['mean_rank']}")
    return "\n".join([*lines, f"{report['ms_a_picture']:.1f} ms a picture"])


def _spaces(network: LikenessNetwork, reader: GarmentEncoder) -> Spaces:
    def spaces(rgba: Tensor) -> dict[str, Features]:
        seen = see(network, rgba)
        scaled = (seen - network.centre) / network.spread
        plain = torch.nn.functional.normalize(scaled, dim=1)
        ours = {OURS: network.place(seen), FROZEN: plain}
        return {name: one.double().numpy() for name, one in ours.items()} | {READER: embeddings(reader, rgba)}

    return spaces


def _nearness(check: Originality, rgba: Tensor) -> dict[str, Any]:
    """mean_rank : the share of real garments that are nearer to the training set, 0.5 for garments as new as these."""
    nearest, empty = [], 0
    for one in rgba:
        try:
            nearest.append(check.check(_array(one)).nearest)
        except ImageError:
            empty += 1
    if not nearest:
        raise ImageError(f"None of {len(rgba)} pictures shows a garment; give another generator.")
    too_near = sum(one.nearness is Nearness.TOO_NEAR for one in nearest)
    rank = round(float(np.mean([one.share_nearer for one in nearest])), 3)
    return {"count": len(nearest), "without_garment": empty, "too_near": too_near, "mean_rank": rank}


def _cost(check: Originality, rgba: Tensor) -> float:
    """Median milliseconds of a check."""

    def timed(one: Tensor) -> tuple[float, Finding]:
        begun = time.perf_counter()
        found = check.check(_array(one))
        return 1000 * (time.perf_counter() - begun), found

    return round(statistics.median(timed(one)[0] for one in rgba[:TIMED]), 1)


def _array(rgba: Tensor) -> Any:
    return np.ascontiguousarray(rgba.permute(1, 2, 0).numpy())


def _rounded(scores: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in scores.items()}
