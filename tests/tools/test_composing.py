from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.fitting import FittedBody
from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.errors import CheckpointError, GarmentError, ImageError, RequestError
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.image import read_garment_image
from fashiongan.studio import Studio
from fashiongan.tasks import IntoPhoto, Variations
from fashiongan.tools.composing import Composer, build_composer
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region
from tests.tools.composers import add_composer

CPU = torch.device("cpu")
REGION = Region(40, 30, 48, 40)
DRESS = GarmentAttributes(Category.DRESS)


@pytest.fixture
def folder(tiny_checkpoints: Path) -> Path:
    add_composer(tiny_checkpoints)
    return tiny_checkpoints


@pytest.fixture
def composer(folder: Path) -> Composer:
    return Composer.load(folder, CPU)


def noisy_photo(with_a_thing: bool = False) -> OtherPicture:
    """120 x 160 px of rough ground, and in the region a red thing."""
    rgba = np.full((120, 160, 4), 255, np.uint8)
    rgba[..., :3] = np.random.default_rng(0).integers(90, 110, (120, 160, 1))
    if with_a_thing:
        rgba[40:60, 50:80, :3] = (220, 20, 20)
    return OtherPicture(rgba, "room.png")


def test_the_same_request_gives_the_same_bytes_in_the_photo_s_size(composer: Composer) -> None:
    place = Place(noisy_photo(), REGION)
    first, second = (composer.compose(place, DRESS, 3) for _ in range(2))
    assert first.rgba.shape == (120, 160, 4)
    assert (first.rgba == second.rgba).all()
    assert (first.rgba != composer.compose(place, DRESS, 4).rgba).any()


def test_far_from_the_garment_every_byte_of_the_photo_is_kept(composer: Composer) -> None:
    place = Place(noisy_photo(with_a_thing=True), REGION)
    made = composer.compose(place, DRESS, 3)
    apart = np.ones(made.alpha.shape, bool)
    apart[REGION.top - 10 : REGION.top + REGION.height + 10, REGION.left - 10 : REGION.left + REGION.width + 10] = False
    assert (made.rgba[apart] == place.photo.rgba[apart]).all()
    assert (made.rgba[~apart] != place.photo.rgba[~apart]).any()


def test_the_garment_fits_into_the_region_and_touches_two_of_its_sides(composer: Composer) -> None:
    made = composer.paste_on(noisy_photo().rgba[..., :3], REGION, composer.generator.imagine(DRESS, 3))
    rows, columns = np.flatnonzero((made.alpha > 127).any(1)), np.flatnonzero((made.alpha > 127).any(0))
    assert rows[0] >= REGION.top - 1
    assert rows[-1] <= REGION.top + REGION.height
    assert columns[0] >= REGION.left - 1
    assert columns[-1] <= REGION.left + REGION.width
    assert np.ptp(rows) + 1 >= REGION.height - 2 or np.ptp(columns) + 1 >= REGION.width - 2


def test_what_stood_in_the_region_is_taken_away(composer: Composer) -> None:
    ground = composer.cleared(Place(noisy_photo(with_a_thing=True), REGION))
    assert (np.abs(ground[42:58, 52:78].astype(int) - 100) < 30).all()


def test_an_empty_place_stays_as_it_is(composer: Composer) -> None:
    place = Place(noisy_photo(), REGION)
    assert (composer.cleared(place) == place.photo.rgba[..., :3]).all()


def test_a_region_at_the_edge_of_the_photo_works(composer: Composer) -> None:
    assert composer.compose(Place(noisy_photo(), Region(0, 0, 40, 120)), DRESS, 1).rgba.shape == (120, 160, 4)


def test_a_photo_is_turned_as_its_exif_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(noisy_photo().rgba).convert("RGB").save(tmp_path / "turned.jpg", exif=exif)
    assert Place.read(tmp_path / "turned.jpg", Region(0, 100, 40, 50)).photo.rgba.shape == (160, 120, 4)


def test_a_large_photo_is_shrunk_and_its_region_with_it(tmp_path: Path) -> None:
    Image.new("RGB", (4096, 1000), "white").save(tmp_path / "large.png")
    place = Place.read(tmp_path / "large.png", Region(2000, 100, 400, 600))
    assert place.photo.rgba.shape == (500, 2048, 4)
    assert place.region == Region(1000, 50, 200, 300)


def test_what_is_no_picture_and_a_region_outside_are_refused(tmp_path: Path) -> None:
    (tmp_path / "no.jpg").write_text("no picture")
    with pytest.raises(ImageError, match="cannot be read"):
        Place.read(tmp_path / "no.jpg", REGION)
    with pytest.raises(RequestError, match="beyond the photo"):
        Place(noisy_photo(), Region(150, 0, 48, 40))


def test_a_picture_says_how_it_was_made_and_is_made_again(folder: Path, tmp_path: Path) -> None:
    studio = Studio(folder)
    made = studio.picture(IntoPhoto(Place(noisy_photo(), REGION), DRESS, seed=5), 0)
    made.save(tmp_path / "made.png")
    read = read_garment_image(tmp_path / "made.png")
    assert read.provenance()["place"] == "40,30,48,40 seed 5"
    assert read.attributes.category is Category.DRESS
    assert (studio.picture(Variations(read), 0).rgba == made.rgba).all()


def test_a_photo_is_not_sewn(folder: Path, woman: FittedBody) -> None:
    studio = Studio(folder)
    made = studio.picture(IntoPhoto(Place(noisy_photo(), REGION), DRESS), 0)
    with pytest.raises(GarmentError, match="draw it alone"):
        studio.fit(made, woman)


def test_weights_of_something_else_are_refused(folder: Path) -> None:
    with pytest.raises(CheckpointError, match="not of a composer"):
        build_composer(load_weights(find_checkpoint("reader", folder), CPU))
