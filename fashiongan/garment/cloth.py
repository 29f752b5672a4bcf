"""Cloth as particles under distance constraints: extended position based dynamics in warp, one source for CPU and CUDA.

Source: Macklin, Mueller and Chentanez, XPBD (2016); small steps from Macklin et al., Small Steps in Physics Simulation
(2019). Constraints are coloured, so that each colour is solved at once without two threads meeting at a particle.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import warp as wp
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.garment.body_field import DistanceField

wp.config.quiet = True


@wp.func
def _field_at(field: wp.array3d(dtype=float), corner: wp.vec3, cell: float, point: wp.vec3) -> wp.vec4:
    """Distance and its gradient; far outside the grid, a large distance."""
    q = (point - corner) / cell
    i = int(wp.floor(q[0]))
    j = int(wp.floor(q[1]))
    k = int(wp.floor(q[2]))
    if i < 0 or j < 0 or k < 0 or i >= field.shape[0] - 1 or j >= field.shape[1] - 1 or k >= field.shape[2] - 1:
        return wp.vec4(1.0e6, 0.0, 1.0, 0.0)
    u = q[0] - float(i)
    v = q[1] - float(j)
    w = q[2] - float(k)
    c00 = wp.lerp(field[i, j, k], field[i + 1, j, k], u)
    c10 = wp.lerp(field[i, j + 1, k], field[i + 1, j + 1, k], u)
    c01 = wp.lerp(field[i, j, k + 1], field[i + 1, j, k + 1], u)
    c11 = wp.lerp(field[i, j + 1, k + 1], field[i + 1, j + 1, k + 1], u)
    low_x = wp.lerp(wp.lerp(field[i, j, k], field[i, j + 1, k], v), wp.lerp(field[i, j, k + 1], field[i, j + 1, k + 1], v), w)
    high_x = wp.lerp(
        wp.lerp(field[i + 1, j, k], field[i + 1, j + 1, k], v),
        wp.lerp(field[i + 1, j, k + 1], field[i + 1, j + 1, k + 1], v),
        w,
    )
    gradient = wp.vec3(high_x - low_x, wp.lerp(c10 - c00, c11 - c01, w), wp.lerp(c01, c11, v) - wp.lerp(c00, c10, v))
    normal = wp.normalize(gradient)
    return wp.vec4(wp.lerp(wp.lerp(c00, c10, v), wp.lerp(c01, c11, v), w), normal[0], normal[1], normal[2])


@wp.kernel
def _predict(
    x: wp.array(dtype=wp.vec3),
    before: wp.array(dtype=wp.vec3),
    v: wp.array(dtype=wp.vec3),
    gravity: float,
    damping: float,
    top_speed: float,
    dt: float,
):
    i = wp.tid()
    speed = v[i] + wp.vec3(0.0, -gravity * dt, 0.0)
    scale = damping * wp.min(1.0, top_speed / wp.max(wp.length(speed), 1.0e-6))
    before[i] = x[i]
    x[i] = x[i] + speed * scale * dt


@wp.kernel
def _hold_distances(
    x: wp.array(dtype=wp.vec3),
    pairs: wp.array(dtype=wp.vec2i),
    rest: wp.array(dtype=float),
    compliance: wp.array(dtype=float),
    first: int,
    dt: float,
):
    c = first + wp.tid()
    a = pairs[c][0]
    b = pairs[c][1]
    along = x[b] - x[a]
    length = wp.max(wp.length(along), 1.0e-6)
    push = along * ((length - rest[c]) / (2.0 + compliance[c] / (dt * dt)) / length)
    x[a] = x[a] + push
    x[b] = x[b] - push


@wp.kernel
def _pull_stitches(x: wp.array(dtype=wp.vec3), pairs: wp.array(dtype=wp.vec2i), first: int, reach: float):
    c = first + wp.tid()
    a = pairs[c][0]
    b = pairs[c][1]
    along = x[b] - x[a]
    length = wp.max(wp.length(along), 1.0e-6)
    push = along * (0.5 * wp.min(length, reach) / length)
    x[a] = x[a] + push
    x[b] = x[b] - push


@wp.kernel
def _keep_outside(
    x: wp.array(dtype=wp.vec3),
    before: wp.array(dtype=wp.vec3),
    field: wp.array3d(dtype=float),
    corner: wp.vec3,
    cell: float,
    gap: float,
    friction: float,
):
    i = wp.tid()
    here = _field_at(field, corner, cell, x[i])
    depth = gap - here[0]
    if depth > 0.0:
        normal = wp.vec3(here[1], here[2], here[3])
        x[i] = x[i] + normal * depth
        moved = x[i] - before[i]
        slide = moved - normal * wp.dot(moved, normal)
        x[i] = x[i] - slide * wp.min(1.0, friction * depth / wp.max(wp.length(slide), 1.0e-6))


@wp.kernel
def _take_velocity(
    x: wp.array(dtype=wp.vec3), before: wp.array(dtype=wp.vec3), v: wp.array(dtype=wp.vec3), dt: float
):
    i = wp.tid()
    v[i] = (x[i] - before[i]) / dt


@dataclass(frozen=True, slots=True)
class Constraints:
    """Distances to hold. pairs : (C, 2); rest_mm : (C,); compliance : (C,) mm per unit force, 0 is rigid."""

    pairs: NDArray[np.int64]
    rest_mm: Floats
    compliance: Floats


@dataclass(frozen=True, slots=True)
class Motion:
    """How the cloth moves in one stage; millimetres and seconds."""

    gravity: float
    damping: float
    top_speed: float
    friction: float
    stitch_reach: float = 0.0


class Cloth:
    """Particles, constraints and a body on one device; `advance` moves them."""

    SUBSTEPS = 15
    FRAME_S = 1 / 60

    def __init__(
        self,
        start_mm: Floats,
        constraints: Constraints,
        stitches: NDArray[np.int64],
        field: DistanceField,
        gap_mm: float,
        device: str,
    ) -> None:
        self.device = device
        self.gap_mm = gap_mm
        self.x = self._vectors(start_mm)
        self.before = self._vectors(start_mm)
        self.v = self._vectors(np.zeros_like(start_mm))
        order, self.batches = _coloured(constraints.pairs, len(start_mm))
        self.pairs = self._pairs(constraints.pairs[order])
        self.rest = wp.array(constraints.rest_mm[order], dtype=float, device=device)
        self.compliance = wp.array(constraints.compliance[order], dtype=float, device=device)
        order, self.stitch_batches = _coloured(stitches, len(start_mm))
        self.stitches = self._pairs(stitches[order])
        self.field = wp.array(field.distance_mm, dtype=float, device=device)
        self.corner = wp.vec3(*field.corner_mm.tolist())
        self.cell_mm = field.cell_mm

    def _vectors(self, values: Floats) -> Any:
        return wp.array(values.astype(np.float32), dtype=wp.vec3, device=self.device)

    def _pairs(self, values: NDArray[np.int64]) -> Any:
        return wp.array(values.astype(np.int32).reshape(-1, 2), dtype=wp.vec2i, device=self.device)

    @property
    def positions_mm(self) -> Floats:
        return np.asarray(self.x.numpy(), np.float64)

    @property
    def speeds_mm_s(self) -> Floats:
        return np.linalg.norm(self.v.numpy(), axis=1).astype(np.float64)

    def advance(self, motion: Motion) -> None:
        """Move on by one frame of 1/60 s."""
        dt = self.FRAME_S / self.SUBSTEPS
        for _ in range(self.SUBSTEPS):
            self._launch(
                _predict, [self.x, self.before, self.v, motion.gravity, motion.damping, motion.top_speed, dt], len(self.x)
            )
            for first, count in self.batches:
                self._launch(_hold_distances, [self.x, self.pairs, self.rest, self.compliance, first, dt], count)
            if motion.stitch_reach:
                for first, count in self.stitch_batches:
                    self._launch(_pull_stitches, [self.x, self.stitches, first, motion.stitch_reach], count)
            outside = [self.x, self.before, self.field, self.corner, self.cell_mm, self.gap_mm, motion.friction]
            self._launch(_keep_outside, outside, len(self.x))
            self._launch(_take_velocity, [self.x, self.before, self.v, dt], len(self.x))

    def _launch(self, kernel: Any, inputs: list[Any], count: int) -> None:
        wp.launch(kernel, dim=count, inputs=inputs, device=self.device)


def _coloured(pairs: NDArray[np.int64], particles: int) -> tuple[NDArray[np.int64], list[tuple[int, int]]]:
    """Greedy colouring: an order of the constraints, and (first, count) of each colour in it."""
    taken: list[set[int]] = [set() for _ in range(particles)]
    colors = np.zeros(len(pairs), np.int64)
    for index, (a, b) in enumerate(pairs.tolist()):
        used = taken[a] | taken[b]
        color = next(number for number in range(len(used) + 1) if number not in used)
        colors[index] = color
        taken[a].add(color)
        taken[b].add(color)
    order = np.argsort(colors, kind="stable")
    counts = np.bincount(colors) if len(pairs) else np.zeros(0, np.int64)
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]) if len(counts) else counts
    return order, [(int(first), int(count)) for first, count in zip(starts, counts, strict=True)]
