import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fashiongan.color import Color, delta_e_2000, lab_from_rgb, rgb_from_lab
from fashiongan.errors import VocabularyError


@pytest.mark.parametrize(
    ("name", "lab"),
    [("white", (100, 0, 0)), ("black", (0, 0, 0)), ("red", (53.24, 80.09, 67.20)), ("blue", (32.30, 79.19, -107.86))],
)
def test_lab_of_primary_colors_is_that_of_the_standard(name: str, lab: tuple[float, float, float]) -> None:
    assert Color.parse(name).lab == pytest.approx(lab, abs=0.02)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_color_survives_the_way_to_lab_and_back(rgb: tuple[int, int, int]) -> None:
    there = lab_from_rgb(np.array([rgb], np.uint8))
    assert tuple(rgb_from_lab(there)[0].tolist()) == rgb


def test_hex_and_name_of_a_color_are_the_same() -> None:
    assert Color.parse("navy") == Color.parse("#000080")


@pytest.mark.parametrize("text", ["", "blueish", "#12", "rgb(1,2)"])
def test_a_word_that_is_no_color_is_refused_by_name(text: str) -> None:
    with pytest.raises(VocabularyError, match="is not a colour"):
        Color.parse(text)


def test_a_channel_out_of_range_is_refused() -> None:
    with pytest.raises(VocabularyError, match="red is 300"):
        Color(300, 0, 0)


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_delta_e_2000_meets_the_test_pairs_of_sharma_wu_and_dalal(
    first: tuple[float, ...], second: tuple[float, ...], difference: float
) -> None:
    assert delta_e_2000(np.array(first), np.array(second)) == pytest.approx(difference, abs=1e-4)
    assert delta_e_2000(np.array(second), np.array(first)) == pytest.approx(difference, abs=1e-4)
