from dataclasses import replace

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.size_words import cut_words, size_words


def on(look: FittedGarment, body: BodyMeasurements) -> FittedGarment:
    return replace(look, body=replace(look.body, measurements=body))


def test_a_top_has_a_letter_with_both_neighbours_and_the_reason(worn_tshirt: FittedGarment) -> None:
    woman = BodyMeasurements(Figure.WOMAN, 1680, 940, 740, 980)
    words = "Size M, between S and L: bust 94.0 cm, M is 90 to 98 cm."
    assert size_words(on(worn_tshirt, woman)) == words


def test_the_smallest_size_has_one_neighbour(worn_tshirt: FittedGarment) -> None:
    woman = BodyMeasurements(Figure.WOMAN, 1680, 780, 640, 880)
    assert size_words(on(worn_tshirt, woman)).startswith("Size XS, next to S: ")


def test_outside_the_table_made_to_measure_is_advised(worn_tshirt: FittedGarment) -> None:
    woman = BodyMeasurements(Figure.WOMAN, 1680, 1500, 1400, 1550)
    assert "made to measure" in size_words(on(worn_tshirt, woman))


def test_trousers_are_bought_by_the_waist(worn_tshirt: FittedGarment) -> None:
    idea = replace(worn_tshirt.image.idea, attributes=GarmentAttributes(Category.TROUSERS))
    trousers = replace(worn_tshirt, image=replace(worn_tshirt.image, idea=idea))
    woman = BodyMeasurements(Figure.WOMAN, 1680, 900, 755, 980)
    assert size_words(on(trousers, woman)) == "Waist size 76, between 72 and 80: waist 75.5 cm, 76 is 74 to 78 cm."


def test_a_size_that_is_cut_is_told_with_what_it_has_more_or_less_than_the_wearer(worn_tshirt: FittedGarment) -> None:
    woman = BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980)
    larger, smaller = (on(replace(worn_tshirt, size=size), woman) for size in ("L", "S"))
    assert cut_words(larger) == "Cut in size L, for a bust of 102.5 cm: 12.5 cm more than here."
    assert cut_words(smaller) == "Cut in size S, for a bust of 86.0 cm: 4.0 cm less than here."


def test_trousers_in_a_size_are_compared_at_the_waist(worn_tshirt: FittedGarment) -> None:
    idea = replace(worn_tshirt.image.idea, attributes=GarmentAttributes(Category.TROUSERS))
    trousers = replace(worn_tshirt, image=replace(worn_tshirt.image, idea=idea), size="76")
    woman = BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980)
    assert cut_words(on(trousers, woman)) == "Cut in size 76, for a waist of 76.0 cm: 2.0 cm more than here."
