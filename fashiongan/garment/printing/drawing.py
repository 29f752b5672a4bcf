"""Drawing the pieces of a pattern on a PDF page."""

import numpy as np
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from fashiongan.garment.curves import Points
from fashiongan.garment.printing.labelling import Label, arrow_heads, cross
from fashiongan.garment.printing.layout import Placed, Sheet

INK, MUTED, RULE, PALE = (HexColor(code) for code in ("#1c2430", "#697180", "#d5d9df", "#f5f6f8"))
FONT, BOLD = "Helvetica", "Helvetica-Bold"
CUT_PT, FINE_PT = 1.2, 0.6


def draw_sheet(canvas: Canvas, sheet: Sheet) -> None:
    """Every piece at life size, the sheet's lower left corner at the canvas's origin."""
    for placed in sheet.placed:
        _draw_piece(canvas, placed)


def draw_overview(canvas: Canvas, sheet: Sheet, scale: float) -> None:
    """Every piece at a scale below 1: only what can be told then."""
    for placed in sheet.placed:
        _pen(canvas, CUT_PT / 2, INK)
        canvas.setFillColor(PALE)
        _line(canvas, placed.on_sheet(placed.piece.cut_line) * scale, close=True, fill=True)
        _pen(canvas, FINE_PT / 2, MUTED)
        _line(canvas, placed.on_sheet(placed.piece.sew_line) * scale, close=True)
        for line in (placed.piece.grain, *placed.piece.marks.values()):
            _line(canvas, placed.on_sheet(line) * scale)


def _draw_piece(canvas: Canvas, placed: Placed) -> None:
    piece = placed.piece
    _pen(canvas, CUT_PT, INK)
    _line(canvas, placed.on_sheet(piece.cut_line), close=True)
    _pen(canvas, FINE_PT, INK)
    crosses = [arm for places in piece.holes.values() for place in places for arm in cross(place)]
    for line in (*piece.notches, piece.grain, *arrow_heads(piece.grain), *crosses):
        _line(canvas, placed.on_sheet(line))
    _pen(canvas, FINE_PT, MUTED, (11.0, 5.0))
    _line(canvas, placed.on_sheet(piece.sew_line), close=True)
    _pen(canvas, FINE_PT, MUTED, (4.0, 4.0))
    for line in piece.marks.values():
        _line(canvas, placed.on_sheet(line))
    for label in piece.labels:
        _write(canvas, label, placed)


def _pen(canvas: Canvas, width_pt: float, color: Color, dashes_pt: tuple[float, ...] = ()) -> None:
    canvas.setLineWidth(width_pt)
    canvas.setStrokeColor(color)
    canvas.setDash(list(dashes_pt))


def _line(canvas: Canvas, points_mm: Points, close: bool = False, fill: bool = False) -> None:
    path = canvas.beginPath()
    path.moveTo(*(points_mm[0] * mm).tolist())
    for x, y in (points_mm[1:] * mm).tolist():
        path.lineTo(x, y)
    if close:
        path.close()
    canvas.drawPath(path, fill=int(fill))


def _write(canvas: Canvas, label: Label, placed: Placed) -> None:
    canvas.setFillColor(INK)
    for index, (line, place) in enumerate(label.baselines()):
        x, y = placed.on_sheet(np.array([place]))[0].tolist()
        canvas.saveState()
        canvas.translate(x * mm, y * mm)
        canvas.rotate(label.turn_deg)
        canvas.setFont(BOLD if index == 0 and len(label.lines) > 1 else FONT, label.letters_mm * mm)
        canvas.drawCentredString(0, 0, line)
        canvas.restoreState()
