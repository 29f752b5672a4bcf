from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from fashiongan.attributes import Category
from fashiongan.checkpoints import Checkpoint
from fashiongan.dataset.labels import Split
from fashiongan.dataset.sketches import SketchSet, load_sketches
from fashiongan.dataset.training_set import load_training_set
from fashiongan.evaluation.captions import STRIP_PX
from fashiongan.evaluation.translators.sketch_report import (
    COLOR_WAY,
    HandDrawn,
    NearestGarment,
    evaluate_sketches,
    sketch_held_out,
)
from fashiongan.evaluation.translators.sketch_sheet import CELL_PX, drawn_sheet, sketch_table
from fashiongan.generator.reader import GarmentReader
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.tools.sketching import SketchParts, SketchTranslator
from tests.conftest import SHIPPED, VOCABULARY_SIZES

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def sketches(tiny_garments: Path) -> SketchSet:
    return load_sketches(load_training_set(tiny_garments, Split.TRAIN, 64))


def colour_distance(first: Tensor, second: Tensor) -> Tensor:
    return (first - second).abs().mean((1, 2, 3))


def test_the_nearest_garment_to_a_sketch_of_a_training_garment_is_itself(sketches: SketchSet) -> None:
    nearest, held = NearestGarment(sketches), sketch_held_out(sketches, len(sketches))
    right = [(nearest.of(one)[..., 3] == one.rgba[..., 3]).all() for one in held]
    assert np.mean(right) >= 0.75


def test_a_report_has_every_way_and_the_true_outline_scores_full_marks(sketches: SketchSet) -> None:
    network = SketchGenerator(SketchGeneratorShape(VOCABULARY_SIZES, width=2, downs=6)).eval()
    parts = SketchParts(network, torch.zeros(1, 3), torch.zeros(1))
    translator = SketchTranslator(Checkpoint("pix2pix", Path(), "", "pix2pix"), parts, CPU)
    blank = np.zeros((64, 64, 4), np.uint8)
    drawn = [HandDrawn(Category.TANK, blank, np.zeros((64, 64), bool), [blank])]
    held = sketch_held_out(sketches, 3)
    reader = GarmentReader.load(SHIPPED, CPU)
    report = evaluate_sketches(translator, sketches, held, colour_distance, drawn, reader) | {"split": "test"}
    assert report["ways"]["colour filled in"]["silhouette_iou"] == 1
    assert COLOR_WAY in report["ways"]
    assert report["drawn"]["edge_f1"] == 0
    assert "3 of split test" in sketch_table(report)


def test_a_sheet_shows_three_drawings_a_row_beside_what_was_made() -> None:
    made = np.zeros((64, 64, 4), np.uint8)
    drawn = [HandDrawn(Category.TANK, made, made[..., 0] > 0, [made] * 3)] * 4
    assert drawn_sheet(drawn).size == (12 * CELL_PX, 2 * CELL_PX + STRIP_PX)
