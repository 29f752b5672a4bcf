"""Pieces beside each other on one large sheet, all with their grain upright. Millimetres."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fashiongan.garment.curves import Points
from fashiongan.garment.printing.cutting import CutPiece

# Between pieces, and round them all, so that no line lies on the sheet's edge.
GAP_MM, EDGE_MM = 12.0, 1.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and what has to be added to its coordinates; (0, 0) is the sheet's lower left corner."""

    piece: CutPiece
    shift: tuple[float, float]

    def on_sheet(self, points: Points) -> Points:
        """Points of the piece where they lie on the sheet."""
        return np.asarray(points + np.array(self.shift))


@dataclass(frozen=True, slots=True)
class Sheet:
    """All pieces of a garment and how large they are together."""

    placed: tuple[Placed, ...]
    width_mm: float
    height_mm: float


def lay_out(pieces: Sequence[CutPiece], width_mm: float) -> Sheet:
    """Rows of pieces in a width that grows where a piece is wider; each goes into the first row that has room for it.

    Source: first-fit decreasing height, Coffman, Garey, Johnson and Tarjan (1980).
    """
    sizes = {piece.name: tuple(np.ptp(piece.cut_line, axis=0).tolist()) for piece in pieces}
    room = max(width_mm - 2 * EDGE_MM, *(width for width, _ in sizes.values()))
    ends: list[float] = []
    tops = [EDGE_MM]
    places: list[tuple[CutPiece, float, float]] = []
    for piece in sorted(pieces, key=lambda piece: -sizes[piece.name][1]):
        width, height = sizes[piece.name]
        row = next((index for index, end in enumerate(ends) if end + width <= room), len(ends))
        if row == len(ends):
            ends.append(0.0)
            tops.append(tops[-1] + height + GAP_MM)
        places.append((piece, EDGE_MM + ends[row], tops[row]))
        ends[row] += width + GAP_MM
    wide, high = max(ends) - GAP_MM + 2 * EDGE_MM, tops[-1] - GAP_MM + EDGE_MM
    return Sheet(tuple(_placed(*place, high) for place in places), wide, high)


def lay_out_in_shape(pieces: Sequence[CutPiece], width_to_height: float) -> Sheet:
    """The sheet on which pieces show largest in a frame of that shape."""
    sizes = sorted((np.ptp(piece.cut_line, axis=0).tolist() for piece in pieces), key=lambda size: -size[1])
    row_ends = np.cumsum([width + GAP_MM for width, _ in sizes]) + 2 * EDGE_MM
    sheets = [lay_out(pieces, width_mm) for width_mm in row_ends.tolist()]
    return min(sheets, key=lambda sheet: max(sheet.width_mm, sheet.height_mm * width_to_height))


def _placed(piece: CutPiece, left: float, top: float, sheet_height: float) -> Placed:
    low, high = piece.cut_line.min(0), piece.cut_line.max(0)
    return Placed(piece, (float(left - low[0]), float(sheet_height - top - high[1])))
