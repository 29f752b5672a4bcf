import numpy as np
import pytest

from scanning.mesh import neighbour_means, vertex_normals
from tests.scanning.people import shell

RADIUS_MM = 100.0
COLUMN = shell([(float(height), RADIUS_MM, RADIUS_MM) for height in range(-200, 1201, 100)])


def test_normals_of_a_cylinder_point_away_from_its_axis() -> None:
    outwards = COLUMN.vertices_mm * [1, 0, 1] / RADIUS_MM
    normals = vertex_normals(COLUMN.vertices_mm, COLUMN.faces)
    assert np.einsum("ni,ni->n", normals, outwards) == pytest.approx(1, abs=1e-3)


def test_every_neighbour_counts_once_in_a_mean() -> None:
    """Two triangles share the edge from 1 to 2; vertex 4 belongs to none."""
    faces = np.array([[0, 1, 2], [2, 1, 3]], np.int32)
    means = neighbour_means(faces, 5) @ np.array([1.0, 2.0, 4.0, 9.0, 7.0])
    assert means == pytest.approx([3, (1 + 4 + 9) / 3, (1 + 2 + 9) / 3, 3, 0])
