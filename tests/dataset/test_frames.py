import numpy as np
import pytest

from fashiongan.dataset.frames import Frame, box_of, frame_around, frame_fitting


def test_a_garment_takes_fifteen_sixteenths_of_its_frame_in_the_middle() -> None:
    frame = frame_around((10, 30, 120, 60))
    assert frame.side == 128
    assert (frame.left + 64, frame.top + 64) == (70, 60)


def test_a_box_is_that_of_what_is_true() -> None:
    mask = np.zeros((9, 9), bool)
    mask[2:5, 3:8] = True
    assert box_of(mask) == (3, 2, 5, 3)


@pytest.mark.parametrize("region", [(10.0, 20.0, 200.0, 60.0), (10.0, 20.0, 60.0, 200.0)])
def test_a_fitting_frame_puts_the_garment_inside_the_region_and_in_its_middle(
    region: tuple[float, float, float, float],
) -> None:
    garment = (8.0, 40.0, 100.0, 50.0)
    frame = frame_fitting(region, garment, 128)
    scale = frame.side / 128
    width, height = garment[2] * scale, garment[3] * scale
    assert width <= region[2] + 1
    assert height <= region[3] + 1
    middle = frame.left + (garment[0] + 50) * scale, frame.top + (garment[1] + 25) * scale
    assert middle == pytest.approx((region[0] + region[2] / 2, region[1] + region[3] / 2), abs=1)


def test_what_is_cut_and_put_back_leaves_a_photo_as_it_was() -> None:
    photo = np.arange(30, dtype=np.uint8).reshape(5, 6)
    for frame in (Frame(1, 1, 3), Frame(-2, -3, 9), Frame(40, 0, 3)):
        assert (frame.put(photo, frame.cut(photo)) == photo).all()


def test_beyond_a_photo_it_is_mirrored() -> None:
    assert Frame(-2, 0, 4).cut(np.array([[1, 2, 3, 4]] * 4, np.uint8))[0].tolist() == [2, 1, 1, 2]


def test_a_frame_knows_what_of_it_lies_in_the_photo() -> None:
    assert Frame(-1, -1, 3).inside(2, 1).tolist() == [[False] * 3, [False, True, False], [False, True, False]]


def test_a_wider_frame_has_the_same_middle() -> None:
    assert Frame(10, 20, 40).wider(1.5) == Frame(0, 10, 60)
