import numpy as np
import pytest

from fashiongan.attributes import Pattern
from fashiongan.color import Color
from fashiongan.dataset.colors import measure_colors
from fashiongan.recolor import match_colors
from tests.dataset.test_colors import striped


def test_a_solid_garment_takes_the_asked_color_and_keeps_its_shade() -> None:
    rgba = striped("#a04040", "#a04040", 1.0)
    rgba[50:90, :, :3] -= 20
    made = match_colors(rgba, Pattern.SOLID, (Color.parse("#305080"),))
    assert measure_colors(made, Pattern.SOLID).main_lab == pytest.approx(Color.parse("#305080").lab, abs=1)
    assert made[30, 50, :3].astype(int).sum() > made[70, 50, :3].astype(int).sum() + 30
    assert np.array_equal(made[..., 3], rgba[..., 3])


def test_both_colors_of_stripes_can_be_asked_for() -> None:
    asked = (Color.parse("#2f5d8a"), Color.parse("#e8d8b0"))
    made = measure_colors(match_colors(striped("#803030", "#c0c0c0", 0.7), Pattern.STRIPE, asked), Pattern.STRIPE)
    assert made.main_lab == pytest.approx(asked[0].lab, abs=1)
    assert made.second_lab == pytest.approx(asked[1].lab, abs=1)


def test_a_second_color_that_was_not_asked_for_stays() -> None:
    before = striped("#803030", "#c0c0c0", 0.7)
    after = match_colors(before, Pattern.STRIPE, (Color.parse("teal"),))
    assert np.abs(after[19, 50].astype(int) - before[19, 50]).max() <= 1


def test_without_asked_colors_or_cloth_nothing_changes() -> None:
    rgba = striped("navy", "white", 0.7)
    assert match_colors(rgba, Pattern.STRIPE, ()) is rgba
    nothing = np.zeros((8, 8, 4), np.uint8)
    assert match_colors(nothing, Pattern.SOLID, (Color.parse("red"),)) is nothing
