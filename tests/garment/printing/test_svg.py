import re
from xml.etree import ElementTree

import numpy as np
import pytest
from shapely import Polygon

from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.svg import pattern_svg

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def root(pieces: tuple[CutPiece, ...]) -> ElementTree.Element:
    return ElementTree.fromstring(pattern_svg(pieces, "T-shirt <& more>"))


def test_one_unit_is_one_millimetre(root: ElementTree.Element) -> None:
    _, _, width, height = root.attrib["viewBox"].split()
    assert (root.attrib["width"], root.attrib["height"]) == (f"{width}mm", f"{height}mm")


def test_every_piece_has_its_cut_line_at_full_size(root: ElementTree.Element, pieces: tuple[CutPiece, ...]) -> None:
    for piece in pieces:
        path = root.find(f"{SVG}g[@id='{piece.name}']/{SVG}g[@class='cut']/{SVG}path")
        assert path is not None
        points = np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.attrib["d"]), dtype=float)
        assert Polygon(points).area == pytest.approx(Polygon(piece.cut_line).area, rel=1e-4)


def test_everything_lies_on_the_sheet_and_pieces_apart(root: ElementTree.Element) -> None:
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    cuts = [
        Polygon(np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.attrib["d"]), dtype=float))
        for path in root.iterfind(f"{SVG}g/{SVG}g[@class='cut']/{SVG}path")
    ]
    for index, cut in enumerate(cuts):
        low_x, low_y, high_x, high_y = cut.bounds
        assert 0 < low_x < high_x < width
        assert 0 < low_y < high_y < height
        assert all(cut.distance(other) > 5 for other in cuts[:index])


def test_titles_with_signs_of_xml_are_kept(root: ElementTree.Element) -> None:
    assert root.findtext(f"{SVG}title") == "T-shirt <& more>"
