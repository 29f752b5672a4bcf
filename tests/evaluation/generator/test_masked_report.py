from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import DatasetError
from fashiongan.evaluation.generator.masked_report import _iou, _retrieved, evaluate_filling, filling_table, mean_rgb
from fashiongan.evaluation.kid import Features
from fashiongan.generator.parts import build_generator
from fashiongan.networks.masked_generator import MaskedGenerator


@pytest.fixture(scope="module")
def garments(tiny_garments: Path) -> TrainingSet:
    few = load_training_set(tiny_garments, Split.TRAIN, 32)
    twice = (torch.cat([one, one]) for one in (few.rgba, few.labels, few.lab, few.may_flip))
    return TrainingSet(few.ids * 2, *twice)


def small(rgba: torch.Tensor) -> Features:
    return np.asarray(torch.nn.functional.adaptive_avg_pool2d(rgba.float() / 255, 2).flatten(1).double().numpy())


def test_two_halves_that_overlap_in_a_quarter_share_a_third() -> None:
    first, second = (torch.zeros(1, 1, 4, 4, dtype=torch.uint8) for _ in range(2))
    first[..., :2] = second[..., 1:3] = 255
    assert _iou(first, second) == pytest.approx(1 / 3)
    assert _iou(first, first) == 1


def test_a_code_finds_its_own_swatch() -> None:
    swatches = torch.eye(6)
    assert _retrieved(swatches.roll(1, 0), swatches, torch.arange(6).roll(1))["first"] == 1
    assert _retrieved(swatches, swatches, torch.arange(6).roll(1)) == {"first": 0.0, "of_five": 1.0}


def test_the_mean_colour_is_of_what_is_opaque() -> None:
    rgba = torch.zeros(1, 4, 2, 2, dtype=torch.uint8)
    rgba[0, :, 0, 0] = torch.tensor([10, 20, 30, 255])
    assert mean_rgb(rgba).flatten().tolist() == [10, 20, 30]


def test_a_report_stands_beside_plain_colours_and_real_garments(tiny_weights: Path, garments: TrainingSet) -> None:
    weights = load_weights(Checkpoint("conditional", tiny_weights, "", "conditional"), torch.device("cpu"))
    parts = build_generator(weights)
    network = MaskedGenerator(parts.network.shape).eval()
    report, sheet = evaluate_filling(network, parts.style_encoder, {"small": small}, garments, 8)
    assert set(report["style"]) == {"filled", "one plain colour", "the garment itself"}
    assert 0 <= report["silhouette_iou"] <= 1
    assert set(report["kid"]) == {"filled", "one plain colour", "the garment itself"}
    assert sheet.height == 3 * 32
    assert "one plain colour" in filling_table(report)
    with pytest.raises(DatasetError, match="too few"):
        evaluate_filling(network, parts.style_encoder, {"small": small}, garments, 4)
