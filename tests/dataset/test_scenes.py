from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.dataset.labels import Split
from fashiongan.dataset.scenes import Scenes, load_scenes
from fashiongan.errors import DatasetError
from tests.tools.composers import GROUND, photo_tar


@pytest.fixture(scope="module")
def scenes(tiny_garments: Path, tmp_path_factory: pytest.TempPathFactory) -> Scenes:
    tar = photo_tar(tiny_garments, tmp_path_factory.mktemp("photos") / "photos.tar")
    return load_scenes(tar, Split.TRAIN, 40, 0.8)


def test_scenes_of_a_split_have_photo_mask_grounds_and_words(scenes: Scenes) -> None:
    count = len(scenes)
    assert count >= 4
    assert scenes.real.shape == (count, 3, 40, 40)
    assert scenes.mask.shape == (count, 1, 40, 40)
    assert scenes.grounds.shape == (count, 2, 3, 40, 40)
    assert scenes.labels.shape == (count, 7)
    assert scenes.lab.shape == (count, 6)


def test_a_ground_shows_nothing_of_the_garment(scenes: Scenes) -> None:
    off = (scenes.grounds.float() - torch.tensor(GROUND).view(1, 1, 3, 1, 1)).abs()
    assert off.mean() < 6
    assert np.quantile(off.numpy(), 0.99) < 40


def test_a_garment_fills_the_frame_inside_what_is_seen(scenes: Scenes) -> None:
    for mask in scenes.mask[:, 0] >= 128:
        rows, columns = (torch.nonzero(mask.any(axis))[:, 0] for axis in (1, 0))
        longest = max(int(rows.max() - rows.min()), int(columns.max() - columns.min())) + 1
        assert longest == pytest.approx(40 * 0.8 * 240 / 256, abs=2)


def test_a_split_without_photos_and_another_file_are_refused(tiny_garments: Path, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="photos of split val"):
        load_scenes(photo_tar(tiny_garments, tmp_path / "photos.tar"), Split.VAL, 40, 0.8)
    (tmp_path / "no.tar").write_bytes(b"no tar")
    with pytest.raises(DatasetError, match="no tar of photos"):
        load_scenes(tmp_path / "no.tar", Split.TRAIN, 40, 0.8)
