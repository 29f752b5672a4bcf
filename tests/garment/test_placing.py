import numpy as np
import pytest

from fashiongan.body.fitting import FittedBody
from fashiongan.garment.arrangement import placed
from fashiongan.garment.placing import Limb, Wrap

RADIUS_MM, WAIST_MM = 300.0, 800.0


def half_ring(radius_mm: float) -> np.ndarray:
    """Points at one distance from (0, RADIUS_MM), a quarter turn to each side of straight down."""
    angle = np.linspace(-np.pi / 2, np.pi / 2, 400)
    return np.stack([radius_mm * np.sin(angle), RADIUS_MM - radius_mm * np.cos(angle)], axis=1)


def test_the_arcs_of_a_ring_start_level(woman: FittedBody) -> None:
    wrap = Wrap(Limb.TRUNK, 0.0, 1000.0, ((0.0, 2 * np.pi * 300), (-300.0, 2 * np.pi * 600)), apex_mm=RADIUS_MM)
    for radius_mm, height_mm in ((300, 1000), (450, 850), (600, 700)):
        assert placed(half_ring(radius_mm), wrap, woman.mesh)[:, 1] == pytest.approx(height_mm)


def test_cloth_wider_than_it_hangs_starts_in_folds_that_are_as_long_as_it_is(woman: FittedBody) -> None:
    cloth_mm, hanging_mm = 4000.0, 2000.0
    wrap = Wrap(
        Limb.TRUNK, 0.0, 500.0, ((0.0, cloth_mm), (-1.0, cloth_mm)), folded_mm=((0, hanging_mm), (-1, hanging_mm))
    )
    flat = np.stack([np.linspace(-1000, 1000, 2000), np.zeros(2000)], axis=1)
    steps = np.diff(placed(flat, wrap, woman.mesh), axis=0)
    assert np.linalg.norm(steps, axis=1).sum() == pytest.approx(2000, rel=0.25)
