"""Words beside the pictures of a sheet, so that it can be read without the program that made it."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

STRIP_PX = 32
_FONT_PX, _GAP_PX = 20, 6
_INK = "#222222"


def with_column_names(sheet: Image.Image, names: Sequence[str]) -> Image.Image:
    """A sheet of equally wide columns with the name of each in a strip above it."""
    named = Image.new("RGB", (sheet.width, sheet.height + STRIP_PX), "white")
    named.paste(sheet, (0, STRIP_PX))
    draw, font = ImageDraw.Draw(named), ImageFont.load_default(size=_FONT_PX)
    for index, name in enumerate(names):
        middle = (index + 0.5) * sheet.width / len(names)
        draw.text((middle, STRIP_PX / 2), name, fill=_INK, font=font, anchor="mm")
    return named


def with_row_names(sheet: Image.Image, names: Sequence[str]) -> Image.Image:
    """A sheet of equally high rows with the name of each to the left of it."""
    font = ImageFont.load_default(size=_FONT_PX)
    left = round(max(font.getlength(name) for name in names)) + 2 * _GAP_PX
    named = Image.new("RGB", (left + sheet.width, sheet.height), "white")
    named.paste(sheet, (left, 0))
    draw = ImageDraw.Draw(named)
    for index, name in enumerate(names):
        draw.text((_GAP_PX, (index + 0.5) * sheet.height / len(names)), name, fill=_INK, font=font, anchor="lm")
    return named
