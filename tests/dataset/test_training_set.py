import shutil
import tarfile
from pathlib import Path

import pytest
import torch

from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import DatasetError


def test_a_tar_and_a_folder_of_the_same_set_read_the_same(tiny_garments: Path, tmp_path: Path) -> None:
    for name in ("labels.csv", "colors.csv"):
        shutil.copy(tiny_garments / name, tmp_path)
    with tarfile.open(tmp_path / "set.tar", "w") as archive:
        archive.add(tiny_garments / "images", "images")
    folder, tar = (load_training_set(source, Split.TRAIN, 32) for source in (tiny_garments, tmp_path / "set.tar"))
    assert torch.equal(folder.rgba, tar.rgba)
    assert folder.ids == tar.ids
    assert folder.rgba.shape == (8, 4, 32, 32)


def load_all(source: Path) -> None:
    for split in Split:
        load_training_set(source, split, 32)


def test_a_missing_picture_is_named(tiny_garments: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny_garments, tmp_path / "set")
    lost = sorted((tmp_path / "set" / "images").iterdir())[0]
    lost.unlink()
    with pytest.raises(DatasetError, match=lost.stem):
        load_all(tmp_path / "set")


def test_a_damaged_picture_is_named(tiny_garments: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny_garments, tmp_path / "set")
    damaged = sorted((tmp_path / "set" / "images").iterdir())[0]
    damaged.write_bytes(damaged.read_bytes()[:50])
    with pytest.raises(DatasetError, match=damaged.stem):
        load_all(tmp_path / "set")


def test_a_few_damaged_pictures_are_left_out_and_counted(
    tiny_garments: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(tiny_garments, tmp_path / "set")
    monkeypatch.setattr("fashiongan.dataset.training_set.MAX_DAMAGED_SHARE", 0.2)
    whole = load_training_set(tmp_path / "set", Split.TRAIN, 32)
    next((tmp_path / "set" / "images").glob(f"{whole.ids[2]}.*")).write_text("no picture")
    rest = load_training_set(tmp_path / "set", Split.TRAIN, 32)
    assert rest.ids == [one for one in whole.ids if one != whole.ids[2]]
    assert torch.equal(rest.lab, whole.lab[[0, 1, 3, 4, 5, 6, 7]])
    assert f"1 of 8 pictures left out. The first: picture {whole.ids[2]} cannot be read" in caplog.text


def test_something_else_than_a_set_is_refused(tmp_path: Path) -> None:
    (tmp_path / "set.tar").write_text("no tar")
    with pytest.raises(DatasetError, match="neither a folder nor a readable tar"):
        load_training_set(tmp_path / "set.tar", Split.TEST, 32)
