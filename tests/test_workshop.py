"""Pictures made of other pictures say how, and are made again from what they say."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes
from fashiongan.color import Color
from fashiongan.errors import CheckpointError, ImageError, RequestError
from fashiongan.generator.request import GenerationRequest
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.image import GarmentImage, read_garment_image
from fashiongan.studio import Studio
from fashiongan.tasks import FromSketch, Restyling, Task, Upscaling, Variations
from fashiongan.tools.sketch_picture import SketchPicture, read_sketch
from fashiongan.tools.sketch_request import SketchRequest
from tests.tools.translators import add_translators


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    add_translators(tiny_checkpoints)
    return Studio(tiny_checkpoints)


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    page = Image.new("RGB", (300, 400), "white")
    ImageDraw.Draw(page).polygon([(60, 60), (240, 60), (210, 340), (90, 340)], outline="black", width=4)
    page.save(tmp_path / "skirt.png")
    return tmp_path / "skirt.png"


def drawn(studio: Studio, category: Category = Category.DRESS) -> GarmentImage:
    return studio.picture(GenerationRequest(GarmentAttributes(category)), 0)


def dabbed(drawing: Path) -> SketchPicture:
    dabs = np.zeros((256, 256, 4), np.uint8)
    dabs[0:256, 100:130] = 10, 20, 200, 255  # Darker than paper, and across lines.
    return replace(read_sketch(drawing), dabs=dabs)


def box() -> OtherPicture:
    rgba = np.zeros((64, 48, 4), np.uint8)
    rgba[8:56, 8:40] = (200, 30, 30, 255)
    return OtherPicture(rgba, "box.png")


def test_a_sketch_becomes_garments_as_asked_one_a_seed(studio: Studio, drawing: Path) -> None:
    asked = GarmentAttributes(Category.SKIRT, colors=(Color.parse("teal"),))
    made = list(studio.make(FromSketch(read_sketch(drawing), asked, count=2, seed=5)))
    assert [one.rgba.shape for one in made] == [(256, 256, 4)] * 2
    assert all(one.asked == asked and one.attributes.category is Category.SKIRT for one in made)
    assert [one.idea.to_dict()["seed"] for one in made] == [5, 6]


def test_lines_stay_under_dabs_of_a_dark_colour(studio: Studio, drawing: Path) -> None:
    sketch = dabbed(drawing)
    direct = studio.workshop.sketcher.draw(SketchRequest(sketch.lines, dabs=sketch.dabs))
    made, plain = (studio.picture(FromSketch(one, GarmentAttributes()), 0) for one in (sketch, read_sketch(drawing)))
    assert np.array_equal(made.rgba, direct)
    assert (made.rgba != plain.rgba).any()


def test_another_style_keeps_cut_and_outline(studio: Studio, two_sided_tshirt: GarmentImage) -> None:
    source = two_sided_tshirt
    made = studio.picture(Restyling(source, "dark"), 0)
    assert np.array_equal(made.rgba[..., 3], source.rgba[..., 3])
    for word in ("category", "sleeve", "neckline", "length", "closure"):
        assert getattr(made.attributes, word) == getattr(source.attributes, word)


def test_a_larger_picture_is_of_the_same_garment(studio: Studio) -> None:
    source = drawn(studio)
    made = studio.picture(Upscaling(source, 0.3), 0)
    assert made.rgba.shape[:2] == tuple(4 * side for side in source.rgba.shape[:2])
    assert made.attributes == source.attributes


@pytest.mark.parametrize("kind", ["sketch", "dabbed", "style", "larger", "chain", "other"])
def test_a_picture_is_made_again_from_its_file_alone(studio: Studio, drawing: Path, tmp_path: Path, kind: str) -> None:
    task: Task = {
        "sketch": lambda: FromSketch(read_sketch(drawing), GarmentAttributes(), seed=3),
        "dabbed": lambda: FromSketch(dabbed(drawing), GarmentAttributes()),
        "style": lambda: Restyling(studio.picture(Upscaling(box()), 0), "dark"),
        "larger": lambda: Upscaling(drawn(studio), 0.0),
        "chain": lambda: Upscaling(studio.picture(Restyling(box(), "dark"), 0), 1.0),
        "other": lambda: Restyling(box(), "dark"),
    }[kind]()
    made = studio.picture(task, 0)
    made.save(tmp_path / "made.png")
    read = read_garment_image(tmp_path / "made.png")
    again = studio.picture(Variations(read), 0)
    assert np.array_equal(again.rgba, made.rgba)
    assert again.provenance() == made.provenance()
    assert all(getattr(read.attributes, name) is not None for name in VOCABULARY)


def test_tools_of_the_generator_say_why_they_cannot_go_on_with_it(studio: Studio) -> None:
    made = studio.picture(Restyling(box(), "dark"), 0)
    with pytest.raises(RequestError, match="take the picture before it"):
        studio.picture(Variations(made, distance=0.5), 0)


def test_a_picture_of_other_weights_is_not_made_again(studio: Studio) -> None:
    made = replace(studio.picture(Upscaling(box()), 0), checkpoint_sha256="0" * 64)
    with pytest.raises(CheckpointError, match="made with upscaler 000000000000"):
        studio.picture(Variations(made), 0)


def test_an_unknown_style_names_the_known(studio: Studio) -> None:
    with pytest.raises(RequestError, match="Known: dark"):
        studio.picture(Restyling(box(), "tweed"), 0)


def test_a_file_that_says_wrongly_what_it_was_made_of_is_no_picture_of_ours(studio: Studio, tmp_path: Path) -> None:
    made = studio.picture(Upscaling(box()), 0)
    broken = replace(made.idea, source={"png": "bm90IGEgcG5n", "name": "x"})
    replace(made, idea=broken).save(tmp_path / "broken.png")
    with pytest.raises(ImageError, match="says wrongly how it was made"):
        read_garment_image(tmp_path / "broken.png")
