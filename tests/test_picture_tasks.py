from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.attributes import Category
from fashiongan.color import Color
from fashiongan.errors import ImageError, RequestError
from fashiongan.ideas.reworked import OtherPicture, Reworked, Tool
from fashiongan.image import GarmentImage
from fashiongan.picture_tasks import coarse_to_fine, colors_of, fill_in_cloth_of, put_into, put_on, steps_between
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region
from tests.library.pictures import plain_garment

RED = Color.parse("red")


@pytest.fixture
def dress() -> GarmentImage:
    return plain_garment(Category.DRESS, "red", 96)


@pytest.fixture
def photo(dress: GarmentImage) -> GarmentImage:
    how = Reworked(dress.asked, dress.attributes, Tool.COMPOSE, "1,2,30,40 seed 5", {}, "seed 5 in room.png")
    return replace(dress, idea=how)


def near(color: Color, other: Color) -> bool:
    return float(np.linalg.norm(color.lab - other.lab)) < 3


def test_the_colours_of_a_plain_garment_are_one(dress: GarmentImage) -> None:
    (color,) = colors_of(dress)
    assert near(color, RED)


def test_of_two_colours_the_one_of_more_cloth_comes_first(two_sided_tshirt: GarmentImage) -> None:
    rgba = two_sided_tshirt.rgba.copy()
    rgba[:, :80, :3] = (220, 0, 0)
    main, second = colors_of(replace(two_sided_tshirt, rgba=rgba))
    assert main.red > 150 > main.blue
    assert second.blue > 150 > second.red


def test_a_person_is_put_into_the_words_the_cloth_and_the_colours(dress: GarmentImage, tmp_path: Path) -> None:
    Image.new("RGB", (60, 90), "grey").save(tmp_path / "person.png")
    task = put_on(tmp_path / "person.png", dress, seed=4)
    words = task.request.attributes
    assert replace(words, colors=()) == replace(dress.attributes, colors=())
    assert near(words.colors[0], RED)
    assert (task.count, task.request.seed) == (1, 4)
    style = task.request.controls.style
    assert style is not None
    assert (style.rgba[128, 128] == (RED.red, RED.green, RED.blue, 255)).all()


def test_an_outline_says_itself_what_garment_it_is(dress: GarmentImage, tmp_path: Path) -> None:
    page = Image.new("L", (90, 120), 255)
    page.paste(0, (30, 10, 60, 110))
    page.save(tmp_path / "box.png")
    words = fill_in_cloth_of(tmp_path / "box.png", dress).request.attributes
    assert words.category is None
    assert (words.pattern, words.fabric) == (dress.attributes.pattern, dress.attributes.fabric)
    assert near(words.colors[0], RED)


def test_a_whole_photo_is_no_garment_to_put_anywhere(photo: GarmentImage, tmp_path: Path) -> None:
    Image.new("RGB", (60, 90), "grey").save(tmp_path / "person.png")
    place = Place(OtherPicture(np.full((60, 90, 4), 255, np.uint8), "room.png"), Region(5, 5, 20, 30))
    with pytest.raises(RequestError, match="whole photo"):
        put_into(place, photo)
    with pytest.raises(RequestError, match="whole photo"):
        put_on(tmp_path / "person.png", photo)


def test_a_file_that_is_no_picture_is_refused(dress: GarmentImage, tmp_path: Path) -> None:
    (tmp_path / "no.png").write_text("no picture")
    with pytest.raises(ImageError, match=r"no\.png"):
        put_on(tmp_path / "no.png", dress)


def test_seven_between_two_are_eighths_of_the_way(dress: GarmentImage) -> None:
    other = plain_garment(Category.SKIRT)
    steps = steps_between(dress, other, 7)
    assert [step.share for step in steps] == [eighth / 8 for eighth in range(1, 8)]
    assert all((step.liked, step.toward) == (dress, other) for step in steps)


def test_nothing_lies_between_a_garment_and_a_photo(dress: GarmentImage, photo: GarmentImage) -> None:
    for pair in ((dress, photo), (photo, dress)):
        with pytest.raises(RequestError, match="no idea to go on from"):
            steps_between(*pair, 7)


def test_the_middle_comes_first_then_the_quarters() -> None:
    assert coarse_to_fine(7) == [3, 1, 5, 0, 2, 4, 6]
    assert sorted(coarse_to_fine(10)) == list(range(10))
