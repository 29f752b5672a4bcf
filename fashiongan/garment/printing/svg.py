"""Patterns as SVG at 1:1 in millimetres, with a group for each piece and in it one for each kind of line."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from fashiongan.garment.curves import Points
from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.labelling import Label, arrow_heads, cross
from fashiongan.garment.printing.layout import Placed, Sheet, lay_out

SHEET_MM, MARGIN_MM = 1500.0, 10.0
_STYLE = """
 path { fill: none; stroke: #1c2430; stroke-width: .35 }
 .sew path { stroke: #697180; stroke-width: .25; stroke-dasharray: 4 2 }
 .marks path { stroke: #697180; stroke-width: .25; stroke-dasharray: 1.5 1.5 }
 .cut path { stroke-width: .5 }
 text { font-family: Helvetica, Arial, sans-serif; fill: #1c2430; text-anchor: middle }
"""


def pattern_svg(pieces: Sequence[CutPiece], garment: str) -> bytes:
    """The whole pattern on one sheet. garment : its title."""
    sheet = lay_out(pieces, SHEET_MM - 2 * MARGIN_MM)
    width, height = sheet.width_mm + 2 * MARGIN_MM, sheet.height_mm + 2 * MARGIN_MM
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}mm" height="{height:.2f}mm" '
        f'viewBox="0 0 {width:.2f} {height:.2f}">',
        f"<title>{escape(garment)}</title>",
        f"<style>{_STYLE}</style>",
        *(_piece(one, sheet) for one in sheet.placed),
        "</svg>",
    ]
    return "\n".join(lines).encode()


def _piece(placed: Placed, sheet: Sheet) -> str:
    piece = placed.piece

    def path(points: Points, end: str = "") -> str:
        places = " L".join(f"{x:.3f} {y:.3f}" for x, y in _down(placed.on_sheet(points), sheet))
        return f'<path d="M{places}{end}"/>'

    marks = [path(line) for line in piece.marks.values()]
    holes = [path(arm) for places in piece.holes.values() for place in places for arm in cross(place)]
    groups = {
        "cut": [path(piece.cut_line, " Z")],
        "sew": [path(piece.sew_line, " Z")],
        "notches": [path(notch) for notch in piece.notches],
        "grain": [path(line) for line in (piece.grain, *arrow_heads(piece.grain))],
        "marks": marks,
        "holes": holes,
        "text": [_words(label, placed, sheet) for label in piece.labels],
    }
    inner = [f'<g class="{kind}">{"".join(shapes)}</g>' for kind, shapes in groups.items() if shapes]
    return f"<g id={quoteattr(piece.name)}>\n" + "\n".join(inner) + "\n</g>"


def _words(label: Label, placed: Placed, sheet: Sheet) -> str:
    found = []
    for line, place in label.baselines():
        x, y = _down(placed.on_sheet(np.array([place])), sheet)[0].tolist()
        turn = f' transform="rotate({-label.turn_deg:g} {x:.2f} {y:.2f})"' if label.turn_deg else ""
        found.append(f'<text x="{x:.2f}" y="{y:.2f}" font-size="{label.letters_mm:g}"{turn}>{escape(line)}</text>')
    return "".join(found)


def _down(points: Points, sheet: Sheet) -> Points:
    """From y up on the sheet to y down in the picture, which has a margin."""
    return np.stack([points[:, 0] + MARGIN_MM, sheet.height_mm + MARGIN_MM - points[:, 1]], axis=1)
