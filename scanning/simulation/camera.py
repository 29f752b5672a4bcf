"""A simulated depth camera: rays cast at a person who turns in steps before it, through a sensor's noise."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import open3d as o3d
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame
from scanning.simulation.noise import (
    D435_BASELINE_MM,
    D435_FOCAL_PX,
    KINECT_V1_FOCAL_PX,
    TOF_FOCAL_PX,
    Noise,
    StereoNoise,
    TimeOfFlightNoise,
    kinect_v1_noise,
    no_noise,
)
from scanning.simulation.person import STILL, Person, Restlessness

FRAME_US = 33_333
# Its own stream of random numbers, so that a camera's bias does not hang on who stands before it.
CAMERA_STREAM = 1
TURNING_FRAMES = 4
FAR_MM = 6000.0
ROOM_HALF_MM, ROOM_HEIGHT_MM = 2500.0, 3000.0
# A moment is cast anew this often: breathing and drift go on in such steps inside a view.
FRAMES_A_CAST = 10
# Nobody stands like a post: inside a view they drift about its stance by this share of what they sway between views.
# From cast to cast, a third of a second, most of the drift stays.
DRIFT_SHARE, DRIFT_KEPT = 0.2, 0.9
# True depth in mm, 0 where there is nothing, and the cosine between ray and surface normal.
Moment = tuple[NDArray[np.float32], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Sensor:
    """A kind of depth camera: its pinhole, and the name of its noise."""

    name: str
    intrinsics: Intrinsics
    baseline_mm: float | None = None


def _pinhole(width: int, height: int, focal_px: float) -> Intrinsics:
    return Intrinsics(width, height, focal_px, focal_px, width / 2 - 0.5, height / 2 - 0.5)


IDEAL = Sensor("ideal", _pinhole(640, 480, D435_FOCAL_PX))
D435 = Sensor("D435", _pinhole(640, 480, D435_FOCAL_PX), D435_BASELINE_MM)
KINECT_V1 = Sensor("Kinect v1", _pinhole(640, 480, KINECT_V1_FOCAL_PX))
AZURE = Sensor("Azure Kinect", _pinhole(640, 576, TOF_FOCAL_PX))


@dataclass(frozen=True, slots=True)
class Setup:
    """Where the camera stands, and what the person does before it."""

    sensor: Sensor = D435
    distance_mm: float = 1300.0
    portrait: bool = True
    camera_height_mm: float = 950.0
    views: int = 8
    frames_a_view: int = 30
    turning_frames: int = TURNING_FRAMES
    restlessness: Restlessness = STILL
    room: bool = True


@dataclass(frozen=True, slots=True)
class Scenery:
    """Anything else in the room: vertices in mm and faces, standing still."""

    vertices_mm: Floats
    faces: NDArray[np.int32]


@dataclass(slots=True)
class SimulatedCamera:
    """A `Source` whose person stands for some frames, turns on, and stands again. Same seed, same frames."""

    person: Person
    setup: Setup = field(default_factory=Setup)
    seed: int = 0
    scenery: tuple[Scenery, ...] = ()

    def open(self) -> None:
        """Nothing to open."""

    def close(self) -> None:
        """Nothing to close."""

    @property
    def camera(self) -> DepthCamera:
        sensor = self.setup.sensor
        return DepthCamera(f"simulated {sensor.name}", "simulated", sensor.intrinsics, baseline_mm=sensor.baseline_mm)

    @property
    def intrinsics(self) -> Intrinsics:
        return self.setup.sensor.intrinsics

    @property
    def extrinsics(self) -> Floats:
        return np.eye(4)

    @property
    def frame_count(self) -> int:
        return self.setup.views * (self.setup.frames_a_view + self.setup.turning_frames) - self.setup.turning_frames

    def frames(self) -> Iterator[RgbdFrame]:
        random = np.random.default_rng(self.seed)
        sequence = 0
        for moments in self._views(random):
            noise = self._noise(random)
            for depth_mm, cosine in moments:
                yield RgbdFrame(noise(depth_mm, cosine, random), sequence * FRAME_US, sequence)
                sequence += 1

    def _noise(self, random: np.random.Generator) -> Noise:
        """What the sensor makes of one view. A stereo pattern lies anew in every view, a bias stays with the camera."""
        match self.setup.sensor.name:
            case KINECT_V1.name:
                return kinect_v1_noise
            case AZURE.name:
                return TimeOfFlightNoise(np.random.default_rng((self.seed, CAMERA_STREAM)))
            case IDEAL.name:
                return no_noise
        return StereoNoise(np.random.default_rng(random.integers(2**32)))

    def _views(self, random: np.random.Generator) -> Iterator[Iterator[Moment]]:
        """For each view what is seen while the person stands, and while they turn on."""
        setup, step = self.setup, 360 / self.setup.views
        for view in range(setup.views):
            sway = random_stance(setup.restlessness, random, first=view == 0)
            yaw_deg = view * step + (random.normal(0, setup.restlessness.yaw_deg) if view else 0)
            drift = drifting(setup.restlessness, random.spawn(1)[0])
            yield self._stand(yaw_deg, sway, drift, view * (setup.frames_a_view + setup.turning_frames))
            if view + 1 < setup.views:
                yield self._turn(view * step, step, sway)

    def _stand(self, yaw_deg: float, sway: Floats, drift: Iterator[Floats], sequence: int) -> Iterator[Moment]:
        for index in range(self.setup.frames_a_view):
            if index % FRAMES_A_CAST == 0:
                moment = self._cast(yaw_deg, next(drift) @ sway, sequence + index)
            yield moment

    def _turn(self, yaw_deg: float, step_deg: float, sway: Floats) -> Iterator[Moment]:
        for share in np.arange(1, self.setup.turning_frames + 1) / (self.setup.turning_frames + 1):
            yield self._cast(yaw_deg + step_deg * float(share), sway, 0)

    def _cast(self, yaw_deg: float, sway: Floats, sequence: int) -> Moment:
        seconds = sequence * FRAME_US / 1e6
        vertices = self.person.breathing(self.setup.restlessness.breathing_mm, seconds)
        vertices = vertices @ Rotation.from_euler("y", yaw_deg, degrees=True).as_matrix().T
        scene = o3d.t.geometry.RaycastingScene()
        _add(scene, vertices @ sway[:3, :3].T + sway[:3, 3], self.person.faces)
        for thing in (*self.scenery, *((room(),) if self.setup.room else ())):
            _add(scene, thing.vertices_mm, thing.faces)
        return cast(scene, self.intrinsics, world_to_camera(self.setup))


def random_stance(restless: Restlessness, random: np.random.Generator, first: bool) -> Floats:
    """(4, 4) how the person stands in one view: a shift on the floor, and a lean about the feet."""
    if first:
        return np.eye(4)
    return _stance(restless.sway_mm * random.standard_normal(2), restless.sway_deg * random.standard_normal(2))


def drifting(restless: Restlessness, random: np.random.Generator) -> Iterator[Floats]:
    """(4, 4) at each cast, how far the person is from the stance of the view: a slow random walk that stays about it.

    Source: a first-order autoregressive process, whose spread is the same at every step.
    """
    at = random.standard_normal(4)
    while True:
        share = DRIFT_SHARE * at
        yield _stance(restless.sway_mm * share[:2], restless.sway_deg * share[2:])
        at = DRIFT_KEPT * at + math.sqrt(1 - DRIFT_KEPT**2) * random.standard_normal(4)


def _stance(shift_mm: Floats, lean_deg: Floats) -> Floats:
    """(4, 4) from a shift along x and z, and a lean about x and z."""
    stance = np.eye(4)
    stance[:3, :3] = Rotation.from_euler("xz", lean_deg, degrees=True).as_matrix()
    stance[[0, 2], 3] = shift_mm
    return stance


def world_to_camera(setup: Setup) -> Floats:
    """(4, 4) for a level camera that looks at the person, in portrait turned clockwise."""
    # The camera's axes in the world: it looks along -z, its y is down.
    rows = np.array([[1.0, 0, 0], [0, -1.0, 0], [0, 0, -1.0]])
    if setup.portrait:
        rows = np.array([[0, -1.0, 0], [-1.0, 0, 0], [0, 0, -1.0]])
    transform = np.eye(4)
    transform[:3, :3] = rows
    transform[:3, 3] = -rows @ np.array([0, setup.camera_height_mm, setup.distance_mm])
    return transform


def cast(scene: o3d.t.geometry.RaycastingScene, camera: Intrinsics, extrinsic: Floats) -> Moment:
    """(H, W) depth in mm, 0 where there is nothing near, and the cosine between ray and normal."""
    # Open3D counts pixels from their corners, we from their centres.
    matrix = camera.matrix + np.array([[0, 0, 0.5], [0, 0, 0.5], [0, 0, 0]])
    rays = scene.create_rays_pinhole(
        o3d.core.Tensor(matrix), o3d.core.Tensor(extrinsic), camera.width_px, camera.height_px
    )
    answer = scene.cast_rays(rays)
    # The rays are as long as their z is 1, so the distance along them is the depth.
    depth = answer["t_hit"].numpy()
    directions = rays.numpy()[..., 3:]
    directions = directions / np.linalg.norm(directions, axis=-1, keepdims=True)
    cosine = np.abs((directions * answer["primitive_normals"].numpy()).sum(-1))
    return np.where(depth < FAR_MM, depth, 0).astype(np.float32), cosine.astype(np.float32)


def _add(scene: o3d.t.geometry.RaycastingScene, vertices: Floats, faces: NDArray[np.int32]) -> None:
    scene.add_triangles(vertices.astype(np.float32), faces.astype(np.uint32))


def room() -> Scenery:
    """A floor and a wall behind the person."""
    h, top, back = ROOM_HALF_MM, ROOM_HEIGHT_MM, -1200.0
    corners = [[-h, 0, h], [h, 0, h], [h, 0, back], [-h, 0, back], [h, top, back], [-h, top, back]]
    faces = [[0, 1, 2], [0, 2, 3], [3, 2, 4], [3, 4, 5]]
    return Scenery(np.array(corners, np.float64), np.array(faces, np.int32))
