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
from fashiongan.garment.style import Style
from fashiongan.garment.wardrobe import draft


def cut(body: Dimensions, category: str = "jacket", **words: str) -> Pattern:
    return draft(body, Style(GarmentAttributes.parse({"category": category, **words})))


@pytest.fixture(scope="module")
def body(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


def test_a_jacket_goes_over_a_shirt(wardrobe_bodies: list[Dimensions]) -> None:
    for one in wardrobe_bodies:
        jacket, shirt = (cut(one, name).panels["back"].size_mm[0] for name in ("jacket", "shirt"))
        assert jacket > shirt


def test_a_vest_has_no_sleeves(body: Dimensions) -> None:
    assert not any("sleeve" in name or "cuff" in name for name in cut(body, sleeve="none").panels)


@pytest.mark.parametrize("category", ["jacket", "shirt", "tank"])
def test_what_has_no_sleeves_is_bound_round_the_arms_and_told_so(body: Dimensions, category: str) -> None:
    pattern = cut(body, category, sleeve="none")
    assert pattern.panels["armhole_binding"].piece.copies == 2
    assert not any("sleeve" in step or "cuff" in step for step in pattern.steps if "lining" not in step)


@pytest.mark.parametrize(
    ("neckline", "panels"),
    [
        ("collar", {"stand", "fall"}),
        ("high", {"stand"}),
        ("hood", {"hood_left", "hood_right"}),
        ("lapel", {"stand", "fall", "lapel_left", "lapel_right"}),
        ("crew", {"neck_facing"}),
    ],
)
def test_the_neck_is_finished_as_it_is_called(body: Dimensions, neckline: str, panels: set[str]) -> None:
    plain = {"front_left", "front_right", "back", "armhole_binding"}
    assert set(cut(body, sleeve="none", neckline=neckline).panels) == plain | panels


def test_without_a_closure_it_hangs_open(body: Dimensions) -> None:
    assert not any(seam.closed_by for seam in cut(body, closure="none").seams)


def test_an_open_vest_stays_on_the_shoulders(woman: FittedBody, body: Dimensions) -> None:
    pattern = cut(body, sleeve="none", closure="none", neckline="v", length="cropped")
    worn = drape(pattern, mesh_pattern(pattern), woman.mesh, FABRICS[FabricName.WOOL])
    assert worn.seam_gap_mm <= 2
    assert worn.deepest_inside_mm <= 1
    assert worn.vertices_mm[:, 1].max() == pytest.approx(body.side_neck_height_mm, abs=50)


def test_a_hood_on_a_jacket_is_as_long_as_its_neck(body: Dimensions) -> None:
    panels = cut(body, neckline="hood").panels
    half = sum(length_mm(panels["hood_right"].edges[edge]) for edge in ("neck_front", "neck_back"))
    assert half == pytest.approx(
        length_mm(panels["front_right"].edges["neckline"]) + length_mm(panels["back"].edges["neckline_right"])
    )
