"""Soft studio light, painted onto surfaces once: for viewers whose own lights make cloth shine like metal."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.garment.picture import Surface
from fashiongan.garment.rays import scene_of, tensor_of

AMBIENT = 0.50
# Open3D lets no other thread of Python run while it casts rays, so it casts those of a stripe of the texture at once.
STRIPES = 8
# Where light comes from, and how strong: front left above, front right, and behind so that a back is not black.
_LIGHTS = (((0.45, 0.60, 0.70), 0.40), ((-0.75, 0.20, 0.45), 0.16), ((0.0, 0.45, -0.90), 0.28))


def studio_light(normals: Floats) -> Floats:
    """(V,) brightness of (V, 3) unit normals, about 0.5 to 1."""
    light = np.full(len(normals), AMBIENT)
    for direction, gain in _LIGHTS:
        light += gain * np.clip(normals @ (np.array(direction) / np.linalg.norm(direction)), 0, 1)
    return np.asarray(np.minimum(light, 1.0))


def lit_texture(surface: Surface) -> NDArray[np.uint8]:
    """The texture of a surface with its light painted in; what no face uses stays as it is."""
    assert surface.texture is not None
    assert surface.uv is not None
    height, width = surface.texture.shape[:2]
    faces, weights = _faces_of_pixels(surface.uv, surface.faces, width, height)
    light = studio_light(surface.normals)
    shade = np.ones((height, width))
    used = faces >= 0
    shade[used] = (light[surface.faces[faces[used]]] * weights[used]).sum(-1)
    return np.asarray(np.rint(surface.texture * shade[..., None]).astype(np.uint8))


def _faces_of_pixels(uv: Floats, faces: NDArray[np.int64], width: int, height: int) -> tuple[NDArray[np.int64], Floats]:
    """Which face covers each pixel, -1 for none, and its barycentric weights: (H, W) and (H, W, 3).

    Rays are cast straight down on the faces laid out flat in the texture.
    """
    flat = np.concatenate([uv * [width, height], np.zeros((len(uv), 1))], axis=1)
    x, y = np.meshgrid(np.arange(width) + 0.5, height - 0.5 - np.arange(height))
    origin = np.stack([x, y, np.ones_like(x)], axis=-1)
    rays = np.concatenate([origin, np.broadcast_to([0.0, 0.0, -1.0], origin.shape)], axis=-1)
    scene = scene_of([(flat, faces)])
    hits = [scene.cast_rays(tensor_of(stripe)) for stripe in np.array_split(rays, STRIPES)]
    ids, distances, uv_hit = (
        np.concatenate([hit[name].numpy() for hit in hits]) for name in ("primitive_ids", "t_hit", "primitive_uvs")
    )
    found = ids.astype(np.int64)
    found[~np.isfinite(distances)] = -1
    second = uv_hit.astype(np.float64)
    return found, np.concatenate([1 - second.sum(-1, keepdims=True), second], axis=-1)


def lit(surface: Surface) -> Surface:
    """A textured surface with its light painted in; one in a single colour is returned as it is."""
    return surface if surface.texture is None else replace(surface, texture=lit_texture(surface))
