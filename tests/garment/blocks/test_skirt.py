import math

import numpy as np
import pytest

from fashiongan.attributes import Category, Closure, GarmentAttributes, Length
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.drape import drape
from fashiongan.garment.fabrics import fabric_of
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Ease, Shape, Style
from fashiongan.garment.wardrobe import draft


@pytest.fixture(scope="module")
def plain(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


def skirt(body: Dimensions, ease: Ease = Ease.REGULAR, shape: Shape | None = None, **words: object) -> Pattern:
    return draft(body, Style(GarmentAttributes(Category.SKIRT, **words), ease, shape or Shape()))  # type: ignore[arg-type]


def around(pattern: Pattern, start: str) -> float:
    """The summed length of the edges of front and back whose names start so."""
    return sum(
        length_mm(edge)
        for panel in pattern.panels.values()
        for name, edge in panel.edges.items()
        if name.startswith(start)
    )


def test_the_sewn_waist_is_the_body_s_and_its_ease(wardrobe_bodies: list[Dimensions]) -> None:
    for body in wardrobe_bodies:
        for ease, extra_mm in ((Ease.SLIM, 10), (Ease.REGULAR, 14), (Ease.LOOSE, 20)):
            assert around(skirt(body, ease), "waist_") == pytest.approx(body.waist_mm + extra_mm, abs=3)


def test_the_hem_of_a_full_circle_is_two_pi_times_its_radius(plain: Dimensions) -> None:
    pattern = skirt(plain, Ease.LOOSE)
    radius = around(pattern, "waist_") / (2 * math.pi) + length_mm(pattern.panels["front"].edges["side_left"])
    assert around(pattern, "hem") == pytest.approx(2 * math.pi * radius, rel=1e-4)


def test_a_picture_s_hem_is_that_of_an_a_line(plain: Dimensions) -> None:
    pattern = skirt(plain, shape=Shape(hem=1.5))
    assert around(pattern, "hem") == pytest.approx(1.5 * (plain.hips_mm + 65), rel=0.03)


def test_a_slim_skirt_is_no_wider_at_the_hem_than_at_the_hips(plain: Dimensions) -> None:
    assert around(skirt(plain, Ease.SLIM), "hem") < plain.hips_mm + 50


def test_every_word_for_length_is_longer_than_the_one_before(wardrobe_bodies: list[Dimensions]) -> None:
    for body in wardrobe_bodies:
        words = (Length.MINI, Length.KNEE, Length.MIDI, Length.MAXI)
        heights = [skirt(body, length=word).panels["front"].size_mm[1] for word in words]
        assert (np.diff(heights) > 50).all()


def test_a_knee_length_skirt_ends_at_the_knee(plain: Dimensions) -> None:
    centre = -skirt(plain, length=Length.KNEE).panels["front"].outline[:, 1].min()
    assert plain.waist_height_mm - centre == pytest.approx(plain.knee_height_mm, abs=20)


def test_buttons_open_the_front_from_waist_to_hem(plain: Dimensions) -> None:
    pattern = skirt(plain, closure=Closure.BUTTONS)
    assert "centre_left" not in pattern.panels["front_left"].edges
    assert [seam.closed_by for seam in pattern.seams if seam.closed_by] == ["buttons", "buttons"]
    assert "back" in pattern.panels


def test_without_a_visible_closure_a_zip_is_hidden_at_the_back(plain: Dimensions) -> None:
    pattern = skirt(plain)
    zips = [seam.first[0] for seam in pattern.seams if seam.closed_by == "zip"]
    assert zips == ["back_left"]


def test_it_hangs_from_the_waist_and_does_not_slide(plain: Dimensions, woman: FittedBody) -> None:
    pattern = skirt(plain, length=Length.MINI)
    flat = mesh_pattern(pattern, finest_mm=22.0)
    worn = drape(pattern, flat, woman.mesh, fabric_of(None, Category.SKIRT))
    band = worn.corners_mm[flat.vertices_of("waistband"), 1]
    assert worn.seam_gap_mm <= 2
    assert worn.deepest_inside_mm <= 1
    assert band.min() == pytest.approx(plain.waist_height_mm, abs=20)
