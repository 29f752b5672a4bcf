import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.attributes import VOCABULARY
from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import DatasetError
from fashiongan.evaluation.generator.creativity_report import creativity_table, entropies, evaluate_creativity
from fashiongan.evaluation.kid import Features
from fashiongan.generator.creative import CreativeTwin
from fashiongan.generator.parts import GeneratorParts, build_generator
from fashiongan.networks.garment_encoder import GarmentEncoder, ReaderShape

CPU = torch.device("cpu")
Spaces = dict[str, Callable[[torch.Tensor], Features]]


@pytest.fixture(scope="module")
def garments(tiny_garments: Path) -> TrainingSet:
    return load_training_set(tiny_garments, Split.TRAIN, 32)


@pytest.fixture(scope="module")
def parts(tiny_weights: Path) -> GeneratorParts:
    return build_generator(load_weights(Checkpoint("conditional", tiny_weights, "", "conditional"), CPU))


@pytest.fixture(scope="module")
def judge() -> GarmentEncoder:
    torch.manual_seed(1)
    return GarmentEncoder(ReaderShape(tuple(len(kind) for kind in VOCABULARY.values()), width=8)).eval()


def small(rgba: torch.Tensor) -> Features:
    return np.asarray(torch.nn.functional.adaptive_avg_pool2d(rgba.float() / 255, 2).flatten(1).double().numpy())


def test_entropy_is_one_for_equal_shares_and_zero_for_certain_ones() -> None:
    certain = torch.eye(4)
    assert entropies([torch.full((3, 4), 0.25)]) == {"a_picture": pytest.approx(1), "together": pytest.approx(1)}
    assert entropies([certain]) == {"a_picture": pytest.approx(0), "together": pytest.approx(1)}
    half = torch.tensor([[0.5, 0.5, 0.0, 0.0]])
    assert entropies([half])["a_picture"] == pytest.approx(math.log(2) / math.log(4))


def test_a_twin_that_is_its_base_scores_alike_at_every_stop(
    parts: GeneratorParts, judge: GarmentEncoder, garments: TrainingSet
) -> None:
    weights = {name: one for name, one in parts.network.state_dict().items() if one.is_floating_point()}
    twin = CreativeTwin(Checkpoint("creative", Path(), "", "creative"), parts.network, weights)
    mirrored = replace(garments, rgba=garments.rgba.flip(3))
    report, sheet = evaluate_creativity(parts, twin, judge, {"small": small}, (mirrored, garments), 8)
    assert list(report["weights"]) == ["0", "0.25", "0.5", "0.75", "1"]
    at = {stop: one["novelty"]["small"] for stop, one in report["weights"].items()}
    assert at["1"] == pytest.approx(at["0"])
    assert report["both"]["1"]["novelty"] == report["style"]["1"]["novelty"]
    assert sheet.width == 5 * 32
    assert "real garments" in creativity_table(report)


def test_too_few_pictures_are_refused(parts: GeneratorParts, judge: GarmentEncoder, garments: TrainingSet) -> None:
    few = TrainingSet(garments.ids[:3], garments.rgba[:3], garments.labels[:3], garments.lab[:3], garments.may_flip[:3])
    twin = CreativeTwin(Checkpoint("creative", Path(), "", "creative"), parts.network, {})
    with pytest.raises(DatasetError, match="fewer than 8"):
        evaluate_creativity(parts, twin, judge, {"small": small}, (few, garments), 8)
