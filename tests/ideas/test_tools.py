from dataclasses import replace

import numpy as np
import pytest

from fashiongan.attributes import Category, Closure, Fabric, GarmentAttributes, Length, Neckline, Pattern, Sleeve
from fashiongan.color import Color
from fashiongan.errors import RequestError
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.ideas.tools import Change, between, mixed, recolored, steered, varied

CLOTH_FROM = 6
LENGTHS = {Category.DRESS: Length.MIDI, Category.SHIRT: Length.REGULAR}
RED, BLUE, WHITE = (Color.parse(name) for name in ("red", "blue", "white"))


def idea(seed: int, category: Category, pattern: Pattern, colors: tuple[Color, Color]) -> Idea:
    random = np.random.default_rng(seed)
    numbers = (random.normal(size=width).astype(np.float16) for width in (10, 4))
    attributes = GarmentAttributes(
        category, Sleeve.LONG, Neckline.COLLAR, LENGTHS[category], pattern, Closure.BUTTONS, Fabric.WOVEN, colors
    )
    lab = np.concatenate([color.lab for color in colors]).astype(np.float16)
    return Idea(GarmentAttributes(category), attributes, DesignCode(*numbers, lab), f"seed {seed}")


DRESS = idea(1, Category.DRESS, Pattern.SOLID, (RED, RED))
SHIRT = idea(2, Category.SHIRT, Pattern.FLORAL, (BLUE, WHITE))


@pytest.mark.parametrize(
    "wrong",
    [
        {"asked": []},
        {"attributes": {"category": "dress"}},
        {"asked": {"category": "cape"}},
        {"asked": {"colors": [5]}},
        {"code": {"latent": "", "style": "", "lab": ""}},
        {"code": {"latent": "/38=", "style": "", "lab": "AAAAAAAAAAAAAAAA"}},
    ],
)
def test_ideas_that_are_none_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="its "):
        Idea.from_dict(DRESS.to_dict() | wrong)


def same(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(np.allclose(a, b, atol=2e-3))


def test_an_idea_comes_back_from_plain_text_to_the_last_bit() -> None:
    again = Idea.from_dict(DRESS.to_dict())
    assert again.to_dict() == DRESS.to_dict()
    assert np.array_equal(again.code.latent, DRESS.code.latent)


@pytest.mark.parametrize("change", list(Change))
def test_a_variation_changes_what_it_may_and_nothing_else(change: Change) -> None:
    other = replace(SHIRT, attributes=replace(DRESS.attributes, colors=(BLUE, BLUE)))
    made = varied(DRESS, other, 0.5, change, CLOTH_FROM)
    shape = not same(made.code.latent[:CLOTH_FROM], DRESS.code.latent[:CLOTH_FROM])
    cloth = not same(made.code.style, DRESS.code.style)
    assert shape == (change in (Change.LOOK, Change.SHAPE))
    assert cloth == (change in (Change.LOOK, Change.CLOTH))
    assert (made.attributes.colors != DRESS.attributes.colors) == (change is Change.COLOR)
    assert made.attributes.category is Category.DRESS


def test_a_mix_has_the_shape_of_one_and_the_cloth_of_the_other() -> None:
    made = mixed(DRESS, SHIRT, CLOTH_FROM)
    assert same(made.code.latent[:CLOTH_FROM], DRESS.code.latent[:CLOTH_FROM])
    assert same(made.code.latent[CLOTH_FROM:], SHIRT.code.latent[CLOTH_FROM:])
    assert same(made.code.style, SHIRT.code.style)
    assert made.attributes.category is Category.DRESS
    assert (made.attributes.pattern, made.attributes.colors) == (Pattern.FLORAL, (BLUE, WHITE))


def test_a_blend_goes_from_one_idea_to_the_other() -> None:
    ends = [between(DRESS, SHIRT, share) for share in (0.0, 1.0)]
    assert [one.attributes.category for one in ends] == [Category.DRESS, Category.SHIRT]
    assert same(ends[0].code.style, DRESS.code.style)
    assert same(ends[1].code.latent, SHIRT.code.latent)
    middle = between(DRESS, SHIRT, 0.5)
    assert np.allclose(middle.code.lab, (DRESS.code.lab + SHIRT.code.lab) / 2, atol=0.1)


def test_steering_there_and_back_is_the_idea_itself() -> None:
    direction = np.eye(10, dtype=np.float32)[2]
    there = steered(DRESS, direction, 2.0, "longer")
    assert there.code.latent[2] - DRESS.code.latent[2] == pytest.approx(2.0, abs=1e-2)
    assert same(steered(there, direction, -2.0, "longer").code.latent, DRESS.code.latent)


def test_recolouring_touches_only_the_colours() -> None:
    made = recolored(SHIRT, (RED,))
    assert made.attributes.colors == made.asked.colors == (RED, RED)
    assert made.code is SHIRT.code


@pytest.mark.parametrize("distance", [-0.1, 1.5, float("nan")])
def test_distances_that_cannot_be_are_refused(distance: float) -> None:
    with pytest.raises(RequestError, match="but it is 0"):
        varied(DRESS, SHIRT, distance, Change.LOOK, CLOTH_FROM)
