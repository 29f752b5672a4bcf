import numpy as np

from fashiongan.people.framing import FILLS, PersonFrame, frame_around, whole_frame


def test_a_picture_of_the_networks_size_is_its_own_frame_and_is_cut_byte_for_byte() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (256, 160, 3), np.uint8)
    frame = whole_frame(256, 160)
    assert frame == PersonFrame(0, 0, 160, 256)
    assert (frame.cut(picture) == picture).all()


def test_what_stands_in_the_middle_of_its_frame_fills_nine_tenths() -> None:
    mask = np.zeros((700, 900), bool)
    mask[100:550, 400:500] = True
    frame = frame_around(mask)
    assert frame.height == round(450 / FILLS)
    assert abs(frame.left + frame.width / 2 - 450) <= 1
    assert abs(frame.top + frame.height / 2 - 325) <= 1


def test_beyond_a_picture_its_border_goes_on() -> None:
    picture = np.full((20, 20, 3), 90, np.uint8)
    assert (PersonFrame(-70, -100, 160, 256).cut(picture) == 90).all()


def test_what_is_put_back_changes_no_pixel_outside_the_mask() -> None:
    picture = np.random.default_rng(1).integers(0, 256, (500, 400, 3), np.uint8)
    frame = PersonFrame(40, 30, 240, 384)
    changed = np.zeros((256, 160), bool)
    changed[100:140, 60:90] = True
    result = frame.put(picture, np.zeros((256, 160, 3), np.uint8), changed)
    differs = (result != picture).any(-1)
    rows, columns = np.nonzero(differs)
    assert rows.min() >= 178
    assert rows.max() <= 242
    assert columns.min() >= 128
    assert columns.max() <= 177
    assert (result[185:235, 135:170] == 0).all()


def test_a_frame_that_lies_beside_the_picture_changes_nothing() -> None:
    picture = np.full((30, 30, 3), 7, np.uint8)
    made = PersonFrame(100, 100, 16, 26).put(picture, np.zeros((256, 160, 3), np.uint8), np.ones((256, 160), bool))
    assert (made == picture).all()


def test_a_frame_in_a_frame_lies_where_the_mask_does() -> None:
    outer = PersonFrame(100, 200, 320, 512)
    mask = np.zeros((256, 160), bool)
    mask[51:205, 60:100] = True
    inner = outer.zoomed(mask)
    assert abs(inner.left + inner.width / 2 - (100 + 160)) <= 2
    assert abs(inner.top + inner.height / 2 - (200 + 256)) <= 2
    assert abs(inner.height - 2 * 154 / FILLS) <= 2
