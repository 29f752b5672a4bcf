"""The same cloth in newton's Style3D: projective dynamics, implicit Euler, from one welded start to rest.

It is given what ours is given. Stretch: E along warp and weft, and 3/8 E in shear, the shear modulus of the lattice
that `cloth_model` makes of E. Bending: both use Bergou's quadratic model, so the rigidity is the same number. The body
is its mesh; cloth stands off it, and off itself, as far as ours does. Friction, the frames of each stage, when it
rests, and waistbands that do not sink are ours, too. Not given are folds that were pressed: collars are stiffer here.

Source: newton-physics/newton (Apache-2.0), `newton.solvers.SolverStyle3D` and its example `cloth_style3d`.
"""

import contextlib
import io
import time
from typing import Any

import newton
import numpy as np
import warp as wp
from newton.solvers import SolverStyle3D, style3d

from benchmarks.solvers_fall import Case, Cost, Meter, Sewn
from fashiongan.body.model import Floats
from fashiongan.garment import drape as draping
from fashiongan.garment.cloth import Cloth, _start_warp

M_PER_MM = 1e-3
SHEAR_SHARE = 3 / 8
# Of the body, N/m. At a tenth of it the tension of a tight waist pulls cloth 25 mm into the body.
BODY_N_M, BODY_DAMPING = 1000.0, 1e-5
# Frames, gravity in m/s2, and the share of its speed that cloth keeps in a frame, beside Style3D's own 0.998 a step.
SETTLE = draping.SETTLE_FRAMES, 0.0, 0.5
FALL = draping.FALL_FRAMES, 9.81, 1.0
CALM = draping.CALM_FRAMES, 9.81, 0.75


class Style3d:
    """One cloth and one body in newton, on the CPU."""

    def __init__(self, case: Case, sewn: Sewn, substeps: int, iterations: int) -> None:
        self._dt, self._substeps = Cloth.FRAME_S / substeps, substeps
        self._model = _model(case, sewn)
        # It prints how long it took to begin.
        with contextlib.redirect_stdout(io.StringIO()):
            self._solver = SolverStyle3D(self._model, config=SolverStyle3D.Config(iterations=iterations))
        self._solver.collision.radius = draping.APART_MM * M_PER_MM / 2
        self._now, self._next = self._model.state(), self._model.state()
        self._pipeline = newton.CollisionPipeline(self._model)
        self._contacts, self._control = self._pipeline.contacts(), self._model.control()
        self._held = wp.array(sewn.held.astype(np.int32), dtype=int, device="cpu")
        self._lowest = wp.array(sewn.positions_mm[sewn.held, 1] * M_PER_MM, dtype=float, device="cpu")

    def advance(self, gravity: float, kept: float) -> None:
        """Move on by one frame of 1/60 s."""
        self._model.set_gravity((0.0, -gravity, 0.0))
        self._pipeline.collide(self._now, self._contacts)
        for _ in range(self._substeps):
            self._now.clear_forces()
            self._solver.step(self._now, self._next, self._control, self._contacts, self._dt)
            self._now, self._next = self._next, self._now
            moving = [self._now.particle_q, self._now.particle_qd]
            wp.launch(_keep_up, len(self._held), [*moving, self._held, self._lowest], device="cpu")
        self._now.particle_qd.assign(self._now.particle_qd.numpy() * kept)

    @property
    def positions_mm(self) -> Floats:
        return np.asarray(self._now.particle_q.numpy() / M_PER_MM, np.float64)

    @property
    def speeds_mm_s(self) -> Floats:
        return np.asarray(np.linalg.norm(self._now.particle_qd.numpy(), axis=1) / M_PER_MM, np.float64)


def _model(case: Case, sewn: Sewn) -> Any:
    builder, fabric = newton.ModelBuilder(up_axis=newton.Axis.Y), case.fabric
    SolverStyle3D.register_custom_attributes(builder)
    builder.default_edge_ke = fabric.bending_un_m * 1e-6
    style3d.add_cloth_mesh(
        builder,
        pos=wp.vec3(),
        rot=wp.quat_identity(),
        vel=wp.vec3(),
        vertices=sewn.positions_mm,
        indices=sewn.welded[case.flat.faces].ravel(),
        panel_verts=case.flat.flat_mm,
        panel_indices=case.flat.faces.ravel(),
        scale=M_PER_MM,
        density=fabric.weight_g_m2 * 1e-3,
        particle_radius=draping.GAP_MM * M_PER_MM,
        tri_aniso_ke=wp.vec3(fabric.stretch_n_m, fabric.stretch_n_m, SHEAR_SHARE * fabric.stretch_n_m),
    )
    skin = newton.Mesh(case.body.vertices_mm * M_PER_MM, case.body.faces.ravel(), compute_inertia=False)
    builder.add_shape_mesh(body=-1, mesh=skin, cfg=newton.ModelBuilder.ShapeConfig(mu=fabric.friction))
    model = builder.finalize(device="cpu")
    model.soft_contact_ke, model.soft_contact_kd, model.soft_contact_mu = BODY_N_M, BODY_DAMPING, fabric.friction
    return model


@wp.kernel
def _keep_up(
    x: wp.array(dtype=wp.vec3), v: wp.array(dtype=wp.vec3), held: wp.array(dtype=int), lowest: wp.array(dtype=float)
):
    i = held[wp.tid()]
    low = lowest[wp.tid()]
    if x[i][1] < low:
        x[i] = wp.vec3(x[i][0], low, x[i][2])
        v[i] = wp.vec3(v[i][0], 0.0, v[i][2])


def fall_style3d(case: Case, sewn: Sewn, substeps: int, iterations: int) -> tuple[Floats, Cost]:
    """(V, 3) where it rests, after the frames that `drape` gives ours at most."""
    _start_warp()
    begun = time.perf_counter()
    Style3d(case, sewn, 1, 1).advance(0.0, 1.0)
    meter = Meter(time.perf_counter() - begun)
    cloth = Style3d(case, sewn, substeps, iterations)
    for stage in (SETTLE, FALL, CALM):
        frames, gravity, kept = stage
        for _ in range(frames):
            cloth.advance(gravity, kept)
            meter.frame()
            if stage is CALM and np.percentile(cloth.speeds_mm_s, 95) < draping.REST_MM_S:
                break
    return cloth.positions_mm, meter.cost(cloth.speeds_mm_s)
