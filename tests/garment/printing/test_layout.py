import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon

from fashiongan.garment.pattern import Piece, pattern_of
from fashiongan.garment.printing.cutting import CutPiece, cut_pieces
from fashiongan.garment.printing.layout import lay_out, lay_out_in_shape
from tests.garment.printing.conftest import rectangle

SIZES = st.lists(st.tuples(st.integers(20, 700), st.integers(20, 700)), min_size=1, max_size=6)


def cut_of(sizes: list[tuple[int, int]]) -> tuple[CutPiece, ...]:
    panels = [rectangle(f"piece_{index}", *size, Piece("Piece")) for index, size in enumerate(sizes)]
    return cut_pieces(pattern_of("patchwork", panels, []), "38")


@given(SIZES, st.integers(100, 1500))
def test_pieces_lie_apart_and_off_the_edge_of_the_sheet(sizes: list[tuple[int, int]], width_mm: int) -> None:
    sheet = lay_out(cut_of(sizes), width_mm)
    shapes = [Polygon(placed.on_sheet(placed.piece.cut_line)) for placed in sheet.placed]
    for index, shape in enumerate(shapes):
        low_x, low_y, high_x, high_y = shape.bounds
        assert 0.9 < low_x < high_x < sheet.width_mm - 0.9
        assert 0.9 < low_y < high_y < sheet.height_mm - 0.9
        assert all(shape.distance(other) > 10 for other in shapes[:index])


def test_a_small_piece_fills_the_room_beside_a_large_one() -> None:
    sheet = lay_out(cut_of([(500, 500), (700, 400), (150, 100)]), 900)
    assert sheet.height_mm == pytest.approx(520 + 420 + 12 + 2, abs=0.01)


@given(SIZES, st.floats(0.3, 3))
def test_pieces_for_a_frame_lie_apart_and_no_single_row_or_column_shows_them_larger(
    sizes: list[tuple[int, int]], width_to_height: float
) -> None:
    pieces = cut_of(sizes)
    sheet = lay_out_in_shape(pieces, width_to_height)
    shapes = [Polygon(placed.on_sheet(placed.piece.cut_line)) for placed in sheet.placed]
    assert all(shape.distance(other) > 10 for index, shape in enumerate(shapes) for other in shapes[:index])

    def needed(width_mm: float) -> float:
        other = lay_out(pieces, width_mm)
        return max(other.width_mm, other.height_mm * width_to_height)

    assert max(sheet.width_mm, sheet.height_mm * width_to_height) <= min(needed(10_000), needed(1)) + 1e-6
