import numpy as np
import pytest

from fashiongan.attributes import Pattern
from fashiongan.color import Color
from fashiongan.dataset.colors import measure_colors
from fashiongan.recolor import match_colors
from tests.dataset.test_colors import striped

BLUE, SAND = Color.parse("#2f5d8a"), Color.parse("#d8c8a0")


def test_a_solid_garment_takes_the_asked_color_and_keeps_its_shade() -> None:
    rgba = striped("#a04040", "#a04040", 1.0)
    rgba[50:90, :, :3] -= 20
    made = match_colors(rgba, Pattern.SOLID, BLUE, BLUE)
    assert measure_colors(made, Pattern.SOLID).main_lab == pytest.approx(BLUE.lab, abs=1)
    assert made[30, 50, :3].astype(int).sum() > made[70, 50, :3].astype(int).sum() + 30
    assert np.array_equal(made[..., 3], rgba[..., 3])


def test_stripes_take_both_colors() -> None:
    made = measure_colors(match_colors(striped("#803030", "#c0c0c0", 0.7), Pattern.STRIPE, BLUE, SAND), Pattern.STRIPE)
    assert made.main_lab == pytest.approx(BLUE.lab, abs=1)
    assert made.second_lab == pytest.approx(SAND.lab, abs=1)


@pytest.mark.parametrize(("sand_share", "first"), [(0.8, BLUE), (0.5, SAND)])
def test_the_main_color_takes_the_larger_part_unless_both_are_about_as_large(sand_share: float, first: Color) -> None:
    """Of about equal parts, each takes the colour that it is nearer to."""
    garment = striped("#d0c0a8", "#305880", sand_share)
    made = match_colors(garment, Pattern.FLORAL, BLUE, SAND)
    was_sand = garment[..., 0] == 0xD0
    color = np.median(made[was_sand & (made[..., 3] > 0)][:, :3], axis=0)
    assert color == pytest.approx((first.red, first.green, first.blue), abs=3)


def test_cloth_of_one_even_color_takes_the_main_color_whatever_the_pattern() -> None:
    made = match_colors(striped("#808080", "#808080", 1.0), Pattern.STRIPE, BLUE, SAND)
    assert measure_colors(made, Pattern.SOLID).main_lab == pytest.approx(BLUE.lab, abs=1)


def test_two_colors_come_apart_in_a_faint_print() -> None:
    made = match_colors(striped("#505868", "#606878", 0.6), Pattern.STRIPE, BLUE, SAND)
    found = measure_colors(made, Pattern.STRIPE)
    assert found.main_lab == pytest.approx(BLUE.lab, abs=1)
    assert found.second_lab == pytest.approx(SAND.lab, abs=1)


def test_white_keeps_room_for_folds() -> None:
    white = Color.parse("white")
    made = match_colors(striped("#a0a0a0", "#a0a0a0", 1.0), Pattern.SOLID, white, white)
    assert made[50, 50, :3].max() < 240


def test_nothing_stays_nothing() -> None:
    nothing = np.zeros((8, 8, 4), np.uint8)
    assert match_colors(nothing, Pattern.SOLID, BLUE, BLUE) is nothing
