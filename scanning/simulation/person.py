"""Who stands before the simulated camera: a mesh that sways, breathes and wears tight clothing."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frame import Floats
from scanning.mesh import neighbour_means, vertex_normals

# Where a chest rises when it breathes, as shares of the stature.
CHEST_FROM, CHEST_TO = 0.60, 0.84
BREATHS_A_SECOND = 0.25
WRINKLE_STEPS = 30


@dataclass(frozen=True, slots=True)
class Restlessness:
    """How a standing person moves: between views (standard deviations) and while breathing (amplitude)."""

    sway_mm: float = 0.0
    sway_deg: float = 0.0
    yaw_deg: float = 0.0
    breathing_mm: float = 0.0


STILL = Restlessness()
SWAYING = Restlessness(sway_mm=5.0, sway_deg=1.0, yaw_deg=5.0, breathing_mm=1.5)


@dataclass(frozen=True, slots=True)
class Person:
    """(V, 3) vertices in mm, Y-up, facing +Z, standing on y = 0, and (F, 3) faces."""

    vertices_mm: Floats
    faces: NDArray[np.int32]

    def breathing(self, amplitude_mm: float, seconds: float) -> Floats:
        """(V, 3) at one moment of a breath; the chest moves forwards."""
        share = self.vertices_mm[:, 1] / np.ptp(self.vertices_mm[:, 1])
        rise = np.sin(np.pi * np.clip((share - CHEST_FROM) / (CHEST_TO - CHEST_FROM), 0, 1)) ** 2
        front = self.normals()[:, 2].clip(0)
        phase = np.sin(2 * np.pi * BREATHS_A_SECOND * seconds)
        return np.asarray(self.vertices_mm + (amplitude_mm * phase * rise * front)[:, None] * np.array([0, 0, 1.0]))

    def normals(self) -> Floats:
        """(V, 3) outward unit normals."""
        return vertex_normals(self.vertices_mm, self.faces)

    def dressed(
        self, thickness_mm: float, wrinkles_mm: float, random: np.random.Generator, covered: Floats | float = 1.0
    ) -> "Person":
        """In tight clothing: outwards by a thickness, with smooth wrinkles of some spread about it.

        covered : (V,) how much of each vertex is clothed, 0 to 1
        """
        offset = covered * (thickness_mm + smooth_field(self.faces, len(self.vertices_mm), random) * wrinkles_mm)
        return Person(self.vertices_mm + offset[:, None] * self.normals(), self.faces)


def smooth_field(
    faces: NDArray[np.int32], count: int, random: np.random.Generator, steps: int = WRINKLE_STEPS
) -> Floats:
    """(count,) random numbers of spread 1 that vary slowly over a mesh; more `steps` of averaging, more slowly."""
    means = neighbour_means(faces, count)
    field = random.standard_normal(count)
    for _ in range(steps):
        field = 0.5 * field + 0.5 * (means @ field)
    return np.asarray(field / field.std())
