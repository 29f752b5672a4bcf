import numpy as np
import pytest

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.blocks.collar import NECK_EASE_MM
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.fabrics import FABRICS, FabricName
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Shape, Style
from fashiongan.garment.wardrobe import draft


def cut(body: Dimensions, shape: Shape | None = None, category: str = "shirt", **words: str) -> Pattern:
    return draft(body, Style(GarmentAttributes.parse({"category": category, **words}), shape=shape or Shape()))


@pytest.fixture(scope="module")
def body(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


def foot_mm(pattern: Pattern) -> float:
    return sum(length_mm(edge) for name, edge in pattern.panels["stand"].edges.items() if name.startswith("foot"))


def test_a_collar_is_as_long_as_the_base_of_the_neck_with_its_ease(wardrobe_bodies: list[Dimensions]) -> None:
    for one in wardrobe_bodies:
        assert foot_mm(cut(one)) >= one.neck_base_mm + NECK_EASE_MM - 1
        assert foot_mm(cut(one)) < one.neck_base_mm + 120


def test_a_collar_closes_at_the_neck_whatever_neck_a_picture_shows(body: Dimensions) -> None:
    assert foot_mm(cut(body, Shape(neck_width=0.7, neck_depth=0.7))) == pytest.approx(foot_mm(cut(body)))


def test_the_fall_is_longer_outside_than_at_its_seam_and_covers_the_stand(body: Dimensions) -> None:
    panels = cut(body).panels
    fall = panels["fall"].edges
    assert length_mm(fall["outer"]) > length_mm(fall["seam"]) + 50
    assert length_mm(fall["end_left"]) > length_mm(panels["stand"].edges["end_left"])


def test_sleeve_and_cuff_together_are_as_long_as_the_arm(body: Dimensions) -> None:
    panels = cut(body, sleeve="long").panels
    assert panels["sleeve_left"].size_mm[1] + panels["cuff_left"].size_mm[1] == pytest.approx(body.arm_length_mm)


def test_a_cuff_goes_round_the_wrist_with_a_finger_to_spare_and_its_sleeve_is_pleated_in(body: Dimensions) -> None:
    pattern = cut(body, sleeve="long")
    cuff = length_mm(pattern.panels["cuff_left"].edges["hem"])
    assert 30 < cuff - body.wrist_mm < 60
    assert all(
        seam.gathered > 0 for seam in pattern.seams if seam.first[0] == "cuff_left" and seam.second[0] != "cuff_left"
    )


def test_a_front_without_an_opening_is_slit_where_no_head_gets_through(body: Dimensions) -> None:
    for neckline in ("crew", "collar"):
        assert "slit" in cut(body, category="blouse", closure="none", neckline=neckline).panels["front"].piece.marks
    scooped = cut(body, Shape(neck_depth=0.6, neck_width=0.6), "blouse", closure="none", neckline="scoop")
    assert "slit" not in scooped.panels["front"].piece.marks


def test_a_worn_shirt_has_its_collar_folded_down_outside_of_the_stand(woman: FittedBody, body: Dimensions) -> None:
    pattern = cut(body, sleeve="none", length="cropped")
    flat = mesh_pattern(pattern)
    worn = drape(pattern, flat, woman.mesh, FABRICS[FabricName.SHIRTING])
    assert worn.seam_gap_mm <= 2
    assert worn.deepest_inside_mm <= 1
    fall = flat.vertices_of("fall")
    drawn, heights = flat.flat_mm[fall], worn.corners_mm[fall, 1]
    behind = np.abs(drawn[:, 0]) < 60
    outer = drawn[:, 1] > drawn[behind, 1].max() - 10
    assert heights[behind & outer].mean() < heights[behind & ~outer].mean() - 10


def test_every_category_word_is_cut_by_this_block(body: Dimensions) -> None:
    for category in (Category.SHIRT, Category.BLOUSE):
        assert cut(body, category=str(category)).title == str(category).capitalize()


def test_cuffs_and_collar_stand_have_a_button_that_meets_its_buttonhole(body: Dimensions) -> None:
    panels = cut(body, sleeve="long").panels
    for name, apart in (("stand", ("end_left", "end_right")), ("cuff_left", ("end_left", "end_right"))):
        panel = panels[name]
        ends = panel.edges[apart[1]].mean(0) - panel.edges[apart[0]].mean(0)
        button, hole = (panel.piece.buttons[one][0] for one in ("button", "buttonhole"))
        assert np.abs(hole - button) == pytest.approx(np.abs(ends))


def test_a_cuff_on_the_right_is_the_mirror_image_of_that_on_the_left(body: Dimensions) -> None:
    left, right = (cut(body, sleeve="long").panels[f"cuff_{side}"].piece for side in ("left", "right"))
    assert left.allowance_mm["end_left"] == right.allowance_mm["end_right"] == 30


def test_only_what_a_shirt_has_is_told_in_its_steps(body: Dimensions) -> None:
    pulled = " ".join(cut(body, category="blouse", closure="none", neckline="v", sleeve="short").steps)
    assert "zip" not in pulled
    assert "yoke" not in pulled
