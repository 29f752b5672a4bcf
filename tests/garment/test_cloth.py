import numpy as np
import pytest

from fashiongan.garment.body_field import DistanceField
from fashiongan.garment.cloth import Cloth, Constraints, Motion

NOWHERE = DistanceField(np.full((2, 2, 2), 1e3, np.float32), np.full(3, 1e5), 1.0)
NO_PAIRS = np.zeros((0, 2), np.int64)
FREE = Motion(gravity=9810.0, damping=1.0, top_speed=1e6, friction=0.0)
STILL = Motion(gravity=0.0, damping=0.9, top_speed=1e6, friction=0.0, stitch_reach=2.0)


def cloth(
    start: list[list[float]], pairs: list[list[int]], rest: list[float], stitches: np.ndarray = NO_PAIRS
) -> Cloth:
    held = Constraints(np.array(pairs).reshape(-1, 2), np.array(rest, float), np.zeros(len(rest)))
    return Cloth(np.array(start, float), held, stitches, NOWHERE, 4.0, "cpu")


def test_a_free_particle_falls_as_galileo_says() -> None:
    falling = cloth([[0, 0, 0]], [], [])
    for _ in range(30):
        falling.advance(FREE)
    assert -falling.positions_mm[0, 1] == pytest.approx(0.5 * 9810 * 0.5**2, rel=0.01)


def test_a_rigid_edge_keeps_its_length_and_its_centre_of_mass() -> None:
    edge = cloth([[0, 0, 0], [20, 0, 0]], [[0, 1]], [10.0])
    for _ in range(20):
        edge.advance(STILL)
    ends = edge.positions_mm
    assert np.linalg.norm(ends[1] - ends[0]) == pytest.approx(10, abs=1e-3)
    assert ends.mean(0) == pytest.approx([10, 0, 0], abs=1e-3)


def test_stitches_close() -> None:
    apart = cloth([[0, 0, 0], [50, 0, 0]], [], [], np.array([[0, 1]]))
    for _ in range(10):
        apart.advance(STILL)
    assert np.linalg.norm(np.diff(apart.positions_mm, axis=0)) < 0.01


def test_cloth_is_pushed_out_of_a_body_to_the_gap() -> None:
    floor = np.tile(np.arange(-40, 41, 8, dtype=np.float32)[None, :, None], (11, 1, 11))
    field = DistanceField(floor, np.array([-40.0, -40.0, -40.0]), 8.0)
    held = Constraints(NO_PAIRS, np.zeros(0), np.zeros(0))
    resting = Cloth(np.array([[0.0, 20.0, 0.0]]), held, NO_PAIRS, field, 4.0, "cpu")
    for _ in range(60):
        resting.advance(Motion(gravity=9810.0, damping=0.99, top_speed=1e4, friction=0.5))
    assert resting.positions_mm[0] == pytest.approx([0, 4, 0], abs=0.05)
