"""A tech pack as PDF, A4: what a maker needs to know of one garment, and what its picture was made with."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph, Spacer

from fashiongan.color import Color
from fashiongan.garment.fabrics import Fabric
from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.drawing import MUTED
from fashiongan.garment.printing.finished import Finished
from fashiongan.garment.printing.layout import lay_out
from fashiongan.garment.printing.tech_pack_parts import (
    CELL,
    GROUP,
    LEAD,
    MONO,
    NUMBER,
    SMALL,
    TITLE,
    Overview,
    Picture,
    Swatch,
    side_by_side,
    table,
)

MARGIN_MM, FOOT_MM = 17.0, 14.0
WIDTH_MM = A4[0] / mm - 2 * MARGIN_MM
PICTURES_HIGH_MM, VIEWS_WIDE_MM, GAP_MM = 105.0, 122.0, 6.0
OVERVIEW_HIGH_MM, OVERVIEW_SHEET_MM = 120.0, 1900.0
COLOR_NAMES = ("Main colour", "Second colour")


@dataclass(frozen=True)
class TechPack:
    """What stands in it.

    views : the garment from the front and the back, side by side; drawn : the picture that it was made after; words :
    its attributes; fit : how it sits and what size one would buy, line by line; colors : one or two, the main one
    first; made_with : name and SHA-256 of the weights; origin : how the picture came about, with its seed if it had one
    """

    garment: str
    wearer: str
    views: Image.Image
    drawn: Image.Image
    words: Mapping[str, str]
    fit: Sequence[str]
    colors: tuple[Color, ...]
    fabric: Fabric
    pieces: Sequence[CutPiece]
    measurements: Sequence[Finished]
    steps: Sequence[str]
    origin: str
    made_with: tuple[str, str]


def tech_pack_pdf(pack: TechPack) -> bytes:
    """The PDF as bytes, the same for the same input."""
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer, pagesize=A4, title=f"Tech pack: {pack.garment}", author="FashionGAN", invariant=1, pageCompression=1
    )
    height = A4[1] - (MARGIN_MM + FOOT_MM) * mm
    frame = Frame(MARGIN_MM * mm, FOOT_MM * mm, WIDTH_MM * mm, height, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: _foot(canvas, pack)))
    document.build(_story(pack))
    return buffer.getvalue()


def _story(pack: TechPack) -> list[Flowable]:
    lead = f"For {pack.wearer}  ·  {len(pack.pieces)} pattern pieces  ·  all lengths in centimetres"
    return [
        Paragraph(escape(pack.garment), TITLE),
        Spacer(0, 2),
        Paragraph(escape(lead), LEAD),
        Spacer(0, 5 * mm),
        _pictures(pack),
        _group("Colours", _colors(pack.colors)),
        _group("Garment and fabric", _facts(pack)),
        _group("Fit", *(Paragraph(escape(line), CELL) for line in pack.fit)),
        _group("The picture", _provenance(pack)),
        _group("Pattern", Overview(lay_out(pack.pieces, OVERVIEW_SHEET_MM), WIDTH_MM * mm, OVERVIEW_HIGH_MM * mm)),
        _group("Pieces", _pieces(pack.pieces)),
        _group("Finished measurements", _measurements(pack.measurements)),
        _group("Making", *(Paragraph(f"{i}.  {escape(step)}", CELL) for i, step in enumerate(pack.steps, start=1))),
    ]


def _group(title: str, *content: Flowable) -> KeepTogether:
    return KeepTogether([Paragraph(title, GROUP), *content])


def _pictures(pack: TechPack) -> Flowable:
    wide, narrow = VIEWS_WIDE_MM, WIDTH_MM - VIEWS_WIDE_MM - GAP_MM
    views = Picture(pack.views, wide * mm, PICTURES_HIGH_MM * mm, "Front and back, draped on the body")
    drawn = Picture(pack.drawn, narrow * mm, PICTURES_HIGH_MM * mm, "The picture it is made after")
    return side_by_side(views, drawn, (wide + GAP_MM, narrow))


def _colors(colors: Sequence[Color]) -> Flowable:
    rows = []
    for name, color in zip(COLOR_NAMES, colors, strict=False):
        lightness, a, b = (round(float(value), 1) + 0.0 for value in color.lab)
        lab = f"L* {lightness:.1f}   a* {a:.1f}   b* {b:.1f}"
        rows.append([Swatch(color), Paragraph(name, CELL), Paragraph(color.hex, MONO), Paragraph(lab, CELL)])
    return table(("", "Colour", "Hex (sRGB)", "CIELAB (D65, 2°)"), rows, (16, 40, 40, 80))


def _facts(pack: TechPack) -> Flowable:
    fabric = pack.fabric
    cloth = f"{fabric.name}, {fabric.weight_g_m2:g} g/m², {fabric.thickness_mm:g} mm thick"
    facts = {**pack.words, "draped as": cloth}
    rows = [
        [Paragraph(escape(name.capitalize()), SMALL), Paragraph(escape(word), CELL)] for name, word in facts.items()
    ]
    half = -(-len(rows) // 2)
    blank = [Paragraph("", CELL)] * 2
    pairs = [[*left, *right] for left, right in zip(rows[:half], [*rows[half:], blank], strict=False)]
    return table((), pairs, (26, 62, 26, 62))


def _pieces(pieces: Sequence[CutPiece]) -> Flowable:
    rows = []
    for one in pieces:
        width, height = np.ptp(one.cut_line, axis=0) / 10
        rows.append(
            [
                Paragraph(escape(one.title), CELL),
                Paragraph(one.order, CELL),
                Paragraph(one.cloth, CELL),
                Paragraph(f"{width:.1f} x {height:.1f}", NUMBER),
            ]
        )
    return table(("Piece", "Copies", "Cloth", "Size with allowances"), rows, (62, 42, 36, 36))


def _measurements(measurements: Sequence[Finished]) -> Flowable:
    rows = [
        [
            Paragraph(one.name, CELL),
            Paragraph(one.how, SMALL),
            Paragraph(f"<b>{one.value_mm / 10:.1f}</b>", NUMBER),
            Paragraph(f"±{one.tolerance_mm / 10:.1f}", NUMBER),
        ]
        for one in measurements
    ]
    return table(("Measurement", "How", "Value", "Tolerance"), rows, (46, 78, 26, 26))


def _provenance(pack: TechPack) -> Flowable:
    name, sha256 = pack.made_with
    facts = (("Made from", pack.origin, CELL), ("Checkpoint", name, CELL), ("SHA-256", sha256 or "–", MONO))
    return table(
        (), [[Paragraph(what, SMALL), Paragraph(escape(value), style)] for what, value, style in facts], (26, 150)
    )


def _foot(canvas: Canvas, pack: TechPack) -> None:
    canvas.setFont("Helvetica", 7.5)
    canvas.setFillColor(MUTED)
    canvas.drawString(MARGIN_MM * mm, FOOT_MM / 2 * mm, f"{pack.garment} · {pack.wearer}")
    canvas.drawRightString(A4[0] - MARGIN_MM * mm, FOOT_MM / 2 * mm, f"{canvas.getPageNumber()}")
