"""A part of a garment made to stand out: in another colour, among everything else dimmed."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fashiongan.garment.picture import Rgb, Surface

# Of what is chosen, in the pattern as on the body: rare in clothes, and told apart from grey by everybody.
CHOSEN: Rgb = (236, 120, 24)
# How much of the colour is laid over the part, and how much grey over the rest.
TINT, DIMMED, GREY = 0.6, 0.45, (150, 150, 150)


def highlighted(
    surfaces: Sequence[Surface], which: int, faces: NDArray[np.bool_], color: Rgb = CHOSEN
) -> list[Surface]:
    """The same surfaces with some triangles of one of them tinted; their own surface comes last.

    which : index of the surface; faces : (F,) of it; if none is meant, everything stays as it is
    """
    if not faces.any():
        return list(surfaces)
    chosen = surfaces[which]
    rest = [_part(surface, ~faces) if index == which else surface for index, surface in enumerate(surfaces)]
    dimmed = [_covered(surface, GREY, DIMMED) for surface in rest if len(surface.faces)]
    return [*dimmed, _covered(_part(chosen, faces), color, TINT)]


def _part(surface: Surface, faces: NDArray[np.bool_]) -> Surface:
    return replace(surface, faces=surface.faces[faces])


def _covered(surface: Surface, color: Rgb, share: float) -> Surface:
    """A surface under a veil of a colour."""
    if surface.texture is None:
        red, green, blue = (
            round(own * (1 - share) + veil * share) for own, veil in zip(surface.color, color, strict=True)
        )
        return replace(surface, color=(red, green, blue))
    values = np.arange(256)[:, None] * (1 - share) + np.array(color) * share  # (256, 3)
    table = np.rint(values).astype(np.uint8)
    return replace(surface, texture=np.stack([table[surface.texture[..., c], c] for c in range(3)], axis=-1))
