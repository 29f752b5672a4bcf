"""Patterns as PDF at 1:1 for a home printer: a page with a map, a scale box and the pieces, then numbered pages."""

import io
from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.drawing import BOLD, FONT, INK, MUTED, RULE, draw_overview, draw_sheet
from fashiongan.garment.printing.tiling import MARGIN_MM, OVERLAP_MM, Page, Paper, Tiling, tile

SCALE_BOX_MM = (100.0, 50.0)
DIAMOND_MM = 4.0
_HOW = (
    'Print at 100 % ("actual size"), not "fit to page". Measure the box first: it must be 10 x 5 cm.',
    "Each page carries its row and column. Cut off its left and its lower margin along the frame, and glue it",
    "over its neighbours so that frames and diamonds meet; above and to the right, 10 mm overlap.",
    "Solid: cut. Long dashes: sew. Short dashes: marks. Arrow: grain. Ticks on the edge: notches.",
)


def tiled_pdf(pieces: Sequence[CutPiece], garment: str, wearer: str, paper: Paper) -> bytes:
    """The PDF as bytes, the same for the same pattern. garment, wearer : as they shall be named in it."""
    tiling = tile(pieces, paper)
    buffer = io.BytesIO()
    width_mm, height_mm = paper.size_mm
    canvas = Canvas(buffer, pagesize=(width_mm * mm, height_mm * mm), invariant=1, pageCompression=1)
    canvas.setTitle(f"Pattern: {garment}")
    canvas.setAuthor("FashionGAN")
    _first_page(canvas, tiling, f"{garment} · {wearer}")
    canvas.showPage()
    for page in tiling.pages:
        _page(canvas, tiling, page)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _first_page(canvas: Canvas, tiling: Tiling, heading: str) -> None:
    _, height_mm = tiling.paper.size_mm
    left, top = 17.0, height_mm - 22.0
    _text(canvas, BOLD, 17, left, top, heading)
    pieces = [one.piece for one in tiling.sheet.placed]
    counts = f"{len(pieces)} pieces on {len(tiling.pages)} pages, {tiling.rows} rows and {tiling.columns} columns"
    _text(canvas, FONT, 9, left, top - 6, f"{counts}. Seam allowances are included.", MUTED)
    for index, line in enumerate(_HOW):
        _text(canvas, FONT, 9, left, top - 15 - 4.5 * index, line)
    low = top - 90
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.rect(left * mm, low * mm, SCALE_BOX_MM[0] * mm, SCALE_BOX_MM[1] * mm)
    _text(canvas, FONT, 9, left + 4, low + 4, "10 cm wide, 5 cm high")
    for index, piece in enumerate(pieces):
        _text(canvas, FONT, 8, left + 107, low + 46.5 - 4.2 * index, f"{piece.title}: {piece.order} · {piece.cloth}")
    _map(canvas, tiling, left, 17.0, low - 10.0)


def _map(canvas: Canvas, tiling: Tiling, left: float, low: float, high: float) -> None:
    """The pages with their names on a small drawing of the pieces, between two heights, mm."""
    wide, tall = tiling.paper.step_mm
    room = tiling.paper.size_mm[0] - 2 * left
    scale = min(room / (tiling.columns * wide + OVERLAP_MM), (high - low) / (tiling.rows * tall + OVERLAP_MM))
    canvas.saveState()
    canvas.translate(left * mm, (high - scale * tiling.sheet.height_mm) * mm)
    draw_overview(canvas, tiling.sheet, scale)
    for page in tiling.pages:
        x, y = page.left_mm * scale, page.low_mm * scale
        canvas.setStrokeColor(MUTED)
        canvas.setLineWidth(0.4)
        canvas.rect(x * mm, y * mm, wide * scale * mm, tall * scale * mm)
        _text(canvas, BOLD, 8, x + 1.5, y + 1.5, page.name)
    canvas.restoreState()


def _page(canvas: Canvas, tiling: Tiling, page: Page) -> None:
    wide, high = tiling.paper.step_mm
    canvas.saveState()
    canvas.translate(MARGIN_MM * mm, MARGIN_MM * mm)
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(0, 0, (wide + OVERLAP_MM) * mm, (high + OVERLAP_MM) * mm)
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.translate(-page.left_mm * mm, -page.low_mm * mm)
    draw_sheet(canvas, tiling.sheet)
    canvas.restoreState()
    _frame(canvas, tiling, page)
    canvas.restoreState()


def _frame(canvas: Canvas, tiling: Tiling, page: Page) -> None:
    """The frame along which pages are cut and meet, a diamond on each side that has a neighbour, and the numbers."""
    wide, high = tiling.paper.step_mm
    canvas.setDash([])
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.rect(0, 0, wide * mm, high * mm)
    sides = {
        (0, -1): (0.0, high / 2),
        (0, 1): (wide, high / 2),
        (-1, 0): (wide / 2, high),
        (1, 0): (wide / 2, 0.0),
    }
    for (down, right), (x, y) in sides.items():
        neighbour = tiling.page_at(page.row + down, page.column + right)
        if neighbour:
            _diamond(canvas, x, y)
            _text(canvas, FONT, 6, x + DIAMOND_MM + 0.6, y + 1.0, neighbour.name, MUTED)
    _text(canvas, BOLD, 10, 3.0, 6.5, page.name, MUTED)
    _text(canvas, FONT, 7, 3.0, 2.8, f"row {page.row}, column {page.column}", MUTED)


def _diamond(canvas: Canvas, x_mm: float, y_mm: float) -> None:
    path = canvas.beginPath()
    path.moveTo((x_mm - DIAMOND_MM) * mm, y_mm * mm)
    for x, y in ((x_mm, y_mm + DIAMOND_MM), (x_mm + DIAMOND_MM, y_mm), (x_mm, y_mm - DIAMOND_MM)):
        path.lineTo(x * mm, y * mm)
    path.close()
    canvas.setStrokeColor(MUTED)
    canvas.drawPath(path, stroke=1, fill=0)


def _text(
    canvas: Canvas, font: str, size_pt: float, x_mm: float, y_mm: float, line: str, color: HexColor = INK
) -> None:
    canvas.setFont(font, size_pt)
    canvas.setFillColor(color)
    canvas.drawString(x_mm * mm, y_mm * mm, line)
