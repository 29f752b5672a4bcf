import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from fashiongan.attributes import Category, Closure, GarmentAttributes, Length, Neckline, Sleeve, valid_values
from fashiongan.garment.curves import length_mm
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.style import Ease, Shape, Style
from fashiongan.garment.wardrobe import draft

TOPS = (Category.SHIRT, Category.BLOUSE, Category.POLO, Category.HOODIE, Category.JACKET, Category.BLAZER)
SHARES = st.none() | st.floats(-5, 5)
SHAPES = st.builds(Shape, SHARES, SHARES, SHARES, SHARES, SHARES, SHARES)


@st.composite
def words(draw: st.DrawFn) -> GarmentAttributes:
    """Every valid combination of what shapes a top."""
    category = draw(st.sampled_from(TOPS))
    sleeve, neckline, length, closure = (
        draw(st.none() | st.sampled_from(valid_values(category, name)))
        for name in ("sleeve", "neckline", "length", "closure")
    )
    return GarmentAttributes(category, sleeve, neckline, length, None, closure)  # type: ignore[arg-type]


@settings(max_examples=120)
@given(st.data(), st.builds(Style, words(), st.sampled_from(list(Ease)), SHAPES))
def test_every_top_is_sound_for_every_body_and_style(
    wardrobe_bodies: list[Dimensions], data: st.DataObject, style: Style
) -> None:
    body = data.draw(st.sampled_from(wardrobe_bodies))
    pattern = draft(body, style)
    for seam in pattern.seams:
        first, second = (length_mm(pattern.edge(end)) for end in (seam.first, seam.second))
        assert first * (1 + seam.gathered) == pytest.approx(second, abs=1)
        assert -0.001 < seam.gathered < 4
    for panel in pattern.panels.values():
        assert shapely.Polygon(panel.outline).is_valid
    for panel in pattern.panels.values():
        twin = panel.piece.twin_of
        if twin:
            assert shapely.Polygon(panel.outline).area == pytest.approx(
                shapely.Polygon(pattern.panels[twin].outline).area
            )


@pytest.mark.parametrize("category", TOPS)
def test_every_edge_is_sewn_once_at_most(wardrobe_bodies: list[Dimensions], category: Category) -> None:
    pattern = draft(wardrobe_bodies[0], Style(GarmentAttributes(category)))
    ends = [end for seam in pattern.seams for end in (seam.first, seam.second)]
    assert len(ends) == len(set(ends))


def test_buttons_lie_opposite_their_holes_on_the_centre_line(wardrobe_bodies: list[Dimensions]) -> None:
    panels = draft(wardrobe_bodies[0], Style(GarmentAttributes(Category.SHIRT))).panels
    holes, buttons = panels["front_left"].piece.buttons["buttonhole"], panels["front_right"].piece.buttons["button"]
    assert holes == pytest.approx(buttons)
    assert (holes[:, 0] == 0).all()
    assert len(holes) >= 5


def test_a_yoke_and_what_hangs_from_it_are_as_long_as_a_back_without(wardrobe_bodies: list[Dimensions]) -> None:
    body = wardrobe_bodies[0]
    with_yoke = draft(body, Style(GarmentAttributes(Category.SHIRT, neckline=Neckline.COLLAR))).panels
    without = draft(body, Style(GarmentAttributes(Category.SHIRT, neckline=Neckline.CREW))).panels
    split = with_yoke["yoke"].size_mm[1] + with_yoke["back"].size_mm[1]
    assert split == pytest.approx(without["back"].size_mm[1])


@pytest.mark.parametrize("closure", [Closure.BUTTONS, Closure.ZIP])
def test_a_closure_runs_from_the_neck_to_the_hem(wardrobe_bodies: list[Dimensions], closure: Closure) -> None:
    style = Style(GarmentAttributes(Category.JACKET, Sleeve.NONE, Neckline.CREW, Length.REGULAR, closure=closure))
    pattern = draft(wardrobe_bodies[0], style)
    (seam,) = (seam for seam in pattern.seams if seam.closed_by == str(closure))
    front = pattern.panels["front_left"]
    assert length_mm(pattern.edge(seam.first)) == pytest.approx(
        front.edges["neckline"][-1, 1] - front.edges["hem"][0, 1]
    )
