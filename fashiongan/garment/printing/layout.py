"""Pieces beside each other on one large sheet, all with their grain upright. Millimetres."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fashiongan.garment.curves import Points
from fashiongan.garment.printing.cutting import CutPiece

GAP_MM = 12.0


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
    """Rows of pieces, the highest first, in a width that grows where a piece is wider."""
    sizes = {piece.name: np.ptp(piece.cut_line, axis=0) for piece in pieces}
    room = max(width_mm, *(float(size[0]) for size in sizes.values()))
    places: list[tuple[CutPiece, float, float]] = []
    x = top = row_height = widest = 0.0
    for piece in sorted(pieces, key=lambda piece: -sizes[piece.name][1]):
        width, height = sizes[piece.name].tolist()
        if x > 0 and x + width > room:
            x, top, row_height = 0.0, top + row_height + GAP_MM, 0.0
        places.append((piece, x, top))
        x, row_height, widest = x + width + GAP_MM, max(row_height, height), max(widest, x + width)
    high = top + row_height
    return Sheet(tuple(_placed(*place, high) for place in places), widest, high)


def _placed(piece: CutPiece, left: float, top: float, sheet_height: float) -> Placed:
    low, high = piece.cut_line.min(0), piece.cut_line.max(0)
    return Placed(piece, (float(left - low[0]), float(sheet_height - top - high[1])))
