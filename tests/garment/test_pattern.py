import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, Sleeve, valid_values
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.errors import GarmentError, MeasurementError, VocabularyError
from fashiongan.garment.curves import evenly, length_mm, line
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Panel, Piece
from fashiongan.garment.style import Ease, Shape, Style
from fashiongan.garment.wardrobe import BLOCKS, draft


def garments_of(category: Category) -> st.SearchStrategy[GarmentAttributes]:
    """Every valid word of a category, or none."""
    words = {name: st.none() | st.sampled_from(valid_values(category, name)) for name in VOCABULARY}
    return st.builds(GarmentAttributes, **{**words, "category": st.just(category)})


SHARES = st.none() | st.floats(0.05, 2.5)
SHAPES = st.builds(Shape, SHARES, SHARES, SHARES, SHARES, SHARES, SHARES)


@pytest.mark.parametrize("category", list(BLOCKS))
@settings(max_examples=25)
@given(st.data(), st.sampled_from(list(Ease)), SHAPES)
def test_both_sides_of_every_seam_agree_for_every_body_and_style(
    wardrobe_bodies: list[Dimensions], category: Category, data: st.DataObject, ease: Ease, shape: Shape
) -> None:
    body = data.draw(st.sampled_from(wardrobe_bodies))
    pattern = draft(body, Style(data.draw(garments_of(category)), ease, shape))
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


def test_every_category_can_be_cut() -> None:
    assert set(BLOCKS) == set(Category)


def test_a_body_that_no_pattern_can_serve_is_told_with_what_is_off_and_the_nearest_that_works(
    plain: Dimensions,
) -> None:
    with pytest.raises(GarmentError, match=r"waist_mm is 2500; the nearest that patterns are made for is 1201\.$"):
        draft(replace(plain, waist_mm=2500.0), Style(GarmentAttributes(Category.DRESS)))


@pytest.mark.parametrize("value", [0.0, -3.0, math.nan, math.inf])
def test_a_measurement_that_is_no_length_is_refused_by_name(plain: Dimensions, value: float) -> None:
    with pytest.raises(MeasurementError, match=r"waist_mm is .* no length"):
        replace(plain, waist_mm=value)


def test_a_word_that_a_block_does_not_know_is_told_with_those_that_it_knows() -> None:
    with pytest.raises(VocabularyError, match=r"A skirt has no sleeve long. Valid for a skirt: na\."):
        GarmentAttributes(Category.SKIRT, sleeve=Sleeve.LONG)


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


@pytest.mark.parametrize("category", list(BLOCKS))
def test_cloth_is_as_long_at_every_edge_as_the_printed_pattern(plain: Dimensions, category: Category) -> None:
    pattern = draft(plain, Style(GarmentAttributes(category)))
    mesh = mesh_pattern(pattern)
    for panel in pattern.draped:
        printed = sum(length_mm(edge) for edge in panel.edges.values())
        corners = mesh.faces[mesh.panel_of_vertex[mesh.faces[:, 0]] == mesh.panel_names.index(panel.name)]
        edges = np.sort(np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]]), axis=1)
        sides, times = np.unique(edges, axis=0, return_counts=True)
        outline = sides[times == 1]
        cut = np.linalg.norm(mesh.flat_mm[outline[:, 0]] - mesh.flat_mm[outline[:, 1]], axis=1).sum()
        assert cut == pytest.approx(printed, abs=0.5 * len(panel.edges))
        assert cut <= printed + 1e-6


def test_seam_vertices_are_paired_from_end_to_end(plain: Dimensions) -> None:
    pattern = draft(plain, Style(GarmentAttributes(Category.TSHIRT)))
    mesh = mesh_pattern(pattern)
    steps = np.linalg.norm(np.diff(mesh.flat_mm[mesh.stitches], axis=0), axis=2)
    within = (steps < 60).all(1)
    assert np.abs(steps[within, 0] - steps[within, 1]).max() < 0.5


def test_even_points_are_evenly_spaced() -> None:
    points = evenly(line((0, 0), (30, 40)), 5)
    assert np.linalg.norm(np.diff(points, axis=0), axis=1) == pytest.approx([10] * 5)
