"""How a garment sits: how far it is from the skin, and how much its cloth is stretched, at every vertex."""

from dataclasses import dataclass

import numpy as np

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.garment.body_field import BodySurface
from fashiongan.garment.drape import GarmentMesh


@dataclass(frozen=True, slots=True)
class FitMaps:
    """ease_mm : (V,) distance of the garment's vertices from the skin; stretch : (V,) length in the direction in which
    cloth is stretched most, as a share of its length when cut: 1 is at rest"""

    ease_mm: Floats
    stretch: Floats


def map_fit(garment: GarmentMesh, body: BodyMesh) -> FitMaps:
    """Measure at every vertex of a garment on a body."""
    distance = BodySurface(body).signed_distance_mm(garment.vertices_mm).astype(np.float64)
    faces = garment.faces.ravel()
    stretch = face_stretch(garment)
    share = np.bincount(faces, np.repeat(stretch, 3), len(garment.vertices_mm))
    return FitMaps(distance, share / np.bincount(faces, minlength=len(garment.vertices_mm)))


def face_stretch(garment: GarmentMesh) -> Floats:
    """(F,) the larger principal stretch of every triangle: worn against flat."""
    flat = garment.flat.flat_mm[garment.flat.faces]
    worn = garment.vertices_mm[garment.faces]
    cut = np.stack([flat[:, 1] - flat[:, 0], flat[:, 2] - flat[:, 0]], axis=2)  # (F, 2, 2)
    now = np.stack([worn[:, 1] - worn[:, 0], worn[:, 2] - worn[:, 0]], axis=2)  # (F, 3, 2)
    return np.asarray(np.linalg.svd(now @ np.linalg.inv(cut), compute_uv=False)[:, 0])
