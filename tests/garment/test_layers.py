from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.errors import GarmentError
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.export import write_glb
from fashiongan.garment.fabrics import FABRICS, FabricName
from fashiongan.garment.fit import FittedGarment, fit_garment
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.style import Ease, Style
from fashiongan.garment.wardrobe import draft
from fashiongan.image import GarmentImage


@pytest.fixture(scope="module")
def layered(
    worn_tshirt: FittedGarment, two_sided_tshirt: GarmentImage, woman: FittedBody, measurer: BodyMeasurer
) -> FittedGarment:
    """A loose T-shirt over another."""
    dimensions = take_dimensions(woman.mesh.vertices_mm, measurer)
    return fit_garment(two_sided_tshirt, woman, dimensions, Ease.LOOSE, over=[worn_tshirt])


def test_what_is_put_on_last_is_drawn_last_over_body_and_all_else(
    layered: FittedGarment, worn_tshirt: FittedGarment
) -> None:
    assert layered.worn == (worn_tshirt, layered)
    body, inner, outer = layered.surfaces()
    assert len(body.vertices_mm) == len(layered.body.mesh.vertices_mm)
    np.testing.assert_array_equal(inner.vertices_mm, worn_tshirt.mesh.corners_mm)
    np.testing.assert_array_equal(outer.vertices_mm, layered.mesh.corners_mm)


def test_an_outer_garment_is_farther_from_the_chest_than_the_one_below(
    layered: FittedGarment, worn_tshirt: FittedGarment
) -> None:
    inner, outer = ({zone.zone: zone.ease_mm for zone in look.zones} for look in (worn_tshirt, layered))
    assert outer["chest"] > inner["chest"]


def test_the_glb_holds_all_that_is_worn(layered: FittedGarment, worn_tshirt: FittedGarment, tmp_path: Path) -> None:
    write_glb(tmp_path / "look.glb", layered)
    scene = trimesh.load(tmp_path / "look.glb")
    assert set(scene.graph.nodes_geometry) == {"garment", "garment_below_1", "body"}
    for name, one in (("garment", layered), ("garment_below_1", worn_tshirt)):
        assert len(scene.geometry[scene.graph[name][1]].vertices) == len(one.mesh.corners_mm)


def test_cloth_lies_on_a_garment_but_not_on_its_collar_that_is_folded_down(
    worn_tshirt: FittedGarment, two_sided_tshirt: GarmentImage, woman: FittedBody, measurer: BodyMeasurer
) -> None:
    """A jacket's neck has no room for the fall of a shirt's collar, and closes over its stand."""
    dimensions = take_dimensions(woman.mesh.vertices_mm, measurer)
    pattern = draft(dimensions, Style(GarmentAttributes(Category.SHIRT)))
    mesh = drape(pattern, mesh_pattern(pattern, finest_mm=24), woman.mesh, FABRICS[FabricName.SHIRTING])
    shirt = replace(worn_tshirt, pattern=pattern, mesh=mesh)
    idea = replace(two_sided_tshirt.idea, attributes=GarmentAttributes(Category.JACKET))
    jacket = fit_garment(replace(two_sided_tshirt, idea=idea), woman, dimensions, over=[shirt])
    assert jacket.mesh.seam_gap_mm <= 3


def test_nothing_is_put_over_what_another_body_wears(
    worn_tshirt: FittedGarment, two_sided_tshirt: GarmentImage, measurer: BodyMeasurer
) -> None:
    man = fit_body(BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000), measurer)
    dimensions = take_dimensions(man.mesh.vertices_mm, measurer)
    with pytest.raises(GarmentError, match="is on another body"):
        fit_garment(two_sided_tshirt, man, dimensions, over=[worn_tshirt])
