import numpy as np
import pytest
from shapely import Polygon

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.pieces import faces_of_piece, piece_of_face


def test_every_triangle_is_of_one_printed_piece(worn_tshirt: FittedGarment) -> None:
    of_pieces = [faces_of_piece(worn_tshirt, piece.name) for piece in worn_tshirt.pieces]
    assert (np.sum(of_pieces, axis=0) == 1).all()


def test_the_triangles_of_a_piece_have_the_area_of_its_net_outline(worn_tshirt: FittedGarment) -> None:
    flat = worn_tshirt.mesh.flat
    draped = [piece for piece in worn_tshirt.pieces if worn_tshirt.pattern.panels[piece.name].placing is not None]
    assert {piece.name for piece in draped} >= {"front", "back", "sleeve_left"}
    for piece in draped:
        corners = flat.flat_mm[flat.faces[faces_of_piece(worn_tshirt, piece.name)]]
        first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
        area = np.abs(first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]).sum() / 2
        assert area == pytest.approx(piece.count * Polygon(piece.sew_line).area, rel=0.02)


def test_a_sleeve_that_is_cut_twice_is_on_both_arms(worn_tshirt: FittedGarment) -> None:
    faces = worn_tshirt.mesh.faces[faces_of_piece(worn_tshirt, "sleeve_left")]
    middles = worn_tshirt.mesh.vertices_mm[faces].mean(1)
    assert (np.abs(middles[:, 0]) > 100).all()
    assert (middles[:, 0] > 0).mean() == pytest.approx(0.5, abs=0.05)


def test_the_piece_of_a_triangle_is_the_one_that_has_it(worn_tshirt: FittedGarment) -> None:
    for face in range(0, len(worn_tshirt.mesh.faces), 997):
        assert faces_of_piece(worn_tshirt, piece_of_face(worn_tshirt, face))[face]


def test_what_is_cut_but_not_draped_is_nowhere_on_the_body(worn_tshirt: FittedGarment) -> None:
    assert worn_tshirt.pattern.panels["neckband"].placing is None
    assert not faces_of_piece(worn_tshirt, "neckband").any()
