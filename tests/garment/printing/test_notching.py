import numpy as np
import pytest
from numpy.typing import NDArray

from fashiongan.attributes import VOCABULARY, Category, Closure, GarmentAttributes, Neckline, valid_values
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Pattern
from fashiongan.garment.printing.notching import darts_of, notches_of
from fashiongan.garment.style import Style
from fashiongan.garment.wardrobe import BLOCKS, draft

MIRROR = np.array([-1.0, 1.0])


def every_style(category: Category) -> list[GarmentAttributes]:
    """A garment for each word that its category knows."""
    words = [(name, value) for name in VOCABULARY for value in valid_values(category, name) if name != "category"]
    return [GarmentAttributes(category, **{name: value}) for name, value in words]  # type: ignore[arg-type]


def starts(pattern: Pattern, panel: Panel, flip: bool = False) -> NDArray[np.float64]:
    """Where the notches of a panel or of its mirror image begin, from the outline's left end, in a fixed order."""
    way = MIRROR if flip else np.ones(2)
    left = (panel.outline * way)[:, 0].min()
    found = notches_of(pattern, panel, darts_of(pattern, panel))[:, 0] * way - [left, 0.0]
    return np.asarray(found[np.lexsort(np.round(found, 0).T)])


def notched_from(pattern: Pattern, panel: str, edge: str, place: NDArray[np.float64]) -> bool:
    """Whether a notch of a panel points at a place on an edge of it."""
    one = pattern.panels[panel]
    ends = notches_of(pattern, one, darts_of(pattern, one))
    away = np.linalg.norm(ends[:, 0] - place, axis=1)
    return bool((np.abs(away - one.piece.allowance_mm.get(edge, 10.0)) < 0.5).any())


@pytest.mark.parametrize("category", list(BLOCKS))
def test_a_piece_that_is_cut_mirrored_carries_the_notches_of_its_mirror_image(
    person: Dimensions, category: Category
) -> None:
    for words in every_style(category):
        pattern = draft(person, Style(words))
        for twin in pattern.panels.values():
            first = pattern.panels.get(twin.piece.twin_of or "")
            if first:
                drawn = starts(pattern, first)
                assert starts(pattern, twin, flip=True) == pytest.approx(drawn, abs=0.3), (words, twin.name)


@pytest.mark.parametrize("category", [Category.TSHIRT, Category.SHIRT, Category.SKIRT, Category.DRESS])
def test_both_sides_of_a_whole_back_or_front_are_notched_alike(person: Dimensions, category: Category) -> None:
    pattern = draft(person, Style(GarmentAttributes(category)))
    for name in {"front", "back"} & set(pattern.panels):
        panel = pattern.panels[name]
        assert starts(pattern, panel, flip=True) == pytest.approx(starts(pattern, panel), abs=0.3)


@pytest.mark.parametrize("category", [Category.TSHIRT, Category.SHIRT, Category.JACKET])
def test_a_sleeve_is_notched_where_it_meets_the_shoulder_seam(person: Dimensions, category: Category) -> None:
    pattern = draft(person, Style(GarmentAttributes(category)))
    assert notched_from(pattern, "sleeve_left", "cap_left", np.zeros(2))


def test_a_collar_is_notched_at_both_shoulders_and_at_the_centre_back(person: Dimensions) -> None:
    pattern = draft(person, Style(GarmentAttributes(Category.SHIRT)))
    stand = pattern.panels["stand"]
    joins = [stand.edges[f"foot_{index}"][-1] for index in range(3)]
    assert all(notched_from(pattern, "stand", "foot_0", place) for place in joins)
    assert notched_from(pattern, "yoke", "neckline_left", pattern.panels["yoke"].edges["neckline_left"][0])


def test_a_seam_is_notched_where_its_zip_ends(person: Dimensions) -> None:
    pattern = draft(person, Style(GarmentAttributes(Category.SKIRT)))
    end = pattern.panels["back_right"].edges["opening_right"][-1]
    assert notched_from(pattern, "back_right", "opening_right", end)


def test_the_corners_of_a_piece_need_no_notch(person: Dimensions) -> None:
    pattern = draft(person, Style(GarmentAttributes(Category.JACKET, closure=Closure.ZIP, neckline=Neckline.CREW)))
    back = pattern.panels["back"]
    corners = [edge[0] for name, edge in back.edges.items() if name.startswith(("side", "shoulder", "armhole"))]
    found = notches_of(pattern, back, darts_of(pattern, back))[:, 1]
    assert min(np.linalg.norm(found - corner, axis=1).min() for corner in corners) > 10


def test_a_sleeve_has_one_notch_in_front_and_two_behind(person: Dimensions) -> None:
    for category in (Category.TSHIRT, Category.SHIRT, Category.HOODIE, Category.BLAZER):
        pattern = draft(person, Style(GarmentAttributes(category)))
        behind, before = (
            sum(len(found) for edge, found in pattern.notches_mm("sleeve_left").items() if edge.startswith(start))
            for start in ("cap_right", "cap_left")
        )
        assert behind > before
