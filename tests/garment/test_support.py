import numpy as np
import pytest

from fashiongan.garment.body_field import DistanceField
from fashiongan.garment.cloth import Cloth
from fashiongan.garment.cloth_model import ClothModel
from fashiongan.garment.motion import Motion

NOWHERE = DistanceField(np.full((2, 2, 2), 1e3, np.float32), np.full(3, 1e5), 1.0)
FALLING = Motion(gravity=9810.0, damping=0.98, top_speed=1e6, friction=0.0)


def test_what_hangs_from_held_cloth_stays_up_and_what_does_not_falls() -> None:
    nothing = np.zeros(0)
    model = ClothModel(
        np.ones(3),
        np.array([[0, 1]]),
        np.array([100.0]),
        np.array([1e9]),
        np.zeros((0, 4), np.int64),
        np.zeros((0, 4)),
        nothing,
        np.array([[0, 1, 2]]),
    )
    start = np.array([[0.0, 1000.0, 0.0], [0.0, 900.0, 0.0], [500.0, 1000.0, 0.0]])
    cloth = Cloth(start, model, np.zeros((0, 2), np.int64), NOWHERE, 4.0, "cpu")
    cloth.hold_up(np.array([0]))
    for _ in range(60):
        cloth.advance(FALLING)
    assert cloth.positions_mm[:2, 1] == pytest.approx([1000, 900], abs=1)
    assert cloth.positions_mm[2, 1] < 800


def test_held_cloth_may_still_rise() -> None:
    nothing = np.zeros(0)
    pairs, fours = np.zeros((0, 2), np.int64), np.zeros((0, 4))
    model = ClothModel(
        np.ones(1), pairs, nothing, nothing, fours.astype(np.int64), fours, nothing, np.zeros((1, 3), int)
    )
    cloth = Cloth(np.zeros((1, 3)), model, pairs, NOWHERE, 4.0, "cpu")
    cloth.hold_up(np.array([0]))
    for _ in range(30):
        cloth.advance(Motion(gravity=-9810.0, damping=1.0, top_speed=1e6, friction=0.0))
    assert cloth.positions_mm[0, 1] == pytest.approx(9810 * 0.5**2 / 2, rel=0.02)
