import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point, Polygon

from fashiongan.garment.curves import Points, line
from fashiongan.garment.printing.offsetting import Border, cut_line, outward_at, thinned


def borders_of(
    corners: list[tuple[float, float]], allowances_mm: list[float], hems: tuple[int, ...] = ()
) -> list[Border]:
    ends = [*corners[1:], corners[0]]
    return [
        Border(line(start, end), allowance, index in hems)
        for index, (start, end, allowance) in enumerate(zip(corners, ends, allowances_mm, strict=True))
    ]


def circle(radius_mm: float) -> Points:
    angle = np.linspace(0, 2 * np.pi, 721)
    return radius_mm * np.stack([np.cos(angle), np.sin(angle)], axis=1)


@given(st.floats(60, 900), st.floats(60, 900), st.lists(st.floats(0, 40), min_size=4, max_size=4))
def test_a_rectangle_grows_by_the_allowance_of_each_side(width: float, height: float, allowances: list[float]) -> None:
    below, right, above, left = allowances
    cut = cut_line(borders_of([(0, 0), (width, 0), (width, height), (0, height)], allowances))
    low, high = cut.min(0), cut.max(0)
    assert (*low, *high) == pytest.approx((-left, -below, width + right, height + above), abs=0.02)


def test_a_corner_is_mitred() -> None:
    cut = Polygon(cut_line(borders_of([(0, 0), (100, 0), (100, 50), (0, 50)], [10.0] * 4)))
    assert cut.area == pytest.approx(120 * 70, abs=1)


def test_a_very_sharp_corner_is_cut_off() -> None:
    cut = cut_line(borders_of([(0, 0), (400, -20), (400, 20)], [10.0] * 3))
    assert cut[:, 0].min() > -25


def test_a_hollow_corner_is_followed() -> None:
    hollow = [(0.0, 0.0), (100.0, 0.0), (100.0, 40.0), (40.0, 40.0), (40.0, 100.0), (0.0, 100.0)]
    cut = Polygon(cut_line(borders_of(hollow, [10.0] * 6)))
    assert cut.area == pytest.approx(120 * 60 + 60 * 60, abs=1)


def test_a_circle_stays_one_ten_millimetres_larger() -> None:
    cut = cut_line([Border(circle(100)[:361], 10.0), Border(circle(100)[360:], 10.0)])
    assert np.linalg.norm(cut, axis=1) == pytest.approx(110, abs=0.1)


def test_the_cut_line_of_a_neck_keeps_its_distance_from_the_seam() -> None:
    neck = 60 * np.stack([np.cos(np.linspace(0, -np.pi, 90)), np.sin(np.linspace(0, -np.pi, 90))], axis=1)
    outline = [line((-60, 0), (-120, 0)), line((-120, 0), (-120, -200)), line((-120, -200), (120, -200))]
    outline += [line((120, -200), (120, 0)), line((120, 0), (60, 0))]
    cut = LineString(cut_line([*(Border(one, 10.0) for one in outline), Border(neck, 7.0)]))
    assert cut.distance(Point(0, -60)) == pytest.approx(7, abs=0.05)
    assert cut.distance(Point(*neck[30])) == pytest.approx(7, abs=0.05)


def test_a_hem_that_is_turned_up_lies_exactly_on_a_tapered_piece() -> None:
    taper = [(-80.0, 0.0), (80.0, 0.0), (110.0, 300.0), (-110.0, 300.0)]
    cut = Polygon(cut_line(borders_of(taper, [30.0, 10.0, 10.0, 10.0], hems=(0,))))
    for below in (1.0, 12.0, 29.0):
        turned, above = (cut.intersection(LineString([(-500, y), (500, y)])).length for y in (-below, below))
        assert turned == pytest.approx(above, abs=0.1)


def test_a_hem_of_a_flared_piece_narrows_downwards() -> None:
    flare = [(-200.0, 0.0), (200.0, 0.0), (60.0, 300.0), (-60.0, 300.0)]
    cut = Polygon(cut_line(borders_of(flare, [30.0, 10.0, 10.0, 10.0], hems=(0,))))
    turned, above = (cut.intersection(LineString([(-500, y), (500, y)])).length for y in (-25, 25))
    assert turned == pytest.approx(above, abs=0.1)


def test_thinned_curves_keep_their_length() -> None:
    assert LineString(thinned(circle(100))).length == pytest.approx(2 * math.pi * 100, abs=0.2)
    assert len(thinned(circle(100))) < 361


def test_outwards_of_a_counter_clockwise_circle_is_away_from_its_middle() -> None:
    assert outward_at(circle(50), np.array([0.0, 50.0])) == pytest.approx([0, 1], abs=0.01)
