"""Cloth as particles under distance constraints: extended position based dynamics in warp, one source for CPU and CUDA.

Source: Macklin, Mueller and Chentanez, XPBD (2016); small steps from Macklin et al., Small Steps in Physics Simulation
(2019). Constraints are coloured, so that each colour is solved at once without two threads meeting at a particle.
"""

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import warp as wp
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.garment.body_field import DistanceField
from fashiongan.garment.cloth_kernels import hold_distances, keep_outside, predict, pull_stitches, take_velocity


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
        _start_warp()
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
        return np.asarray(np.linalg.norm(self.v.numpy(), axis=1), np.float64)

    def advance(self, motion: Motion) -> None:
        """Move on by one frame of 1/60 s."""
        dt = self.FRAME_S / self.SUBSTEPS
        for _ in range(self.SUBSTEPS):
            self._launch(
                predict,
                [self.x, self.before, self.v, motion.gravity, motion.damping, motion.top_speed, dt],
                len(self.x),
            )
            for first, count in self.batches:
                self._launch(hold_distances, [self.x, self.pairs, self.rest, self.compliance, first, dt], count)
            if motion.stitch_reach:
                for first, count in self.stitch_batches:
                    self._launch(pull_stitches, [self.x, self.stitches, first, motion.stitch_reach], count)
            outside = [self.x, self.before, self.field, self.corner, self.cell_mm, self.gap_mm, motion.friction]
            self._launch(keep_outside, outside, len(self.x))
            self._launch(take_velocity, [self.x, self.before, self.v, dt], len(self.x))

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
