from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from fashiongan.attributes import Category, Fabric, GarmentAttributes, Length, Pattern
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.color import Color
from fashiongan.errors import CheckpointError, ImageError, RequestError
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import read_style_picture
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.image import GarmentImage, read_garment_image
from fashiongan.studio import Studio
from fashiongan.tasks import Upscaling, Variations
from fashiongan.tools.filling import FillSilhouette, in_other_cloth
from fashiongan.tools.masking import FillerParts, SilhouetteFiller, build_filler
from fashiongan.tools.silhouette_picture import read_silhouette, silhouette_of
from tests.conftest import SHIPPED
from tests.tools.fillers import add_filler

CPU = torch.device("cpu")


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    add_filler(tiny_checkpoints)
    return Studio(tiny_checkpoints, "cpu")


@pytest.fixture
def narrow(tmp_path: Path) -> OtherPicture:
    page = Image.new("L", (400, 500), 255)
    page.paste(0, (150, 50, 250, 450))
    page.save(tmp_path / "narrow.png")
    return read_silhouette(tmp_path / "narrow.png")


def request(**chosen: object) -> GenerationRequest:
    return GenerationRequest(GarmentAttributes(**chosen))  # type: ignore[arg-type]


def test_garments_end_where_the_silhouette_does(studio: Studio, narrow: OtherPicture) -> None:
    task = FillSilhouette(narrow, GenerationRequest(GarmentAttributes(Category.DRESS), count=2, seed=4))
    made = list(studio.make(task))
    size = studio.workshop.filler.parts.network.shape.size_px
    expected = np.asarray(Image.fromarray(narrow.rgba[..., 3]).resize((size, size), Image.Resampling.BILINEAR)) > 127
    assert all(((one.rgba[..., 3] > 127) == expected).mean() > 0.98 for one in made)
    assert all(one.attributes.category is Category.DRESS for one in made)
    assert [one.idea.origin for one in made] == [f"{narrow.name}, seed 4", f"{narrow.name}, seed 5"]
    assert (made[0].rgba != made[1].rgba).any()


def test_cloth_comes_from_a_swatch_and_colours_are_met(studio: Studio, narrow: OtherPicture, tmp_path: Path) -> None:
    Image.new("RGB", (64, 64), (20, 120, 40)).save(tmp_path / "green.png")
    controls = Controls(style=read_style_picture(tmp_path / "green.png"))
    made = studio.picture(FillSilhouette(narrow, GenerationRequest(GarmentAttributes(), controls=controls)), 0)
    assert made.attributes.colors[0] == Color(20, 120, 40)
    cloth = np.median(made.rgba[made.rgba[..., 3] > 200][:, :3], axis=0)
    assert cloth[1] > cloth[0] + 30


def test_a_gallery_pictures_outline_is_kept_in_the_cloth_of_another(
    studio: Studio, two_sided_tshirt: GarmentImage, narrow: OtherPicture
) -> None:
    asked = request(category=Category.DRESS, pattern=Pattern.STRIPE, fabric=Fabric.DENIM)
    cloth = studio.picture(FillSilhouette(narrow, asked), 0)
    task = in_other_cloth(two_sided_tshirt, cloth)
    assert task.request.attributes.category is Category.TSHIRT
    assert (task.request.attributes.pattern, task.request.attributes.fabric) == (Pattern.STRIPE, Fabric.DENIM)
    made = studio.picture(task, 0)
    assert made.attributes.category is Category.TSHIRT


@pytest.mark.parametrize("kind", ["file", "chain"])
def test_a_filled_silhouette_is_made_again_from_its_file_alone(
    studio: Studio, narrow: OtherPicture, tmp_path: Path, kind: str
) -> None:
    once = studio.picture(FillSilhouette(narrow, request(category=Category.SKIRT)), 0)
    source = {"file": narrow, "chain": once}[kind]
    made = studio.picture(FillSilhouette(source, request(colors=(Color.parse("teal"),))), 0)
    made.save(tmp_path / "made.png")
    again = Studio(studio.checkpoints, "cpu").picture(Variations(read_garment_image(tmp_path / "made.png")), 0)
    assert np.array_equal(again.rgba, made.rgba)
    assert again.provenance() == made.provenance()


