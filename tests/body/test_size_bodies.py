import pytest

from fashiongan.body.measurements import Figure
from fashiongan.body.size_bodies import body_in_size, size_names
from fashiongan.body.sizes import advise_size, waist_size_cm
from fashiongan.errors import MeasurementError

FIGURES = list(Figure)


# EN 13402-3 lists these girths of women in a row: bust 94 is between its columns 92 and 96, and so on.
@pytest.mark.parametrize(
    ("name", "bust", "waist", "hip"), [("S", 860, 700, 940), ("M", 940, 780, 1020), ("XXL", 1250, 1090, 1295)]
)
def test_a_womans_letter_has_the_girths_of_the_standard(name: str, bust: float, waist: float, hip: float) -> None:
    body = body_in_size(Figure.WOMAN, name, 1680)
    assert (body.height_mm, body.bust_mm, body.waist_mm, body.hip_mm) == pytest.approx((1680, bust, waist, hip))


def test_a_mans_medium_has_the_girths_of_the_standard() -> None:
    body = body_in_size(Figure.MAN, "M", 1780)
    assert (body.bust_mm, body.waist_mm) == (980, 860)
    assert 930 < body.hip_mm < 1010


@pytest.mark.parametrize("figure", FIGURES)
def test_whoever_has_the_girths_of_a_letter_is_advised_to_buy_it(figure: Figure) -> None:
    for name in size_names(figure, bottoms=False):
        assert advise_size(figure, body_in_size(figure, name, 1700).bust_mm).letter == name


@pytest.mark.parametrize("figure", FIGURES)
def test_trousers_are_made_for_the_waist_that_they_are_named_by(figure: Figure) -> None:
    for name in size_names(figure, bottoms=True):
        waist_mm = body_in_size(figure, name, 1700).waist_mm
        assert waist_mm == 10 * int(name)
        assert waist_size_cm(waist_mm) == int(name)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("bottoms", [False, True])
def test_every_girth_grows_from_size_to_size(figure: Figure, bottoms: bool) -> None:
    bodies = [body_in_size(figure, name, 1700) for name in size_names(figure, bottoms)]
    for girths in zip(*((body.bust_mm, body.waist_mm, body.hip_mm) for body in bodies), strict=True):
        assert list(girths) == sorted(set(girths))


def test_a_size_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(MeasurementError, match=r"no size 4XL; take XS to 3XL, or 60 to 124"):
        body_in_size(Figure.WOMAN, "4XL", 1680)
