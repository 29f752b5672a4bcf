"""A body from the front, the side and the back: a shaded picture, and tape lines in the same coordinates."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from fashiongan.body.model import Floats

# Drawn this many times larger, then reduced, so that edges are smooth.
OVERSAMPLING = 2
SHADOW, LIGHT = np.array([172.0, 176.0, 182.0]), np.array([240.0, 241.0, 243.0])


class View(StrEnum):
    """Where the body is seen from; the side is its right one."""

    FRONT = "front"
    SIDE = "side"
    BACK = "back"


# What points to the right in the picture, and what points to the viewer; up stays up.
_AXES = {
    View.FRONT: ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),
    View.SIDE: ((0.0, 0.0, 1.0), (-1.0, 0.0, 0.0)),
    View.BACK: ((-1.0, 0.0, 0.0), (0.0, 0.0, -1.0)),
}


def projected(points: Floats, view: View) -> tuple[Floats, Floats]:
    """(N, 2) millimetres right and up, and (N,) nearness to the viewer, of (N, 3) points of a Y-up body."""
    right, viewer = np.array(_AXES[view])
    return np.stack([points @ right, points[:, 1]], axis=1), points @ viewer


def extent_mm(vertices: Floats, view: View) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a body in a view."""
    flat, _ = projected(vertices, view)
    (left, bottom), (right, top) = flat.min(0), flat.max(0)
    return float(left), float(bottom), float(right), float(top)


def shaded_body(vertices: Floats, faces: NDArray[np.int32], view: View, px_per_mm: float) -> Image.Image:
    """RGBA picture of just the body's extent; transparent around it.

    vertices : (V, 3) millimetres, Y-up, facing +Z; faces : (F, 3) counter-clockwise from outside
    """
    left, bottom, right, top = extent_mm(vertices, view)
    scale = px_per_mm * OVERSAMPLING
    flat, nearness = projected(vertices, view)
    pixels = (flat - [left, top]) * [scale, -scale]
    size = (max(1, round((right - left) * scale)), max(1, round((top - bottom) * scale)))
    picture = Image.new("RGBA", size, (240, 241, 243, 0))
    draw = ImageDraw.Draw(picture)
    colors = _colors(vertices, faces, view)
    visible = np.flatnonzero(_facing(vertices, faces, view) > 0)
    # From far to near, so that what is near covers the rest.
    for face in visible[np.argsort(nearness[faces[visible]].mean(1))]:
        draw.polygon([tuple(corner) for corner in pixels[faces[face]].tolist()], fill=tuple(colors[face]))
    return picture.resize((max(1, size[0] // OVERSAMPLING), max(1, size[1] // OVERSAMPLING)), Image.Resampling.BOX)


def near_half(line: Floats, view: View) -> NDArray[np.bool_]:
    """(N - 1,) which runs of a tape lie before the body: for a ring its nearer half, for an open line all."""
    _, nearness = projected(line, view)
    middles = (nearness[1:] + nearness[:-1]) / 2
    closed = len(line) > 3 and np.allclose(line[0], line[-1])
    return middles >= nearness.mean() if closed else np.ones(len(middles), dtype=bool)


def _normals(vertices: Floats, faces: NDArray[np.int32]) -> Floats:
    a, b, c = (vertices[faces[:, corner]] for corner in range(3))
    normals = np.cross(b - a, c - a)
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12))


def _facing(vertices: Floats, faces: NDArray[np.int32], view: View) -> Floats:
    return np.asarray(_normals(vertices, faces) @ np.array(_AXES[view][1]))


def _colors(vertices: Floats, faces: NDArray[np.int32], view: View) -> NDArray[np.uint8]:
    """(F, 4) soft light from above the viewer's left shoulder."""
    right, viewer = np.array(_AXES[view])
    light = viewer - 0.5 * right + [0.0, 0.6, 0.0]
    share = np.clip(_normals(vertices, faces) @ (light / np.linalg.norm(light)), 0, 1)[:, None]
    rgb = SHADOW + share * (LIGHT - SHADOW)
    return np.concatenate([rgb, np.full((len(faces), 1), 255.0)], axis=1).astype(np.uint8)
