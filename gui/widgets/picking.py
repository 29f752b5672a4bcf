"""What a line of sight meets first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fashiongan.garment.picture import Surface
from fashiongan.garment.rays import scene_of, tensor_of
from gui.widgets.camera import Ray


@dataclass(frozen=True, slots=True)
class Hit:
    """surface : index of the surface; face : of its triangle"""

    surface: int
    face: int


def first_hits(surfaces: Sequence[Surface], ray: Ray) -> tuple[Hit, ...]:
    """What a ray meets first, or nothing."""
    scene = scene_of((surface.vertices_mm, surface.faces) for surface in surfaces)
    rays = np.concatenate([ray.origin_mm, ray.direction])[None]
    found = {name: value.numpy() for name, value in scene.cast_rays(tensor_of(rays)).items()}
    if not np.isfinite(found["t_hit"][0]):
        return ()
    return (Hit(int(found["geometry_ids"][0]), int(found["primitive_ids"][0])),)
