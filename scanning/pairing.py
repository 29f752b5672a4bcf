"""Pairing points of views with places on a surface.

Far from the solution a point is paired with the nearest place. Near it, with the place on the same ray of the camera:
noise moves a point along its ray, so neither that place nor its normal depends on the noise. Nearest places do: points
pushed inwards are paired with more slanted places than points pushed outwards, which makes bodies half a millimetre
too thin all around.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import open3d as o3d
from numpy.typing import NDArray

from scanning.frame import Floats
from scanning.mesh import unit_vectors, vertex_normals
from scanning.stance import Placement, ViewCloud

SAME_WAY = 0.5
LEAST_COSINE = 0.3


@dataclass(frozen=True, slots=True)
class Pairs:
    """N points in the body's frame and their places: the view of each, the triangle with its three corners' shares,
    the unit normal there, and how far the point lies outside, in mm."""

    view: NDArray[np.int64]
    point_mm: Floats
    triangle: NDArray[np.int64]
    share: Floats
    normal: Floats
    residual_mm: Floats


def nearest(
    views: list[ViewCloud], placements: Sequence[Placement], vertices: Floats, faces: NDArray[np.int32], reach_mm: float
) -> Pairs:
    """Pair each point with the nearest place, if that is within reach and faces the same way."""
    placed = _Placed.of(views, placements)
    found = _scene(vertices, faces).compute_closest_points(placed.points.astype(np.float32))
    return _kept(placed, found, vertices, faces, reach_mm, np.ones(len(placed.points), bool))


def along_rays(
    views: list[ViewCloud], placements: Sequence[Placement], vertices: Floats, faces: NDArray[np.int32], reach_mm: float
) -> Pairs:
    """Pair each point with the place that the same pixel sees, if that is within reach and not seen at a graze."""
    placed = _Placed.of(views, placements)
    directions = placed.points - placed.cameras
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    rays = np.concatenate([placed.cameras, directions], axis=1).astype(np.float32)
    found = _scene(vertices, faces).cast_rays(rays)
    hit = np.isfinite(found["t_hit"].numpy())
    hit &= -np.einsum("ni,ni->n", found["primitive_normals"].numpy(), directions) > LEAST_COSINE
    return _kept(placed, found, vertices, faces, reach_mm, hit)


@dataclass(frozen=True, slots=True)
class _Placed:
    """All views' points, normals and cameras in the body's frame, one row a point."""

    view: NDArray[np.int64]
    points: Floats
    normals: Floats
    cameras: Floats

    @classmethod
    def of(cls, views: list[ViewCloud], placements: Sequence[Placement]) -> "_Placed":
        both = list(zip(views, placements, strict=True))
        counts = [len(view.points_mm) for view in views]
        return cls(
            np.repeat(np.arange(len(views)), counts),
            np.concatenate([place.apply(view.points_mm) for view, place in both]),
            np.concatenate([view.normals @ place.rotation.T for view, place in both]),
            np.repeat([place.apply(view.camera_mm) for view, place in both], counts, axis=0),
        )


def _scene(vertices: Floats, faces: NDArray[np.int32]) -> o3d.t.geometry.RaycastingScene:
    scene = o3d.t.geometry.RaycastingScene()
    scene.add_triangles(vertices.astype(np.float32), faces.astype(np.uint32))
    return scene


def _kept(
    placed: _Placed,
    found: dict[str, o3d.core.Tensor],
    vertices: Floats,
    faces: NDArray[np.int32],
    reach_mm: float,
    kept: NDArray[np.bool_],
) -> Pairs:
    triangle = np.where(kept, found["primitive_ids"].numpy(), 0).astype(np.int64)
    second_third = found["primitive_uvs"].numpy().astype(np.float64)
    share = np.column_stack([1 - second_third.sum(1), second_third])
    corners = faces[triangle]
    normal = unit_vectors(np.einsum("nc,nci->ni", share, vertex_normals(vertices, faces)[corners]))
    gap = placed.points - np.einsum("nc,nci->ni", share, vertices[corners])
    kept = kept & (np.linalg.norm(gap, axis=1) < reach_mm)
    kept &= np.einsum("ni,ni->n", normal, placed.normals) > SAME_WAY
    residual = np.einsum("ni,ni->n", normal, gap)
    return Pairs(placed.view[kept], placed.points[kept], triangle[kept], share[kept], normal[kept], residual[kept])
