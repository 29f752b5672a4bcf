import io
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import CheckpointError, ImageError
from fashiongan.originality.check import Originality
from fashiongan.originality.finding import Nearness
from fashiongan.originality.space import space_of
from tests.originality.weights import WIDTH, add_originality

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def folder(tiny_garments: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("originality")
    add_originality(tiny_garments, made)
    return made


@pytest.fixture(scope="module")
def originality(folder: Path) -> Originality:
    return Originality.load(folder, CPU)


@pytest.fixture(scope="module")
def listed(tiny_garments: Path) -> TrainingSet:
    return load_training_set(tiny_garments, Split.TRAIN, 128)


def picture(garments: TrainingSet, row: int) -> np.ndarray:
    return garments.rgba[row].permute(1, 2, 0).numpy().copy()


def test_each_listed_garment_finds_itself_and_is_no_news(originality: Originality, listed: TrainingSet) -> None:
    for row in range(len(listed)):
        found = originality.check(picture(listed, row))
        assert found.nearest.row == row
        assert found.nearest.distance < 0.01
        assert found.nearest.nearness is Nearness.TOO_NEAR
        assert len(found.matches) == 3


def test_a_mirrored_copy_is_found(originality: Originality, listed: TrainingSet) -> None:
    found = [originality.check(picture(listed, row)[:, ::-1]).nearest.row for row in range(len(listed))]
    assert found == list(range(len(listed)))


def test_it_does_not_matter_where_and_how_large_the_garment_is_in_its_picture(
    originality: Originality, listed: TrainingSet
) -> None:
    wide = np.zeros((300, 500, 4), np.uint8)
    wide[20:148, 350:478] = picture(listed, 2)
    assert np.linalg.norm(originality.embed(wide) - originality.embed(picture(listed, 2))) < 0.01


def test_pictures_of_ones_own_are_compared_by_where_they_lie(originality: Originality, listed: TrainingSet) -> None:
    own = np.stack([originality.embed(picture(listed, row)) for row in (3, 1, 4, 5)])
    assert originality.check_among(picture(listed, 4), own)[0].row == 2
    assert originality.check_among(picture(listed, 4), np.zeros((0, 0), np.float32)) == ()


def test_small_pictures_of_the_listed_garments_travel_with_the_weights(originality: Originality) -> None:
    jpeg = originality.index.jpegs[0]
    assert jpeg is not None
    assert Image.open(io.BytesIO(jpeg)).size == (128, 128)
    assert originality.index.vectors.shape == (8, WIDTH)
    assert originality.index.words(0).startswith("tshirt")


def test_the_space_is_named_by_the_hash_of_the_weights(originality: Originality, folder: Path) -> None:
    assert originality.space == space_of(folder) == originality.checkpoint.sha256


@pytest.mark.parametrize("alpha", [0, 255])
def test_a_picture_without_a_cut_out_garment_is_refused(originality: Originality, alpha: int) -> None:
    with pytest.raises(ImageError) as refused:
        originality.check(np.full((64, 64, 4), alpha, np.uint8))
    assert "\n" not in str(refused.value)


def test_weights_of_another_system_are_refused(tiny_checkpoints: Path) -> None:
    with pytest.raises(CheckpointError, match="originality"):
        Originality.load(tiny_checkpoints, CPU)
