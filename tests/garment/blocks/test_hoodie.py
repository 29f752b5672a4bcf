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
from fashiongan.garment.printing.cutting import cut_pieces
from fashiongan.garment.style import Ease, Shape, Style
from fashiongan.garment.wardrobe import draft


def cut(body: Dimensions, ease: Ease = Ease.REGULAR, shape: Shape | None = None, **words: str) -> Pattern:
    return draft(body, Style(GarmentAttributes.parse({"category": "hoodie", **words}), ease, shape or Shape()))


@pytest.fixture(scope="module")
def body(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


def test_the_hood_is_higher_than_the_head_and_goes_round_it(wardrobe_bodies: list[Dimensions]) -> None:
    for one in wardrobe_bodies:
        half = cut(one).panels["hood_left"]
        assert half.size_mm[1] > one.height_mm - one.side_neck_height_mm + 50
        assert 2 * half.size_mm[0] > 0.9 * one.head_mm


def test_the_two_halves_of_the_hood_are_as_long_as_the_neck(body: Dimensions) -> None:
    panels = cut(body, closure="zip").panels
    half = length_mm(panels["hood_left"].edges["neck_front"]) + length_mm(panels["hood_left"].edges["neck_back"])
    necks = [("front_left", "neckline"), ("back", "neckline_left")]
    assert half == pytest.approx(sum(length_mm(panels[panel].edges[edge]) for panel, edge in necks))


@pytest.mark.parametrize("length", ["regular", "long"])
def test_the_rib_is_no_wider_than_the_hem_and_goes_over_the_hips(
    wardrobe_bodies: list[Dimensions], length: str
) -> None:
    for one in wardrobe_bodies:
        panels = cut(one, Ease.SLIM, length=length).panels
        rib, hem = (
            sum(length_mm(panels[f"{start}{side}"].edges["hem"]) for side in ("front", "back"))
            for start in ("rib_", "")
        )
        assert one.hips_mm < rib <= hem + 0.01


def test_the_pocket_is_cut_as_it_is_marked_on_the_front(body: Dimensions) -> None:
    panels = cut(body).panels
    mark = panels["front"].piece.marks["pocket"]
    assert panels["pocket"].size_mm == pytest.approx(
        (mark[:, 0].max() - mark[:, 0].min(), mark[:, 1].max() - mark[:, 1].min())
    )
    assert panels["pocket"].placing is None


def test_ribs_are_of_rib(body: Dimensions) -> None:
    ribs = {name for name, panel in cut(body).panels.items() if panel.piece.cloth is Cloth.RIB}
    assert ribs == {"rib_front", "rib_back", "cuff_left", "cuff_right"}


def test_a_hood_that_is_worn_covers_the_top_of_the_head_and_leaves_the_face_free(
    woman: FittedBody, body: Dimensions
) -> None:
    pattern = cut(body, sleeve="short", length="cropped", closure="zip")
    worn = drape(pattern, mesh_pattern(pattern), woman.mesh, FABRICS[FabricName.JERSEY])
    assert worn.seam_gap_mm <= 2
    assert worn.deepest_inside_mm <= 1
    assert worn.vertices_mm[:, 1].max() > body.height_mm
    nose = woman.mesh.vertices_mm[woman.mesh.vertices_mm[:, 1] > body.side_neck_height_mm + 60][:, 2].max()
    middle = (abs(worn.vertices_mm[:, 0]) < 30) & (worn.vertices_mm[:, 2] > nose - 60)
    between = (worn.vertices_mm[:, 1] > body.side_neck_height_mm + 40) & (worn.vertices_mm[:, 1] < body.height_mm - 110)
    assert not (middle & between).any()


def test_the_pockets_of_an_open_hoodie_are_a_left_and_a_right_one(body: Dimensions) -> None:
    (pocket,) = (piece for piece in cut_pieces(cut(body, closure="zip"), "38") if piece.title == "Kangaroo pocket")
    assert pocket.order == "cut 2, mirrored"


def test_ribs_of_the_hem_are_told_apart(body: Dimensions) -> None:
    ribs = [piece.title for piece in cut_pieces(cut(body), "38") if piece.title.startswith("Hem rib")]
    assert ribs == ["Hem rib, front", "Hem rib, back"]
