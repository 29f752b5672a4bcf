import contextlib
from collections.abc import Callable, Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.attributes import GarmentAttributes
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.errors import GarmentError
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.silhouette import read_shape
from fashiongan.garment.style import Ease, Shape, Style
from fashiongan.garment.wardrobe import draft
from tests.garment.flat_picture import FRONT, as_image, draw, flat_top, sleeve_outline

TEE = {"category": "tshirt", "sleeve": "short", "neckline": "crew"}
TANK = {"category": "tank", "sleeve": "none", "neckline": "scoop"}
LONG = {"category": "longsleeve", "sleeve": "long", "neckline": "crew"}
Cut = Callable[..., Pattern]


@pytest.fixture(scope="module")
def cut(woman: FittedBody, measurer: BodyMeasurer) -> Cut:
    dimensions: Dimensions = take_dimensions(woman.mesh.vertices_mm, measurer)
    return lambda words, shape, ease=Ease.REGULAR: draft(dimensions, Style(GarmentAttributes.parse(words), ease, shape))


def width_mm(pattern: Pattern) -> float:
    return float(2 * pattern.panels["front"].edges["armhole_left"][0, 0])


@settings(max_examples=25)
@given(
    words=st.sampled_from([TEE, TANK, LONG]),
    length=st.floats(1.0, 1.8),
    hem=st.floats(1.0, 1.3),
    ease=st.sampled_from(list(Ease)),
    arm_deg=st.floats(20, 50),
    turn_deg=st.floats(-10, 10),
)
def test_length_and_hem_of_a_flat_pattern_are_read_within_a_tenth(
    cut: Cut, words: Mapping[str, str | None], length: float, hem: float, ease: Ease, arm_deg: float, turn_deg: float
) -> None:
    pattern = cut(words, Shape(length=length, hem=hem), ease)
    front, width = pattern.panels["front"], width_mm(pattern)
    read = read_shape(as_image(draw(flat_top(pattern, arm_deg), turn_deg=turn_deg), words))
    assert read.length == pytest.approx(-front.outline[:, 1].min() / width, rel=0.1)
    assert read.hem == pytest.approx(np.ptp(front.edges["hem"][:, 0]) / width, rel=0.12)


@pytest.mark.parametrize("arm_deg", [25.0, 45.0])
def test_a_long_sleeve_and_its_cuff_are_read_along_the_sleeve(cut: Cut, arm_deg: float) -> None:
    pattern = cut(LONG, Shape())
    tip, outer, inner, _ = sleeve_outline(pattern, arm_deg)
    read = read_shape(as_image(draw(flat_top(pattern, arm_deg)), LONG))
    assert read.sleeve == pytest.approx(np.linalg.norm(outer - tip) / width_mm(pattern), rel=0.08)
    assert read.cuff == pytest.approx(np.linalg.norm(inner - outer) / width_mm(pattern), rel=0.15)


@pytest.mark.parametrize(("neckline", "depth"), [("crew", 0.2), ("v", 0.35), ("scoop", 0.3)])
def test_the_neck_is_read_from_the_edge_of_the_front_on_the_inside_of_the_back(
    cut: Cut, neckline: str, depth: float
) -> None:
    words = {**TANK, "neckline": neckline}
    pattern = cut(words, Shape(neck_width=0.36, neck_depth=depth))
    read = read_shape(as_image(draw(flat_top(pattern)), words))
    assert read.neck_width == pytest.approx(0.36, rel=0.12)
    assert read.neck_depth == pytest.approx(depth, rel=0.15)


def trousers(leg_mm: float, spread: float) -> list[tuple[np.ndarray, tuple[int, int, int]]]:
    """Waist 400, seat 500, crotch 280 mm down, legs 700 mm long below it."""
    legs = []
    for sign in (1, -1):
        inner, outer = spread + 20, spread + 20 + leg_mm
        leg = [(0, 0), (200, 0), (250, -220), (250, -280), (outer, -980), (inner, -980), (5, -280), (0, -270)]
        legs.append((np.array(leg, float) * [sign, 1], FRONT))
    return legs


@pytest.mark.parametrize(("leg_mm", "spread"), [(200, 0), (230, 0), (200, 60)])
def test_legs_are_measured_across_and_along(leg_mm: float, spread: float) -> None:
    words = {"category": "trousers", "length": "full"}
    read = read_shape(as_image(draw(trousers(leg_mm, spread)), words))
    assert read.length == pytest.approx(980 / 500, rel=0.06)
    assert read.hem == pytest.approx(leg_mm / 500, rel=0.1)


def test_a_flared_skirt_is_as_wide_at_the_hem_as_drawn() -> None:
    skirt = np.array([(-190, 0), (190, 0), (250, -210), (360, -600), (-360, -600), (-250, -210)], float)
    read = read_shape(as_image(draw([(skirt, FRONT)]), {"category": "skirt"}))
    assert read.length == pytest.approx(600 / 500, rel=0.06)
    assert read.hem == pytest.approx(720 / 500, rel=0.06)


def test_a_rounded_hem_is_as_wide_as_between_its_corners() -> None:
    x = np.linspace(-360, 360, 41)
    hem = np.stack([x, -450 - 150 * np.sqrt(1 - (x / 361) ** 2)], axis=1)
    skirt = np.concatenate([[(190.0, 0.0), (-190.0, 0.0)], hem])
    read = read_shape(as_image(draw([(skirt, FRONT)]), {"category": "skirt"}))
    assert read.hem == pytest.approx(720 / (1.35 * 380), rel=0.1)


