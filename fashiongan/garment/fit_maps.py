"""How a garment sits: how far it is from the skin, and how much its cloth is stretched, at every vertex."""

from dataclasses import dataclass

import numpy as np

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.garment.body_field import BodySurface
from fashiongan.garment.drape import GarmentMesh


@dataclass(frozen=True, slots=True)
class FitMaps:
    """ease_mm : (V,) distance of the garment's vertices from the skin; stretch : (V,) length in the direction in which
    cloth is stretched most, as a share of its length when cut: 1 is at rest; around : (V,) the same across the grain,
    which is round the body"""

    ease_mm: Floats
    stretch: Floats
    around: Floats


def map_fit(garment: GarmentMesh, body: BodyMesh) -> FitMaps:
    """Measure at every vertex of a garment on a body."""
    distance = BodySurface(body).signed_distance_mm(garment.vertices_mm).astype(np.float64)
    deformed = deformations(garment)
    stretch = np.asarray(np.linalg.svd(deformed, compute_uv=False)[:, 0], np.float64)
    around = np.asarray(np.linalg.norm(deformed[:, :, 0], axis=1), np.float64)
    return FitMaps(distance, _by_vertex(garment, stretch), _by_vertex(garment, around))


def _by_vertex(garment: GarmentMesh, of_faces: Floats) -> Floats:
    corners, count = garment.faces.ravel(), len(garment.vertices_mm)
    sums = np.bincount(corners, np.repeat(of_faces, 3), count)
    return np.asarray(sums / np.bincount(corners, minlength=count))


def deformations(garment: GarmentMesh) -> Floats:
    """(F, 3, 2) what every triangle makes of a step across, and of one along the grain: worn against flat."""
    flat = garment.flat.flat_mm[garment.flat.faces]
    worn = garment.vertices_mm[garment.faces]
    cut = np.stack([flat[:, 1] - flat[:, 0], flat[:, 2] - flat[:, 0]], axis=2)  # (F, 2, 2)
    now = np.stack([worn[:, 1] - worn[:, 0], worn[:, 2] - worn[:, 0]], axis=2)  # (F, 3, 2)
    return np.asarray(now @ np.linalg.inv(cut))
