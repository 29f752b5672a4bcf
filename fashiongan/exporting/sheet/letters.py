"""Letters of sheets: one typeface for PDF and PNG, so that both are set alike."""

import unicodedata
from functools import cache
from pathlib import Path

from PIL import ImageFont
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"
MORE = "…"


def font_file(name: str) -> Path:
    """The file of a typeface. Those of reportlab lack letters of Romanian, among others."""
    return Path(__file__).parent / "fonts" / f"{name}.ttf"


@cache
def registered(name: str) -> TTFont:
    """A typeface, known to reportlab from now on."""
    font = TTFont(name, font_file(name))
    pdfmetrics.registerFont(font)
    return font


@cache
def pixel_font(name: str, size_px: float) -> ImageFont.FreeTypeFont:
    """The same for pictures."""
    return ImageFont.truetype(font_file(name), size_px)


def with_known_letters(text: str) -> str:
    """Letters that the typeface lacks without their accents; what is left then is a question mark."""
    known = registered(PLAIN).face.charToGlyph
    return "".join(letter if ord(letter) in known else _bare(letter, known) for letter in text if letter.isprintable())


def elided(text: str, name: str, size_pt: float, width_mm: float) -> str:
    """Text that is no wider than there is room, cut off with three dots where it must be."""
    registered(name)
    if pdfmetrics.stringWidth(text, name, size_pt) <= width_mm * mm:
        return text
    while text and pdfmetrics.stringWidth(text + MORE, name, size_pt) > width_mm * mm:
        text = text[:-1]
    return text.rstrip(" ,·") + MORE if text else ""


def _bare(letter: str, known: dict[int, int]) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))
    return bare if bare and all(ord(one) in known for one in bare) else "?"
