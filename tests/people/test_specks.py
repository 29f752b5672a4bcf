import numpy as np
import pytest

from fashiongan.people.specks import LEAST_PART_PX, without_specks


def halves() -> np.ndarray:
    regions = np.zeros((40, 40), np.int64)
    regions[:, 20:] = 3
    return regions


@pytest.mark.parametrize("place", [(4, 4), (30, 30), (0, 39)])
def test_a_speck_becomes_what_is_around_it(place: tuple[int, int]) -> None:
    regions = halves()
    regions[place] = 5
    assert (without_specks(regions) == halves()).all()


def test_what_is_large_enough_stays() -> None:
    regions = halves()
    regions[2 : 2 + LEAST_PART_PX // 8, 2:10] = 5
    assert (without_specks(regions) == regions).all()


def test_a_map_of_nothing_but_specks_stays() -> None:
    regions = np.arange(36).reshape(6, 6)
    assert (without_specks(regions) == regions).all()
