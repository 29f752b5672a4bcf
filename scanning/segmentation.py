"""The person in a view: cut out of the room by depth, as points with normals that stand on the floor."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label

from fashiongan.errors import ScanError
from scanning.frame import Floats, Intrinsics, points_from_depth
from scanning.stance import ViewCloud

FLOOR_MM = 20.0
# Neighbouring pixels farther apart than this share of the depth are on two things.
JUMP_SHARE = 0.03
LEAST_PERSON_PX, LEAST_PERSON_MM = 1500, 700.0
LEAST_PIECE_PX, MOST_PIECE_MM, REACH_MM = 60, 700.0, 600.0
# Things farther apart than a cell or two are different things.
CELL_MM, LEAST_IN_CELL = 60.0, 4
# A wall is flatter than this, a person is not; a stereo camera roughens it with the square of the distance.
FLAT_MM, ROUGH_PER_MM = 18.0, 3e-6
TALLEST_MM = 2400.0
# So few pixels do not tell how far a thing reaches.
LOWEST_SHARE = 0.005
# Somebody else stands farther away than the person's own limbs reach.
APART_MM = 350.0
# Grazing pixels are as noisy as they are slanted.
LEAST_COSINE = 0.25
NORMAL_STEP_PX = 3


@dataclass(frozen=True, slots=True)
class Silhouette:
    """The person in one view: `mask` (H, W) all of their pixels; `relied` (H, W) those seen well enough to measure on;
    `normals` (H, W, 3) in the world; `top_mm`, `bottom_mm` over the floor; `others`, how many more people are there."""

    mask: NDArray[np.bool_]
    relied: NDArray[np.bool_]
    normals: Floats
    top_mm: float
    bottom_mm: float
    distance_mm: float
    others: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """One connected thing in the image."""

    label: int
    top_mm: float
    bottom_mm: float
    center_mm: Floats
    wide_mm: float
    deep_mm: float
    distance_mm: float


def person_in(depth_mm: NDArray[np.float32], camera: Intrinsics, camera_to_world: Floats) -> Silhouette:
    """Cut the person out of a view: (H, W) mm, and the camera's (4, 4) pose over the floor.

    Raises
    ------
    ScanError : nobody stands there
    """
    seen = points_from_depth(depth_mm, camera)
    world = _moved(seen, camera_to_world)
    labels = _clusters(world, _smooth(depth_mm) & (world[..., 1] > FLOOR_MM))
    people = [piece for piece in _pieces(labels, world, depth_mm) if _person_like(piece)]
    if not people:
        raise ScanError("nobody is seen standing on the floor; stand whole before the camera, 1.2 to 2.5 m away.")
    person = min(people, key=lambda piece: piece.distance_mm)
    mask = np.isin(labels, [person.label, *_loose_pieces(labels, person, world)])
    normals, facing = _normals(seen, depth_mm)
    apart = [one for one in people if np.linalg.norm((one.center_mm - person.center_mm)[[0, 2]]) > APART_MM]
    in_world = normals @ camera_to_world[:3, :3].T
    heights = world[mask][:, 1]
    top, bottom = float(heights.max()), float(np.quantile(heights, LOWEST_SHARE))
    return Silhouette(mask, mask & facing, in_world, top, bottom, person.distance_mm, len(apart))


def cloud_of(
    depth_mm: NDArray[np.float32], person: Silhouette, camera: Intrinsics, camera_to_world: Floats
) -> ViewCloud:
    """The person's points in one image of their view."""
    used = person.relied & (depth_mm > 0)
    points = _moved(points_from_depth(depth_mm, camera)[used], camera_to_world)
    return ViewCloud(points, person.normals[used], camera_to_world[:3, 3])


def _moved(points: Floats, pose: Floats) -> Floats:
    return np.asarray(points @ pose[:3, :3].T + pose[:3, 3])


def _smooth(depth_mm: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Where depth does not jump."""
    around, seen = np.ones((3, 3)), depth_mm > 0
    far = cv2.dilate(depth_mm, around)
    near = cv2.erode(np.where(seen, depth_mm, np.float32(1e6)), around)
    return np.asarray(seen & (far - near < JUMP_SHARE * np.maximum(depth_mm, 1)))


def _clusters(world: Floats, used: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(H, W) labels of things that stand apart in space; 0 is none. Parts hidden from each other stay one thing."""
    points = world[used]
    labels = np.zeros(used.shape, np.int64)
    if not len(points):
        return labels
    cells = np.floor((points - points.min(0)) / CELL_MM).astype(np.int64)
    counts = np.zeros(cells.max(0) + 1, np.int64)
    np.add.at(counts, tuple(cells.T), 1)
    found, _ = label(counts >= LEAST_IN_CELL, structure=np.ones((3, 3, 3)))
    labels[used] = found[tuple(cells.T)]
    return labels


def _pieces(labels: NDArray[np.int64], world: Floats, depth_mm: NDArray[np.float32]) -> list[_Piece]:
    counts = np.bincount(labels.ravel())
    counts[0] = 0
    return [_piece(int(one), labels == one, world, depth_mm) for one in np.flatnonzero(counts >= LEAST_PERSON_PX)]


def _piece(name: int, mask: NDArray[np.bool_], world: Floats, depth_mm: NDArray[np.float32]) -> _Piece:
    points = world[mask]
    low, high = np.quantile(points, LOWEST_SHARE, axis=0), np.quantile(points, 1 - LOWEST_SHARE, axis=0)
    wide = float(max(high[0] - low[0], high[2] - low[2]))
    some = (points - points.mean(0))[::7]
    deep = float(np.linalg.svd(some, compute_uv=False)[-1] / np.sqrt(len(some)))
    center, distance = np.median(points, axis=0), float(np.median(depth_mm[mask]))
    return _Piece(name, float(high[1]), float(low[1]), center, wide, deep, distance)


def _person_like(piece: _Piece) -> bool:
    """Tall, no wider than outstretched arms, touching the floor or nearly, and no piece of a wall."""
    tall = piece.top_mm - piece.bottom_mm
    in_size = tall > LEAST_PERSON_MM and piece.wide_mm < max(1.15 * tall, 1000) and piece.top_mm < TALLEST_MM
    flat = max(FLAT_MM, ROUGH_PER_MM * piece.distance_mm**2)
    return in_size and piece.bottom_mm < 600 and piece.deep_mm > flat


def _loose_pieces(labels: NDArray[np.int64], person: _Piece, world: Floats) -> list[int]:
    """Heads over a hidden neck, hands: small things over or beside the trunk, within reach."""
    counts = np.bincount(labels.ravel())
    loose = []
    for one in np.flatnonzero(counts >= LEAST_PIECE_PX):
        if one in (0, person.label):
            continue
        points = world[labels == one]
        gap = np.median(points, axis=0) - person.center_mm
        small = np.ptp(points, axis=0).max() < MOST_PIECE_MM
        if small and np.hypot(gap[0], gap[2]) < REACH_MM:
            loose.append(int(one))
    return loose


def _normals(points: Floats, depth_mm: NDArray[np.float32]) -> tuple[Floats, NDArray[np.bool_]]:
    """(H, W, 3) unit normals towards the camera from neighbours, and where they exist and are not grazing."""
    step = NORMAL_STEP_PX
    right, left = np.roll(points, -step, 1), np.roll(points, step, 1)
    down, up = np.roll(points, -step, 0), np.roll(points, step, 0)
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
