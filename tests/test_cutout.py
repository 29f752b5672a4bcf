import numpy as np

from fashiongan.cutout import tidy


def square() -> np.ndarray:
    rgba = np.zeros((64, 64, 4), np.uint8)
    rgba[10:54, 10:54] = (200, 30, 40, 255)
    return rgba


def test_crumbs_go_and_the_garment_stays() -> None:
    crumbed = square()
    crumbed[2:5, 2:5] = (0, 0, 255, 255)
    assert np.array_equal(tidy(crumbed), square())


def test_a_pinhole_is_filled_with_the_cloth_around_it() -> None:
    pierced = square()
    pierced[30:33, 30:33] = (255, 255, 255, 0)
    assert np.array_equal(tidy(pierced), square())


def test_a_hole_in_the_chest_is_filled_and_the_space_under_an_arm_is_not() -> None:
    chest, arm = square(), square()
    chest[20:28, 28:36] = 0
    arm[20:28, 14:22] = 0
    assert np.array_equal(tidy(chest), square())
    assert np.array_equal(tidy(arm), arm)


def test_the_space_between_trouser_legs_stays_open() -> None:
    legs = square()
    legs[20:54, 26:38] = 0
    legs[50:54, 26:38] = (200, 30, 40, 255)
    assert np.array_equal(tidy(legs), legs)


def test_nothing_stays_nothing() -> None:
    nothing = np.zeros((8, 8, 4), np.uint8)
    assert tidy(nothing) is nothing
