"""What both cloth solvers start from, how ours falls, and what a fall costs."""

import time
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

import numpy as np
import psutil
import warp as wp
from numpy.typing import NDArray

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.garment import cloth_kernels, contact_kernels
from fashiongan.garment import drape as draping
from fashiongan.garment.cloth import Cloth, _start_warp
from fashiongan.garment.drape import GarmentMesh, drape
from fashiongan.garment.fabrics import Fabric
from fashiongan.garment.meshing import FlatMesh
from fashiongan.garment.motion import Motion
from fashiongan.garment.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Case:
    """One garment, cut and meshed, on one body."""

    pattern: Pattern
    flat: FlatMesh
    body: BodyMesh
    fabric: Fabric


@dataclass(frozen=True, slots=True)
class Sewn:
    """The garment of a case, sewn and welded, before it falls: (V, 3) positions, (flat vertices,) index of each in
    them after welding, and (H,) vertices of waistbands."""

    positions_mm: Floats
    welded: NDArray[np.int64]
    held: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one fall. Kernels are compiled before it: kernels_s is that, or how long it took to read compiled ones.

    speed_mm_s : that 95 of 100 vertices are slower than at the end; peak_mb : of its process; added_mb : by the fall
    """

    frames: int
    seconds: float
    cpu_s: float
    kernels_s: float
    speed_mm_s: float
    peak_mb: float
    added_mb: float


class Meter:
    """Clocks and memory of one fall, from when it is made; `frame` is called after every frame."""

    def __init__(self, kernels_s: float) -> None:
        self._process, self._kernels_s = psutil.Process(), kernels_s
        self._before = self._peak = self._process.memory_info().rss
        self._begun, self._cpu = time.perf_counter(), time.process_time()
        self._frames = 0

    def frame(self, share: float = 0.0, what: str = "") -> None:
        """Count one frame."""
        self._frames += 1
        self._peak = max(self._peak, self._process.memory_info().rss)

    def cost(self, speeds_mm_s: Floats) -> Cost:
        """All of it until now."""
        seconds, cpu_s = time.perf_counter() - self._begun, time.process_time() - self._cpu
        peak_mb, before_mb = self._peak / 2**20, self._before / 2**20
        speed = float(np.percentile(speeds_mm_s, 95))
        return Cost(self._frames, seconds, cpu_s, self._kernels_s, speed, peak_mb, peak_mb - before_mb)


def fall_ours(case: Case, substeps: int) -> tuple[Sewn, GarmentMesh, Cost]:
    """Drape as the project does, with so many substeps a frame after sewing.

    Raises
    ------
    GarmentError : as `drape`
    """
    _start_warp()
    begun = time.perf_counter()
    for kernels in (cloth_kernels, contact_kernels):
        wp.load_module(kernels, device="cpu")
    kernels_s = time.perf_counter() - begun
    starts: list[Floats] = []
    costs: list[Cost] = []

    def watched(cloth: Cloth, *rest: Any) -> None:
        starts.append(cloth.positions_mm)
        _refine(cloth, substeps)
        meter = Meter(kernels_s)
        fall(cloth, case.fabric, meter.frame)
        costs.append(meter.cost(cloth.speeds_mm_s))

    # `drape` sews, welds and checks in one go; only its fall is watched.
    fall = draping._fall
    with patch.object(draping, "_fall", watched):
        mesh = drape(case.pattern, case.flat, case.body, case.fabric)
    held = np.unique(mesh.welded[draping._held(case.pattern, case.flat)])
    return Sewn(starts[0], mesh.welded, held), mesh, costs[0]


def _refine(cloth: Any, substeps: int) -> None:
    """Other substeps, damped as much in a second."""
    advance, usual = cloth.advance, Cloth.SUBSTEPS

    def damped(motion: Motion) -> None:
        advance(replace(motion, damping=motion.damping ** (usual / substeps)))

    cloth.SUBSTEPS, cloth.advance = substeps, damped
