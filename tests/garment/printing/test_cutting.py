import numpy as np
import pytest
from shapely import LineString, Point, Polygon

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.garment.curves import length_mm, line, mirrored
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Panel, Pattern, Piece, Seam, pattern_of
from fashiongan.garment.printing.cutting import CutPiece, cut_pieces
from fashiongan.garment.style import Style
from fashiongan.garment.wardrobe import BLOCKS, draft
from tests.garment.printing.conftest import WEARER, rectangle


def test_every_net_edge_is_printed_as_long_as_it_is_drafted(tshirt: Pattern, pieces: tuple[CutPiece, ...]) -> None:
    for piece in pieces:
        for name, edge in tshirt.panels[piece.name].edges.items():
            assert length_mm(piece.edges[name]) == pytest.approx(length_mm(edge), abs=0.05)


def test_the_net_piece_lies_within_the_cut_line(pieces: tuple[CutPiece, ...]) -> None:
    for piece in pieces:
        cut, net = Polygon(piece.cut_line), Polygon(piece.sew_line)
        assert cut.is_valid
        assert cut.contains(net)
        # A strip of 7 to 25 mm all round.
        assert 7 * net.length < cut.area - net.area < 25 * net.length


def test_a_mirror_image_is_not_printed_but_counted(tshirt: Pattern, pieces: tuple[CutPiece, ...]) -> None:
    assert "sleeve_right" in tshirt.panels
    sleeve = next(piece for piece in pieces if piece.title == "Sleeve")
    assert (sleeve.name, sleeve.copies, sleeve.flipped, sleeve.order) == ("sleeve_left", 1, 1, "cut 2, mirrored")
    assert len([piece for piece in pieces if piece.title == "Sleeve"]) == 1


def test_notches_begin_on_the_cut_line_and_end_before_the_seam(pieces: tuple[CutPiece, ...]) -> None:
    for piece in pieces:
        cut, net = LineString([*piece.cut_line, piece.cut_line[0]]), Polygon(piece.sew_line)
        for start, end in piece.notches:
            assert cut.distance(Point(start)) < 0.1
            assert net.distance(Point(end)) > 1


def test_notches_of_a_seam_are_as_far_from_its_ends_on_both_sides() -> None:
    left, right = rectangle("left", 200, 300, Piece("Left")), rectangle("right", 100, 300, Piece("Right"))
    pattern = pattern_of("bag", [left, right], [Seam(("left", "right"), ("right", "left"), notches=(0.25,))])
    first, second = cut_pieces(pattern, "size 38")
    assert first.notches[0] == pytest.approx(np.array([[210, 75], [205, 75]]))
    assert second.notches[0] == pytest.approx(np.array([[-10, 75], [-5, 75]]))


def test_grain_and_words_lie_inside_the_seams(pieces: tuple[CutPiece, ...]) -> None:
    for piece in pieces:
        net = Polygon(piece.sew_line)
        assert net.contains(LineString(piece.grain))
        assert piece.grain[0, 0] == piece.grain[1, 0]
        assert net.contains(Point(piece.label.middle))


def test_a_piece_says_what_it_is_how_often_and_for_whom(pieces: tuple[CutPiece, ...]) -> None:
    words = pieces[0].label.lines
    assert (words[0], words[1], words[3]) == ("Front", "cut 1 · shell", "height 168, bust 90, waist 74, hip 98 cm")


def test_a_dart_is_not_cut_out_but_its_legs_are_sewn() -> None:
    edges = {
        "hem": line((0, 0), (200, 0)),
        "right": line((200, 0), (200, 300)),
        "waist_right": line((200, 300), (110, 300)),
        "dart_right": line((110, 300), (100, 200)),
        "dart_left": line((100, 200), (90, 300)),
        "waist_left": line((90, 300), (0, 300)),
        "left": line((0, 300), (0, 0)),
    }
    panel = Panel("skirt", edges, None, Piece("Skirt"))
    (piece,) = cut_pieces(pattern_of("skirt", [panel], [Seam(("skirt", "dart_right"), ("skirt", "dart_left"))]), "38")
    assert Polygon(piece.cut_line).area == pytest.approx(220 * 320, abs=1)
    assert [100.0, 200.0] in piece.sew_line.tolist()
    assert piece.holes["dart point"].tolist() == [[100.0, 200.0]]
    assert sorted(piece.notches[:, 0, 0].tolist()) == pytest.approx([90, 110])


def test_a_hole_on_one_front_and_a_button_on_the_other_are_named_together() -> None:
    places = np.array([[20.0, 50.0], [20.0, 90.0]])
    left = rectangle("left", 200, 300, Piece("Front", buttons={"buttonhole": places}))
    twin = Piece("Front", twin_of="left", buttons={"button": mirrored(places)[::-1]})
    flipped = {name: mirrored(edge) for name, edge in reversed(left.edges.items())}
    (piece,) = cut_pieces(pattern_of("shirt", [left, Panel("right", flipped, None, twin)], []), "38")
    assert list(piece.holes) == ["buttonhole / button"]


@pytest.mark.parametrize("category", list(BLOCKS))
def test_every_garment_is_printed_inside_its_cut_lines(person: Dimensions, category: Category) -> None:
    for piece in cut_pieces(draft(person, Style(GarmentAttributes(category))), WEARER):
        cut, net = Polygon(piece.cut_line), Polygon(piece.sew_line)
        assert cut.is_valid
        assert cut.contains(net.buffer(-0.1))
        assert net.contains(LineString(piece.grain))
