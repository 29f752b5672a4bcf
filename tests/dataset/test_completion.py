import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, Pattern, valid_values
from fashiongan.color import Color
from fashiongan.dataset.completion import AttributeCompleter


@pytest.fixture(scope="module")
def completer() -> AttributeCompleter:
    return AttributeCompleter()


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(list(Category)), st.integers(0, 1000))
def test_what_is_asked_stays_and_the_rest_is_filled_in(
    completer: AttributeCompleter, data: st.DataObject, category: Category, seed: int
) -> None:
    names = data.draw(st.sets(st.sampled_from(sorted(set(VOCABULARY) - {"category"}))))
    words = {name: str(data.draw(st.sampled_from(valid_values(category, name)))) for name in sorted(names)}
    asked = GarmentAttributes.parse({"category": category, **words}, ("teal",))
    whole = completer.complete(asked, np.random.default_rng(seed))
    assert all(getattr(whole, name) is not None for name in VOCABULARY)
    assert all(getattr(whole, name) == getattr(asked, name) for name in ("category", *names))
    assert whole.colors[0] == Color.parse("teal")
    assert len(whole.colors) == 2


def test_a_solid_garment_gets_one_color(completer: AttributeCompleter) -> None:
    asked = GarmentAttributes(Category.DRESS, pattern=Pattern.SOLID, colors=(Color.parse("teal"),))
    whole = completer.complete(asked, np.random.default_rng(3))
    assert whole.colors == (Color.parse("teal"),) * 2


def test_open_attributes_vary_with_the_seed_and_repeat_with_it(completer: AttributeCompleter) -> None:
    made = [completer.complete(GarmentAttributes(), np.random.default_rng(seed)) for seed in (*range(20), 0)]
    assert made[0] == made[-1]
    assert len({one.category for one in made}) > 3
