"""A second truth that owes nothing to the body model: level slices of the true mesh as it stood before the camera.

A slice is cut by trimesh from all triangles, whatever part they are of; its longest loop round the axis of the trunk is
spanned by its convex hull. Only the height of the cut comes from a landmark of the true mesh. The stance is the one
before the camera: raised arms move the bust, and legs apart lower the stature, each by some mm from the tape's truth.
"""

import numpy as np
import trimesh
from scipy.spatial import ConvexHull

from fashiongan.body.measuring import ACROMION_L, ACROMION_R, BUST_POINT_L, BUTTOCK_L, WAIST_FRONT
from fashiongan.body.model import Floats
from scanning.simulation.person import Person

# Somebody whose slice is wider than this many shoulders has an arm in it.
ARM_SHARE = 1.25
# The landmark at whose height each girth is cut.
LEVELS = {"bust_mm": BUST_POINT_L, "waist_mm": WAIST_FRONT, "hip_mm": BUTTOCK_L}
NAMES = ("height_mm", *LEVELS)


def sliced(person: Person) -> dict[str, float]:
    """Stature and girths of somebody posed, mm; a girth whose slice has an arm in it is left out."""
    vertices = person.vertices_mm
    mesh = trimesh.Trimesh(vertices, person.faces, process=False)
    shoulders = float(np.ptp(vertices[[ACROMION_L, ACROMION_R], 0]))
    found = {"height_mm": float(np.ptp(vertices[:, 1]))}
    for name, landmark in LEVELS.items():
        loop = _trunk_loop(mesh, float(vertices[landmark, 1]))
        if np.ptp(loop[:, 0]) < ARM_SHARE * shoulders:
            found[name] = float(ConvexHull(loop).area)
    return found


def _trunk_loop(mesh: trimesh.Trimesh, height_mm: float) -> Floats:
    """(N, 2) x and z of the longest closed line at a height."""
    section = mesh.section(plane_origin=[0, height_mm, 0], plane_normal=[0, 1, 0])
    assert section is not None
    return max(
        (np.asarray(line)[:, [0, 2]] for line in section.discrete), key=lambda flat: float(np.ptp(flat, 0).sum())
    )
