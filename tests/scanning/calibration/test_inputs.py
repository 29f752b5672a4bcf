import pytest

from fashiongan.errors import CalibrationError
from scanning.calibration.inputs import Edge, parse_distances, parse_size


def test_three_lengths_are_a_box_and_two_a_cylinder() -> None:
    assert parse_size("400x250 x 600") == (400, 250, 600)
    assert parse_size("300 × 700") == (300, 700)


@pytest.mark.parametrize("text", ["", "400", "4x5x6", "400x250x", "1x2x3x4", "40 cm", "nanx700", "300xinf"])
def test_what_is_no_size_is_told_with_an_example(text: str) -> None:
    with pytest.raises(CalibrationError, match=r"is no size; .* such as"):
        parse_size(text)


def test_distances_are_parted_by_commas_or_spaces() -> None:
    assert parse_distances(" 800, 1300;2000.5 900 ") == (800, 1300, 2000.5, 900)
    assert parse_distances("") == ()


@pytest.mark.parametrize("text", ["near", "800 mm", "1e999", "-800", "0", "nan"])
def test_what_is_no_distance_is_told_with_an_example(text: str) -> None:
    with pytest.raises(CalibrationError, match=r"such as 800, 1300, 2000"):
        parse_distances(text)


def test_up_is_against_the_rows_of_the_image() -> None:
    assert Edge.TOP.direction == (0, -1, 0)
    assert Edge.RIGHT.direction == (1, 0, 0)
