"""A large sheet cut into pages: which there are, and what each shows. Millimetres."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from shapely import Polygon, box, unary_union

from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.layout import Sheet, lay_out

MARGIN_MM, OVERLAP_MM = 10.0, 10.0
FEWEST_COLUMNS, MOST_COLUMNS = 3, 9


class Paper(StrEnum):
    """What home printers take."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size_mm(self) -> tuple[float, float]:
        width_pt, height_pt = {Paper.A4: A4, Paper.LETTER: LETTER}[self]
        return width_pt / mm, height_pt / mm

    @property
    def step_mm(self) -> tuple[float, float]:
        """How much a page adds: the paper without its margins and the strips that its neighbours show too."""
        width, height = self.size_mm
        return width - 2 * MARGIN_MM - OVERLAP_MM, height - 2 * MARGIN_MM - OVERLAP_MM


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page. row : from 1 at the top; column : from 1 at the left; left_mm, low_mm : on the large sheet.

    Above and to the right it shows 10 mm of what its neighbours show.
    """

    row: int
    column: int
    left_mm: float
    low_mm: float

    @property
    def name(self) -> str:
        """As it is printed."""
        return f"{self.row}-{self.column}"


@dataclass(frozen=True, slots=True)
class Tiling:
    """A large sheet on the pages of one paper, only those that hold something."""

    paper: Paper
    sheet: Sheet
    rows: int
    columns: int
    pages: tuple[Page, ...]

    def page_at(self, row: int, column: int) -> Page | None:
        """The page there, None where nothing is printed."""
        return next((page for page in self.pages if (page.row, page.column) == (row, column)), None)


def tile(pieces: Sequence[CutPiece], paper: Paper) -> Tiling:
    """Lay pieces out in the width that takes the fewest pages."""
    widths = [columns * paper.step_mm[0] + OVERLAP_MM for columns in range(FEWEST_COLUMNS, MOST_COLUMNS + 1)]
    return min((_tiling(lay_out(pieces, width), paper) for width in widths), key=lambda one: len(one.pages))


def _tiling(sheet: Sheet, paper: Paper) -> Tiling:
    wide, high = paper.step_mm
    columns = max(1, math.ceil((sheet.width_mm - OVERLAP_MM) / wide))
    rows = max(1, math.ceil((sheet.height_mm - OVERLAP_MM) / high))
    paper_of_pieces = unary_union([Polygon(one.on_sheet(one.piece.cut_line)) for one in sheet.placed])
    pages = [
        Page(row, column, (column - 1) * wide, sheet.height_mm - OVERLAP_MM - row * high)
        for row in range(1, rows + 1)
        for column in range(1, columns + 1)
    ]
    needed = [page for page in pages if paper_of_pieces.intersects(_own_part(page, columns, paper))]
    return Tiling(paper, sheet, rows, columns, tuple(needed))


def _own_part(page: Page, columns: int, paper: Paper) -> Polygon:
    """What no other page shows: the strips only in the highest row and the last column."""
    wide, high = paper.step_mm
    right = wide + (OVERLAP_MM if page.column == columns else 0.0)
    top = high + (OVERLAP_MM if page.row == 1 else 0.0)
    return box(page.left_mm, page.low_mm, page.left_mm + right, page.low_mm + top)
