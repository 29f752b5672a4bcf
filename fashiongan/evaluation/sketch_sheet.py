"""Sheets that show what is made of sketches."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.evaluation.sketch_report import HandDrawn

CELL_PX = 192
ACROSS = 3


def drawn_sheet(drawn: list[HandDrawn]) -> Image.Image:
    """Three drawings a row, each with what was made of it beside it, on white."""
    width = 1 + len(drawn[0].made)
    sheet = Image.new("RGB", (ACROSS * width * CELL_PX, -(-len(drawn) // ACROSS) * CELL_PX), "white")
    for index, one in enumerate(drawn):
        row, column = divmod(index, ACROSS)
        for step, rgba in enumerate([one.page, *one.made]):
            sheet.paste(_cell(rgba), ((column * width + step) * CELL_PX, row * CELL_PX))
    return sheet


def _cell(rgba: NDArray[np.uint8]) -> Image.Image:
    picture = Image.fromarray(rgba)
    plain = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
    return plain.resize((CELL_PX, CELL_PX), Image.Resampling.LANCZOS)
