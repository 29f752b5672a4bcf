"""A picture of a dressed body, by ray casting: the same pixels on every machine, with or without a graphics card."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.garment.rays import scene_of, tensor_of

Rgb = tuple[int, int, int]
BODY_COLOR: Rgb = (205, 192, 182)
GROUND: Rgb = (246, 246, 244)
SUPERSAMPLE = 2
_KEY_LIGHT = np.array([0.45, 0.55, 0.70])
_FILL_LIGHT = np.array([-0.70, 0.15, 0.45])


@dataclass(frozen=True)
class Surface:
    """Something to draw, in one colour or textured.

    vertices_mm, normals : (V, 3); faces : (F, 3); texture : (H, W, 3) sRGB; uv : (V, 2), v up
    """

    vertices_mm: Floats
    faces: NDArray[np.int64]
    normals: Floats
    color: Rgb = BODY_COLOR
    uv: Floats | None = None
    texture: NDArray[np.uint8] | None = None


def skin_of(body: BodyMesh) -> Surface:
    """A body, ready to draw."""
    faces = body.faces.astype(np.int64)
    return Surface(body.vertices_mm, faces, vertex_normals(body.vertices_mm, faces))


@dataclass(frozen=True, slots=True)
class View:
    """A parallel view from a turn about the vertical axis: 0 is from the front, 90 from the wearer's left."""

    turn_deg: float
    low_mm: Floats
    high_mm: Floats

    def rays(self, width_px: int, height_px: int) -> tuple[Floats, Floats, Floats]:
        """(H, W, 6) rays, and the right and forward directions."""
        turn = np.deg2rad(self.turn_deg)
        backward = np.array([np.sin(turn), 0.0, np.cos(turn)])
        right = np.array([np.cos(turn), 0.0, -np.sin(turn)])
        centre = (self.low_mm + self.high_mm) / 2
        scale = max((self.high_mm - self.low_mm)[1] / height_px, 1e-6)
        x = (np.arange(width_px) + 0.5 - width_px / 2) * scale
        y = (height_px / 2 - 0.5 - np.arange(height_px)) * scale
        origin = centre + 3000 * backward + x[None, :, None] * right + y[:, None, None] * np.array([0.0, 1.0, 0.0])
        rays = np.concatenate([origin, np.broadcast_to(-backward, origin.shape)], axis=-1)
        return rays, right, -backward


def vertex_normals(vertices: Floats, faces: NDArray[np.int64]) -> Floats:
    """(V, 3) unit normals, weighted by area."""
    corners = vertices[faces]
    face_normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros_like(vertices)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], face_normals)
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


@dataclass(frozen=True)
class Hits:
    """What every pixel sees. surface : (H, W) index, -1 for the ground; triangle : (H, W) of that surface;
    barycentric : (H, W, 2)"""

    surface: NDArray[np.int64]
    triangle: NDArray[np.uint32]
    barycentric: Floats


def cast(surfaces: list[Surface], view: View, width_px: int, height_px: int) -> Hits:
    """Find what every pixel of a view sees."""
    scene = scene_of((surface.vertices_mm, surface.faces) for surface in surfaces)
    rays, _, _ = view.rays(width_px, height_px)
    hit = {name: value.numpy() for name, value in scene.cast_rays(tensor_of(rays)).items()}
    ids = hit["geometry_ids"].astype(np.int64)
    return Hits(np.where(ids < len(surfaces), ids, -1), hit["primitive_ids"], hit["primitive_uvs"])


def render(surfaces: list[Surface], view: View, width_px: int, height_px: int, ground: Rgb = GROUND) -> Image.Image:
    """Draw surfaces with soft light from two sides on a plain ground."""
    size = width_px * SUPERSAMPLE, height_px * SUPERSAMPLE
    hits = cast(surfaces, view, *size)
    _, right, forward = view.rays(1, 1)
    pixels = np.broadcast_to(np.array(ground, np.float64), (*hits.surface.shape, 3)).copy()
    for index, surface in enumerate(surfaces):
        mask = hits.surface == index
        if mask.any():
            pixels[mask] = _shaded(surface, hits.triangle[mask], hits.barycentric[mask], right, forward)
    picture = Image.fromarray(np.rint(pixels).clip(0, 255).astype(np.uint8))
    return picture.resize((width_px, height_px), Image.Resampling.BOX)


def _shaded(
    surface: Surface, triangles: NDArray[np.uint32], barycentric: Floats, right: Floats, forward: Floats
) -> Floats:
    corners = surface.faces[triangles]
    weights = np.concatenate([1 - barycentric.sum(1, keepdims=True), barycentric], axis=1)
    normals = (surface.normals[corners] * weights[..., None]).sum(1)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    normals *= np.where(normals @ forward > 0, -1, 1)[:, None]
    axes = np.stack([right, [0.0, 1.0, 0.0], -forward])
    light = 0.42 + sum(
        gain * np.clip(normals @ ((direction / np.linalg.norm(direction)) @ axes), 0, 1)
        for gain, direction in ((0.48, _KEY_LIGHT), (0.20, _FILL_LIGHT))
    )
    if surface.texture is None or surface.uv is None:
        return np.asarray(np.array(surface.color) * light[:, None])
    uv = (surface.uv[corners] * weights[..., None]).sum(1)
    return np.asarray(_sampled(surface.texture, uv) * light[:, None])


def _sampled(texture: NDArray[np.uint8], uv: Floats) -> Floats:
    """Bilinear lookup; v = 0 is the lowest row."""
    height, width = texture.shape[:2]
    x = np.clip(uv[:, 0] * width - 0.5, 0, width - 1.001)
    y = np.clip((1 - uv[:, 1]) * height - 0.5, 0, height - 1.001)
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    u, v = (x - left)[:, None], (y - top)[:, None]
    above = texture[top, left] * (1 - u) + texture[top, left + 1] * u
    below = texture[top + 1, left] * (1 - u) + texture[top + 1, left + 1] * u
    return np.asarray(above * (1 - v) + below * v, np.float64)