@pytest.mark.parametrize("slant_mm", [0.0, 60.0])
def test_legs_of_shorts_are_measured_across_even_if_they_end_aslant(slant_mm: float) -> None:
    legs = []
    for sign in (1, -1):
        leg = [(0, 0), (200, 0), (250, -250), (280, -430), (30, -430 - slant_mm), (0, -290)]
        legs.append((np.array(leg, float) * [sign, 1], FRONT))
    read = read_shape(as_image(draw(legs), {"category": "shorts"}))
    assert read.hem == pytest.approx(250 / 500, rel=0.12)


def test_legs_that_touch_down_to_the_knee_are_each_half_as_wide_as_what_covers_the_row() -> None:
    legs = []
    for sign in (1, -1):
        leg = [(0, 0), (200, 0), (220, -600), (240, -980), (60, -980), (0, -600)]
        legs.append((np.array(leg, float) * [sign, 1], FRONT))
    read = read_shape(as_image(draw(legs), {"category": "trousers"}))
    assert read.hem == pytest.approx(180 / 410, rel=0.1)


def test_full_trousers_that_seem_short_are_only_wide_at_the_seat() -> None:
    wide = [(points * [1.5, 1.0], color) for points, color in trousers(200, 0)]
    read = read_shape(as_image(draw(wide), {"category": "trousers", "length": "full"}))
    assert read.length is None
    assert read.hem == pytest.approx(300 / 750, rel=0.1)


def test_a_stripe_across_the_chest_is_no_neck(cut: Cut) -> None:
    words = {**TEE, "neckline": "scoop"}
    polygons = [(outline, FRONT) for outline, _ in flat_top(cut(words, Shape(neck_depth=0.15)))]
    chest = np.array([(-230, -170), (230, -170), (230, -260), (-230, -260)], float)
    assert read_shape(as_image(draw([*polygons, (chest, (220, 30, 90))]), words)).neck_depth is None


def test_where_sleeves_lie_along_the_trunk_it_is_as_wide_as_where_they_leave_it() -> None:
    trunk = np.array([(-90, 0), (90, 0), (230, -60), (250, -640), (-250, -640), (-230, -60)], float)
    sleeve = np.array([(200, -50), (250, -470), (420, -560), (300, -100)], float)
    rgba = draw([(trunk, FRONT), (sleeve, FRONT), (sleeve * [-1, 1], FRONT)])
    read = read_shape(as_image(rgba, {"category": "longsleeve", "sleeve": "long", "neckline": "crew"}))
    assert read.length == pytest.approx(640 / 490, rel=0.1)


def test_a_black_hanger_does_not_change_what_is_read(cut: Cut) -> None:
    polygons = flat_top(cut(TANK, Shape()))
    high = max(float(outline[:, 1].max()) for outline, _ in polygons)
    light = [(outline, (200, 180, 150)) for outline, _ in polygons]
    hanger = np.array([(0, 30), (130, 0), (130, -14), (0, 10), (-130, -14), (-130, 0)], float) + np.array([0, high])
    first, second = (read_shape(as_image(draw(shown), TANK)) for shown in (light, [(hanger, (25, 25, 25)), *light]))
    assert second.length == pytest.approx(first.length, rel=0.03)
    assert second.neck_width == pytest.approx(first.neck_width, rel=0.1)


def test_a_hook_and_specks_do_not_change_what_is_read(cut: Cut) -> None:
    rgba = draw(flat_top(cut(TEE, Shape())))
    spoilt = rgba.copy()
    top = int(np.flatnonzero(rgba[..., 3].any(1))[0])
    spoilt[max(top - 20, 0) : top + 12, 127:129] = 255
    spoilt[5:9, 5:9] = 255
    first, second = read_shape(as_image(rgba, TEE)), read_shape(as_image(spoilt, TEE))
    assert second.length == pytest.approx(first.length, rel=0.03)
    assert second.sleeve == pytest.approx(first.sleeve, rel=0.03)


def test_trousers_folded_in_half_tell_nothing() -> None:
    leg = np.array([(0, 0), (260, 0), (260, -1000), (60, -1000)], float)
    assert read_shape(as_image(draw([(leg, FRONT)]), {"category": "trousers"})) == Shape()


def test_a_picture_without_a_garment_is_refused() -> None:
    with pytest.raises(GarmentError, match="no garment"):
        read_shape(as_image(np.zeros((64, 64, 4), np.uint8), TEE))


@settings(max_examples=40)
@given(
    words=st.sampled_from([TEE, TANK, LONG, {"category": "trousers"}, {"category": "shorts"}, {"category": "skirt"}]),
    size=st.tuples(st.integers(1, 90), st.integers(1, 90)),
    bars=st.lists(st.tuples(*[st.integers(0, 89)] * 4), max_size=4),
)
def test_whatever_a_picture_shows_it_gives_a_shape_or_one_clear_line(
    words: Mapping[str, str | None], size: tuple[int, int], bars: list[tuple[int, int, int, int]]
) -> None:
    rgba = np.zeros((*size, 4), np.uint8)
    for top, left, height, width in bars:
        rgba[top : top + height, left : left + width] = 255
    with contextlib.suppress(GarmentError):
        assert isinstance(read_shape(as_image(rgba, words)), Shape)
