import numpy as np

from fashiongan.people.piece import MARGIN_PX, SIZE_PX, cut_out


def test_a_piece_fills_its_square_up_to_the_margin_and_lies_in_the_middle() -> None:
    rgb = np.full((256, 160, 3), 30, np.uint8)
    mask = np.zeros((256, 160), bool)
    mask[100:160, 20:50] = True
    square = cut_out(rgb, mask)
    rows, columns = np.nonzero(square[..., 3] > 127)
    assert square.shape == (SIZE_PX, SIZE_PX, 4)
    assert (rows.min(), rows.max()) == (MARGIN_PX, SIZE_PX - MARGIN_PX - 1)
    assert (columns.min(), columns.max()) == (68, 187)
    assert (square[rows, columns, :3] == 30).all()


def test_no_piece_is_a_transparent_square() -> None:
    assert (cut_out(np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4), bool)) == 0).all()
