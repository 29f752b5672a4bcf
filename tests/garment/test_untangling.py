import numpy as np
import pytest

from fashiongan.garment.self_intersection import intersecting_faces
from fashiongan.garment.untangling import FIRM, GENTLE, Ironing, untangled


def crumpled() -> tuple[np.ndarray, np.ndarray]:
    """A sheet of 12 x 12 vertices, some of which are all over the place."""
    x, y = np.meshgrid(np.arange(12.0), np.arange(12.0))
    positions = np.column_stack([x.ravel(), y.ravel(), 0.3 * np.sin(x.ravel())]) * 10
    corner = (np.arange(11)[:, None] * 12 + np.arange(11)).ravel()
    faces = np.concatenate(
        [
            np.column_stack([corner, corner + 1, corner + 13]),
            np.column_stack([corner, corner + 13, corner + 12]),
        ]
    )
    inner = [65, 66, 77, 78]
    positions[inner] += np.random.default_rng(0).normal(0, 25, (4, 3))
    return positions, faces


@pytest.mark.parametrize("ironing", [FIRM, GENTLE])
def test_a_crumple_is_ironed_and_the_rest_stays(ironing: Ironing) -> None:
    positions, faces = crumpled()
    assert len(intersecting_faces(positions, faces)) > 0
    ironed = untangled(positions, faces, np.zeros(0, np.int64), ironing)
    assert len(intersecting_faces(ironed, faces)) == 0
    far = np.linalg.norm(positions[:, :2] - [50, 50], axis=1) > 60
    assert np.array_equal(ironed[far], positions[far])


def test_what_is_fixed_stays() -> None:
    positions, faces = crumpled()
    assert np.array_equal(untangled(positions, faces, np.arange(144), FIRM), positions)
