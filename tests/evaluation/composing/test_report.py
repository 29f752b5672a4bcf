from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from fashiongan.dataset.colors import read_colors, shipped_color_table
from fashiongan.dataset.labels import Split
from fashiongan.dataset.scenes import load_scenes, read_photos
from fashiongan.evaluation.captions import STRIP_PX
from fashiongan.evaluation.composing import judge as judging
from fashiongan.evaluation.composing.report import BOX, OURS, PASTE, Made, evaluate_composer, held_out_places, make_all
from fashiongan.evaluation.composing.sheet import CELL_PX, compose_sheet, compose_table
from fashiongan.evaluation.kid import Features
from fashiongan.generator.reader import GarmentReader
from fashiongan.tools.composing import Composer
from tests.tools.composers import add_composer, photo_tar

CPU = torch.device("cpu")


@pytest.fixture
def photos(tiny_garments: Path, tmp_path: Path) -> Path:
    return photo_tar(tiny_garments, tmp_path / "photos.tar")


@pytest.fixture
def made(photos: Path, tiny_checkpoints: Path) -> list[Made]:
    add_composer(tiny_checkpoints)
    places = held_out_places(read_photos(photos, Split.TEST), read_colors(shipped_color_table()), 4)
    return make_all(Composer.load(tiny_checkpoints, CPU), places)


def mean_colors(rgb: Tensor) -> Features:
    """Stand-in eyes: a picture's mean colours in 16 cells."""
    return np.asarray(torch.nn.functional.adaptive_avg_pool2d(rgb.double() / 255, 4).flatten(1).numpy())


def test_a_report_has_every_way_beside_the_photos_themselves(
    made: list[Made], photos: Path, tiny_checkpoints: Path
) -> None:
    reference = list(read_photos(photos, Split.TRAIN))
    reader = GarmentReader.load(tiny_checkpoints, CPU)
    report = evaluate_composer(made, reference, mean_colors, reader) | {"split": "test"}
    assert list(report["ways"]) == [OURS, PASTE, BOX]
    assert report["ways"][PASTE]["background_l1"] == 0
    assert report["ways"][BOX]["kid"]["value"] >= report["ways"][PASTE]["kid"]["value"] - 1
    assert report["kept_outside"] == 1
    assert "3 photos of split test" in compose_table(report)


def test_the_region_of_a_photo_is_around_its_own_garment(made: list[Made]) -> None:
    for one in made:
        region, alpha = one.held_out.place.region, one.held_out.photo.alpha
        outside = alpha.copy()
        outside[region.top : region.top + region.height, region.left : region.left + region.width] = 0
        assert not (outside >= 128).any()


def test_a_sheet_shows_two_photos_a_row(made: list[Made]) -> None:
    assert compose_sheet(made).size == (10 * CELL_PX, 2 * CELL_PX + STRIP_PX)


def test_a_judge_gives_the_same_weights_the_same_score(
    tiny_garments: Path, tiny_checkpoints: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "InceptionFeatures", lambda device: mean_colors)
    monkeypatch.setattr(judging, "BATCHES", 1)
    add_composer(tiny_checkpoints)
    composer = Composer.load(tiny_checkpoints, CPU)
    scenes = load_scenes(photos, Split.TRAIN, 40, 0.8)
    judge = judging.compose_judge(lambda: composer.network, scenes, composer.generator.parts.wardrobe, CPU)
    assert judge() == judge()
