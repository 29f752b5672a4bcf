from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.generator.request import GenerationRequest
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.image import GarmentImage, read_garment_image
from fashiongan.kept_tasks import read_task, task_text
from fashiongan.recolor import shown_colors
from fashiongan.studio import Studio
from fashiongan.tasks import IntoPhoto, Variations
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region
from tests.tools.composers import add_composer


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    add_composer(tiny_checkpoints)
    return Studio(tiny_checkpoints)


@pytest.fixture
def place() -> Place:
    noise = np.random.default_rng(0).integers(0, 255, (120, 160, 4), np.uint8)
    noise[..., 3] = 255
    return Place(OtherPicture(noise, "room.png"), Region(40, 30, 48, 40))


@pytest.fixture
def dress(studio: Studio) -> GarmentImage:
    return studio.picture(GenerationRequest(GarmentAttributes(Category.DRESS), seed=3), 0)


def test_a_garment_of_the_same_generator_is_put_there_itself(studio: Studio, place: Place, dress: GarmentImage) -> None:
    made = studio.picture(IntoPhoto(place, dress.attributes, garment=dress), 0)
    composer = studio.workshop.composer
    itself = composer.compose_on(composer.cleared(place), place.region, dress.drawn_from)
    assert np.array_equal(made.rgba, itself.rgba)
    assert made.idea.origin == "seed 3 in room.png"
    assert made.attributes == dress.attributes


def test_of_a_garment_of_other_weights_another_is_drawn_in_its_words_and_colours(
    studio: Studio, place: Place, dress: GarmentImage
) -> None:
    foreign = replace(dress, checkpoint_sha256="f" * 64)
    made = studio.picture(IntoPhoto(place, dress.attributes, seed=9, garment=foreign), 0)
    assert made.idea.origin == "like it, seed 9 in room.png"
    assert replace(made.attributes, colors=()) == replace(dress.attributes, colors=())
    assert made.asked.colors == shown_colors(dress)


@pytest.mark.parametrize("sha256", [None, "f" * 64])
def test_either_is_made_again_from_its_file(
    studio: Studio, place: Place, dress: GarmentImage, tmp_path: Path, sha256: str | None
) -> None:
    garment = replace(dress, checkpoint_sha256=sha256 or dress.checkpoint_sha256)
    made = studio.picture(IntoPhoto(place, dress.attributes, garment=garment), 0)
    made.save(tmp_path / "made.png")
    again = studio.picture(Variations(read_garment_image(tmp_path / "made.png")), 0)
    assert again.png() == made.png()


def test_a_task_with_a_garment_waits_over_a_restart(place: Place, dress: GarmentImage) -> None:
    task = read_task(task_text(IntoPhoto(place, dress.attributes, garment=dress)))
    assert isinstance(task, IntoPhoto)
    assert task.garment is not None
    assert task.garment.provenance() == dress.provenance()
    assert "garment" in task.to_dict()
