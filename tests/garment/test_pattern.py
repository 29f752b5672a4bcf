import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.attributes import Category, GarmentAttributes, Length, Neckline, Sleeve
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.population import random_adult
from fashiongan.errors import GarmentError
from fashiongan.garment.curves import evenly, length_mm, line
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Panel, Piece
from fashiongan.garment.style import Ease, Shape, Style
from fashiongan.garment.wardrobe import draft


@pytest.fixture(scope="session")
def wardrobe_bodies(measurer: BodyMeasurer) -> list[Dimensions]:
    """Adults as a survey finds them."""
    random = np.random.default_rng(0)
    return [take_dimensions(fit_body(random_adult(random), measurer).mesh.vertices_mm, measurer) for _ in range(8)]


GARMENTS = st.sampled_from(
    [
        GarmentAttributes(Category.TSHIRT, sleeve=sleeve, neckline=neckline, length=length)
        for sleeve in (Sleeve.SHORT, Sleeve.HALF)
        for neckline in (Neckline.CREW, Neckline.V, Neckline.SCOOP, Neckline.HIGH)
        for length in (Length.CROPPED, Length.REGULAR, Length.LONG)
    ]
    + [GarmentAttributes(Category.TANK, neckline=Neckline.STRAP), GarmentAttributes(Category.LONGSLEEVE)]
)
SHARES = st.none() | st.floats(0.05, 2.5)
SHAPES = st.builds(Shape, SHARES, SHARES, SHARES, SHARES, SHARES, SHARES)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 7), st.builds(Style, GARMENTS, st.sampled_from(list(Ease)), SHAPES))
def test_both_sides_of_every_seam_agree_for_every_body_and_style(
    wardrobe_bodies: list[Dimensions], body: int, style: Style
) -> None:
    pattern = draft(wardrobe_bodies[body], style)
    for seam in pattern.seams:
        first, second = (length_mm(pattern.edge(end)) for end in (seam.first, seam.second))
        assert first * (1 + seam.gathered) == pytest.approx(second, abs=1)
    for panel in pattern.panels.values():
        assert shapely.Polygon(panel.outline).is_valid


def test_the_chest_of_the_pattern_is_the_bust_with_its_ease(plain: Dimensions) -> None:
    for ease, extra_mm in ((Ease.SLIM, 50), (Ease.REGULAR, 110), (Ease.LOOSE, 190)):
        pattern = draft(plain, Style(GarmentAttributes(), ease))
        chest = 4 * abs(pattern.panels["front"].edges["armhole_left"][0, 0])
        assert chest == pytest.approx(plain.bust_mm + extra_mm)


def test_a_category_without_a_block_is_refused_with_those_that_have_one(plain: Dimensions) -> None:
    with pytest.raises(GarmentError, match=r"A skirt cannot be cut yet. What can: tshirt, longsleeve, tank"):
        draft(plain, Style(GarmentAttributes(Category.SKIRT)))


@pytest.fixture(scope="session")
def plain(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


def test_a_panel_that_crosses_itself_is_refused() -> None:
    bow_tie = {"a": line((0, 0), (10, 10)), "b": line((10, 10), (10, 0)), "c": line((10, 0), (0, 10))}
    with pytest.raises(GarmentError, match="crosses itself"):
        Panel("bow", {**bow_tie, "d": line((0, 10), (0, 0))}, None, Piece("Bow"))


def test_an_outline_with_a_hole_is_refused() -> None:
    with pytest.raises(GarmentError, match="not closed"):
        Panel("open", {"a": line((0, 0), (10, 0)), "b": line((10, 1), (0, 0))}, None, Piece("Open"))


def test_triangles_cover_each_panel_exactly_and_face_outwards(plain: Dimensions) -> None:
    pattern = draft(plain, Style(GarmentAttributes(Category.TSHIRT)))
    mesh = mesh_pattern(pattern)
    first, second = (mesh.flat_mm[mesh.faces[:, k]] - mesh.flat_mm[mesh.faces[:, 0]] for k in (1, 2))
    areas = (first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]) / 2
    assert (areas > 0).all()
    polygons = sum(shapely.Polygon(panel.outline).area for panel in pattern.draped)
    assert areas.sum() == pytest.approx(polygons, rel=0.005)


def test_seam_vertices_are_paired_from_end_to_end(plain: Dimensions) -> None:
    pattern = draft(plain, Style(GarmentAttributes(Category.TSHIRT)))
    mesh = mesh_pattern(pattern)
    steps = np.linalg.norm(np.diff(mesh.flat_mm[mesh.stitches], axis=0), axis=2)
    within = (steps < 60).all(1)
    assert np.abs(steps[within, 0] - steps[within, 1]).max() < 0.5


def test_even_points_are_evenly_spaced() -> None:
    points = evenly(line((0, 0), (30, 40)), 5)
    assert np.linalg.norm(np.diff(points, axis=0), axis=1) == pytest.approx([10] * 5)
