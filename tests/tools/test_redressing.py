from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.color import Color
from fashiongan.errors import CheckpointError, ImageError, RequestError
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.people.framing import whole_frame
from fashiongan.people.regions import Region
from fashiongan.people.seen import SeenPerson
from fashiongan.tools.redress_parts import build_redress
from fashiongan.tools.redressing import Redresser
from tests.tools.redressers import STYLE_WIDTH, add_redresser, body_of, colored, dress_map, person_map, tiny_parts

CPU = torch.device("cpu")
WORDS = {"length": "knee", "pattern": "solid", "closure": "none", "fabric": "woven"}


@pytest.fixture(scope="module")
def redresser() -> Redresser:
    return Redresser(Checkpoint("fashiongan", Path(), "", "fashiongan"), tiny_parts(), CPU)


def idea_of(category: str, **asked: tuple[Color, ...]) -> Idea:
    worn = {"sleeve": "na", "neckline": "na"} if category == "skirt" else {"sleeve": "short", "neckline": "crew"}
    length = {"tshirt": "regular"}.get(category, "knee")
    words = WORDS | worn | {"category": category, "length": length}
    whole = GarmentAttributes.parse(words, ("green", "green"))
    code = DesignCode(*(np.ones(width, np.float16) for width in (16, STYLE_WIDTH, 6)))
    return Idea(GarmentAttributes(Category(category), **asked), whole, code, "drawn")


def pasted(regions: np.ndarray, size: tuple[int, int], corner: tuple[int, int], height: int) -> np.ndarray:
    """A person somewhere in a larger white picture."""
    page = Image.new("RGBA", size, "white")
    person = Image.fromarray(colored(regions)).resize((round(height * 160 / 256), height), Image.Resampling.NEAREST)
    page.paste(person, corner)
    return np.array(page)


def test_a_person_in_flat_colours_is_read_as_painted(redresser: Redresser) -> None:
    seen = redresser.look_at(colored(person_map()), "person")
    assert (seen.regions == person_map()).all()


def test_somebody_small_in_a_large_picture_is_looked_at_from_nearer(redresser: Redresser) -> None:
    picture = pasted(person_map(), (900, 700), (500, 150), 400)
    seen = redresser.look_at(picture, "person")
    assert 380 < seen.frame.height < 440
    assert 480 < seen.frame.left < 520


@pytest.mark.parametrize("category", ["tshirt", "skirt", "dress"])
def test_only_what_is_put_on_and_what_it_hid_changes(redresser: Redresser, category: str) -> None:
    picture = pasted(person_map(), (300, 500), (40, 30), 440)
    made = redresser.redress(picture, redresser.look_at(picture, "person"), idea_of(category))
    differs = (made.rgba != picture).any(-1)
    assert made.rgba.shape == picture.shape
    assert differs.any()
    head = slice(0, 30 + 440 * 38 // 256)
    assert not differs[head].any()
    feet = slice(30 + 440 * 243 // 256, None)
    assert not differs[feet].any()
    assert not differs[:, :40].any()


def test_a_skirt_takes_the_place_of_shorts_and_leaves_the_shirt(redresser: Redresser) -> None:
    picture = colored(person_map())
    made = redresser.redress(picture, redresser.look_at(picture, "person"), idea_of("skirt"))
    shirt = np.zeros((256, 160), bool)
    shirt[50:110] = person_map()[50:110] == Region.TOP
    assert (made.rgba[shirt] == picture[shirt]).all()
    was_bare = person_map() == Region.LEGS
    assert (made.regions[was_bare] == Region.BOTTOM).all()
    assert (made.rgba[was_bare] != picture[was_bare]).any(-1).all()


def test_a_colour_that_was_asked_for_is_met(redresser: Redresser) -> None:
    picture = colored(person_map())
    idea = idea_of("skirt", colors=(Color.parse("teal"),))
    idea = replace(idea, attributes=replace(idea.attributes, colors=(Color.parse("teal"),) * 2))
    piece = redresser.redress(picture, redresser.look_at(picture, "person"), idea).piece
    shown = np.median(piece[piece[..., 3] > 0][:, :3], axis=0)
    assert np.abs(shown - (0, 128, 128)).max() <= 3


def test_ground_that_comes_to_light_continues_the_ground_around(redresser: Redresser) -> None:
    picture = colored(person_map())
    shade = np.linspace(90, 250, 160).round().astype(np.uint8)
    ground = person_map() == Region.GROUND
    picture[ground, :3] = np.broadcast_to(shade[:, None], (256, 160, 3))[ground]
    seen = SeenPerson(whole_frame(256, 160), picture[..., :3], person_map(), body_of(person_map()))
    bare = person_map() == Region.BOTTOM
    regions = np.where(bare, Region.GROUND, person_map()).astype(np.uint8)
    made = redresser.painted(seen, idea_of("tshirt"), regions, bare)
    off = np.abs(made.astype(int) - shade[:, None]).max(-1)
    assert off[bare].mean() < 12
    assert (made[~bare] == seen.rgb[~bare]).all()


def test_the_same_person_and_idea_give_the_same_bytes(redresser: Redresser) -> None:
    picture = colored(person_map())
    first, second = (
        redresser.redress(picture, redresser.look_at(picture, "person"), idea_of("dress")).rgba for _ in range(2)
    )
    assert (first == second).all()


def test_who_wears_a_dress_puts_on_another_and_no_skirt(redresser: Redresser) -> None:
    picture = colored(dress_map())
    seen = replace(redresser.look_at(picture, "person"), body=body_of(person_map()))
    redresser.redress(picture, seen, idea_of("dress"))
    with pytest.raises(RequestError, match="wears a dress"):
        redresser.redress(picture, seen, idea_of("skirt"))


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (640, 480)])
def test_a_picture_of_nobody_is_refused_whatever_its_size(redresser: Redresser, size: tuple[int, int]) -> None:
    with pytest.raises(ImageError, match="wall shows no person"):
        redresser.look_at(np.full((*size, 4), 255, np.uint8), "wall")


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Weights:
    folder = tmp_path_factory.mktemp("checkpoints")
    add_redresser(folder)
    return load_weights(find_checkpoint("fashiongan", folder), CPU)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda w: replace(w, header={}), "not of redressing"),
        (lambda w: replace(w, header={"shape": w.header["shape"] | {"vocabulary_sizes": [2]}}), "another vocabulary"),
        (lambda w: replace(w, header={"shape": w.header["shape"] | {"width": 4}}), "do not fit"),
        (lambda w: replace(w, tensors=w.tensors | {"stray": torch.zeros(1)}), "holds stray"),
        (lambda w: replace(w, tensors={}), "do not fit"),
    ],
)
def test_weights_that_do_not_fit_are_told(weights: Weights, change: Callable[[Weights], Weights], message: str) -> None:
    build_redress(weights)
    with pytest.raises(CheckpointError, match=message):
        build_redress(change(weights))
