import pytest

from fashiongan.body.measurements import Figure
from fashiongan.body.sizes import advise_size, waist_size_cm
from fashiongan.errors import MeasurementError


@pytest.mark.parametrize(
    ("figure", "girth_mm", "letters"),
    [
        (Figure.WOMAN, 940, ("S", "M", "L")),
        (Figure.MAN, 940, ("S", "M", "L")),
        (Figure.WOMAN, 1000, ("M", "L", "XL")),
        (Figure.WOMAN, 760, (None, "XS", "S")),
        (Figure.MAN, 1400, ("XXL", "3XL", None)),
    ],
)
def test_letters_are_those_of_the_standard_with_both_neighbours(
    figure: Figure, girth_mm: float, letters: tuple[str | None, str, str | None]
) -> None:
    advice = advise_size(figure, girth_mm)
    assert (advice.smaller, advice.letter, advice.larger) == letters


def test_who_is_near_the_next_size_is_told_so() -> None:
    assert "only 5 mm to L" in advise_size(Figure.WOMAN, 975).reason
    assert "only 4 mm from S" in advise_size(Figure.WOMAN, 904).reason
    assert "only" not in advise_size(Figure.WOMAN, 940).reason


def test_who_is_on_the_border_of_two_sizes_is_told_so() -> None:
    assert advise_size(Figure.WOMAN, 900).reason.endswith("; just where S ends, take that for a closer fit")


@pytest.mark.parametrize("girth_mm", [700, 1430])
def test_who_is_outside_the_table_is_refused_with_its_ends(girth_mm: float) -> None:
    with pytest.raises(MeasurementError, match="outside EN 13402-3, 74 to 143 cm"):
        advise_size(Figure.WOMAN, girth_mm)


def test_waists_come_in_steps_of_four_centimetres() -> None:
    assert [waist_size_cm(one) for one in (720, 739, 741, 760)] == [72, 72, 76, 76]


def test_a_waist_between_two_steps_takes_the_larger_one() -> None:
    assert [waist_size_cm(one) for one in (780, 820, 860)] == [80, 84, 88]
