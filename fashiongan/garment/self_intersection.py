"""Which triangles of a mesh go through others of it."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from fashiongan.body.model import Floats

_FLAT = 1e-12


def intersecting_faces(positions: Floats, faces: NDArray[np.int64]) -> NDArray[np.int64]:
    """(N,) triangles of (F, 3) that go through others; those that share a vertex are not looked at.

    Two triangles meet where an edge of one goes through the other. Source of the test: Moeller and Trumbore, Fast,
    Minimum Storage Ray-Triangle Intersection (1997).
    """
    corners = positions[faces]
    pairs = _near(corners, faces)
    hit = np.zeros(len(pairs), bool)
    for one, other in ((0, 1), (1, 0)):
        edges, triangles = corners[pairs[:, one]], corners[pairs[:, other]]
        for corner in range(3):
            hit |= _through(edges[:, corner], edges[:, (corner + 1) % 3], triangles)
    return np.unique(pairs[hit]).astype(np.int64)


def _near(corners: Floats, faces: NDArray[np.int64]) -> NDArray[np.int64]:
    """(P, 2) triangles whose boxes overlap and that share no vertex."""
    low, high = corners.min(1), corners.max(1)
    middle, half = (low + high) / 2, (high - low) / 2
    pairs = cKDTree(middle).query_pairs(2 * float(half.max()), p=np.inf, output_type="ndarray").astype(np.int64)
    first, second = pairs.T
    pairs = pairs[(np.abs(middle[first] - middle[second]) <= half[first] + half[second]).all(1)]
    shared = faces[pairs[:, 0]][:, :, None] == faces[pairs[:, 1]][:, None, :]
    return np.asarray(pairs[~shared.any((1, 2))])


def _through(start: Floats, end: Floats, triangles: Floats) -> NDArray[np.bool_]:
    """Whether each edge goes through its triangle of (P, 3, 3)."""
    first, second = triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]
    along, offset = end - start, start - triangles[:, 0]
    across = np.cross(along, second)
    size = (first * across).sum(1)
    crossing = np.abs(size) > _FLAT
    scale = 1 / np.where(crossing, size, 1.0)
    turned = np.cross(offset, first)
    u, v = (offset * across).sum(1) * scale, (along * turned).sum(1) * scale
    share = (second * turned).sum(1) * scale
    inside = (u >= 0) & (v >= 0) & (u + v <= 1) & (share >= 0) & (share <= 1)
    return np.asarray(crossing & inside)
