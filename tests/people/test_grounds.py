import io
import shutil
import tarfile
from pathlib import Path

import pytest
from PIL import Image

from fashiongan.dataset.labels import Split, read_labels
from fashiongan.errors import DatasetError
from fashiongan.people.grounds import read_grounds


def test_photos_of_one_split_are_read(tiny_garments: Path, tmp_path: Path) -> None:
    labels = read_labels(tiny_garments / "labels.csv")
    shutil.copy(tiny_garments / "labels.csv", tmp_path)
    buffer = io.BytesIO()
    Image.new("RGB", (32, 32), (9, 90, 190)).save(buffer, "JPEG")
    with tarfile.open(tmp_path / "photos.tar", "w") as archive:
        for label in labels:
            entry = tarfile.TarInfo(f"photos/{label.image}.jpg")
            entry.size = len(buffer.getvalue())
            archive.addfile(entry, io.BytesIO(buffer.getvalue()))
    photos = read_grounds(tmp_path / "photos.tar", Split.TRAIN)
    assert photos.shape == (sum(one.split is Split.TRAIN for one in labels), 3, 32, 32)
    assert abs(int(photos[0, 2, 5, 5]) - 190) < 6


def test_what_is_no_tar_is_refused(tiny_garments: Path, tmp_path: Path) -> None:
    shutil.copy(tiny_garments / "labels.csv", tmp_path)
    (tmp_path / "photos.tar").write_bytes(b"no tar")
    with pytest.raises(DatasetError, match="no tar of photos"):
        read_grounds(tmp_path / "photos.tar", Split.TRAIN)
