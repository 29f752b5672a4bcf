"""The person in a view: cut out of the room by depth, as points with normals that stand on the floor."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import ScanError
from scanning.calibration.floor import Floor
from scanning.frame import DepthCamera, Floats, points_from_depth
from scanning.stance import ViewCloud
from scanning.views import View

FLOOR_MM = 20.0
# Neighbouring pixels farther apart than this share of the depth are on two things.
JUMP_SHARE = 0.03
LEAST_PERSON_PX, LEAST_PIECE_PX = 1500, 60
LEAST_PERSON_MM, REACH_MM = 700.0, 750.0
# A wall is flatter than this, a person is not.
FLAT_MM = 15.0
# Grazing pixels are as noisy as they are slanted.
LEAST_COSINE = 0.25
NORMAL_STEP_PX = 3


@dataclass(frozen=True, slots=True)
class Silhouette:
    """mask : (H, W) the person's pixels; heights_mm : (H, W) over the floor; others : how many more people-like
    things stand in the view."""

    cloud: ViewCloud
    mask: NDArray[np.bool_]
    others: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """One connected thing in the image."""

    label: int
    pixels: int
    top_mm: float
    bottom_mm: float
    center_mm: Floats
    wide_mm: float
    deep_mm: float
    distance_mm: float


def person_in(view: View, camera: DepthCamera, floor: Floor) -> Silhouette:
    """Cut the person out of a view.

    Raises
    ------
    ScanError : nobody stands there
    """
    seen = points_from_depth(view.depth_mm, camera.depth)
    pose = floor.camera_to_world
    world = seen @ pose[:3, :3].T + pose[:3, 3]
    above = (view.depth_mm > 0) & (world[..., 1] > FLOOR_MM)
    labels = _connected(view.depth_mm, above)
    people = [piece for piece in _pieces(labels, world, view.depth_mm) if _person_like(piece)]
    if not people:
        raise ScanError("nobody is seen standing on the floor; stand whole before the camera, 1.2 to 2.5 m away.")
    person = min(people, key=lambda piece: piece.distance_mm)
    mask = _with_loose_pieces(labels, person, world)
    normals, facing = _normals(seen, view.depth_mm)
    relied = mask & facing
    cloud = ViewCloud(world[relied], normals[relied] @ pose[:3, :3].T, pose[:3, 3])
    return Silhouette(cloud, mask, len(people) - 1)


def _connected(depth_mm: NDArray[np.float32], above: NDArray[np.bool_]) -> NDArray[np.int32]:
    """(H, W) labels of pieces in which depth does not jump; 0 is none."""
    far, near = (_extreme(depth_mm, above, operation) for operation in (cv2.dilate, cv2.erode))
    smooth = above & (far - near < JUMP_SHARE * np.maximum(depth_mm, 1))
    return np.asarray(cv2.connectedComponents(smooth.astype(np.uint8), connectivity=4)[1])


def _extreme(depth_mm: NDArray[np.float32], above: NDArray[np.bool_], operation: object) -> NDArray[np.float32]:
    """The largest or smallest depth around each pixel, of pixels that saw something."""
    blank = 0.0 if operation is cv2.dilate else 1e6
    filled = np.where(above, depth_mm, np.float32(blank))
    return np.asarray(operation(filled, np.ones((3, 3))))  # type: ignore[operator]


def _pieces(labels: NDArray[np.int32], world: Floats, depth_mm: NDArray[np.float32]) -> list[_Piece]:
    counts = np.bincount(labels.ravel())
    counts[0] = 0
    pieces = []
    for label in np.flatnonzero(counts >= LEAST_PERSON_PX):
        points = world[labels == label]
        low, high = np.quantile(points, 0.005, axis=0), np.quantile(points, 0.995, axis=0)
        wide = float(max(high[0] - low[0], high[2] - low[2]))
        distance = float(np.median(depth_mm[labels == label]))
        center = np.median(points, axis=0)
        deep = float(np.linalg.svd((points - points.mean(0))[::7], compute_uv=False)[-1] / np.sqrt(len(points) / 7))
        pieces.append(_Piece(int(label), int(counts[label]), *map(float, (high[1], low[1])), center, wide, deep, distance))
    return pieces


def _person_like(piece: _Piece) -> bool:
    """Tall, no wider than outstretched arms, and touching the floor or nearly."""
    tall = piece.top_mm - piece.bottom_mm
    in_size = tall > LEAST_PERSON_MM and piece.wide_mm < max(1.15 * tall, 1000)
    return in_size and piece.bottom_mm < 600 and piece.deep_mm > FLAT_MM


def _with_loose_pieces(labels: NDArray[np.int32], person: _Piece, world: Floats) -> NDArray[np.bool_]:
    """The person, and pieces such as hands that are loose in the image but within reach of the trunk."""
    mask = labels == person.label
    for label in np.flatnonzero(np.bincount(labels.ravel()) >= LEAST_PIECE_PX):
        if label in (0, person.label):
            continue
        gap = np.median(world[labels == label], axis=0) - person.center_mm
        mask |= (labels == label) & bool(np.hypot(gap[0], gap[2]) < REACH_MM and gap[1] < person.top_mm)
    return mask


def _normals(points: Floats, depth_mm: NDArray[np.float32]) -> tuple[Floats, NDArray[np.bool_]]:
    """(H, W, 3) unit normals towards the camera from neighbours, and where they exist and are not grazing."""
    step = NORMAL_STEP_PX
    smoothed = points * np.float32(1)
    right, left = np.roll(smoothed, -step, 1), np.roll(smoothed, step, 1)
    down, up = np.roll(smoothed, -step, 0), np.roll(smoothed, step, 0)
    across = np.cross(right - left, down - up)
    length = np.linalg.norm(across, axis=-1, keepdims=True)
    normals = -across / np.maximum(length, 1e-9)
    rays = points / np.maximum(np.linalg.norm(points, axis=-1, keepdims=True), 1e-9)
    whole = _all_near(depth_mm, step)
    return normals, whole & ((-normals * rays).sum(-1) > LEAST_COSINE)


def _all_near(depth_mm: NDArray[np.float32], step: int) -> NDArray[np.bool_]:
    """Where the four neighbours that a normal is made of all lie on the same thing."""
    whole = depth_mm > 0
    for axis in (0, 1):
        for shift in (-step, step):
            moved = np.roll(depth_mm, shift, axis)
            whole = whole & (moved > 0) & (np.abs(moved - depth_mm) < 2 * JUMP_SHARE * depth_mm)
    whole[:step], whole[-step:], whole[:, :step], whole[:, -step:] = False, False, False, False
    return np.asarray(whole)
