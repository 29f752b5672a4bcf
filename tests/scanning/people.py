"""People before the simulated camera: random adults, and coats, chairs, stools, dogs, mannequins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import trimesh
from numpy.typing import NDArray

from fashiongan.body.model import BodyMesh, BodyModel
from fashiongan.body.posing import PARTS, Skeleton, turned
from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame
from scanning.simulation.camera import Scenery, Sensor
from scanning.simulation.person import Person

SHORT_MM, TALL_MM = 1500.0, 1900.0
UPRIGHT_ARMS = turned(
    upper_arm__L=(0, 0, -36), forearm__L=(0, 0, -36), hand__L=(0, 0, -36),
    upper_arm__R=(0, 0, 36), forearm__R=(0, 0, 36), hand__R=(0, 0, 36),
)  # fmt: skip
SITTING = turned(
    thigh__L=(-85, 0, 0), thigh__R=(-85, 0, 0), foot__L=(0, 0, 0), foot__R=(0, 0, 0),
)  # fmt: skip
SHELL_STEPS = 48


@dataclass(slots=True)
class Played:
    """A `Source` of frames that are there already."""

    camera: DepthCamera
    images: Sequence[RgbdFrame]

    def open(self) -> None:
        """Nothing to open."""

    def close(self) -> None:
        """Nothing to close."""

    @property
    def intrinsics(self) -> Intrinsics:
        return self.camera.depth

    @property
    def extrinsics(self) -> Floats:
        return np.eye(4)

    @property
    def frame_count(self) -> int:
        return len(self.images)

    def frames(self) -> Iterator[RgbdFrame]:
        return iter(self.images)


def with_half_the_pixels(sensor: Sensor) -> Sensor:
    """A sensor that sees the same, each way half as finely."""
    lens = sensor.intrinsics
    half = replace(
        lens,
        width_px=lens.width_px // 2,
        height_px=lens.height_px // 2,
        fx_px=lens.fx_px / 2,
        fy_px=lens.fy_px / 2,
        cx_px=lens.width_px / 4 - 0.5,
        cy_px=lens.height_px / 4 - 0.5,
    )
    return replace(sensor, intrinsics=half)


def random_body(model: BodyModel, seed: int) -> BodyMesh:
    """An adult of 1.5 to 1.9 m, more varied than most."""
    random = np.random.default_rng(seed)
    while True:
        parameters = model.neutral
        parameters[0] = random.integers(2)
        parameters[1:5] = random.uniform(0.2, 0.8, 4)
        parameters[5:] = 0.25 * random.standard_normal(len(parameters) - 5)
        body = model.mesh(np.clip(parameters, -1, 1))
        if SHORT_MM < body.height_mm < TALL_MM:
            return body


def random_adult(model: BodyModel, seed: int) -> Person:
    """The same as somebody to scan."""
    body = random_body(model, seed)
    return Person(body.vertices_mm, body.faces)


def posed(model: BodyModel, seed: int, turns: Floats) -> Person:
    """A random adult in another pose, on the floor."""
    body = random_body(model, seed)
    joints = np.array([body.joints_mm[part.joint] for part in PARTS])
    return moved(Person(Skeleton(model).pose(body.vertices_mm, joints, turns), body.faces))


def moved(person: Person, x_mm: float = 0.0, z_mm: float = 0.0, rise_mm: float = 0.0) -> Person:
    """Standing elsewhere, so far over the floor."""
    lowest = person.vertices_mm[:, 1].min()
    return Person(person.vertices_mm + np.array([x_mm, rise_mm - lowest, z_mm]), person.faces)


def joined(*parts: Person) -> Person:
    """Several meshes as one."""
    starts = np.cumsum([0, *(len(part.vertices_mm) for part in parts)])
    faces = [part.faces + start for part, start in zip(parts, starts, strict=False)]
    return Person(np.concatenate([part.vertices_mm for part in parts]), np.concatenate(faces).astype(np.int32))


def box(low: tuple[float, float, float], high: tuple[float, float, float]) -> Person:
    mesh = trimesh.creation.box(bounds=[low, high])
    return Person(np.array(mesh.vertices), np.array(mesh.faces, np.int32))


def upright_cylinder(radius_mm: float, height_mm: float) -> Person:
    return shell([(0, radius_mm, radius_mm), (height_mm, radius_mm, radius_mm), (height_mm, 1, 1)])


def shell(rings: Sequence[tuple[float, float, float]], z_mm: float = 0.0) -> Person:
    """A surface of elliptic rings: heights, half breadths and half depths."""
    angle = np.arange(SHELL_STEPS) * 2 * np.pi / SHELL_STEPS
    vertices = np.concatenate(
        [np.stack([x * np.sin(angle), np.full(SHELL_STEPS, y), z * np.cos(angle) + z_mm], axis=1) for y, x, z in rings]
    )
    return Person(vertices, _ring_faces(len(rings)))


def _ring_faces(rings: int) -> NDArray[np.int32]:
    near = np.arange(SHELL_STEPS)
    after = (near + 1) % SHELL_STEPS
    faces = []
    for ring in range(rings - 1):
        low, high = ring * SHELL_STEPS, (ring + 1) * SHELL_STEPS
        faces += [np.stack([low + near, low + after, high + near], axis=1)]
        faces += [np.stack([high + near, low + after, high + after], axis=1)]
    return np.concatenate(faces).astype(np.int32)


def in_coat(person: Person) -> Person:
    """In a long loose coat with sleeves, from the shoulders to the knees."""
    stature = np.ptp(person.vertices_mm[:, 1])
    share = person.vertices_mm[:, 1] / stature
    thick = np.interp(share, [0.3, 0.35, 0.8, 0.83], [0, 30, 30, 0])
    padded = Person(person.vertices_mm + thick[:, None] * person.normals(), person.faces)
    middle = float(person.vertices_mm[(share > 0.55) & (share < 0.65), 2].mean())
    rings = [(0.28, 320, 260), (0.5, 250, 210), (0.62, 210, 180), (0.75, 215, 180), (0.81, 170, 120), (0.83, 70, 70)]
    return joined(padded, shell([(height * stature, x, z) for height, x, z in rings], middle))


def in_cape(person: Person) -> Person:
    """Under a cone from the shoulders to the knees."""
    stature = np.ptp(person.vertices_mm[:, 1])
    return joined(person, shell([(0.28 * stature, 420, 330), (0.8 * stature, 230, 150), (0.83 * stature, 80, 80)]))


def on_chair(model: BodyModel, seed: int) -> Person:
    """Sitting, chair and all."""
    sitting = posed(model, seed, SITTING)
    seat = np.quantile(sitting.vertices_mm[:, 1], 0.3)
    return joined(sitting, box((-220, seat - 200, -450), (220, seat - 170, 0)), box((-220, 0, -470), (220, 900, -440)))


def dog() -> Person:
    legs = [box((x, 0, z), (x + 60, 400, z + 60)) for x in (-120, 60) for z in (-350, 250)]
    return joined(box((-130, 380, -400), (130, 620, 320)), box((-80, 550, 300), (80, 720, 500)), *legs)


def mannequin(person: Person) -> Person:
    """A torso without head, arms and legs, on a pole."""
    stature = np.ptp(person.vertices_mm[:, 1])
    share = person.vertices_mm[:, 1] / stature
    trunk = (share > 0.5) & (share < 0.82) & (np.abs(person.vertices_mm[:, 0]) < 0.12 * stature)
    faces = person.faces[trunk[person.faces].all(1)]
    return joined(Person(person.vertices_mm, faces), upright_cylinder(20, 0.55 * stature), upright_cylinder(200, 30))


def scenery(person: Person) -> Scenery:
    """Somebody who stands still in the room."""
    return Scenery(person.vertices_mm, person.faces)


def with_hair(person: Person, thickness_mm: float) -> Person:
    """With so much hair on top and at the back of the head."""
    vertices = person.vertices_mm
    stature = vertices[:, 1].max()
    head = vertices[:, 1] > 0.87 * stature
    middle = (vertices[head].min(0) + vertices[head].max(0)) / 2
    ways = vertices - middle
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    share = head * np.clip(3 * (ways[:, 1] - ways[:, 2]) - 1, 0, 1)
    return replace(person, vertices_mm=vertices + thickness_mm * share[:, None] * ways)
