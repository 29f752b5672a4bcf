import numpy as np
import pytest

from fashiongan.tools.tiling import tiles


@pytest.mark.parametrize("size", [(1, 1), (7, 30), (16, 16), (33, 17)])
def test_every_pixel_is_answered_for_once(size: tuple[int, int]) -> None:
    answered = np.zeros((2 * size[0], 2 * size[1]), int)
    for down, across in tiles(*size, tile=16, overlap=4):
        answered[down.answered(2), across.answered(2)] += 1
    assert (answered == 1).all()


def test_pieces_of_what_tiles_see_make_the_picture_again() -> None:
    picture = np.arange(33 * 17).reshape(33, 17)
    again = np.zeros_like(picture)
    for down, across in tiles(33, 17, tile=16, overlap=4):
        seen = picture[down.seen, across.seen]
        again[down.answered(1), across.answered(1)] = seen[down.within(1), across.within(1)]
    assert (again == picture).all()


def test_no_tile_sees_more_than_its_own_size_and_two_overlaps() -> None:
    assert max(down.seen_end - down.seen_start for down, _ in tiles(1000, 1000, tile=128, overlap=16)) == 160
