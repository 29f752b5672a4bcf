"""A body as a line drawing: its outline in a view, and the contours inside it, such as of an arm before the trunk."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from scanning.body_picture import View, extent_mm, projected

# Pixels a millimetre of what the outline is traced in, and of what hides what.
TRACED_PX, HIDING_PX = 1.0, 0.5
# What lies more than this behind the nearest is hidden; what rises less over what is behind it is no contour.
HIDDEN_MM, STEP_MM = 12.0, 25.0
LEAST_PIECE_MM2 = 400.0
MARGIN_PX = 2


@dataclass(frozen=True, slots=True)
class Outline:
    """Millimetres right and up in a view. rings : closed, (N, 2) each; contours : (M, 2, 2) short straight runs."""

    rings: tuple[Floats, ...]
    contours: Floats


def outline_of(vertices: Floats, faces: NDArray[np.int32], view: View) -> Outline:
    """The drawing of (V, 3) vertices in millimetres, Y-up, facing +Z, and (F, 3) faces, counter-clockwise outside."""
    flat, nearness = projected(vertices, view)
    left, _, _, top = extent_mm(vertices, view)
    origin = np.array([left, top])
    return Outline(_rings(flat, faces, origin), _contours(flat, nearness, faces, origin))


def _rings(flat: Floats, faces: NDArray[np.int32], origin: Floats) -> tuple[Floats, ...]:
    """The edges of everything that the body covers."""
    pixels = np.rint((flat - origin) * [TRACED_PX, -TRACED_PX]).astype(np.int32) + MARGIN_PX
    covered = np.zeros(pixels.max(0)[::-1] + MARGIN_PX + 1, np.uint8)
    for corners in pixels[faces]:
        cv2.fillConvexPoly(covered, corners, 1)
    found, _ = cv2.findContours(covered, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_TC89_L1)
    rings = ((ring[:, 0] - MARGIN_PX) * [1 / TRACED_PX, -1 / TRACED_PX] + origin for ring in found)
    return tuple(ring for ring in rings if len(ring) > 3 and _area(ring) > LEAST_PIECE_MM2)


def _area(ring: Floats) -> float:
    return float(cv2.contourArea(ring.astype(np.float32)))


def _contours(flat: Floats, nearness: Floats, faces: NDArray[np.int32], origin: Floats) -> Floats:
    """(M, 2, 2) edges where the surface turns away, that are seen and lie well before what is behind them."""
    ends = _turning_edges(flat, faces)
    nearest = _nearest(flat, nearness, faces, origin)
    runs = flat[ends]
    middles = runs.mean(1)
    own = nearness[ends].mean(1)
    across = np.stack([runs[:, 1, 1] - runs[:, 0, 1], runs[:, 0, 0] - runs[:, 1, 0]], axis=1)
    across *= (3 / HIDING_PX) / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-6)
    beside = np.stack([_at(nearest, middles + way - origin) for way in (across, -across)])
    seen = own > _at(nearest, middles - origin) - HIDDEN_MM
    behind = np.isfinite(beside).all(0) & (beside.min(0) < own - STEP_MM)
    return np.asarray(runs[seen & behind])


def _turning_edges(flat: Floats, faces: NDArray[np.int32]) -> NDArray[np.int64]:
    """(E, 2) edges between a face that is seen from its front and one that is not."""
    a, b, c = (flat[faces[:, corner]] for corner in range(3))
    facing = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) > (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    unique, which = np.unique(edges, axis=0, return_inverse=True)
    front = np.bincount(which.ravel(), np.tile(facing, 3), len(unique))
    return np.asarray(unique[(front == 1) & (np.bincount(which.ravel(), minlength=len(unique)) == 2)])


def _nearest(flat: Floats, nearness: Floats, faces: NDArray[np.int32], origin: Floats) -> NDArray[np.float32]:
    """(H, W) how near the nearest surface is, minus infinity where there is none."""
    pixels = np.rint((flat - origin) * [HIDING_PX, -HIDING_PX]).astype(np.int32)
    image = np.full(pixels.max(0)[::-1] + 1, -np.inf, np.float32)
    depth = nearness[faces].mean(1)
    # From far to near, so that what is near covers the rest.
    for face in np.argsort(depth):
        cv2.fillConvexPoly(image, pixels[faces[face]], float(depth[face]))
    return image


def _at(image: NDArray[np.float32], places_mm: Floats) -> Floats:
    """(N,) of an image, at places in millimetres from its upper left corner."""
    column, row = np.rint(places_mm * [HIDING_PX, -HIDING_PX]).astype(np.int64).T
    height, width = image.shape
    inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
    found = np.full(len(column), -np.inf)
    found[inside] = image[row[inside], column[inside]]
    return found
