import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.attributes import VOCABULARY, Category, Fabric, GarmentAttributes, Pattern, valid_values
from fashiongan.color import Color
from fashiongan.dataset.completion import AttributeCompleter
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.errors import RequestError
from tests.conftest import labelled_wardrobe


@pytest.fixture(scope="module")
def completer() -> AttributeCompleter:
    return AttributeCompleter(labelled_wardrobe(style_width=6))


@settings(max_examples=60)
@given(st.data(), st.sampled_from(list(Category)), st.integers(0, 1000))
def test_what_is_asked_stays_and_the_rest_is_filled_in(
    completer: AttributeCompleter, data: st.DataObject, category: Category, seed: int
) -> None:
    names = data.draw(st.sets(st.sampled_from(sorted(set(VOCABULARY) - {"category"}))))
    words = {name: str(data.draw(st.sampled_from(valid_values(category, name)))) for name in sorted(names)}
    asked = GarmentAttributes.parse({"category": category, **words}, ("teal",))
    whole = completer.complete(asked, np.random.default_rng(seed)).attributes
    assert all(getattr(whole, name) is not None for name in VOCABULARY)
    assert all(getattr(whole, name) == getattr(asked, name) for name in ("category", *names))
    assert whole.colors[0] == Color.parse("teal")
    assert len(whole.colors) == 2


def test_a_solid_garment_gets_one_color(completer: AttributeCompleter) -> None:
    asked = GarmentAttributes(Category.DRESS, pattern=Pattern.SOLID, colors=(Color.parse("teal"),))
    whole = completer.complete(asked, np.random.default_rng(3)).attributes
    assert whole.colors == (Color.parse("teal"),) * 2


def test_open_attributes_vary_with_the_seed_and_repeat_with_it(completer: AttributeCompleter) -> None:
    made = [completer.complete(GarmentAttributes(), np.random.default_rng(seed)).attributes for seed in (*range(20), 0)]
    assert made[0] == made[-1]
    assert len({one.category for one in made}) > 3


def only(category: Category) -> AttributeCompleter:
    whole = labelled_wardrobe(style_width=6)
    rows = whole.labels[:, 0] == list(Category).index(category)
    return AttributeCompleter(Wardrobe(whole.labels[rows], whole.lab[rows], whole.style[rows]))


def test_a_wardrobe_of_one_category_lends_its_own_cloth_and_says_what_it_lacks() -> None:
    dresses = only(Category.DRESS)
    random = np.random.default_rng(0)
    assert dresses.complete(GarmentAttributes(), random).attributes.category is Category.DRESS
    assert dresses.unlike(GarmentAttributes(Category.DRESS), random) >= 0
    with pytest.raises(RequestError, match="trained without any skirt"):
        dresses.complete(GarmentAttributes(Category.SKIRT), random)


def test_a_style_is_given_the_words_of_the_garments_it_is_most_like(completer: AttributeCompleter) -> None:
    wardrobe = labelled_wardrobe(style_width=6)
    denim = wardrobe.labels[:, 6] == list(Fabric).index(Fabric.DENIM)
    style = torch.where(denim[:, None], torch.eye(6)[0], torch.eye(6)[1])
    words = AttributeCompleter(Wardrobe(wardrobe.labels, wardrobe.lab, style)).cloth_words(torch.eye(6)[0].numpy())
    assert words.fabric is Fabric.DENIM
