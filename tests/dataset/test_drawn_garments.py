import numpy as np
import pytest

from fashiongan.attributes import Category
from fashiongan.dataset.drawn_garments import PAGE_PX, drawn_garment
from fashiongan.dataset.garment_strokes import DRAWN


def test_there_are_twelve_drawings() -> None:
    assert len(DRAWN) == 12


@pytest.mark.parametrize("category", DRAWN)
def test_a_drawing_is_few_dark_lines_on_white_within_the_page(category: Category) -> None:
    page = drawn_garment(category, seed=3)[..., 0]
    assert page.shape == (PAGE_PX, PAGE_PX)
    assert 0.005 < (page < 128).mean() < 0.08
    border = np.concatenate([page[0], page[-1], page[:, 0], page[:, -1]])
    assert (border == 255).all()


def test_a_seed_is_a_hand() -> None:
    first, same, other = (drawn_garment(Category.DRESS, seed) for seed in (0, 0, 1))
    assert (first == same).all()
    assert (first != other).any()
