import pytest

from fashiongan.attributes import GarmentAttributes
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.fabrics import FABRICS, FabricName
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Cloth, Pattern
from fashiongan.garment.style import Style
from fashiongan.garment.wardrobe import draft


def cut(body: Dimensions, **words: str) -> Pattern:
    return draft(body, Style(GarmentAttributes.parse({"category": "polo", **words})))


@pytest.fixture(scope="module")
def body(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


def test_with_its_placket_open_the_neck_lets_the_head_through(wardrobe_bodies: list[Dimensions]) -> None:
    for one in wardrobe_bodies:
        pattern = cut(one)
        neck = sum(length_mm(edge) for name, edge in pattern.panels["stand"].edges.items() if name.startswith("foot"))
        slit = length_mm(pattern.panels["front"].piece.marks["slit"])
        assert neck + 2 * slit > one.head_mm + 30


def test_the_slit_runs_down_the_centre_from_the_neck(body: Dimensions) -> None:
    front = cut(body).panels["front"]
    slit = front.piece.marks["slit"]
    assert (slit[:, 0] == 0).all()
    assert slit[0] == pytest.approx(front.edges["neckline_left"][-1])


def test_collar_and_cuffs_are_of_rib_and_the_placket_is_only_cut(body: Dimensions) -> None:
    panels = cut(body, sleeve="long").panels
    assert {name for name, panel in panels.items() if panel.piece.cloth is Cloth.RIB} == {
        "stand",
        "fall",
        "cuff_left",
        "cuff_right",
    }
    assert panels["placket_band"].placing is None


def test_a_polo_closes_and_stays_outside_of_the_body(woman: FittedBody, body: Dimensions) -> None:
    pattern = cut(body, length="cropped")
    worn = drape(pattern, mesh_pattern(pattern), woman.mesh, FABRICS[FabricName.JERSEY])
    assert worn.seam_gap_mm <= 2
    assert worn.deepest_inside_mm <= 1
