"""Drawing the pages of a contact sheet: as one PDF, or as a PNG each."""

import io
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from fashiongan.exporting.sheet.layout import PT_MM, Page, SheetPlan, Text
from fashiongan.exporting.sheet.letters import pixel_font, registered
from fashiongan.files import write_atomically

INK, MUTED = "#1c2430", "#697180"
PNG_DPI, PDF_DPI, INCH_MM = 150, 300, 25.4


class SheetFile(StrEnum):
    """What a sheet is written as."""

    PDF = ".pdf"
    PNG = ".png"


def sheet_paths(folder: Path, name: str, pages: int, kind: SheetFile) -> list[Path]:
    """Where a sheet goes: a PDF holds all pages, PNGs are numbered where there are several."""
    if kind is SheetFile.PDF or pages == 1:
        return [folder / f"{name}-sheet{kind}"]
    return [folder / f"{name}-sheet-{page}{kind}" for page in range(1, pages + 1)]


def write_sheet(plan: SheetPlan, pages: Sequence[Page], folder: Path, name: str, kind: SheetFile) -> list[Path]:
    """Write a sheet; returns where.

    Raises
    ------
    OutputError : a place cannot be written to
    """
    paths = sheet_paths(folder, name, len(pages), kind)
    if kind is SheetFile.PDF:
        write_atomically(paths[0], sheet_pdf(plan, pages))
    else:
        for path, page in zip(paths, pages, strict=True):
            buffer = io.BytesIO()
            page_picture(plan, page).save(buffer, "PNG", dpi=(PNG_DPI, PNG_DPI))
            write_atomically(path, buffer.getvalue())
    return paths


def sheet_pdf(plan: SheetPlan, pages: Sequence[Page]) -> bytes:
    """All pages as PDF bytes, the same for the same input."""
    buffer = io.BytesIO()
    width, height = plan.size_mm
    canvas = Canvas(buffer, pagesize=(width * mm, height * mm), invariant=1, pageCompression=1)
    canvas.setTitle(plan.title or "FashionGAN")
    for page in pages:
        for one in page.pictures:
            fine = one.image.in_square(_sharp_px(one.side_mm, max(one.image.rgba.shape[:2])))
            place = one.x_mm * mm, (height - one.y_mm - one.side_mm) * mm
            canvas.drawImage(ImageReader(fine), *place, one.side_mm * mm, one.side_mm * mm)
        for text in page.texts:
            _write(canvas, text, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def page_picture(plan: SheetPlan, page: Page) -> Image.Image:
    """One page at 150 dots an inch."""
    scale = PNG_DPI / INCH_MM
    width, height = (round(side * scale) for side in plan.size_mm)
    sheet = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(sheet)
    for one in page.pictures:
        sheet.paste(one.image.in_square(round(one.side_mm * scale)), (round(one.x_mm * scale), round(one.y_mm * scale)))
    for text in page.texts:
        font = pixel_font(text.font, text.size_pt * PT_MM * scale)
        place = text.x_mm * scale, text.y_mm * scale
        draw.text(place, text.text, MUTED if text.muted else INK, font, anchor="rs" if text.right else "ls")
    return sheet


def _sharp_px(side_mm: float, own_px: int) -> int:
    """No finer than the picture is, nor than a printer shows."""
    return max(1, min(own_px, round(side_mm / INCH_MM * PDF_DPI)))


def _write(canvas: Canvas, text: Text, page_high_mm: float) -> None:
    registered(text.font)
    canvas.setFillColor(MUTED if text.muted else INK)
    canvas.setFont(text.font, text.size_pt)
    write = canvas.drawRightString if text.right else canvas.drawString
    write(text.x_mm * mm, (page_high_mm - text.y_mm) * mm, text.text)
