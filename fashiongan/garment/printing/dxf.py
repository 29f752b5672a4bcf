"""Patterns as DXF after ASTM D6673 (AAMA): one block a piece, numbered layers, millimetres.

Written as release 12, which every program that reads the standard's release 13 reads too. A notch is a point on the
cut line whose thickness is its depth and whose angle is its direction inwards.
Source: ASTM D6673-10, Standard Practice for Sewn Products Pattern Data Interchange.
"""

import io
from collections.abc import Sequence
from enum import StrEnum

import ezdxf
import numpy as np
from ezdxf.document import Drawing
from ezdxf.layouts.base import BaseLayout
from ezdxf.layouts.blocklayout import BlockLayout
from numpy.typing import NDArray

from fashiongan.garment.curves import Points
from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.layout import lay_out

SHEET_MM = 1500.0
LETTERS_MM = 5.0
# A line that bends more than this turns; less, and it is curved.
TURN_DEG = 12.0


class Layer(StrEnum):
    """Numbers of the standard; 6, the mirror line, is left out: every piece is drawn whole, so nothing is unfolded."""

    BOUNDARY = "1"
    TURN_POINTS = "2"
    CURVE_POINTS = "3"
    NOTCHES = "4"
    GRAIN = "7"
    INTERNAL = "8"
    DRILL_HOLES = "13"
    SEW_LINE = "14"
    TEXT = "15"


def pattern_dxf(pieces: Sequence[CutPiece], garment: str, size: str) -> bytes:
    """The pattern for programs of cutting rooms, the same bytes for the same pattern.

    garment, size : as they shall be named in it
    """
    # Otherwise it writes the time into the file.
    ezdxf.options.write_fixed_meta_data_for_testing = True  # type: ignore[attr-defined]
    document = Drawing.new("R12")
    for layer in Layer:
        document.layers.add(layer)
    sheet = lay_out(pieces, SHEET_MM)
    for one in sheet.placed:
        _add_piece(document, one.piece, size)
        document.modelspace().add_blockref(_block_name(one.piece), one.shift, dxfattribs={"layer": Layer.BOUNDARY})
    facts = (
        f"Style Name: {garment}",
        "Author: FashionGAN",
        f"Sample Size: {size}",
        "Grade Rule Table: NONE",
        "Units: METRIC",
        "ASTM/D13Proposal 1 Version: D 6673-04",
    )
    _write(document.modelspace(), facts, (0.0, -20.0), Layer.BOUNDARY)
    text = io.StringIO()
    document.write(text)
    return text.getvalue().encode(document.encoding, errors="dxfreplace")


def _add_piece(document: Drawing, piece: CutPiece, size: str) -> None:
    block = document.blocks.new(_block_name(piece))
    _outline(block, piece.cut_line, Layer.BOUNDARY)
    _outline(block, piece.sew_line, Layer.SEW_LINE)
    for start, end in piece.notches:
        inwards = end - start
        turn = {"thickness": float(np.linalg.norm(inwards)), "angle": float(np.degrees(np.arctan2(*inwards[::-1])))}
        block.add_point(start.tolist(), dxfattribs={"layer": Layer.NOTCHES, **turn})
    low, high = piece.grain.tolist()
    block.add_line(low, high, dxfattribs={"layer": Layer.GRAIN})
    for name, line in piece.marks.items():
        block.add_polyline2d(line.tolist(), dxfattribs={"layer": Layer.INTERNAL})
        _write(block, [name], line.mean(0).tolist(), Layer.TEXT)
    for name, places in piece.holes.items():
        for place in places.tolist():
            block.add_point(place, dxfattribs={"layer": Layer.DRILL_HOLES})
        _write(block, [name], (places[0] + 5).tolist(), Layer.TEXT)
    facts = (
        f"Piece Name: {piece.title}",
        f"Size: {size}",
        f"Quantity: {piece.count}",
        f"Material: {piece.cloth}",
        f"Annotation: {piece.order}",
    )
    _write(block, facts, piece.label.middle, Layer.BOUNDARY)


def _outline(block: BlockLayout, points: Points, layer: Layer) -> None:
    """A closed line, and which of its points turn and which only lie on a curve."""
    block.add_polyline2d(points.tolist(), close=True, dxfattribs={"layer": layer})
    for point, turns in zip(points.tolist(), _turns(points), strict=True):
        block.add_point(point, dxfattribs={"layer": Layer.TURN_POINTS if turns else Layer.CURVE_POINTS})


def _turns(points: Points) -> NDArray[np.bool_]:
    """(N,) whether a closed line turns at each of its points."""
    steps = np.roll(points, -1, axis=0) - points
    headings = np.arctan2(steps[:, 1], steps[:, 0])
    bends = (headings - np.roll(headings, 1) + np.pi) % (2 * np.pi) - np.pi
    return np.asarray(np.abs(bends) > np.radians(TURN_DEG))


def _write(where: BaseLayout, lines: Sequence[str], place: tuple[float, float] | list[float], layer: Layer) -> None:
    x, y = place
    for index, line in enumerate(lines):
        text = where.add_text(line, height=LETTERS_MM, dxfattribs={"layer": layer})
        text.set_placement((x, y - 1.4 * LETTERS_MM * index))


def _block_name(piece: CutPiece) -> str:
    """Release 12 allows 31 capitals, digits and underscores."""
    return piece.name.upper()[:31]
