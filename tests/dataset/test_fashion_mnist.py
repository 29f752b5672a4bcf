import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from fashiongan.dataset.fashion_mnist import load_fashion_mnist
from fashiongan.errors import DatasetError


def test_idx_files_give_garments_and_leave_shoes_out(tmp_path: Path) -> None:
    pixels = np.full((3, 28, 28), 128, np.uint8)
    labels = np.array([0, 9, 3], np.uint8)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(bytes(16) + pixels.tobytes()))
    (tmp_path / "train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(bytes(8) + labels.tobytes()))
    garments = load_fashion_mnist(tmp_path)
    assert garments.rgba.shape == (2, 4, 32, 32)
    assert garments.labels[:, 0].tolist() == [0, 9]
    assert garments.lab[0, 0].item() == pytest.approx(53.6, abs=0.1)


def test_the_npm_package_reads_and_short_rows_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "clothes").mkdir()
    (tmp_path / "clothes" / "1.json").write_text(json.dumps({"data": [[200] * 784, [1, 2]]}))
    assert len(load_fashion_mnist(tmp_path)) == 1


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="does not hold Fashion-MNIST"):
        load_fashion_mnist(tmp_path)
