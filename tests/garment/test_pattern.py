import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.attributes import Category, GarmentAttributes, Length, Neckline, Sleeve
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.errors import GarmentError
from fashiongan.garment.curves import evenly, length_mm, line
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Panel
from fashiongan.garment.tshirt import Ease, draft_tshirt, tshirt_pattern

BODIES = st.builds(
    lambda bust, height, slim: BodyMeasurements(
        Figure.WOMAN,
        height_mm=height,
        bust_mm=bust,
        waist_mm=bust * slim,
        hip_mm=bust * 1.04,
        shoulder_mm=0.16 * height + 0.13 * bust,
        arm_length_mm=0.335 * height,
        neck_mm=0.28 * bust + 95,
        upper_arm_mm=0.3 * bust,
        wrist_mm=0.1 * bust + 75,
        back_waist_mm=0.245 * height,
    ),
    st.floats(740, 1310),
    st.floats(1500, 2000),
    st.floats(0.74, 0.96),
)
GARMENTS = st.sampled_from(
    [
        GarmentAttributes(Category.TSHIRT, sleeve=sleeve, neckline=neckline, length=length)
        for sleeve in (Sleeve.SHORT, Sleeve.HALF)
        for neckline in (Neckline.CREW, Neckline.V, Neckline.SCOOP, Neckline.HIGH)
        for length in (Length.CROPPED, Length.REGULAR, Length.LONG)
    ]
    + [GarmentAttributes(Category.TANK, neckline=Neckline.STRAP), GarmentAttributes(Category.LONGSLEEVE)]
)


@settings(max_examples=60, deadline=None)
@given(BODIES, GARMENTS, st.sampled_from(list(Ease)))
def test_both_sides_of_every_seam_agree_for_every_body_garment_and_ease(
    body: BodyMeasurements, garment: GarmentAttributes, ease: Ease
) -> None:
    pattern = tshirt_pattern(draft_tshirt(body, garment, ease))
    for seam in pattern.seams:
        assert length_mm(pattern.edge(seam.first)) == pytest.approx(length_mm(pattern.edge(seam.second)), abs=1)
    for panel in pattern.panels.values():
        assert shapely.Polygon(panel.outline).is_valid


def test_the_chest_of_the_pattern_is_the_bust_with_its_ease(woman: FittedBody) -> None:
    for ease, extra_mm in ((Ease.SLIM, 50), (Ease.REGULAR, 110), (Ease.LOOSE, 190)):
        draft = draft_tshirt(woman.measurements, GarmentAttributes(), ease)
        assert 4 * draft.chest_half == pytest.approx(woman.measurements.bust_mm + extra_mm)


def test_a_category_without_a_block_is_refused_with_those_that_have_one(woman: FittedBody) -> None:
    with pytest.raises(GarmentError, match=r"A skirt cannot be cut yet. What can: tshirt, longsleeve, tank"):
        draft_tshirt(woman.measurements, GarmentAttributes(Category.SKIRT))


def test_a_missing_measurement_is_named() -> None:
    with pytest.raises(GarmentError, match="needs neck_mm, shoulder_mm"):
        draft_tshirt(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980), GarmentAttributes())


def test_a_panel_that_crosses_itself_is_refused() -> None:
    bow_tie = {"a": line((0, 0), (10, 10)), "b": line((10, 10), (10, 0)), "c": line((10, 0), (0, 10))}
    with pytest.raises(GarmentError, match="crosses itself"):
        Panel("bow", {**bow_tie, "d": line((0, 10), (0, 0))})


def test_an_outline_with_a_hole_is_refused() -> None:
    with pytest.raises(GarmentError, match="not closed"):
        Panel("open", {"a": line((0, 0), (10, 0)), "b": line((10, 1), (0, 0))})


def test_triangles_cover_each_panel_exactly_and_face_outwards(woman: FittedBody) -> None:
    pattern = tshirt_pattern(draft_tshirt(woman.measurements, GarmentAttributes(Category.TSHIRT)))
    mesh = mesh_pattern(pattern)
    first, second = (mesh.flat_mm[mesh.faces[:, k]] - mesh.flat_mm[mesh.faces[:, 0]] for k in (1, 2))
    areas = (first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]) / 2
    assert (areas > 0).all()
    polygons = sum(shapely.Polygon(panel.outline).area for panel in pattern.panels.values())
    assert areas.sum() == pytest.approx(polygons, rel=0.005)


def test_seam_vertices_are_paired_from_end_to_end(woman: FittedBody) -> None:
    pattern = tshirt_pattern(draft_tshirt(woman.measurements, GarmentAttributes(Category.TSHIRT)))
    mesh = mesh_pattern(pattern)
    steps = np.linalg.norm(np.diff(mesh.flat_mm[mesh.stitches], axis=0), axis=2)
    within = (steps < 60).all(1)
    assert np.abs(steps[within, 0] - steps[within, 1]).max() < 0.5


def test_even_points_are_evenly_spaced() -> None:
    points = evenly(line((0, 0), (30, 40)), 5)
    assert np.linalg.norm(np.diff(points, axis=0), axis=1) == pytest.approx([10] * 5)
