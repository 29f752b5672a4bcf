"""Rooms of planes, boxes and upright cylinders, seen by rays alone: truth that needs none of our geometry."""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from scanning.frame import DepthCamera, Intrinsics, RgbdFrame

Floats = NDArray[np.float64]


def pinhole(width_px: int = 320, height_px: int = 240, f_px: float = 192.0) -> Intrinsics:
    return Intrinsics(width_px, height_px, f_px, f_px, (width_px - 1) / 2, (height_px - 1) / 2)


def stereo_camera(serial: str = "1", unit_mm: float = 0.1) -> DepthCamera:
    return DepthCamera("simulated", serial, pinhole(), depth_unit_mm=unit_mm, baseline_mm=50.0)


def rays(lens: Intrinsics) -> Floats:
    """(H, W, 3) with z = 1."""
    u, v = np.meshgrid(np.arange(lens.width_px), np.arange(lens.height_px))
    return np.stack([(u - lens.cx_px) / lens.fx_px, (v - lens.cy_px) / lens.fy_px, np.ones(u.shape)], axis=-1)


def frame_of(depth_mm: Floats, camera: DepthCamera, sequence: int = 0) -> RgbdFrame:
    steps = np.clip(np.round(depth_mm / camera.depth_unit_mm), 0, 65535).astype(np.uint16)
    return RgbdFrame(steps, 33_333 * sequence, sequence)


def wall_depth_mm(lens: Intrinsics, distance_mm: float, turn_deg: float = 0.0) -> Floats:
    """A wall whose nearest point is so far away, turned about the vertical."""
    normal = np.array([np.sin(np.radians(turn_deg)), 0, np.cos(np.radians(turn_deg))])
    return np.asarray(distance_mm / (rays(lens) @ normal))


def look(
    height_mm: float, back_mm: float, down_deg: float = 0.0, roll_deg: float = 0.0, around_deg: float = 0.0
) -> Floats:
    """(4, 4) camera to world of a camera that looks at the vertical axis of the world from so far away."""
    around, down, roll = np.radians([around_deg, down_deg, roll_deg])
    backwards = np.array([np.sin(around), 0, np.cos(around)])
    forward = -backwards * np.cos(down) - np.array([0, np.sin(down), 0])
    right = np.cross(forward, [0, 1, 0])
    right /= np.linalg.norm(right)
    level = np.stack([right, np.cross(forward, right), forward], axis=1)
    pose = np.eye(4)
    pose[:3, :3] = level @ [[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]]
    pose[:3, 3] = backwards * back_mm + [0, height_mm, 0]
    return pose


@dataclass(frozen=True)
class Room:
    """walls : normals and offsets besides the floor at y = 0; boxes : low and high corners, turned about the vertical;
    cylinders : x, z, radius, bottom, top."""

    walls: list[tuple[tuple[float, float, float], float]] = field(default_factory=list)
    boxes: list[tuple[tuple[float, float, float], tuple[float, float, float], float]] = field(default_factory=list)
    cylinders: list[tuple[float, float, float, float, float]] = field(default_factory=list)

    def depth_mm(self, lens: Intrinsics, camera_to_world: Floats, furthest_mm: float = 5000.0) -> Floats:
        """(H, W), 0 where nothing is near."""
        direction = rays(lens) @ camera_to_world[:3, :3].T
        origin = camera_to_world[:3, 3]
        hits = [
            _plane(origin, direction, np.array(normal), offset) for normal, offset in [((0, 1, 0), 0.0), *self.walls]
        ]
        hits += [_box(origin, direction, *box) for box in self.boxes]
        hits += [_cylinder(origin, direction, *one) for one in self.cylinders]
        nearest = np.min(hits, axis=0)
        return np.where(nearest < furthest_mm, nearest, 0.0)


