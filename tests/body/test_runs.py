import math

import numpy as np
import pytest

from fashiongan.body.runs import BACK, FRONT, OUT, Direction, Drop, Edges, Level, Straight, Taut, length_mm, line_of

RADIUS_MM, SIDES = 150.0, 360
FRONT_END, SIDE_END, FAR_END = 2 * SIDES, 2 * SIDES + 1, 2 * SIDES + 2
NO_EDGES: Edges = {}


@pytest.fixture(scope="module")
def cylinder() -> tuple[np.ndarray, Edges]:
    """Upright, open, 100 mm high; the last three vertices lie half way up at the front and at both sides."""
    angle = np.linspace(0, 2 * math.pi, SIDES, endpoint=False)
    ring = RADIUS_MM * np.stack([np.cos(angle), np.zeros(SIDES), np.sin(angle)], axis=1)
    ends = np.array([[0.0, 50, RADIUS_MM], [RADIUS_MM, 50, 0], [-RADIUS_MM, 50, 0]])
    vertices = np.concatenate([ring, np.add(ring, np.array([0.0, 100.0, 0.0])), ends])
    index = np.arange(SIDES)
    return vertices, {"trunk": np.stack([index, index + SIDES], axis=1)}


def test_a_straight_run_is_the_sum_of_its_legs() -> None:
    vertices = np.array([[0.0, 0, 0], [3, 4, 0], [3, 4, 12]])
    assert length_mm([Straight((0, 1, 2))], vertices, NO_EDGES) == pytest.approx(17)


def test_a_drop_is_the_height_over_the_ground() -> None:
    assert length_mm([Drop(0)], np.array([[50.0, 940, 30]]), NO_EDGES) == pytest.approx(940)


def test_a_level_difference_does_not_count_what_is_sideways() -> None:
    assert length_mm([Level(0, 1)], np.array([[0.0, 1000, 90], [70, 760, 0]]), NO_EDGES) == pytest.approx(240)


def test_runs_add_up_without_the_jump_between_them() -> None:
    vertices = np.array([[0.0, 100, 0], [500, 30, 0]])
    assert length_mm([Drop(0), Drop(1)], vertices, NO_EDGES) == pytest.approx(130)
    assert len(line_of([Drop(0), Drop(1)], vertices, NO_EDGES)) == 4


@pytest.mark.parametrize("toward", [FRONT, BACK])
def test_a_taut_tape_half_round_a_cylinder_is_half_its_circumference(
    cylinder: tuple[np.ndarray, Edges], toward: Direction
) -> None:
    assert length_mm([Taut(SIDE_END, FAR_END, toward)], *cylinder) == pytest.approx(math.pi * RADIUS_MM, rel=1e-3)


def test_a_taut_tape_a_quarter_round_a_cylinder_is_a_quarter_of_its_circumference(
    cylinder: tuple[np.ndarray, Edges],
) -> None:
    quarter = length_mm([Taut(FRONT_END, SIDE_END, OUT)], *cylinder)
    assert quarter == pytest.approx(math.pi / 2 * RADIUS_MM, rel=1e-3)


def test_a_taut_tape_is_never_shorter_than_the_straight_way(cylinder: tuple[np.ndarray, Edges]) -> None:
    vertices, edges = cylinder
    straight = float(np.linalg.norm(vertices[FRONT_END] - vertices[SIDE_END]))
    assert length_mm([Taut(FRONT_END, SIDE_END, FRONT)], vertices, edges) >= straight
