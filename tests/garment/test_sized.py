import pytest

from fashiongan.attributes import Category
from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.fit_lines import fit_lines
from fashiongan.garment.sized import fit_in_size, sizes_of, standard_size


@pytest.fixture(scope="module")
def in_3xl(worn_tshirt: FittedGarment, measurer: BodyMeasurer) -> FittedGarment:
    return fit_in_size(worn_tshirt.image, worn_tshirt.body, "3XL", measurer)


def test_tops_are_sold_by_letters_and_trousers_by_the_waist() -> None:
    assert "XL" in sizes_of(Category.SHIRT, Figure.WOMAN)
    assert "76" in sizes_of(Category.TROUSERS, Figure.WOMAN)


def test_a_size_is_taken_from_a_body_of_its_girths_in_the_wearers_length(
    worn_tshirt: FittedGarment, measurer: BodyMeasurer
) -> None:
    size = standard_size("L", worn_tshirt.body, measurer)
    assert size.dimensions.bust_mm == pytest.approx(1025, abs=5)
    assert size.dimensions.waist_mm == pytest.approx(865, abs=5)
    assert size.dimensions.height_mm == pytest.approx(worn_tshirt.dimensions.height_mm, abs=5)


def test_a_size_too_large_hangs_on_the_same_body_as_wide_as_it_is_cut(
    worn_tshirt: FittedGarment, in_3xl: FittedGarment
) -> None:
    assert in_3xl.body is worn_tshirt.body
    assert in_3xl.dimensions == worn_tshirt.dimensions
    wider = in_3xl.pattern.panels["front"].size_mm[0] - worn_tshirt.pattern.panels["front"].size_mm[0]
    assert wider > (1370 - 900) / 2 * 0.7
    assert in_3xl.maps.ease_mm.mean() > 1.5 * worn_tshirt.maps.ease_mm.mean()


def test_papers_and_words_name_the_size_and_not_the_wearer(worn_tshirt: FittedGarment, in_3xl: FittedGarment) -> None:
    assert in_3xl.made_for == "size 3XL"
    assert any("size 3XL" in " ".join(piece.label.lines) for piece in in_3xl.pieces)
    assert fit_lines(in_3xl)[0].startswith("Cut in size 3XL, for a bust of 137.0 cm")
    assert worn_tshirt.made_for.startswith("height 168")
