from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, Sleeve
from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.errors import CheckpointError
from fashiongan.generator.reader import GarmentReader, build_reader
from fashiongan.image import open_picture
from tests.conftest import SHIPPED

CPU = torch.device("cpu")


def test_what_is_known_stays_and_what_is_read_goes_with_it(tiny_checkpoints: Path) -> None:
    reader = GarmentReader.load(tiny_checkpoints, CPU)
    rgba = np.random.default_rng(0).integers(0, 255, (50, 70, 4), np.uint8)
    for known in (GarmentAttributes(), GarmentAttributes(sleeve=Sleeve.LONG), GarmentAttributes(Category.SKIRT)):
        read = reader.read(rgba, known)
        assert all(getattr(read, name) is not None for name in VOCABULARY)
        assert all(getattr(known, name) in (None, getattr(read, name)) for name in VOCABULARY)


def test_the_shipped_reader_tells_trousers_from_tops(tiny_garments: Path) -> None:
    reader = GarmentReader.load(SHIPPED, CPU)
    rows = [line.split(",") for line in (tiny_garments / "labels.csv").read_text().splitlines()[1:]]
    right = 0
    for row in rows:
        path = next((tiny_garments / "images").glob(f"{row[0]}.*"))
        read = reader.read(np.array(open_picture(path)))
        right += (read.sleeve is Sleeve.NA) == (row[3] in ("skirt", "trousers", "shorts"))
    assert right >= 0.9 * len(rows)


def test_weights_of_something_else_are_refused() -> None:
    generator = find_checkpoint("conditional", SHIPPED)
    with pytest.raises(CheckpointError, match="do not fit the reader"):
        build_reader(load_weights(generator, CPU))
