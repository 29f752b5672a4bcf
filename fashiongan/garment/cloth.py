"""Cloth that moves: extended position based dynamics in warp, one source for CPU and CUDA.

Source: Macklin, Mueller and Chentanez, XPBD (2016); small steps from Macklin et al., Small Steps in Physics Simulation
(2019). Constraints are coloured, so that each colour is solved at once without two threads meeting at a particle. The
CPU solves them one after the other, in the same order: by number, seams would pull all one way and cloth never rest.
"""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import warp as wp

from fashiongan.body.model import Floats
from fashiongan.garment import cloth_kernels as kernels
from fashiongan.garment.body_field import DistanceField
from fashiongan.garment.cloth_model import ClothModel, Indices
from fashiongan.garment.contacts import Contacts
from fashiongan.garment.motion import Motion
from fashiongan.garment.support import Support

Batches = list[tuple[int, int]]


class Cloth:
    """Particles and a body on one device; `advance` moves them."""

    SUBSTEPS = 20
    FRAME_S = 1 / 60

    def __init__(
        self, start_mm: Floats, model: ClothModel, stitches: Indices, field: DistanceField, gap_mm: float, device: str
    ) -> None:
        _start_warp()
        self.device = device
        self.gap_mm = gap_mm
        self.x, self.before = self._vectors(start_mm), self._vectors(start_mm)
        self.v = self._vectors(np.zeros_like(start_mm))
        self.inverse_mass = self._numbers(1 / model.mass_g)
        order, self.thread_batches = self._ordered(model.threads)
        self.threads = self._integers(model.threads[order], wp.vec2i)
        self.rest, self.thread_stiffness = self._numbers(model.rest_mm[order]), self._numbers(model.thread_g_s2[order])
        order, self.hinge_batches = self._ordered(model.hinges)
        self.hinges = self._integers(model.hinges[order], wp.vec4i)
        self.hinge_weights = wp.array(model.hinge_weights[order].astype(np.float32), dtype=wp.vec4, device=device)
        self.hinge_stiffness = self._numbers(model.hinge_g_s2[order])
        order, self.stitch_batches = self._ordered(stitches)
        self.stitches = self._integers(stitches[order], wp.vec2i)
        self.field = wp.array(field.distance_mm, dtype=float, device=device)
        self.corner = wp.vec3(*field.corner_mm.tolist())
        self.cell_mm = field.cell_mm
        self.contacts: Contacts | None = None
        self.support: Support | None = None

    def keep_apart(self, model: ClothModel, layers: Indices, thickness_mm: float) -> None:
        """From now on, no cloth goes through cloth; vertices of a higher layer stay outside those of a lower one."""
        self.contacts = Contacts(self.x, self.before, self.inverse_mass, model, layers, thickness_mm, self.device)

    def hold_up(self, held: Indices) -> None:
        """From now on, these (H,) particles do not sink."""
        self.support = Support(self.x, held, self.device)

    def _vectors(self, values: Floats) -> Any:
        return wp.array(values.astype(np.float32), dtype=wp.vec3, device=self.device)

    def _numbers(self, values: Floats) -> Any:
        return wp.array(values.astype(np.float32), dtype=float, device=self.device)

    def _integers(self, values: Indices, dtype: Any) -> Any:
        return wp.array(values.astype(np.int32), dtype=dtype, device=self.device)

    def _ordered(self, members: Indices) -> tuple[Indices, Batches]:
        """An order of the constraints, and (first, count) of each batch that may be launched at once."""
        order, batches = coloured(members, len(self.x))
        return order, [(0, len(members))] if self.device == "cpu" and batches else batches

    @property
    def positions_mm(self) -> Floats:
        return np.asarray(self.x.numpy(), np.float64)

    @property
    def speeds_mm_s(self) -> Floats:
        return np.asarray(np.linalg.norm(self.v.numpy(), axis=1), np.float64)

    def lay(self, positions_mm: Floats) -> None:
        """Put the (V, 3) particles there, those in the body onto it."""
        for array in (self.x, self.before):  # Contacts know these two, so they stay the same.
            array.assign(positions_mm.astype(np.float32))
        self.v.zero_()
        self._keep_outside(0.0)

    def advance(self, motion: Motion) -> None:
        """Move on by one frame of 1/60 s."""
        if self.contacts:
            self.contacts.find()
        for _ in range(self.SUBSTEPS):
            self._substep(motion, self.FRAME_S / self.SUBSTEPS)

    def _substep(self, motion: Motion, dt: float) -> None:
        count = len(self.x)
        moving = [self.x, self.before, self.v, motion.gravity, motion.damping, motion.top_speed, dt]
        self._launch(kernels.predict, moving, count)
        threads = [self.x, self.inverse_mass, self.threads, self.rest, self.thread_stiffness]
        self._solve(kernels.hold_threads, threads, self.thread_batches, dt)
        hinges = [self.x, self.inverse_mass, self.hinges, self.hinge_weights, self.hinge_stiffness, motion.bending]
        self._solve(kernels.flatten_hinges, hinges, self.hinge_batches, dt)
        if motion.stitch_reach:
            self._solve(kernels.pull_stitches, [self.x, self.stitches], self.stitch_batches, motion.stitch_reach)
        if self.contacts:
            self.contacts.part()
        self._keep_outside(motion.friction)
        if self.support:
            self.support.keep_up()
        self._launch(kernels.take_velocity, [self.x, self.before, self.v, dt], count)

    def _keep_outside(self, friction: float) -> None:
        outside = [self.x, self.before, self.field, self.corner, self.cell_mm, self.gap_mm, friction]
        self._launch(kernels.keep_outside, outside, len(self.x))

    def _solve(self, kernel: Any, inputs: list[Any], batches: Batches, last: float) -> None:
        for first, count in batches:
            self._launch(kernel, [*inputs, first, last], count)

    def _launch(self, kernel: Any, inputs: list[Any], count: int) -> None:
        wp.launch(kernel, dim=count, inputs=inputs, device=self.device)


@cache
def _start_warp() -> None:
    """Start warp without the warning that it prints where there is no NVIDIA driver; most laptops have none."""
    sys.stderr.flush()
    kept = os.dup(2)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        try:
            wp.init()
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def coloured(members: Indices, particles: int) -> tuple[Indices, Batches]:
    """Greedy colouring of constraints by their (C, K) particles: an order, and (first, count) of each colour in it."""
    taken: list[set[int]] = [set() for _ in range(particles)]
    colors = np.zeros(len(members), np.int64)
    for index, particles_of in enumerate(members.tolist()):
        used: set[int] = set().union(*(taken[one] for one in particles_of))
        color = next(number for number in range(len(used) + 1) if number not in used)
        colors[index] = color
        for one in particles_of:
            taken[one].add(color)
    order = np.argsort(colors, kind="stable")
    counts = np.bincount(colors) if len(members) else np.zeros(0, np.int64)
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]) if len(counts) else counts
    return order, [(int(first), int(count)) for first, count in zip(starts, counts, strict=True)]
