import numpy as np
import pytest

from fashiongan.errors import GarmentError
from fashiongan.garment.upright import upright


def picture(rows: int, columns: int) -> np.ndarray:
    """An opaque block in the middle of 100 x 100 pixels."""
    rgba = np.zeros((100, 100, 4), np.uint8)
    rgba[50 - rows // 2 : 50 + rows // 2, 50 - columns // 2 : 50 + columns // 2] = 255
    return rgba


@pytest.mark.parametrize(("rows", "columns", "told"), [(0, 0, r"0\.0 % of it in 0 rows"), (10, 40, "in 10 rows")])
def test_a_picture_without_a_garment_is_refused_with_what_it_shows_and_what_would_do(
    rows: int, columns: int, told: str
) -> None:
    with pytest.raises(GarmentError, match=rf"no garment: .*{told}, and at least 0\.4 % in 16 rows"):
        upright(picture(rows, columns))


def test_a_garment_in_the_middle_has_its_middle_line_there() -> None:
    assert upright(picture(60, 40)).axis == pytest.approx(50, abs=0.5)
