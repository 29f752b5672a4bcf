"""The evaluation report of a conditional checkpoint, against the test split."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError
from fashiongan.evaluation.generator.attributes import CAS_STEPS, accuracy, embeddings, trained_on
from fashiongan.evaluation.generator.color_error import color_error
from fashiongan.evaluation.generator.cost import measure_cost
from fashiongan.evaluation.generator.pairs import nearest_pairs
from fashiongan.evaluation.generator.samples import draw, on_white, requests_like
from fashiongan.evaluation.kid import Features, InceptionFeatures, bootstrap_kid
from fashiongan.evaluation.manifold import copy_check, manifold_scores
from fashiongan.generator.parts import GeneratorParts
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.garment_encoder import GarmentEncoder

logger = logging.getLogger(__name__)
FAKES_PER_TEST_PICTURE = 2
LEAST_PICTURES = 8
Space = Callable[[Tensor], Features]


@dataclass(frozen=True)
class Real:
    """Real garments and where they lie in both feature spaces."""

    test: TrainingSet
    train: TrainingSet
    test_features: dict[str, Features]
    train_features: dict[str, Features]


def feature_spaces(reader: GarmentEncoder) -> dict[str, Space]:
    """Inception-v3's, and our own reader's, which never saw anything but garments.

    Raises
    ------
    TrainingError : the packages of the extra `evaluate` are not installed
    """
    inception = InceptionFeatures(torch.device("cpu"))
    return {
        "inception": lambda rgba: inception(on_white(rgba)),
        "garment": lambda rgba: embeddings(reader, rgba),
    }


def evaluate_conditional(
    parts: GeneratorParts,
    reader: GarmentEncoder,
    spaces: dict[str, Space],
    splits: tuple[TrainingSet, TrainingSet],
    seeds: tuple[int, ...],
    cas_steps: int = CAS_STEPS,
) -> tuple[dict[str, Any], Image.Image]:
    """Everything that is known to tell good from bad, and the fakes that come nearest to training pictures, drawn.

    Fakes are made for the test pictures' words and colours, with styles drawn as in use, and laid on white. The floor
    is training pictures against test pictures: different people's clothes, so it is what a perfect sampler of the
    training set would score.

    Parameters
    ----------
    spaces : feature spaces by name; precision, recall and the pairs are taken in the first
    splits : test and train
    cas_steps : steps for each of the readers of the classification accuracy score; 0 leaves it out

    Raises
    ------
    DatasetError : too few pictures, or none of solid cloth
    """
    test, train = splits
    if min(len(test), len(train)) < LEAST_PICTURES:
        raise DatasetError(f"A split has fewer than {LEAST_PICTURES} pictures, too few to measure by; add some.")
    real = Real(test, train, *({name: space(one.rgba) for name, space in spaces.items()} for one in splits))
    report: dict[str, Any] = {
        "real": _real_scores(real) | {"attributes": accuracy(reader, test.rgba, test.labels)},
        "seeds": {},
    }
    drawn: list[Image.Image] = []
    for seed in seeds:
        report["seeds"][seed], pairs = _fake_scores(parts, reader, spaces, real, seed)
        drawn.append(pairs)
        logger.info("seed %d: %s", seed, report["seeds"][seed])
    if cas_steps:
        report["cas"] = _cas(parts, real, seeds[0], cas_steps)
    return report | {"cost": asdict(measure_cost(parts)), "mean": _mean(list(report["seeds"].values()))}, drawn[0]


def _real_scores(real: Real) -> dict[str, Any]:
    some = np.random.default_rng(0).permutation(len(real.train))[: len(real.test)]
    kid = {
        name: asdict(bootstrap_kid(real.train_features[name], real.test_features[name])) for name in real.test_features
    }
    return {
        "kid": kid,
        "manifold": asdict(manifold_scores(_first(real.test_features), _first(real.train_features)[some])),
    }


def _fake_scores(
    parts: GeneratorParts, reader: GarmentEncoder, spaces: dict[str, Space], real: Real, seed: int
) -> tuple[dict[str, Any], Image.Image]:
    random = torch.Generator().manual_seed(seed)
    asked = requests_like(real.test, parts.wardrobe, FAKES_PER_TEST_PICTURE, random)
    fakes = draw(parts.network, asked, random)
    made = {name: space(fakes) for name, space in spaces.items()}
    rows = asked.labels[:, 0].numpy()
    scores = {
        "kid": {name: asdict(bootstrap_kid(made[name], real.test_features[name])) for name in spaces},
        "manifold": asdict(manifold_scores(_first(real.test_features), _first(made)[: len(real.test)])),
        "attributes": accuracy(reader, fakes, asked.labels),
        "color_error": asdict(color_error(parts.network, _rows(asked, len(real.test)), seed)),
        "copies": {n: asdict(copy_check(made[n], real.test_features[n], real.train_features[n])) for n in spaces},
        "category_variety": _variety(_first(made), rows, _first(real.test_features), real.test.labels[:, 0].numpy()),
    }
    return scores, nearest_pairs(fakes, _first(made), real.train, _first(real.train_features))


def _first(features: dict[str, Features]) -> Features:
    return next(iter(features.values()))


def _rows(asked: Conditions, count: int) -> Conditions:
    return asked.each(lambda one: one[:count])


def _cas(parts: GeneratorParts, real: Real, seed: int, steps: int) -> dict[str, dict[str, float]]:
    """Readers trained on fakes made for the training labels, and on the training pictures, both read the test split."""
    random = torch.Generator().manual_seed(seed)
    fakes = draw(parts.network, requests_like(real.train, parts.wardrobe, 1, random), random)
    shown = {"fakes": fakes, "real": real.train.rgba}
    readers = {name: trained_on(rgba, real.train, seed, steps) for name, rgba in shown.items()}
    return {name: accuracy(one, real.test.rgba, real.test.labels) for name, one in readers.items()}


def _variety(made: Features, made_rows: Features, real: Features, real_rows: Features) -> float:
    """Mean distance between fakes of one category as a share of that between real garments of it; 0 if all are rare."""
    shares = []
    for category in np.unique(real_rows):
        few, some = real[real_rows == category], made[made_rows == category]
        if len(few) >= 4:
            shares.append(_spread(some) / _spread(few))
    return float(np.mean(shares)) if shares else 0.0


def _spread(features: Features) -> float:
    products = features @ features.T
    norms = np.diag(products)
    distance = np.sqrt(np.maximum(norms[:, None] + norms[None] - 2 * products, 0))
    return float(distance.sum() / (len(features) * (len(features) - 1)))


def _mean(scores: list[Any]) -> Any:
    """The mean over the seeds of every number in a tree of numbers."""
    if isinstance(scores[0], dict):
        return {name: _mean([one[name] for one in scores]) for name in scores[0]}
    return float(np.mean(scores))