def test_an_outline_tells_the_category_that_such_garments_have(studio: Studio, narrow: OtherPicture) -> None:
    filler = studio.workshop.filler
    row = [list(Category).index(one) for one in (Category.TROUSERS, Category.TSHIRT)]
    labels = torch.zeros(40, 7, dtype=torch.long)
    labels[0::2, 0], labels[1::2, 0] = row[0], row[1]
    labels[0::2, 3] = list(Length).index(Length.FULL)
    parts = FillerParts(filler.parts.network, filler.parts.coarse[:40], labels)
    told = SilhouetteFiller(filler.checkpoint, parts, CPU).words(silhouette_of(narrow.rgba), GarmentAttributes())
    assert (told.category, told.length) == (Category.TROUSERS, Length.FULL)
    wide = silhouette_of(np.ascontiguousarray(narrow.rgba.transpose(1, 0, 2)))
    assert SilhouetteFiller(filler.checkpoint, parts, CPU).words(wide, GarmentAttributes()).category is Category.TSHIRT


def test_what_was_asked_outvotes_the_outline(studio: Studio, narrow: OtherPicture) -> None:
    asked = GarmentAttributes(length=Length.MAXI)
    told = studio.workshop.filler.words(silhouette_of(narrow.rgba), asked)
    assert told.length is Length.MAXI
    assert told.category in (Category.DRESS, Category.SKIRT)


def test_creativity_is_not_for_silhouettes(narrow: OtherPicture) -> None:
    with pytest.raises(RequestError, match="set creativity to 0"):
        FillSilhouette(narrow, GenerationRequest(GarmentAttributes(), controls=Controls(creativity=0.5)))


def test_a_filler_of_another_generator_is_refused(tiny_checkpoints: Path, narrow: OtherPicture) -> None:
    add_filler(tiny_checkpoints, "f" * 64)
    with pytest.raises(CheckpointError, match="goes with the generator ffffffffffff"):
        Studio(tiny_checkpoints, "cpu").picture(FillSilhouette(narrow, request()), 0)


def test_weights_of_something_else_are_refused(studio: Studio) -> None:
    with pytest.raises(CheckpointError, match="not of a masked generator"):
        build_filler(load_weights(find_checkpoint("reader", SHIPPED), CPU))
    weights = load_weights(find_checkpoint("masked", studio.checkpoints), CPU)
    without = {name: one for name, one in weights.tensors.items() if name != "generator.to_rgba.bias"}
    with pytest.raises(CheckpointError, match="missing"):
        build_filler(Weights(Checkpoint("masked", Path(), "", "masked"), without, weights.header))


def test_a_file_whose_cloth_is_damaged_is_no_picture_of_ours(
    studio: Studio, narrow: OtherPicture, tmp_path: Path
) -> None:
    made = studio.picture(FillSilhouette(narrow, request()), 0)
    replace(made, idea=replace(made.idea, setting="AAAA.x.AAAA")).save(tmp_path / "broken.png")
    with pytest.raises(ImageError, match="says wrongly how it was made"):
        read_garment_image(tmp_path / "broken.png")


def test_a_filled_silhouette_can_be_enlarged_and_says_why_it_cannot_be_varied(
    studio: Studio, narrow: OtherPicture
) -> None:
    made = studio.picture(FillSilhouette(narrow, request()), 0)
    assert Upscaling(made).to_dict()["upscale"]["tool"] == "fill"
    with pytest.raises(RequestError, match="take the picture before it"):
        studio.picture(Variations(made, distance=0.5), 0)


def test_a_generator_without_twin_or_filler_works_as_before(tiny_checkpoints: Path) -> None:
    assert GarmentGenerator.load(tiny_checkpoints, CPU).twin is None
