"""The body as a signed distance grid: negative inside, millimetres. Exact near the skin, interpolated far from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import zoom

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.errors import GarmentError
from fashiongan.garment.rays import scene_of, tensor_of

CELL_MM = 8.0
COARSE = 4
# Open3D lets no other thread of Python run while it measures, so it measures some points and then some more.
AT_ONCE = 2500
EXACT_WITHIN_MM = 45.0
MARGIN_MM = 140.0
# What is farther than this from the inner side of worn cloth is no longer between it and the body.
THICKEST_MM, ON_EDGE = 120.0, 1e-4


@dataclass(frozen=True, slots=True)
class DistanceField:
    """distance_mm : (X, Y, Z) float32 at corner_mm + cell_mm * index."""

    distance_mm: NDArray[np.float32]
    corner_mm: Floats
    cell_mm: float


class BodySurface:
    """Exact distances to one body, by ray casting.

    Raises
    ------
    GarmentError : the body has holes, so nothing is inside it
    """

    def __init__(self, body: BodyMesh) -> None:
        _refuse_holes(body.faces)
        self._scene = scene_of([(body.vertices_mm, body.faces)])

    def signed_distance_mm(self, points: Floats) -> NDArray[np.float32]:
        """(...,) distances of (..., 3) points, negative inside. Sides are settled by a vote of 3 rays."""
        flat = points.reshape(-1, 3)
        parts = np.array_split(flat, max(1, -(-len(flat) // AT_ONCE)))
        distances = [self._scene.compute_signed_distance(tensor_of(part), nsamples=3).numpy() for part in parts]
        return np.concatenate(distances).reshape(points.shape[:-1])


def _refuse_holes(faces: NDArray[np.int32]) -> None:
    edges = np.sort(faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2).astype(np.int64), axis=1)
    _, times = np.unique(edges[:, 0] * (edges.max() + 1) + edges[:, 1], return_counts=True)
    open_edges = int((times == 1).sum())
    if open_edges:
        raise GarmentError(
            f"The body's surface has holes, with {open_edges} edges round them, and cloth would fall through; dress "
            "the body of a scan or of measurements, which has none."
        )


class WornSurface:
    """Distances to worn cloth, negative on its inner side. It ends at its hems: nothing is inside beyond them."""

    def __init__(self, vertices_mm: Floats, faces: NDArray[np.int64]) -> None:
        self._scene = scene_of([(vertices_mm, faces)])
        self._hems = _hems(faces)

    def signed_distance_mm(self, points: Floats) -> NDArray[np.float32]:
        """(...,) distances of (..., 3) points."""
        query = np.ascontiguousarray(points, np.float32)
        found = {name: one.numpy() for name, one in self._scene.compute_closest_points(tensor_of(query)).items()}
        away = query - found["points"]
        distance = np.linalg.norm(away, axis=-1)
        inner = (away * found["primitive_normals"]).sum(-1) < 0
        uv = found["primitive_uvs"]
        corners = np.concatenate([1 - uv.sum(-1, keepdims=True), uv], axis=-1)
        beyond = (self._hems[found["primitive_ids"]] & (corners < ON_EDGE)).any(-1)
        return np.asarray(np.where(inner & ~beyond & (distance < THICKEST_MM), -distance, distance), np.float32)


def _hems(faces: NDArray[np.int64]) -> NDArray[np.bool_]:
    """(F, 3) whether the edge opposite each corner of a face belongs to no other."""
    edges = np.sort(np.stack([faces[:, [1, 2]], faces[:, [2, 0]], faces[:, [0, 1]]], axis=1), axis=2)
    _, which, times = np.unique(edges.reshape(-1, 2), axis=0, return_inverse=True, return_counts=True)
    return np.asarray((times[which.ravel()] == 1).reshape(-1, 3))


class Solid:
    """A body with what it wears, as one."""

    def __init__(self, body: BodyMesh, worn: Sequence[WornSurface]) -> None:
        self._surfaces: list[BodySurface | WornSurface] = [BodySurface(body), *worn]

    def signed_distance_mm(self, points: Floats) -> NDArray[np.float32]:
        """(...,) distances of (..., 3) points, negative inside."""
        return np.asarray(np.min([one.signed_distance_mm(points) for one in self._surfaces], axis=0), np.float32)


def distance_field(
    body: BodyMesh, low_y_mm: float, worn: Sequence[WornSurface] = (), cell_mm: float = CELL_MM
) -> DistanceField:
    """Sample the distance to a body and what it wears above `low_y_mm`: coarse first, then exactly near the surface."""
    surface = Solid(body, worn)
    low = np.array([body.vertices_mm[:, 0].min(), low_y_mm, body.vertices_mm[:, 2].min()]) - MARGIN_MM
    span = body.vertices_mm.max(0) + MARGIN_MM - low
    blocks = np.ceil(span / (cell_mm * COARSE)).astype(int)
    coarse = surface.signed_distance_mm(_lattice(low, blocks + 1, cell_mm * COARSE))
    fine_shape = blocks * COARSE + 1
    fine = zoom(coarse, fine_shape / np.array(coarse.shape), order=1, grid_mode=False).astype(np.float32)
    near = np.abs(fine) < EXACT_WITHIN_MM
    fine[near] = surface.signed_distance_mm(_lattice(low, fine_shape, cell_mm)[near])
    return DistanceField(fine, low, cell_mm)


def _lattice(corner: Floats, shape: NDArray[np.int64], step: float) -> Floats:
    axes = [corner[axis] + step * np.arange(shape[axis]) for axis in range(3)]
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
