import re
import zlib
from base64 import a85decode

import pytest
from reportlab.lib.units import mm
from shapely import Polygon, box, unary_union

from fashiongan.garment.pattern import Piece, pattern_of
from fashiongan.garment.printing.cutting import CutPiece, cut_pieces
from fashiongan.garment.printing.tiled_pdf import tiled_pdf
from fashiongan.garment.printing.tiling import MARGIN_MM, OVERLAP_MM, Paper, tile
from tests.garment.printing.conftest import WEARER, rectangle

papers = pytest.mark.parametrize("paper", list(Paper))


@pytest.fixture(scope="module")
def pdfs(pieces: tuple[CutPiece, ...]) -> dict[Paper, bytes]:
    return {paper: tiled_pdf(pieces, "T-shirt", WEARER, paper) for paper in Paper}


def pages_of(pdf: bytes) -> list[str]:
    """The drawing commands of each page."""
    streams = re.findall(rb"/ASCII85Decode /FlateDecode \] /Length \d+\n>>\nstream\n(.*?)~>endstream", pdf, re.S)
    return [zlib.decompress(a85decode(stream)).decode("latin-1") for stream in streams]


@papers
def test_a_page_is_as_large_as_its_paper(pdfs: dict[Paper, bytes], paper: Paper) -> None:
    size = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}[paper]
    width, height = (float(side) for side in re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdfs[paper])[0])
    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx(size, abs=0.1)


@papers
def test_the_first_page_has_a_box_of_ten_by_five_centimetres(pdfs: dict[Paper, bytes], paper: Paper) -> None:
    sizes = re.findall(r"[\d.]+ [\d.]+ ([\d.]+) ([\d.]+) re", pages_of(pdfs[paper])[0])
    assert (pytest.approx(100, abs=0.01), pytest.approx(50, abs=0.01)) in [
        (float(width) / 72 * 25.4, float(height) / 72 * 25.4) for width, height in sizes
    ]


@papers
def test_there_is_a_page_for_the_map_and_one_for_each_part_that_holds_something(
    pdfs: dict[Paper, bytes], pieces: tuple[CutPiece, ...], paper: Paper
) -> None:
    tiling = tile(pieces, paper)
    assert len(re.findall(rb"/Type /Page\b", pdfs[paper])) == 1 + len(tiling.pages)
    names = [re.findall(r"\((\d+-\d+)\) Tj", page)[-1] for page in pages_of(pdfs[paper])[1:]]
    assert names == [page.name for page in tiling.pages]


@papers
def test_the_pages_together_show_every_piece_whole(pieces: tuple[CutPiece, ...], paper: Paper) -> None:
    tiling = tile(pieces, paper)
    wide, high = tiling.paper.step_mm
    shown = unary_union(
        [
            box(one.left_mm, one.low_mm, one.left_mm + wide + OVERLAP_MM, one.low_mm + high + OVERLAP_MM)
            for one in tiling.pages
        ]
    ).buffer(0.01)
    for placed in tiling.sheet.placed:
        assert shown.contains(Polygon(placed.on_sheet(placed.piece.cut_line)))


def test_empty_pages_are_left_out() -> None:
    corner = [rectangle("tall", 100, 1200, Piece("Tall")), rectangle("wide", 1200, 100, Piece("Wide"))]
    tiling = tile(cut_pieces(pattern_of("flag", corner, []), "38"), Paper.A4)
    assert len(tiling.pages) < tiling.rows * tiling.columns


def test_a_page_and_its_margins_fill_the_paper() -> None:
    for paper in Paper:
        for side, step in zip(paper.size_mm, paper.step_mm, strict=True):
            assert step + OVERLAP_MM + 2 * MARGIN_MM == pytest.approx(side)


def test_lines_are_drawn_at_life_size() -> None:
    square = [
        rectangle("square", 100, 100, Piece("Square", allowance_mm=dict.fromkeys(("hem", "right", "top", "left"), 15)))
    ]
    pages = pages_of(tiled_pdf(cut_pieces(pattern_of("patch", square, []), "38"), "Patch", "38", Paper.A4))
    points = [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+) [ml]\b", pages[1].split("m", 1)[1])]
    assert max(x for x, _ in points) - min(x for x, _ in points) == pytest.approx(130 * mm, abs=0.1)
