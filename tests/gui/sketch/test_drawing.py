import itertools
import json
import math

import numpy as np
import pytest

from fashiongan.color import Color
from fashiongan.errors import ImageError
from gui.sketch.drawing import PAGE_PX, Drawing, Point, Stroke, Tool, piece
from gui.sketch.painting import rendered
from gui.sketch.sheet_text import Trace, from_text, to_text

RED = Color(200, 30, 40)


def line(*places: tuple[float, float], tool: Tool = Tool.PEN, width_px: float = 6, mirrored: bool = False) -> Stroke:
    color = RED if tool is Tool.HINT else None
    return Stroke(tool, width_px, tuple(Point(x, y) for x, y in places), color, mirrored)


def many() -> Drawing:
    curve = tuple(Point(100 + 3 * t, 300 + 40 * math.sin(t / 9), t / 100) for t in range(100))
    return (
        Stroke(Tool.PEN, 5.5, curve, mirrored=True),
        line((10, 10), (90, 60), tool=Tool.HINT, width_px=20),
        line((50, 0), (50, 99), tool=Tool.ERASER),
    )


def test_a_smooth_line_has_no_gaps_and_ends_where_the_hand_did() -> None:
    stroke = many()[0]
    pieces = [piece(stroke, index) for index in range(len(stroke.points))]
    assert pieces[0].start == stroke.points[0]
    assert pieces[-1].end == stroke.points[-1]
    assert all(one.end == after.start for one, after in itertools.pairwise(pieces))


def test_a_line_is_as_wide_as_its_pen_and_a_light_touch_a_quarter_of_it() -> None:
    for pressure, width_px in ((1.0, 20), (0.0, 5)):
        points = tuple(Point(x, 400, pressure) for x in range(100, 700, 5))
        ink = rendered((Stroke(Tool.PEN, 20, points),)).lines()
        assert ink[:, 300:500].sum(0).mean() == pytest.approx(width_px, abs=1)


def test_a_line_is_as_dark_between_its_points_as_at_them() -> None:
    slanted = rendered((line(*((100 + 6.0 * t, 200 + 0.7 * t) for t in range(80))),)).ink
    alphas = np.array([[slanted.pixelColor(x, y).alpha() for x in range(160, 520)] for y in range(190, 270)])
    thickness = alphas.sum(0) / 255
    assert thickness.max() - thickness.min() < 0.12


def test_a_touch_is_a_dot() -> None:
    ink = rendered((line((200, 300), width_px=40),)).lines()
    assert ink.sum() == pytest.approx(math.pi * 20**2, rel=0.02)
    assert ink[300, 200]


def test_with_symmetry_both_sides_are_the_same() -> None:
    ink = rendered((line((100, 100), (250, 220), (300, 400), mirrored=True),)).lines()
    assert (ink == ink[:, ::-1]).mean() > 0.9999
    assert ink[:, : PAGE_PX // 2].any()


def test_an_eraser_takes_lines_and_colours_away() -> None:
    drawn = (line((100, 300), (600, 300)), line((100, 320), (600, 320), tool=Tool.HINT, width_px=30))
    layers = rendered((*drawn, line((350, 200), (350, 400), tool=Tool.ERASER, width_px=50)))
    dabs = layers.dabs()
    assert dabs is not None
    assert not layers.lines()[:, 330:370].any()
    assert not dabs[:, 330:370].any()
    assert layers.lines()[300, 200]
    assert tuple(dabs[320, 200]) == (RED.red, RED.green, RED.blue, 255)


def test_a_page_without_hints_has_no_dabs() -> None:
    assert rendered((line((100, 300), (600, 300)),)).dabs() is None


def test_the_saved_picture_is_ink_on_white_paper() -> None:
    picture = rendered((line((100, 300), (600, 300), width_px=20),)).picture()
    assert picture.pixelColor(5, 5).name() == "#ffffff"
    assert picture.pixelColor(300, 300).lightness() < 40


def test_a_drawing_comes_back_from_its_text() -> None:
    trace = Trace("/a/b.png", 100, 200, 1.5, 0.25)
    drawing, traced = from_text(to_text(many(), trace))
    assert traced == trace
    assert [one.tool for one in drawing] == [one.tool for one in many()]
    assert [one.color for one in drawing] == [None, RED, None]
    assert drawing[0].mirrored
    assert (rendered(drawing).lines() == rendered(many()).lines()).mean() > 0.9999
    assert from_text(to_text(drawing, trace)) == (drawing, trace)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        "{}",
        '{"format":99,"strokes":[]}',
        '{"format":1,"strokes":[{"tool":"axe","width":3,"points":[1,2,1]}]}',
        '{"format":1,"strokes":[{"tool":"pen","width":3,"points":[1,2]}]}',
        '{"format":1,"strokes":[{"tool":"pen","width":3,"points":[1,2,NaN]}]}',
        '{"format":1,"strokes":[{"tool":"pen","width":3,"points":[]}]}',
        '{"format":1,"strokes":[{"tool":"pen","width":-3,"points":[1,2,1]}]}',
        '{"format":1,"strokes":[{"tool":"hint","width":3,"points":[1,2,1],"color":"mud"}]}',
        '{"format":1,"strokes":[],"trace":{"file":"x.png","scale":0}}',
        '{"format":1,"strokes":[],"trace":{"where":"x.png"}}',
    ],
)
def test_what_is_no_drawing_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ImageError) as refused:
        from_text(text)
    assert "\n" not in str(refused.value)


def test_the_text_of_a_long_stroke_is_short() -> None:
    long = line(*((float(x), 200.123456) for x in range(500)))
    text = to_text((long,), None)
    assert len(text) < 500 * 20
    assert len(json.loads(text)["strokes"][0]["points"]) == 1500


def test_hints_have_a_colour_and_pens_have_none() -> None:
    with pytest.raises(ImageError, match="colour"):
        Stroke(Tool.HINT, 5, (Point(1, 1),))
    with pytest.raises(ImageError, match="colour"):
        Stroke(Tool.PEN, 5, (Point(1, 1),), RED)


def test_dabs_are_opaque_or_nothing() -> None:
    dabs = rendered(many()[:2]).dabs()
    assert dabs is not None
    assert set(np.unique(dabs[..., 3])) == {0, 255}
