from pathlib import Path

import numpy as np
import pytest

from fashiongan.attributes import Pattern
from fashiongan.color import Color
from fashiongan.dataset.colors import measure_colors, read_colors, write_colors
from fashiongan.errors import DatasetError


def striped(first: str, second: str, share: float) -> np.ndarray:
    rgba = np.zeros((100, 100, 4), np.uint8)
    rgba[10:90, 10:90, 3] = 255
    for row in range(100):
        color = Color.parse(first if row % 10 < 10 * share else second)
        rgba[row, :, :3] = (color.red, color.green, color.blue)
    return rgba


def test_stripes_have_both_their_colors_the_larger_first() -> None:
    found = measure_colors(striped("navy", "white", 0.7), Pattern.STRIPE)
    assert found.main_lab == pytest.approx(Color.parse("navy").lab, abs=0.5)
    assert found.second_lab == pytest.approx(Color.parse("white").lab, abs=0.5)
    assert found.main_share == pytest.approx(0.7, abs=0.05)


def test_a_solid_garment_has_one_color_twice_and_the_ground_is_not_part_of_it() -> None:
    rgba = striped("teal", "teal", 1.0)
    rgba[rgba[..., 3] == 0] = (255, 0, 0, 0)
    found = measure_colors(rgba, Pattern.SOLID)
    assert found.main_lab == pytest.approx(Color.parse("teal").lab, abs=0.1)
    assert (found.main_lab == found.second_lab).all()


def test_a_picture_without_an_opaque_pixel_is_refused() -> None:
    with pytest.raises(DatasetError, match="no opaque pixel"):
        measure_colors(np.zeros((8, 8, 4), np.uint8), Pattern.SOLID)


def test_colors_survive_their_file(tmp_path: Path) -> None:
    found = measure_colors(striped("navy", "white", 0.6), Pattern.STRIPE)
    write_colors(tmp_path / "colors.csv", {"a": found})
    assert read_colors(tmp_path / "colors.csv")["a"].as_row() == pytest.approx(found.as_row(), abs=0.06)
