from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.errors import ImageError, RequestError
from fashiongan.generation import GarmentGenerator, GenerationRequest, rgba_from_network
from fashiongan.image import contact_sheet, read_garment_image
from tests.conftest import SHIPPED

DRESS = GarmentAttributes.parse({"category": "dress"}, ("navy",))


@pytest.fixture
def generator(tiny_checkpoints: Path) -> GarmentGenerator:
    return GarmentGenerator.load(tiny_checkpoints, torch.device("cpu"))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(generator: GarmentGenerator) -> None:
    first, again, other = (generator.draw(DRESS, seed).png() for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_a_picture_carries_everything_that_made_it(generator: GarmentGenerator, tmp_path: Path) -> None:
    image = generator.draw(DRESS, 7)
    image.save(tmp_path / "a.png")
    read = read_garment_image(tmp_path / "a.png")
    assert np.array_equal(read.rgba, image.rgba)
    assert read.provenance() == image.provenance()
    assert read.asked == DRESS
    assert read.checkpoint_sha256 == generator.checkpoint.sha256


def test_a_text_file_named_png_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("hello")
    with pytest.raises(ImageError, match="cannot be read as a picture"):
        read_garment_image(tmp_path / "a.png")


@pytest.mark.parametrize(("count", "seed"), [(0, 0), (-1, 0), (1, -1), (1, 2**31), (20, 2**31 - 10)])
def test_counts_and_seeds_that_cannot_be_are_refused(count: int, seed: int) -> None:
    with pytest.raises(RequestError, match="but"):
        GenerationRequest(GarmentAttributes(), count, seed)


def test_network_output_becomes_straight_alpha_pixels() -> None:
    made = np.stack([np.full((2, 2), value, np.float32) for value in (1.0, -1.0, 0.0, 0.95)])
    assert rgba_from_network(made)[0, 0].tolist() == [255, 0, 128, 255]


def test_the_shipped_generator_draws_a_garment_in_the_asked_color() -> None:
    image = GarmentGenerator.load(SHIPPED, torch.device("cpu")).draw(
        GarmentAttributes.parse({"category": "tshirt", "pattern": "solid"}, ("crimson",)), 11
    )
    cloth = image.rgba[image.rgba[..., 3] > 200][:, :3]
    assert image.attributes.category is Category.TSHIRT
    assert 0.1 < len(cloth) / image.rgba[..., 0].size < 0.9
    red, green, blue = np.median(cloth, axis=0)
    assert red > green + 60
    assert red > blue + 60


def test_a_sheet_has_a_cell_for_every_garment(generator: GarmentGenerator) -> None:
    sheet = contact_sheet([generator.draw(DRESS, seed) for seed in range(5)], columns=4, cell_px=100)
    assert sheet.size == (400, 2 * 136)
