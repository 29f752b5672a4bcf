from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.errors import RequestError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.image import read_garment_image
from fashiongan.studio import Studio
from fashiongan.tasks import Variations
from fashiongan.tools.dressing_up import LARGEST_PX, Redressing, read_person
from tests.tools.redressers import add_redresser, colored, person_map

SKIRT = GarmentAttributes(Category.SKIRT)


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    add_redresser(tiny_checkpoints)
    return Studio(tiny_checkpoints)


@pytest.fixture
def person() -> OtherPicture:
    return OtherPicture(colored(person_map()), "person.png")


def test_somebody_puts_on_what_was_asked_for_in_as_many_ways(studio: Studio, person: OtherPicture) -> None:
    first, second = studio.make(Redressing(person, GenerationRequest(SKIRT, count=2, seed=5)))
    assert first.attributes.category is Category.SKIRT
    assert first.checkpoint == "fashiongan"
    assert first.idea.origin == "person.png in a skirt, seed 5"
    assert first.provenance()["tool"] == "redress"
    assert first.provenance()["cloth"] != second.provenance()["cloth"]


def test_a_redressed_person_is_made_again_from_the_file_alone(
    studio: Studio, person: OtherPicture, tmp_path: Path
) -> None:
    (made,) = studio.make(Redressing(person, GenerationRequest(SKIRT)))
    made.save(tmp_path / "made.png")
    again = studio.picture(Variations(read_garment_image(tmp_path / "made.png")), 0)
    assert (again.rgba == made.rgba).all()
    assert again.provenance() == made.provenance()


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (GenerationRequest(GarmentAttributes()), "give a category"),
        (GenerationRequest(SKIRT, controls=Controls(creativity=0.5)), "not redressed creatively|set creativity to 0"),
    ],
)
def test_what_cannot_be_asked_is_refused(person: OtherPicture, request_: GenerationRequest, message: str) -> None:
    with pytest.raises(RequestError, match=message):
        Redressing(person, request_)


def test_a_photo_is_laid_on_white_and_no_larger_than_a_picture_may_hold(tmp_path: Path) -> None:
    Image.new("RGBA", (4096, 100), (0, 0, 0, 0)).save(tmp_path / "wide.png")
    read = read_person(tmp_path / "wide.png")
    assert read.rgba.shape == (50, LARGEST_PX, 4)
    assert (read.rgba == 255).all()
    small = np.full((20, 10, 4), 255, np.uint8)
    Image.fromarray(small).save(tmp_path / "small.png")
    assert read_person(tmp_path / "small.png").rgba.shape == (20, 10, 4)
