"""Cloth against cloth: vertices stay on their side of the triangles that they are near to, a thickness away."""

from typing import Any

import numpy as np
import warp as wp

from fashiongan.garment import contact_kernels as kernels
from fashiongan.garment.cloth_model import ClothModel, Indices

# Contacts are looked for once a frame, so farther away than they act.
REACH = 2.5
MOST = 16
# What is too near moves apart by so much in a substep.
OUTWARDS_MM = 0.1


class _Found:
    """The triangles near each vertex, its side of them, and how many they are."""

    def __init__(self, particles: int, device: str) -> None:
        self.arrays = (
            wp.zeros((particles, MOST), dtype=int, device=device),
            wp.zeros((particles, MOST), dtype=float, device=device),
            wp.zeros(particles, dtype=int, device=device),
        )


class Contacts:
    """The contacts of one cloth, on one device."""

    def __init__(
        self,
        x: Any,
        before: Any,
        inverse_mass: Any,
        model: ClothModel,
        layers: Indices,
        thickness_mm: float,
        device: str,
    ) -> None:
        self._x, self._before, self._inverse_mass = x, before, inverse_mass
        self._thickness_mm, self._device = thickness_mm, device
        self._faces = wp.array(model.faces.astype(np.int32), dtype=wp.vec3i, device=device)
        corners = wp.array(model.faces.astype(np.int32).ravel(), dtype=int, device=device)
        self._mesh = wp.Mesh(wp.clone(x), corners)
        starts, ring = _rings(model.threads, len(x))
        self._ring_start, self._ring, self._layers = (
            wp.array(one.astype(np.int32), dtype=int, device=device) for one in (starts, ring, layers)
        )
        self._found, self._known = (_Found(len(x), device) for _ in range(2))
        self._shift = wp.zeros(len(x), dtype=wp.vec3, device=device)
        self._hits = wp.zeros(len(x), dtype=float, device=device)

    def find(self) -> None:
        """Look which triangles each vertex is near to."""
        wp.copy(self._mesh.points, self._x)
        self._mesh.refit()
        reach = REACH * self._thickness_mm
        near = [self._mesh.id, self._x, self._faces, self._ring_start, self._ring, self._layers, reach]
        self._found, self._known = self._known, self._found
        self._launch(kernels.find_contacts, [*near, *self._known.arrays, *self._found.arrays])

    def part(self) -> None:
        """Move what is nearer than the thickness apart."""
        contacts = [*self._found.arrays, self._thickness_mm, OUTWARDS_MM, self._shift, self._hits]
        self._launch(kernels.part_contacts, [self._x, self._before, self._inverse_mass, self._faces, *contacts])
        self._launch(kernels.take_shift, [self._x, self._shift, self._hits])

    def _launch(self, kernel: Any, inputs: list[Any]) -> None:
        wp.launch(kernel, dim=len(self._x), inputs=inputs, device=self._device)


def _rings(threads: Indices, particles: int) -> tuple[Indices, Indices]:
    """The neighbours of each particle: where they start, (V + 1,), and all of them in turn."""
    both = np.concatenate([threads, threads[:, ::-1]])
    both = both[np.argsort(both[:, 0], kind="stable")]
    return np.concatenate([[0], np.cumsum(np.bincount(both[:, 0], minlength=particles))]), both[:, 1]
