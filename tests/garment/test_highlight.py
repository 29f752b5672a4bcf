import numpy as np

from fashiongan.garment.highlight import CHOSEN, GREY, highlighted
from fashiongan.garment.picture import Surface

SQUARE = np.array([[0.0, 0.0, 0.0], [10.0, 0.0, 0.0], [10.0, 10.0, 0.0], [0.0, 10.0, 0.0]])
FACES = np.array([[0, 1, 2], [0, 2, 3]])
NAVY = (20, 30, 80)


def cloth() -> Surface:
    texture = np.full((4, 4, 3), NAVY, np.uint8)
    return Surface(SQUARE, FACES, SQUARE * 0 + [0, 0, 1], uv=SQUARE[:, :2] / 10, texture=texture)


def skin() -> Surface:
    return Surface(SQUARE, FACES, SQUARE * 0 + [0, 0, 1])


def distance(color: np.ndarray | tuple[int, int, int], other: tuple[int, int, int]) -> float:
    return float(np.linalg.norm(np.asarray(color, float) - other))


def test_chosen_triangles_take_the_color_and_all_others_turn_grey() -> None:
    body, rest, chosen = highlighted([skin(), cloth()], 1, np.array([True, False]))
    np.testing.assert_array_equal(chosen.faces, FACES[:1])
    np.testing.assert_array_equal(rest.faces, FACES[1:])
    assert chosen.texture is not None
    assert rest.texture is not None
    assert distance(chosen.texture[0, 0], CHOSEN) < distance(NAVY, CHOSEN) / 2
    assert distance(rest.texture[0, 0], GREY) < distance(NAVY, GREY)
    assert distance(body.color, GREY) < distance(skin().color, GREY)


def test_a_garment_of_one_piece_is_chosen_as_a_whole() -> None:
    shown = highlighted([skin(), cloth()], 1, np.array([True, True]))
    assert [len(surface.faces) for surface in shown] == [2, 2]


def test_nothing_is_dimmed_where_nothing_is_chosen() -> None:
    surfaces = [skin(), cloth()]
    assert highlighted(surfaces, 1, np.array([False, False])) == surfaces


def test_what_is_shown_elsewhere_is_left_alone() -> None:
    before = cloth()
    highlighted([skin(), before], 1, np.array([True, False]))
    assert before.texture is not None
    assert (before.texture == NAVY).all()
