import numpy as np
import pytest

from fashiongan.attributes import GarmentAttributes
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.body_field import BodySurface
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.drape import GarmentMesh, drape
from fashiongan.garment.fabrics import FABRICS, FabricName
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.fit_maps import deformations, map_fit
from fashiongan.garment.fit_words import judge_fit
from fashiongan.garment.meshing import FlatMesh, mesh_pattern
from fashiongan.garment.style import Ease, Style
from fashiongan.garment.wardrobe import draft


def test_a_square_pulled_by_a_tenth_across_is_stretched_by_a_tenth_there_and_nowhere_else() -> None:
    flat = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])
    faces = np.array([[0, 1, 2], [0, 2, 3]])
    cut = FlatMesh(("square",), flat, np.zeros(4, np.int64), faces, np.zeros((0, 2), np.int64))
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(3, 3)))[0]
    worn = np.column_stack([flat * [1.1, 1.0], np.zeros(4)]) @ turn
    across, along = np.linalg.norm(deformations(GarmentMesh(worn, faces, cut, np.arange(4), 0.0, 0.0)), axis=1).T
    assert across == pytest.approx(1.1)
    assert along == pytest.approx(1.0)


def test_ease_is_the_distance_from_the_skin(worn_tshirt: FittedGarment) -> None:
    maps = map_fit(worn_tshirt.mesh, worn_tshirt.body.mesh)
    exact = BodySurface(worn_tshirt.body.mesh).signed_distance_mm(worn_tshirt.mesh.vertices_mm)
    assert maps.ease_mm == pytest.approx(exact)
    assert maps.ease_mm.max() < 150


def test_what_is_made_to_measure_fits_everywhere(worn_tshirt: FittedGarment, measurer: BodyMeasurer) -> None:
    body = worn_tshirt.body
    dimensions = take_dimensions(body.mesh.vertices_mm, measurer)
    zones = judge_fit(worn_tshirt.pattern, worn_tshirt.mesh, map_fit(worn_tshirt.mesh, body.mesh), dimensions)
    assert {one.zone for one in zones} >= {"chest", "waist"}
    assert [one.advice for one in zones if one.word] == []


def test_what_was_cut_for_somebody_smaller_is_too_tight_at_the_chest(woman: FittedBody, measurer: BodyMeasurer) -> None:
    large = fit_body(BodyMeasurements(Figure.WOMAN, 1680, 1050, 880, 1100), measurer)
    style = Style(GarmentAttributes.parse({"category": "tank"}), Ease.SLIM)
    pattern = draft(take_dimensions(woman.mesh.vertices_mm, measurer), style)
    worn = drape(pattern, mesh_pattern(pattern), large.mesh, FABRICS[FabricName.JERSEY])
    dimensions = take_dimensions(large.mesh.vertices_mm, measurer)
    zones = {one.zone: one for one in judge_fit(pattern, worn, map_fit(worn, large.mesh), dimensions)}
    assert zones["chest"].word == "tight"
    assert "mm more" in zones["chest"].advice
