"""What a line of sight meets first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import open3d as o3d

from fashiongan.garment.picture import Surface
from gui.widgets.camera import Ray


@dataclass(frozen=True, slots=True)
class Hit:
    """surface : index of the surface; face : of its triangle"""

    surface: int
    face: int


def first_hits(surfaces: Sequence[Surface], ray: Ray) -> tuple[Hit, ...]:
    """What a ray meets first, or nothing."""
    scene = o3d.t.geometry.RaycastingScene()
    for surface in surfaces:
        vertices = o3d.core.Tensor(np.ascontiguousarray(surface.vertices_mm, np.float32))
        scene.add_triangles(vertices, o3d.core.Tensor(surface.faces.astype(np.uint32)))
    rays = np.concatenate([ray.origin_mm, ray.direction])[None].astype(np.float32)
    found = {name: value.numpy() for name, value in scene.cast_rays(o3d.core.Tensor(rays)).items()}
    if not np.isfinite(found["t_hit"][0]):
        return ()
    return (Hit(int(found["geometry_ids"][0]), int(found["primitive_ids"][0])),)
