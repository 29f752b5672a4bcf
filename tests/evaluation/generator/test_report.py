from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.attributes import VOCABULARY
from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.evaluation.generator.attributes import accuracy, embeddings, trained_on
from fashiongan.evaluation.generator.pairs import nearest_pairs
from fashiongan.evaluation.generator.report import evaluate_conditional
from fashiongan.evaluation.generator.samples import draw, requests_like
from fashiongan.evaluation.table import report_table
from fashiongan.generator.parts import GeneratorParts, build_generator
from fashiongan.generator.reader import build_reader
from fashiongan.networks.garment_encoder import GarmentEncoder

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def garments(tiny_garments: Path) -> TrainingSet:
    return load_training_set(tiny_garments, Split.TRAIN, 32)


@pytest.fixture(scope="module")
def parts(tiny_weights: Path) -> GeneratorParts:
    return build_generator(load_weights(Checkpoint("conditional", tiny_weights, "", "conditional"), CPU))


@pytest.fixture(scope="module")
def reader(tiny_reader: Path) -> GarmentEncoder:
    return build_reader(load_weights(Checkpoint("reader", tiny_reader, "", "reader"), CPU))


def test_a_report_has_every_number_beside_that_of_real_garments(
    garments: TrainingSet, parts: GeneratorParts, reader: GarmentEncoder
) -> None:
    spaces = {"garment": lambda rgba: embeddings(reader, rgba)}
    test = replace(garments, rgba=garments.rgba.flip(2))
    report, pairs = evaluate_conditional(parts, reader, spaces, (test, garments), (0, 1), cas_steps=1)
    assert set(report["seeds"]) == {0, 1}
    values = [one["kid"]["garment"]["value"] for one in report["seeds"].values()]
    assert report["mean"]["kid"]["garment"]["value"] == pytest.approx(np.mean(values))
    assert set(report["mean"]["attributes"]) == set(report["cas"]["fakes"]) == set(VOCABULARY)
    assert pairs.height % 32 == 0
    table = report_table(report)
    assert all(name in table for name in ("KID x1000, garment", "recall", "CAS", "fabric", "ms a picture"))


def test_requests_keep_words_and_colours_and_take_the_style_of_a_garment_of_the_category(
    garments: TrainingSet, parts: GeneratorParts
) -> None:
    asked = requests_like(garments, parts.wardrobe, 3, torch.Generator().manual_seed(0))
    assert torch.equal(asked.labels, garments.labels.repeat(3, 1))
    assert torch.equal(asked.lab, garments.lab.repeat(3, 1))
    rows = [int((parts.wardrobe.style == style).all(1).nonzero()[0]) for style in asked.style]
    assert torch.equal(parts.wardrobe.labels[rows, 0], asked.labels[:, 0])
    made = draw(parts.network, asked, torch.Generator().manual_seed(0))
    assert made.shape == (24, 4, 32, 32)
    assert made.dtype == torch.uint8


def test_a_reader_that_was_trained_reads_what_it_was_trained_on(garments: TrainingSet) -> None:
    learnt = trained_on(garments.rgba, garments, seed=0, steps=4)
    untrained = trained_on(garments.rgba, garments, seed=0, steps=0)
    scores = [sum(accuracy(one, garments.rgba, garments.labels).values()) for one in (learnt, untrained)]
    assert scores[0] > scores[1]


def test_the_nearest_pairs_show_copies_and_never_lettering(garments: TrainingSet) -> None:
    features = torch.eye(len(garments)).numpy().astype(np.float64)
    shown = replace(garments, may_flip=torch.arange(len(garments)) != 0)
    picture = nearest_pairs(garments.rgba, features, shown, features)
    above, below = (np.asarray(picture.crop((0, top, 32 * 6, top + 32))) for top in (0, 32))
    assert np.array_equal(above, below)
    assert picture.size == (32 * 6, 2 * 32)
