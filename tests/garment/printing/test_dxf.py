import io

import ezdxf
import numpy as np
import pytest
from ezdxf.document import Drawing

from fashiongan.garment.curves import length_mm
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.dxf import pattern_dxf


@pytest.fixture(scope="module")
def content(pieces: tuple[CutPiece, ...]) -> bytes:
    return pattern_dxf(pieces, "T-shirt", "made to measure")


@pytest.fixture(scope="module")
def drawing(content: bytes) -> Drawing:
    return ezdxf.read(io.StringIO(content.decode("cp1252")))


def outline(drawing: Drawing, block: str, layer: str) -> np.ndarray:
    (found,) = drawing.blocks.get(block).query(f'POLYLINE[layer=="{layer}"]')
    points = np.array([tuple(vertex.dxf.location)[:2] for vertex in found.vertices])
    return np.concatenate([points, points[:1]])


def area(points: np.ndarray) -> float:
    x, y = points.T
    return float(x[:-1] @ y[1:] - x[1:] @ y[:-1]) / 2


def test_the_file_is_sound(drawing: Drawing) -> None:
    assert not drawing.audit().has_errors


def test_each_piece_is_a_block_that_is_placed_once(drawing: Drawing, pieces: tuple[CutPiece, ...]) -> None:
    placed = [insert.dxf.name for insert in drawing.modelspace().query("INSERT")]
    assert sorted(placed) == sorted(piece.name.upper() for piece in pieces)


def test_the_layers_of_the_standard_are_there(drawing: Drawing) -> None:
    assert {"1", "2", "3", "4", "7", "8", "13", "14", "15"} <= {layer.dxf.name for layer in drawing.layers}


def test_sew_lines_are_as_long_as_the_pattern(drawing: Drawing, tshirt: Pattern, pieces: tuple[CutPiece, ...]) -> None:
    for piece in pieces:
        drafted = sum(length_mm(edge) for edge in tshirt.panels[piece.name].edges.values())
        assert length_mm(outline(drawing, piece.name.upper(), "14")) == pytest.approx(drafted, abs=0.5)


def test_what_is_cut_is_larger_than_what_is_sewn(drawing: Drawing, pieces: tuple[CutPiece, ...]) -> None:
    for piece in pieces:
        cut, net = (area(outline(drawing, piece.name.upper(), layer)) for layer in ("1", "14"))
        assert cut > net > 0


def test_every_point_of_an_outline_turns_or_curves(drawing: Drawing) -> None:
    block = drawing.blocks.get("SLEEVE_LEFT")
    marked = {tuple(one.dxf.location) for one in block.query('POINT[layer=="2" | layer=="3"]')}
    drawn = {tuple(vertex.dxf.location) for line in block.query("POLYLINE") for vertex in line.vertices}
    assert drawn == marked
    # Net: cuff twice, underarm twice; cut: the same, and where the hem's allowance is folded.
    assert 8 <= len(block.query('POINT[layer=="2"]')) <= 12


def test_notches_tell_their_depth_and_point_inwards(drawing: Drawing, pieces: tuple[CutPiece, ...]) -> None:
    sleeve = next(piece for piece in pieces if piece.name == "sleeve_left")
    points = drawing.blocks.get("SLEEVE_LEFT").query('POINT[layer=="4"]')
    for point, (start, end) in zip(points, sleeve.notches, strict=True):
        turn = np.radians(point.dxf.angle)
        reached = np.array(point.dxf.location)[:2] + point.dxf.thickness * np.array([np.cos(turn), np.sin(turn)])
        assert reached == pytest.approx(end, abs=1e-3)
        assert point.dxf.thickness == pytest.approx(np.linalg.norm(end - start))


def test_a_piece_tells_its_name_and_its_quantity(drawing: Drawing) -> None:
    words = {text.dxf.text for text in drawing.blocks.get("SLEEVE_LEFT").query("TEXT")}
    assert {"Piece Name: Sleeve", "Quantity: 2", "Size: made to measure", "Material: shell"} <= words
    assert "Units: METRIC" in {text.dxf.text for text in drawing.modelspace().query("TEXT")}


def test_the_same_pattern_gives_the_same_bytes(content: bytes, pieces: tuple[CutPiece, ...]) -> None:
    assert pattern_dxf(pieces, "T-shirt", "made to measure") == content
