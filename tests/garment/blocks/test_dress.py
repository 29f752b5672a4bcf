import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.blocks.dress import dress
from fashiongan.garment.blocks.walking import walking_girth_mm
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.fabrics import fabric_of
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Ease, Shape, Style


def cut(body: Dimensions, ease: Ease = Ease.REGULAR, shape: Shape | None = None, **words: str) -> Pattern:
    return dress(body, Style(GarmentAttributes.parse({"category": "dress", **words}), ease, shape or Shape()))


def girth_of(pattern: Pattern, edge: str) -> float:
    """Sum of all edges of a name, on whatever panels and sides they are, that are draped."""
    return sum(
        length_mm(points)
        for panel in pattern.draped
        for name, points in panel.edges.items()
        if name.startswith(edge) and not panel.name.startswith("sleeve")
    )


def waist_of(pattern: Pattern, *panels: str) -> float:
    return sum(
        length_mm(points)
        for panel in panels
        for name, points in pattern.panels[panel].edges.items()
        if name.startswith("waist")
    )


@pytest.fixture(scope="module")
def body(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


@settings(max_examples=30)
@given(st.data(), st.sampled_from([Ease.SLIM, Ease.REGULAR]))
def test_the_waist_of_a_sheath_is_the_bodys_with_ease_above_and_below_the_seam(
    wardrobe_bodies: list[Dimensions], data: st.DataObject, ease: Ease
) -> None:
    body = data.draw(st.sampled_from(wardrobe_bodies))
    pattern, extra_mm = cut(body, ease), {Ease.SLIM: 35, Ease.REGULAR: 60}[ease]
    for panels in (("front", "back_left", "back_right"), ("skirt_front", "skirt_back_left", "skirt_back_right")):
        assert waist_of(pattern, *panels) == pytest.approx(body.waist_mm + extra_mm, abs=0.1)


def test_the_front_over_the_bust_is_as_long_as_the_body_there(body: Dimensions) -> None:
    front = cut(body).panels["front"]
    neck, waist = front.edges["shoulder_left"][-1, 1], front.edges["waist_centre"][0, 1]
    assert neck - waist == pytest.approx(body.neck_to_waist_over_bust_mm)


def test_darts_point_at_the_bust_but_stop_short_of_it(body: Dimensions) -> None:
    front = cut(body).panels["front"]
    x = body.bust_point_width_mm / 2
    side_dart, waist_dart = front.edges["bust_lower_left"][-1], front.edges["dart_inner_left"][-1]
    assert 10 < side_dart[0] - x < 30
    assert waist_dart[0] == pytest.approx(x, abs=1)
    neck = front.edges["shoulder_left"][-1]
    assert np.hypot(*(waist_dart - neck)) - body.neck_to_bust_point_mm == pytest.approx(25, abs=15)


def test_a_fuller_bust_gets_a_wider_dart(body: Dimensions, wardrobe_bodies: list[Dimensions]) -> None:
    def dart_mm(one: Dimensions) -> float:
        edges = cut(one).panels["front"].edges
        return float(np.linalg.norm(edges["bust_lower_left"][0] - edges["bust_upper_left"][-1]))

    over_bust = [one.neck_to_waist_over_bust_mm - one.back_waist_mm for one in wardrobe_bodies]
    flat, full = wardrobe_bodies[int(np.argmin(over_bust))], wardrobe_bodies[int(np.argmax(over_bust))]
    assert dart_mm(flat) < dart_mm(full)


@pytest.mark.parametrize("fabric", ["jersey", "knit"])
def test_knitted_cloth_has_no_darts_and_no_closure(body: Dimensions, fabric: str) -> None:
    pattern = cut(body, fabric=fabric)
    assert {panel.name for panel in pattern.draped} == {"front", "back"}
    assert not any(seam.closed_by or seam.first[0] == seam.second[0] for seam in pattern.seams)


def test_woven_cloth_opens_at_the_centre_back_from_neck_to_hips(body: Dimensions) -> None:
    zips = [seam for seam in cut(body, fabric="woven").seams if seam.closed_by == "zip"]
    assert [seam.first[0] for seam in zips] == ["back_left", "skirt_back_left"]
    long = sum(length_mm(cut(body, fabric="woven").edge(seam.first)) for seam in zips)
    assert body.back_waist_mm < long < body.back_waist_mm + body.waist_to_hip_mm


def test_buttons_close_the_front_all_the_way_with_a_hole_for_each(body: Dimensions) -> None:
    pattern = cut(body, closure="buttons")
    for name in ("front", "skirt_front"):
        left, right = pattern.panels[f"{name}_left"], pattern.panels[f"{name}_right"]
        assert left.piece.buttons["button"] == pytest.approx(right.piece.buttons["buttonhole"])
        assert right.piece.twin_of == left.name
    assert {seam.closed_by for seam in pattern.seams} == {"", "buttons"}


@pytest.mark.parametrize("hem", [1.4, 2.0])
def test_a_wide_hem_in_the_picture_makes_an_a_line_of_that_width(body: Dimensions, hem: float) -> None:
    pattern = cut(body, shape=Shape(hem=hem))
    front = pattern.panels["front"]
    under_arms = np.ptp([front.edges[f"armhole_{side}"][at, 0] for side, at in (("left", 0), ("right", -1))])
    assert pattern.title == "A-line dress"
    assert np.ptp(front.edges["hem"][:, 0]) / under_arms == pytest.approx(hem, rel=0.001)


@settings(max_examples=30)
@given(st.data(), st.sampled_from(["mini", "knee", "midi", "maxi"]), st.sampled_from(list(Ease)))
def test_one_can_walk_in_every_hem_or_it_is_slit_to_where_one_can(
    wardrobe_bodies: list[Dimensions], data: st.DataObject, length: str, ease: Ease
) -> None:
    body = data.draw(st.sampled_from(wardrobe_bodies))
    pattern = cut(body, ease, length=length)
    height = {
        "mini": (body.knee_height_mm + body.inseam_mm) / 2,
        "knee": body.knee_height_mm,
        "midi": 0.55 * body.ankle_height_mm + 0.45 * body.knee_height_mm,
        "maxi": body.ankle_height_mm + 25,
    }[length]
    slits = [panel.piece.marks["slit"] for panel in pattern.draped if "slit" in panel.piece.marks]
    slit_mm = length_mm(slits[0]) if slits else 0.0
    assert girth_of(pattern, "hem") >= walking_girth_mm(body, height + slit_mm) - 1


def test_a_step_needs_more_width_the_lower_the_hem(body: Dimensions) -> None:
    assert walking_girth_mm(body, body.inseam_mm) == pytest.approx(body.thigh_mm)
    heights = np.linspace(body.ankle_height_mm, body.knee_height_mm, 5)
    assert (np.diff([walking_girth_mm(body, float(height)) for height in heights]) < 0).all()


def test_no_hem_holds_the_legs_together(wardrobe_bodies: list[Dimensions]) -> None:
    """At the knee legs in A pose are about a fifth of the stature apart, centre to centre."""
    for body in wardrobe_bodies:
        hem_mm = girth_of(cut(body, Ease.SLIM, Shape(hem=0.1), length="knee"), "hem")
        assert hem_mm > 2 * 0.18 * body.height_mm + body.knee_mm


def test_lengths_hang_from_above_the_knee_to_the_ankle(body: Dimensions) -> None:
    def hem_height(length: str) -> float:
        skirt = cut(body, length=length).panels["skirt_front"]
        return body.waist_height_mm - skirt.size_mm[1]

    assert hem_height("mini") > body.knee_height_mm + 60
    assert hem_height("knee") == pytest.approx(body.knee_height_mm, abs=20)
    assert body.ankle_height_mm + 60 < hem_height("midi") < body.knee_height_mm - 60
    assert hem_height("maxi") == pytest.approx(body.ankle_height_mm, abs=20)


def test_sleeve_caps_are_a_little_longer_than_their_armholes(wardrobe_bodies: list[Dimensions]) -> None:
    for body in wardrobe_bodies:
        pattern = cut(body, sleeve="long")
        caps = [seam for seam in pattern.seams if "cap" in seam.second[1]]
        assert len(caps) == 4
        for seam in caps:
            armhole, cap = (length_mm(pattern.edge(end)) for end in (seam.first, seam.second))
            assert cap / armhole == pytest.approx(1.02, abs=0.002)


@pytest.mark.parametrize(("sleeve", "fabric"), [("short", "woven"), ("none", "jersey")])
def test_a_dress_is_sewn_up_and_hangs_to_its_length_outside_the_body(
    woman: FittedBody, body: Dimensions, sleeve: str, fabric: str
) -> None:
    pattern = cut(body, length="mini", sleeve=sleeve, fabric=fabric)
    worn = drape(pattern, mesh_pattern(pattern, finest_mm=24), woman.mesh, fabric_of(None, Category.DRESS))
    assert worn.seam_gap_mm <= 2
    assert worn.deepest_inside_mm <= 1
    assert worn.vertices_mm[:, 1].min() == pytest.approx((body.knee_height_mm + body.inseam_mm) / 2, abs=40)
