import numpy as np
import pytest

from fashiongan.attributes import GarmentAttributes
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.fabrics import FABRICS, FabricName
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Shape, Style, average_width_mm
from fashiongan.garment.wardrobe import draft


def cut(body: Dimensions, shape: Shape | None = None, **words: str) -> Pattern:
    return draft(body, Style(GarmentAttributes.parse({"category": "blazer", **words}), shape=shape or Shape()))


@pytest.fixture(scope="module")
def body(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


def test_lapels_begin_between_bust_and_waist(wardrobe_bodies: list[Dimensions]) -> None:
    for one in wardrobe_bodies:
        break_y = cut(one).panels["front_left"].edges["centre"][0, 1]
        assert -one.back_waist_mm < break_y < -0.4 * one.back_waist_mm


def test_the_break_point_is_where_a_picture_has_it(body: Dimensions) -> None:
    panels = cut(body, Shape(neck_depth=0.6)).panels
    average = average_width_mm(body.height_mm)
    assert panels["front_left"].edges["centre"][0, 1] == pytest.approx(-0.6 * average)


def test_a_lapel_runs_along_its_whole_roll_line_and_is_wider_than_the_collar_by_its_notch(body: Dimensions) -> None:
    pattern = cut(body)
    lapel = pattern.panels["lapel_left"].edges
    assert length_mm(lapel["roll"]) == pytest.approx(length_mm(pattern.panels["front_left"].edges["roll"]))
    assert length_mm(lapel["gorge"]) == pytest.approx(length_mm(pattern.panels["fall"].edges["end_left"]))
    assert 20 < length_mm(lapel["notch"]) < 50


def test_a_worn_blazer_has_its_lapels_folded_back_outside_of_the_fronts(woman: FittedBody, body: Dimensions) -> None:
    pattern = cut(body, sleeve="half")
    flat = mesh_pattern(pattern)
    worn = drape(pattern, flat, woman.mesh, FABRICS[FabricName.WOOL])
    assert worn.seam_gap_mm <= 2
    assert worn.deepest_inside_mm <= 1
    left, right = (worn.corners_mm[flat.vertices_of(f"lapel_{side}")] for side in ("left", "right"))
    front = worn.corners_mm[flat.vertices_of("front_left")]
    assert left[:, 0].mean() > 20 > -20 > right[:, 0].mean()
    tip = left[np.argmax(left[:, 0])]
    beneath = front[np.hypot(front[:, 0] - tip[0], front[:, 1] - tip[1]) < 20]
    assert tip[2] > beneath[:, 2].mean()
