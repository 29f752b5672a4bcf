"""A measurement report as PDF, A4: the body with its tapes from three sides, then every value with its definition."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from fashiongan.body.definitions import BY_NAME, Kind
from fashiongan.body.model import Floats
from fashiongan.files import write_atomically
from scanning.body_chart import BodyChart
from scanning.measurement_set import BodyMeasurement, MeasurementSet

MARGIN_MM, FOOT_MM = 17.0, 14.0
# Characters; a row must fit a page.
LONGEST_REASON = 300
INK, MUTED, RULE, PALE = (HexColor(code) for code in ("#1c2430", "#697180", "#d5d9df", "#f5f6f8"))
DOUBT_CODE = "#b3470f"

_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=19, leading=23, textColor=INK)
_LEAD = ParagraphStyle("lead", fontName="Helvetica", fontSize=9, leading=12.5, textColor=MUTED)
_GROUP = ParagraphStyle(
    "group", fontName="Helvetica-Bold", fontSize=10, leading=13, textColor=INK, spaceBefore=9, spaceAfter=3
)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=10, textColor=INK)
_SMALL = ParagraphStyle("small", parent=_CELL, fontSize=7.5, leading=9.5, textColor=MUTED)
_NUMBER = ParagraphStyle("number", parent=_CELL, alignment=2)
_HEAD = ParagraphStyle("head", parent=_SMALL, fontName="Helvetica-Bold")
_HEAD_RIGHT = ParagraphStyle("head right", parent=_HEAD, alignment=2)
_WIDTHS_MM = (9.0, 36.0, 14.0, 73.0, 17.0, 27.0)

GROUPS = {
    "Heights": (Kind.HEIGHT,),
    "Girths": (Kind.HEAD_GIRTH, Kind.SMALL_GIRTH, Kind.LARGE_GIRTH),
    "Breadths and depths": (Kind.BREADTH, Kind.DEPTH),
    "Lengths over the body": (Kind.LENGTH,),
}


@dataclass(frozen=True, slots=True)
class ReportedBody:
    """What is drawn: (V, 3) vertices in millimetres, Y-up, facing +Z; (F, 3) faces; (N, 3) tape lines by name."""

    vertices: Floats
    faces: NDArray[np.int32]
    lines_mm: Mapping[str, Floats]


def write_report(measured: MeasurementSet, body: ReportedBody, path: Path, date: str = "") -> None:
    """Write the PDF. It names nobody, and no day unless `date` is given.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    write_atomically(path, report_pdf(measured, body, date))


def report_pdf(measured: MeasurementSet, body: ReportedBody, date: str = "") -> bytes:
    """The PDF as bytes, the same for the same input."""
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer, pagesize=A4, title="Body measurements", author="FashionGAN", invariant=1, pageCompression=1
    )
    width, height = A4
    frame = Frame(
        MARGIN_MM * mm, FOOT_MM * mm, width - 2 * MARGIN_MM * mm, height - (MARGIN_MM + FOOT_MM) * mm, 0, 0, 0, 0
    )
    document.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: _foot(canvas, date)))
    document.build(_story(measured, body, frame))
    return buffer.getvalue()


def _story(measured: MeasurementSet, body: ReportedBody, frame: Frame) -> list[Flowable]:
    numbers = {one.name: index for index, one in enumerate(_in_groups(measured), start=1)}
    head: list[Flowable] = [Paragraph("Body measurements", _TITLE), Spacer(0, 2), Paragraph(_lead(measured), _LEAD)]
    taken = sum(part.wrap(frame._width, frame._height)[1] for part in head) + 5 * mm
    chart = BodyChart(body.vertices, body.faces, body.lines_mm, numbers, frame._width, frame._height - taken)
    story = [*head, Spacer(0, 4 * mm), chart]
    for title, kinds in GROUPS.items():
        rows = [one for one in measured.measurements if BY_NAME[one.name].kind in kinds]
        if rows:
            story += [Paragraph(title, _GROUP), _table(rows, numbers)]
    return story


def _in_groups(measured: MeasurementSet) -> list[BodyMeasurement]:
    return [one for kinds in GROUPS.values() for one in measured.measurements if BY_NAME[one.name].kind in kinds]


def _lead(measured: MeasurementSet) -> str:
    doubted = sum(not one.confident for one in measured.measurements)
    facts = [
        f"Figure: {measured.figure}",
        f"{len(measured.measurements)} measurements",
        f"{doubted} to be taken again" if doubted else "none in doubt",
        *measured.notes,
    ]
    return escape("  ·  ".join(facts)) + (
        "<br/>Clauses are those of ISO 8559-1:2017; limbs are the right ones. ± is half the 95 % interval; "
        "in brackets the limit of ISO 20685-1. All in centimetres."
    )


def _table(rows: list[BodyMeasurement], numbers: Mapping[str, int]) -> Table:
    titles = ("", "Measurement", "Clause", "Definition", "Value", "± (limit)")
    head = [Paragraph(title, _HEAD if index < 4 else _HEAD_RIGHT) for index, title in enumerate(titles)]
    table = Table(
        [head, *(_row(one, numbers[one.name]) for one in rows)],
        colWidths=[width * mm for width in _WIDTHS_MM],
        repeatRows=1,
        hAlign="LEFT",
    )
    shaded = [("BACKGROUND", (0, index), (-1, index), PALE) for index in range(2, len(rows) + 1, 2)]
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.6, INK),
                ("LINEBELOW", (0, -1), (-1, -1), 0.4, RULE),
                ("TOPPADDING", (0, 0), (-1, -1), 1.8),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
                *shaded,
            ]
        )
    )
    return table


def _row(one: BodyMeasurement, number: int) -> list[Paragraph]:
    known = BY_NAME[one.name]
    text = escape(one.definition)
    if not one.confident:
        again = f"<b>Measure again:</b> {escape(one.reason[:LONGEST_REASON])}"
        text += f'<br/><font color="{DOUBT_CODE}">{again}</font>'
    unsure = "–" if one.uncertainty_mm is None else f"±{one.uncertainty_mm / 10:.1f}"
    return [
        Paragraph(str(number), _SMALL),
        Paragraph(escape(known.title), _CELL),
        Paragraph(one.clause.replace("-", "–"), _SMALL),
        Paragraph(text, _SMALL),
        Paragraph(f"<b>{one.value_mm / 10:.1f}</b>", _NUMBER),
        Paragraph(f"{unsure} ({known.kind.limit_mm / 10:.1f})", _NUMBER),
    ]


def _foot(canvas: Canvas, date: str) -> None:
    canvas.setFont("Helvetica", 7.5)
    canvas.setFillColor(MUTED)
    canvas.drawString(MARGIN_MM * mm, FOOT_MM / 2 * mm, date)
    canvas.drawRightString(A4[0] - MARGIN_MM * mm, FOOT_MM / 2 * mm, f"{canvas.getPageNumber()}")