PERSON = [
    (0.0, 0.0, 150.0, 800.0, 1450.0),
    (0.0, 0.0, 90.0, 1450.0, 1720.0),
    (-100.0, 0.0, 75.0, 0.0, 800.0),
    (100.0, 0.0, 75.0, 0.0, 800.0),
    (-260.0, 0.0, 45.0, 750.0, 1400.0),
    (260.0, 0.0, 45.0, 750.0, 1400.0),
]


def turned_person(angle_deg: float) -> Room:
    """The same with a chest, a nose and feet in front, turned about the vertical axis of the world."""
    front = [(0, 110, 70, 1000, 1350), (0, 120, 40, 1500, 1600), (-100, 90, 50, 0, 80), (100, 90, 50, 0, 80)]
    c, s = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    return Room(cylinders=[(x * c + z * s, z * c - x * s, *rest) for x, z, *rest in [*PERSON, *front]])


def noisy(depth_mm: Floats, sigma_at_1300_mm: float, random: np.random.Generator) -> Floats:
    """A stereo camera's noise, which grows with z squared."""
    sigma = sigma_at_1300_mm * np.square(depth_mm / 1300)
    return np.where(depth_mm > 0, depth_mm + sigma * random.standard_normal(depth_mm.shape), 0.0)


def board_seen(
    picture: NDArray[np.uint8], size_mm: tuple[float, float], board_to_camera: Floats, lens: Intrinsics
) -> NDArray[np.uint8]:
    """(H, W, 3) a flat picture of a board warped into a camera without distortion, a little blurred."""
    to_mm = np.diag([size_mm[0] / picture.shape[1], size_mm[1] / picture.shape[0], 1.0])
    # The middle of the first pixel is half a pixel inside the board.
    to_mm[:2, 2] = np.diag(to_mm)[:2] / 2
    warp = lens.matrix @ board_to_camera[:3, [0, 1, 3]] @ to_mm
    flat = cv2.warpPerspective(
        picture,
        warp,
        (lens.width_px, lens.height_px),
        flags=cv2.INTER_AREA,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=140,
    )
    return np.repeat(cv2.GaussianBlur(flat, (0, 0), 0.7)[..., None], 3, axis=2)


def _plane(origin: Floats, direction: Floats, normal: Floats, offset: float) -> Floats:
    along = direction @ normal
    with np.errstate(divide="ignore", invalid="ignore"):
        distance = (offset - origin @ normal) / along
    return np.where(np.isfinite(distance) & (distance > 0), distance, np.inf)


def _box(origin: Floats, direction: Floats, low: tuple[float, ...], high: tuple[float, ...], turn_deg: float) -> Floats:
    c, s = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    turn = np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]])
    start, way = turn @ origin, direction @ turn.T
    with np.errstate(divide="ignore"):
        near, far = (np.array(low) - start) / way, (np.array(high) - start) / way
    enter, leave = np.minimum(near, far).max(axis=-1), np.maximum(near, far).min(axis=-1)
    return np.where((enter < leave) & (enter > 0), enter, np.inf)


def _cylinder(
    origin: Floats, direction: Floats, x: float, z: float, radius: float, bottom: float, top: float
) -> Floats:
    start = origin - [x, 0, z]
    a = direction[..., 0] ** 2 + direction[..., 2] ** 2
    b = direction[..., 0] * start[0] + direction[..., 2] * start[2]
    root = b**2 - a * (start[0] ** 2 + start[2] ** 2 - radius**2)
    side = (-b - np.sqrt(np.maximum(root, 0))) / a
    height = start[1] + side * direction[..., 1]
    side = np.where((root > 0) & (side > 0) & (height > bottom) & (height < top), side, np.inf)
    lid = _plane(origin, direction, np.array([0.0, 1.0, 0.0]), top)
    with np.errstate(invalid="ignore"):
        across = np.hypot(start[0] + lid * direction[..., 0], start[2] + lid * direction[..., 2])
    return np.minimum(side, np.where(across < radius, lid, np.inf))
