import numpy as np
from PIL import Image

from fashiongan.evaluation.captions import STRIP_PX, with_column_names, with_row_names


def test_column_names_stand_above_their_columns_and_leave_the_sheet_as_it_is() -> None:
    sheet = Image.new("RGB", (300, 40), "red")
    named = with_column_names(sheet, ["left", "", "right"])
    strip = np.asarray(named)[:STRIP_PX].min(axis=(0, 2)) < 200
    assert named.size == (300, 40 + STRIP_PX)
    assert [bool(part.any()) for part in np.split(strip, 3)] == [True, False, True]
    assert (np.asarray(named)[STRIP_PX:] == np.asarray(sheet)).all()


def test_row_names_stand_beside_their_rows_and_none_is_cut_off() -> None:
    sheet = Image.new("RGB", (50, 120), "red")
    named = with_row_names(sheet, ["a longer name", "", "short"])
    left = np.asarray(named)[:, : named.width - 50].min(axis=2) < 200
    assert [bool(part.any()) for part in np.split(left, 3)] == [True, False, True]
    assert not left[:, :3].any()
    assert not left[:, -3:].any()
    assert (np.asarray(named)[:, -50:] == np.asarray(sheet)).all()
