import numpy as np

from fashiongan.garment.led_on import led_on


def test_stripes_go_on_beyond_the_silhouette_and_what_is_inside_stays() -> None:
    rgb = np.zeros((20, 40, 3), np.uint8)
    rgb[::2] = 200
    inside = np.zeros((20, 40), bool)
    inside[:, 12:18] = inside[:, 24:30] = True
    rgb[~inside] = (255, 0, 255)
    made = led_on(rgb, inside)
    assert np.array_equal(made[inside], rgb[inside])
    assert (made[::2] == 200).all()
    assert (made[1::2] == 0).all()


def test_a_slope_across_goes_back_at_the_edge() -> None:
    rgb = np.tile(np.arange(40, dtype=np.uint8)[None, :, None], (4, 1, 3))
    inside = np.zeros((4, 40), bool)
    inside[:, 10:30] = True
    row = led_on(rgb, inside)[0, :, 0].tolist()
    assert row[9] == 11
    assert row[30] == 28
