import pytest

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.curves import line
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.pattern import Panel, Pattern, Piece
from fashiongan.garment.printing.cutting import CutPiece, cut_pieces
from fashiongan.garment.style import Style
from fashiongan.garment.wardrobe import draft

WEARER = "height 168, bust 90, waist 74, hip 98 cm"


@pytest.fixture(scope="session")
def person(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


@pytest.fixture(scope="session")
def tshirt(person: Dimensions) -> Pattern:
    return draft(person, Style(GarmentAttributes(Category.TSHIRT)))


@pytest.fixture(scope="session")
def pieces(tshirt: Pattern) -> tuple[CutPiece, ...]:
    return cut_pieces(tshirt, WEARER)


def rectangle(name: str, width_mm: float, height_mm: float, piece: Piece) -> Panel:
    """Edges hem, right, top and left."""
    corners = [(0.0, 0.0), (width_mm, 0.0), (width_mm, height_mm), (0.0, height_mm), (0.0, 0.0)]
    edges = {
        edge: line(start, end)
        for edge, start, end in zip(("hem", "right", "top", "left"), corners, corners[1:], strict=False)
    }
    return Panel(name, edges, None, piece)
