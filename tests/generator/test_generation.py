from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.color import Color, delta_e_2000
from fashiongan.dataset.colors import cloth_lab
from fashiongan.errors import ImageError, RequestError
from fashiongan.generator.generation import GarmentGenerator, rgba_from_network
from fashiongan.generator.inversion import find_idea
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import StylePicture, read_style_picture
from fashiongan.ideas.idea import Idea
from fashiongan.ideas.tools import Change
from fashiongan.image import GarmentImage, contact_sheet, read_garment_image
from fashiongan.studio import Studio
from fashiongan.tasks import Variations
from tests.conftest import SHIPPED

DRESS = GarmentAttributes.parse({"category": "dress"}, ("navy",))


@pytest.fixture
def generator(tiny_checkpoints: Path) -> GarmentGenerator:
    return GarmentGenerator.load(tiny_checkpoints, torch.device("cpu"))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(generator: GarmentGenerator) -> None:
    first, again, other = (generator.draw(generator.imagine(DRESS, seed)).png() for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_a_picture_carries_everything_that_made_it(generator: GarmentGenerator, tmp_path: Path) -> None:
    image = generator.draw(generator.imagine(DRESS, 7))
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
    generator = GarmentGenerator.load(SHIPPED, torch.device("cpu"))
    asked = GarmentAttributes.parse({"category": "tshirt", "pattern": "solid"}, ("crimson",))
    image = generator.draw(generator.imagine(asked, 11))
    cloth = image.rgba[image.rgba[..., 3] > 200][:, :3]
    assert image.attributes.category is Category.TSHIRT
    assert 0.1 < len(cloth) / image.rgba[..., 0].size < 0.9
    red, green, blue = np.median(cloth, axis=0)
    assert red > green + 60
    assert red > blue + 60


@pytest.mark.parametrize("change", list(Change))
def test_the_colour_is_locked_or_the_only_thing_that_changes(change: Change) -> None:
    studio = Studio(SHIPPED, "cpu")
    asked = GarmentAttributes.parse({"category": "tshirt", "pattern": "solid", "sleeve": "short"})
    liked = studio.picture(GenerationRequest(asked, seed=3), 0)
    for made in studio.make(Variations(liked, 2, 0.8, change=change)):
        moved = delta_e_2000(median_lab(liked), median_lab(made))
        shape = float((liked.rgba[..., 3] != made.rgba[..., 3]).mean())
        assert (moved > 3) == (change is Change.COLOR)
        assert (shape == 0) == (change is Change.COLOR)


def median_lab(image: GarmentImage) -> NDArray[np.float64]:
    return np.asarray(np.median(cloth_lab(image.rgba), axis=0))


def test_a_sheet_has_a_cell_for_every_garment(generator: GarmentGenerator) -> None:
    sheet = contact_sheet([generator.draw(generator.imagine(DRESS, seed)) for seed in range(5)], columns=4, cell_px=100)
    assert sheet.size == (400, 2 * 136)


def test_truncation_shortens_the_latent_numbers_and_creativity_turns_the_style(generator: GarmentGenerator) -> None:
    varied, typical = (generator.imagine(DRESS, 3, Controls(truncation=t)).code.latent for t in (1.0, 0.0))
    assert np.abs(varied).max() > 1
    assert not typical.any()
    usual, bold = (generator.imagine(DRESS, 3, Controls(creativity=c)) for c in (0.0, 1.0))
    assert not np.array_equal(usual.code.style, bold.code.style)
    assert usual.attributes == bold.attributes


def test_a_style_picture_gives_cloth_and_colours_and_leaves_what_was_asked(
    generator: GarmentGenerator, tmp_path: Path
) -> None:
    Image.new("RGB", (64, 64), (20, 120, 40)).save(tmp_path / "green.png")
    controls = Controls(style=read_style_picture(tmp_path / "green.png"))
    asked = GarmentAttributes.parse({"category": "skirt", "length": "midi"})
    idea = generator.imagine(asked, 3, controls)
    assert (idea.attributes.category, idea.attributes.length) == (asked.category, asked.length)
    assert idea.attributes.colors[0] == Color(20, 120, 40)
    again = generator.imagine(asked, 4, controls)
    assert np.array_equal(again.code.style, idea.code.style)
    assert not np.array_equal(again.code.latent, idea.code.latent)


@pytest.mark.parametrize("wrong", [{"truncation": 1.5}, {"creativity": -0.1}, {"truncation": float("nan")}])
def test_controls_that_cannot_be_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(RequestError, match="but it is 0 to 1"):
        Controls(**wrong)


def test_a_photo_comes_into_the_latent_space_nearer_than_a_first_guess(
    generator: GarmentGenerator, tmp_path: Path, two_sided_tshirt: GarmentImage
) -> None:
    Image.fromarray(two_sided_tshirt.rgba).save(tmp_path / "photo.png")
    photo = read_style_picture(tmp_path / "photo.png")
    asked = GarmentAttributes(Category.TSHIRT)
    heard: list[float] = []
    idea = find_idea(generator, photo, asked, lambda share, what: heard.append(share))
    assert heard == sorted(heard)
    assert idea.attributes.category is Category.TSHIRT
    guess = generator.imagine(asked, 0, Controls(style=photo))
    assert distance(generator, idea, photo) < distance(generator, guess, photo)
    with pytest.raises(RequestError, match="category of the garment is not known"):
        find_idea(generator, photo, GarmentAttributes(), lambda share, what: None)


def distance(generator: GarmentGenerator, idea: Idea, photo: StylePicture) -> float:
    """Mean difference between what is drawn and a photo, both on white, very small."""
    both = (Image.fromarray(rgba) for rgba in (generator.draw(idea).rgba, photo.rgba))
    small = [
        np.asarray(Image.alpha_composite(Image.new("RGBA", one.size, "white"), one).resize((16, 16))) for one in both
    ]
    return float(np.abs(small[0].astype(float) - small[1]).mean())
