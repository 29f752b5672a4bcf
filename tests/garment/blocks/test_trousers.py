import numpy as np
import pytest

from fashiongan.attributes import Category, Closure, GarmentAttributes, Length
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.fabrics import fabric_of
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Ease, Shape, Style
from fashiongan.garment.wardrobe import draft


@pytest.fixture(scope="module")
def plain(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


def trousers(
    body: Dimensions,
    ease: Ease = Ease.REGULAR,
    shape: Shape | None = None,
    category: Category = Category.TROUSERS,
    **words: object,
) -> Pattern:
    return draft(body, Style(GarmentAttributes(category, **words), ease, shape or Shape()))  # type: ignore[arg-type]


def of_half(pattern: Pattern, *edges: str) -> float:
    """The summed length of some edges of a left front and a left back."""
    return sum(length_mm(pattern.panels[f"{part}_left"].edges[edge]) for part in ("front", "back") for edge in edges)


def test_the_crotch_seam_and_the_band_are_as_long_as_the_body_and_its_ease(wardrobe_bodies: list[Dimensions]) -> None:
    below_waist, band, ease = 20, 40, 35
    for body in wardrobe_bodies:
        seam = of_half(trousers(body), "centre", "crotch")
        assert seam == pytest.approx(body.total_crotch_mm - 2 * (below_waist + band) + ease, abs=1)


def test_front_and_back_inseams_are_equal_without_easing(wardrobe_bodies: list[Dimensions]) -> None:
    for body in wardrobe_bodies:
        panels = trousers(body).panels
        inseams = [length_mm(panels[name].edges["inseam"]) for name in ("front_left", "back_left")]
        assert inseams[0] == pytest.approx(inseams[1], abs=0.1)


def test_legs_are_straight_from_knee_to_hem_unless_asked(plain: Dimensions) -> None:
    assert of_half(trousers(plain), "hem") == pytest.approx(plain.knee_mm + 90, abs=1)


def test_a_picture_s_hem_flares_the_legs(plain: Dimensions) -> None:
    seat = (plain.hips_mm + 60) / 2
    assert of_half(trousers(plain, shape=Shape(hem=0.7)), "hem") == pytest.approx(2 * 0.7 * seat, abs=1)


def test_however_narrow_a_picture_is_a_foot_goes_through(wardrobe_bodies: list[Dimensions]) -> None:
    for body in wardrobe_bodies:
        assert of_half(trousers(body, Ease.SLIM, Shape(hem=0.05)), "hem") >= 1.45 * body.ankle_mm - 1


def test_full_trousers_end_above_the_floor_and_cropped_ones_on_the_calf(plain: Dimensions) -> None:
    full, cropped = (
        plain.waist_height_mm + trousers(plain, length=word).panels["front_left"].outline[:, 1].min()
        for word in (Length.FULL, Length.CROPPED)
    )
    assert 20 < full < plain.ankle_height_mm
    assert plain.ankle_height_mm + 50 < cropped < plain.knee_height_mm - 100


def test_knee_length_shorts_end_at_the_knee_and_short_ones_on_the_thigh(plain: Dimensions) -> None:
    knee, short = (
        plain.waist_height_mm
        + trousers(plain, category=Category.SHORTS, length=word).panels["front_left"].outline[:, 1].min()
        for word in (Length.KNEE, Length.SHORT)
    )
    assert knee == pytest.approx(plain.knee_height_mm, abs=40)
    assert plain.knee_height_mm + 100 < short < plain.inseam_mm


def test_a_band_below_a_narrow_waist_is_shaped_shorter_above_than_below(plain: Dimensions) -> None:
    edges = trousers(plain).panels["waistband"].edges
    below = sum(length_mm(edge) for name, edge in edges.items() if "_waist_" in name)
    assert length_mm(edges["top"]) < below - 20


def test_the_fly_takes_a_zip_or_buttons(plain: Dimensions) -> None:
    for closure, closed_by in ((Closure.NONE, "zip"), (Closure.BUTTONS, "buttons")):
        fly = next(seam for seam in trousers(plain, closure=closure).seams if seam.first == ("front_left", "centre"))
        assert fly.closed_by == closed_by


def test_they_stay_up(plain: Dimensions, woman: FittedBody) -> None:
    pattern = trousers(plain, category=Category.SHORTS)
    flat = mesh_pattern(pattern, finest_mm=20.0)
    worn = drape(pattern, flat, woman.mesh, fabric_of(None, Category.SHORTS))
    band = worn.corners_mm[flat.vertices_of("waistband"), 1]
    assert worn.seam_gap_mm <= 2
    assert worn.deepest_inside_mm <= 1
    assert band.mean() == pytest.approx(plain.waist_height_mm - 40, abs=15)


def test_the_side_seam_is_smooth_over_the_hip(wardrobe_bodies: list[Dimensions]) -> None:
    for one in wardrobe_bodies:
        for category in (Category.TROUSERS, Category.SHORTS):
            side = draft(one, Style(GarmentAttributes(category))).panels["back_right"].edges["side"]
            ways = np.arctan2(*np.diff(side, axis=0).T[::-1])
            assert np.degrees(np.abs(np.diff(ways))).max() < 8
