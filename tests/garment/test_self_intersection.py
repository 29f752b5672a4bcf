import numpy as np
import open3d as o3d
from hypothesis import given
from hypothesis import strategies as st

from fashiongan.garment.self_intersection import intersecting_faces


@given(st.integers(0, 10**6))
def test_open3d_finds_the_same_triangles(seed: int) -> None:
    random = np.random.default_rng(seed)
    positions = random.uniform(0, 10, (30, 3))
    faces = np.array([random.permutation(30)[:3] for _ in range(20)])
    mesh = o3d.geometry.TriangleMesh(
        o3d.utility.Vector3dVector(positions), o3d.utility.Vector3iVector(faces.astype(np.int32))
    )
    expected = np.unique(np.asarray(mesh.get_self_intersecting_triangles()))
    assert np.array_equal(intersecting_faces(positions, faces), expected)


def test_two_triangles_through_each_other_are_both_found_and_a_third_is_not() -> None:
    flat = [[0, 0, 0], [4, 0, 0], [0, 4, 0]]
    upright = [[1, 1, -1], [1, 1, 1], [2, 2, 0]]
    away = [[9, 9, 9], [10, 9, 9], [9, 10, 9]]
    assert intersecting_faces(np.array([*flat, *upright, *away], float), np.arange(9).reshape(3, 3)).tolist() == [0, 1]
