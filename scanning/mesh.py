"""What scanning needs to know of triangle meshes: the normals of their vertices, and the means of neighbours."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from scanning.frame import Floats


def vertex_normals(vertices: Floats, faces: NDArray[np.int32]) -> Floats:
    """(V, 3) unit normals, the faces' weighted by their areas; outwards if the faces are counted so."""
    corners = vertices[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    sums = [np.bincount(faces.ravel(), np.repeat(across[:, axis], 3), len(vertices)) for axis in range(3)]
    return unit_vectors(np.stack(sums, axis=1))


def unit_vectors(vectors: Floats) -> Floats:
    """(N, 3) of length 1; zeros stay."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))


def neighbour_means(faces: NDArray[np.int32], count: int) -> csr_array:
    """(V, V) matrix that gives each of `count` vertices the mean of its neighbours; one without any gets 0."""
    pairs = faces[:, [0, 1, 1, 2, 2, 0, 1, 0, 2, 1, 0, 2]].reshape(-1, 2)
    adjacent = csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    # An edge counts once, however many faces share it.
    adjacent.data[:] = 1
    degree = np.maximum(np.asarray(adjacent.sum(1)).ravel(), 1)
    return csr_array(diags_array(1 / degree) @ adjacent)
