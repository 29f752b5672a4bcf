"""Where the flat panels start: trunk panels bent round the chest, sleeves rolled round the arms, seams nearly shut."""

import numpy as np

from fashiongan.body.measuring import BUST_POINT_L, SIDE_NECK_L
from fashiongan.body.model import BodyMesh, Floats
from fashiongan.garment.curves import Points
from fashiongan.garment.meshing import FlatMesh

# Start this much wider than the cloth is, so that no panel begins inside the body.
LOOSE = 1.12


def arrange(mesh: FlatMesh, body: BodyMesh) -> Floats:
    """Start positions of every vertex round a body in A pose: (V, 3) millimetres."""
    start = np.zeros((len(mesh.flat_mm), 3))
    for panel in mesh.panel_names:
        ids = mesh.vertices_of(panel)
        flat = mesh.flat_mm[ids]
        if panel.startswith("sleeve"):
            start[ids] = _round_arm(flat, body, left=panel.endswith("left"))
        else:
            widest = np.abs(mesh.flat_mm[mesh.vertices_of("front"), 0]).max()
            start[ids] = _round_trunk(flat, body, widest, front=panel == "front")
    return start


def _round_trunk(flat: Points, body: BodyMesh, half_width: float, front: bool) -> Floats:
    """Bend a panel round an ellipse whose half circumference it fills; y hangs from the side neck point."""
    vertices = body.vertices_mm
    level = vertices[BUST_POINT_L, 1]
    near = vertices[(np.abs(vertices[:, 1] - level) < 30) & (np.abs(vertices[:, 0]) < 0.12 * body.height_mm)]
    middle_z, depth = (near[:, 2].max() + near[:, 2].min()) / 2, np.ptp(near[:, 2]) / 2
    b = LOOSE * (depth + 25)
    a = LOOSE * max(half_width * 4 / np.pi - b, 0.9 * b)
    angle = flat[:, 0] / half_width * np.pi / 2
    facing = 1 if front else -1
    y = flat[:, 1] + vertices[SIDE_NECK_L, 1] + 20
    return np.stack([facing * a * np.sin(angle), y, middle_z + facing * b * np.cos(angle)], axis=1)


def _round_arm(flat: Points, body: BodyMesh, left: bool) -> Floats:
    """Roll a sleeve into a tube round the arm, open below; y runs down from the shoulder."""
    side = "L" if left else "R"
    path = np.array([body.joints_mm[f"{bone}.{side}"] for bone in ("upperarm01", "lowerarm01", "wrist")])
    # Each row makes nearly a whole turn, or the arm would slip out where the sleeve is narrower.
    half_mm = _half_width(flat)
    radius = (LOOSE * half_mm / np.pi)[:, None]
    angle = flat[:, 0] / half_mm * np.pi * 0.96
    centre, direction = _along(path, -flat[:, 1] - 15)
    # Seen from outside, a left sleeve has the wearer's back on its right, a right sleeve the front.
    backwards = np.array([0.0, 0.0, -1.0 if left else 1.0])
    across = backwards - (direction @ backwards)[:, None] * direction
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    outwards = np.cross(across, direction) * (1 if left else -1)
    outwards *= np.sign((outwards[:, 1:2]).mean())
    return np.asarray(centre + radius * (np.cos(angle)[:, None] * outwards + np.sin(angle)[:, None] * across))


def _half_width(flat: Points) -> Floats:
    """(V,) half the sleeve's width at each vertex: full in the cap, tapering from the underarm to the cuff."""
    lowest = flat[:, 1].min()
    widest = np.abs(flat[:, 0]).argmax()
    cuff = np.abs(flat[flat[:, 1] < lowest + 1, 0]).max()
    return np.asarray(np.interp(flat[:, 1], [lowest, flat[widest, 1]], [cuff, abs(flat[widest, 0])]))


def _along(path: Floats, distance: Floats) -> tuple[Floats, Floats]:
    """Points and unit directions at distances along a two-bone arm, which runs straight on past both ends."""
    bones = np.diff(path, axis=0)
    lengths = np.linalg.norm(bones, axis=1)
    units = bones / lengths[:, None]
    upper = distance <= lengths[0]
    centre = np.where(
        upper[:, None],
        path[0] + distance[:, None] * units[0],
        path[1] + (distance - lengths[0])[:, None] * units[1],
    )
    blend = np.clip((distance - lengths[0] + 60) / 120, 0, 1)[:, None]
    direction = (1 - blend) * units[0] + blend * units[1]
    return centre, direction / np.linalg.norm(direction, axis=1, keepdims=True)
