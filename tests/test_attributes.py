import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, Neckline, Sleeve, valid_values
from fashiongan.dataset.labels import shipped_label_table
from fashiongan.errors import VocabularyError


def test_vocabulary_is_exactly_that_of_the_labelled_data() -> None:
    with shipped_label_table().open(newline="") as file:
        rows = list(csv.DictReader(file))
    for name, kind in VOCABULARY.items():
        assert {row[name] for row in rows} == set(kind)


def test_a_skirt_with_long_sleeves_is_refused_with_what_is_valid() -> None:
    with pytest.raises(VocabularyError, match=r"A skirt has no sleeve long. Valid for a skirt: na"):
        GarmentAttributes(Category.SKIRT, sleeve=Sleeve.LONG)


def test_words_that_no_category_has_together_are_refused_without_a_category() -> None:
    with pytest.raises(VocabularyError, match="No category has"):
        GarmentAttributes(sleeve=Sleeve.SHORT, neckline=Neckline.NA)


def test_every_attribute_may_be_left_open() -> None:
    assert GarmentAttributes.parse({"category": "any", "sleeve": None, "length": ""}) == GarmentAttributes()


def test_an_unknown_word_is_refused_with_the_known_ones() -> None:
    with pytest.raises(VocabularyError, match=r'"cape" is not a category. Choose from: tshirt'):
        GarmentAttributes.parse({"category": "cape"})


def test_an_unknown_attribute_is_refused() -> None:
    with pytest.raises(VocabularyError, match='"hat" is not an attribute'):
        GarmentAttributes.parse({"hat": "red"})


def test_three_colors_are_refused() -> None:
    with pytest.raises(VocabularyError, match="3 colours"):
        GarmentAttributes.parse({}, ("red", "green", "blue"))


@given(st.data(), st.sampled_from(list(Category)))
def test_every_valid_combination_is_accepted_and_survives_as_text(data: st.DataObject, category: Category) -> None:
    words = {name: str(data.draw(st.sampled_from(valid_values(category, name)))) for name in VOCABULARY}
    attributes = GarmentAttributes.parse(words, ("#123456",))
    text = attributes.to_dict()
    colors = text.pop("colors")
    assert GarmentAttributes.parse(text, tuple(colors)) == attributes  # type: ignore[arg-type]
