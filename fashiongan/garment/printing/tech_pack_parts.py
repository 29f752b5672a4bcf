"""What the pages of a tech pack are built from: type, tables, pictures, swatches, and the pattern at a small scale."""

from collections.abc import Sequence

import numpy as np
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from fashiongan.color import Color
from fashiongan.garment.printing.drawing import INK, MUTED, PALE, RULE, draw_overview
from fashiongan.garment.printing.labelling import CHARACTER_WIDTH
from fashiongan.garment.printing.layout import Placed, Sheet

TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=19, leading=23, textColor=INK)
LEAD = ParagraphStyle("lead", fontName="Helvetica", fontSize=9, leading=12.5, textColor=MUTED)
GROUP = ParagraphStyle(
    "group", fontName="Helvetica-Bold", fontSize=10, leading=13, textColor=INK, spaceBefore=11, spaceAfter=3
)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=11, textColor=INK)
SMALL = ParagraphStyle("small", parent=CELL, fontSize=7.5, textColor=MUTED)
MONO = ParagraphStyle("mono", parent=CELL, fontName="Courier")
NUMBER = ParagraphStyle("number", parent=CELL, alignment=2)
_HEAD = ParagraphStyle("head", parent=SMALL, fontName="Helvetica-Bold")
_HEAD_RIGHT = ParagraphStyle("head right", parent=_HEAD, alignment=2)
_NUMBERS = ("Size with allowances", "Value", "Tolerance")
CAPTION_PT, NAME_PT = 12.0, 7.0


class Picture(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture as large as fits, with a line below it."""

    def __init__(self, picture: Image.Image, width_pt: float, height_pt: float, caption: str) -> None:
        super().__init__()
        self.picture, self.caption = picture, caption
        scale = min(width_pt / picture.width, (height_pt - CAPTION_PT) / picture.height)
        self.width, self.height = scale * picture.width, scale * picture.height + CAPTION_PT

    def draw(self) -> None:
        high = self.height - CAPTION_PT
        self.canv.drawImage(ImageReader(self.picture), 0, CAPTION_PT, self.width, high)
        self.canv.setFont("Helvetica", 7.5)
        self.canv.setFillColor(MUTED)
        self.canv.drawString(0, 2, self.caption)


class Swatch(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A field of a colour."""

    def __init__(self, color: Color) -> None:
        super().__init__()
        self.color, self.width, self.height = color, 11 * mm, 5 * mm

    def draw(self) -> None:
        self.canv.setFillColor(HexColor(self.color.hex))
        self.canv.setStrokeColor(RULE)
        self.canv.rect(0, 0, self.width, self.height, fill=1)


class Overview(Flowable):  # type: ignore[misc]  # reportlab has no types
    """All pieces as large as fit, with their names."""

    def __init__(self, sheet: Sheet, width_pt: float, height_pt: float) -> None:
        super().__init__()
        self.sheet = sheet
        self.scale = min(width_pt / sheet.width_mm, height_pt / sheet.height_mm) / mm
        self.width, self.height = width_pt, self.scale * sheet.height_mm * mm

    def draw(self) -> None:
        draw_overview(self.canv, self.sheet, self.scale)
        self.canv.setFillColor(INK)
        for placed in self.sheet.placed:
            self._name(placed)

    def _name(self, placed: Placed) -> None:
        """A piece's title along its words at full size, small enough for the piece."""
        label, title = placed.piece.label, placed.piece.title
        room_pt = float(np.ptp(placed.piece.sew_line, axis=0)[1 if label.turn_deg else 0]) * self.scale * mm
        size_pt = min(NAME_PT, room_pt / (CHARACTER_WIDTH * len(title)))
        x, y = placed.on_sheet(np.array([label.middle]))[0] * self.scale * mm
        self.canv.saveState()
        self.canv.translate(float(x), float(y))
        self.canv.rotate(label.turn_deg)
        self.canv.setFont("Helvetica", size_pt)
        self.canv.drawCentredString(0, -0.3 * size_pt, title)
        self.canv.restoreState()


def side_by_side(left: Flowable, right: Flowable, widths_mm: tuple[float, float]) -> Table:
    """Two things at the top of a row."""
    together = Table([[left, right]], colWidths=[width * mm for width in widths_mm], hAlign="LEFT")
    close = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    together.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *close]))
    return together


def table(titles: Sequence[str], rows: Sequence[Sequence[Flowable]], widths_mm: Sequence[float]) -> Table:
    """Rows under titles, if there are any; every second row is shaded."""
    head = [[Paragraph(title, _HEAD_RIGHT if title in _NUMBERS else _HEAD) for title in titles]] if titles else []
    made = Table([*head, *rows], colWidths=[width * mm for width in widths_mm], repeatRows=len(head), hAlign="LEFT")
    first = len(head)
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.6, INK) if titles else ("LINEABOVE", (0, 0), (-1, 0), 0.6, INK),
                ("LINEBELOW", (0, -1), (-1, -1), 0.4, RULE),
                ("TOPPADDING", (0, 0), (-1, -1), 1.8),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
                *(("BACKGROUND", (0, row), (-1, row), PALE) for row in range(first + 1, first + len(rows), 2)),
            ]
        )
    )
    return made
