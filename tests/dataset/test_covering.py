import numpy as np

from fashiongan.dataset.covering import covered, standing_out


def box(top: int, left: int, height: int, width: int) -> np.ndarray:
    mask = np.zeros((64, 64), bool)
    mask[top : top + height, left : left + width] = True
    return mask


def photo_with_a_square() -> np.ndarray:
    random = np.random.default_rng(0)
    photo = (np.array([150, 120, 90]) + random.integers(-8, 9, (64, 64, 1))).astype(np.uint8)
    photo[20:44, 20:44] = (30, 40, 160)
    return photo


def test_a_hole_in_a_plain_ground_becomes_that_ground() -> None:
    photo = np.full((64, 64, 3), (150, 120, 90), np.uint8)
    hole = box(20, 20, 24, 24)
    photo[hole] = (0, 255, 0)
    assert (np.abs(covered(photo, hole).astype(int) - (150, 120, 90)) <= 1).all()


def test_a_hole_in_a_slope_of_light_keeps_the_slope() -> None:
    slope = np.linspace(50, 200, 64)
    photo = np.broadcast_to(slope[None, :, None], (64, 64, 3)).astype(np.uint8).copy()
    hole = box(24, 24, 16, 16)
    filled = covered(np.where(hole[..., None], np.uint8(0), photo), hole)
    assert np.abs(filled.astype(int) - photo).max() < 20


def test_what_is_no_hole_stays_to_the_last_bit() -> None:
    photo, hole = photo_with_a_square(), box(18, 18, 28, 28)
    assert (covered(photo, hole)[~hole] == photo[~hole]).all()


def test_the_fill_is_as_rough_as_the_ground() -> None:
    photo, hole = photo_with_a_square(), box(18, 18, 28, 28)
    inside = covered(photo, hole)[24:40, 24:40].astype(float).std()
    ground = photo[:16].astype(float)
    assert inside > 0.4 * (ground - ground.mean((0, 1))).std()


def test_a_picture_that_is_all_hole_is_left_alone() -> None:
    photo = photo_with_a_square()
    assert (covered(photo, np.ones((64, 64), bool)) == photo).all()


def test_what_stands_out_in_a_region_is_found() -> None:
    found, square = standing_out(photo_with_a_square(), box(12, 12, 40, 40)), box(20, 20, 24, 24)
    assert found[square].mean() > 0.95
    assert found.sum() < 1.6 * square.sum()


def test_nothing_stands_out_where_there_is_only_ground() -> None:
    assert not standing_out(photo_with_a_square(), box(46, 2, 16, 40)).any()


def test_nothing_stands_out_where_there_is_nothing_around() -> None:
    assert not standing_out(photo_with_a_square(), np.ones((64, 64), bool)).any()
