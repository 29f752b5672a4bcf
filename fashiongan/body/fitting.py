"""From tape measurements to a body: bounded Gauss-Newton in a trust region, with a pull to the average body."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import lsq_linear

from fashiongan.body.measurements import REQUIRED, BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer, Tape, extremes, landmark_vertices, measure_with
from fashiongan.body.model import PHENOTYPES, BodyMesh, Floats
from fashiongan.errors import MeasurementError
from fashiongan.one_blas_thread import one_blas_thread

MAX_STEPS, RESTARTS = 40, 5
WELL_MM = 2.0
CLOSE_ENOUGH_MM = 0.5
PROMISED_MM = 3.0
HOPELESS_MM = 15.0
STEP = 0.004
# Prior standard deviations: phenotypes span 0 to 1, local changes -1 to 1.
PHENOTYPE_SPREAD, CHANGE_SPREAD = 0.3, 0.5
TAPE_SPREAD_MM = 1.0
MAX_STEP, MIN_STEP, TINY = 0.5, 1e-3, 1e-9
RESTART_SPREAD = 0.12


@dataclass(frozen=True, slots=True)
class FittedBody:
    """A body and how far it is from what was asked: `residuals_mm` is body minus tape, by name."""

    mesh: BodyMesh
    measurements: BodyMeasurements
    residuals_mm: dict[str, float]

    @property
    def worst_mm(self) -> float:
        return max(abs(value) for value in self.residuals_mm.values())

    @property
    def note(self) -> str:
        """What to tell when the body is not within 3 mm of the tape, else nothing."""
        off = {name: value for name, value in self.residuals_mm.items() if abs(value) > PROMISED_MM}
        words = ", ".join(f"{name} by {value:+.0f} mm" for name, value in off.items())
        return f"The nearest body differs in {words}; measure that again." if off else ""


@one_blas_thread
def fit_body(measurements: BodyMeasurements, measurer: BodyMeasurer) -> FittedBody:
    """Find the most ordinary body that has the given measurements.

    Raises
    ------
    MeasurementError : no body comes within 15 mm; the message names the worst measurement
    """
    average = measurer.model.neutral
    average[PHENOTYPES.index("gender")] = 1.0 if measurements.figure is Figure.WOMAN else 0.0
    random = np.random.default_rng(0)
    best = _descend(measurer, measurements.given(), average, average)
    for _ in range(RESTARTS):
        if best.worst_mm < WELL_MM:
            break
        # The blend shapes have kinks in which a descent may get stuck; another way down mostly misses them.
        begin = _inside(average + RESTART_SPREAD * random.standard_normal(len(average)), average)
        best = min(best, _descend(measurer, measurements.given(), begin, average), key=lambda one: one.worst_mm)
    return _judged(measurer, best.parameters, measurements)


def _descend(measurer: BodyMeasurer, wanted: dict[str, float], begin: Floats, average: Floats) -> "_Linearised":
    """Steps in a trust region: a step that leads away is taken shorter."""
    best = _Linearised(measurer, begin, wanted)
    jacobian, reach = best.jacobian(), MAX_STEP
    for _ in range(MAX_STEPS):
        if best.worst_mm < CLOSE_ENOUGH_MM or reach < MIN_STEP:
            break
        moved = _Linearised(measurer, _step(jacobian, best.residual, best.parameters, average, reach), wanted)
        if moved.misfit < best.misfit:
            best, jacobian, reach = moved, moved.jacobian(), min(MAX_STEP, 2 * reach)
        else:
            reach *= 0.35
    return best


def _judged(measurer: BodyMeasurer, parameters: Floats, asked: BodyMeasurements) -> FittedBody:
    mesh = measurer.model.mesh(parameters)
    found = measurer.measure(mesh.vertices_mm, asked.figure)
    residuals = {name: found.given()[name] - value for name, value in asked.given().items()}
    worst = max(residuals, key=lambda name: abs(residuals[name]))
    if abs(residuals[worst]) > HOPELESS_MM:
        raise MeasurementError(
            f"No body has these measurements together: {worst} {asked.given()[worst]:g} comes out as "
            f"{found.given()[worst]:.0f}. Measure it again{'' if worst in REQUIRED else ', or leave it out'}."
        )
    return FittedBody(mesh, found, residuals)


class _Linearised:
    """Measurements near one body: tapes stay on the edges where they lie, so only those vertices are moved."""

    def __init__(self, measurer: BodyMeasurer, parameters: Floats, wanted: dict[str, float]) -> None:
        self.model = measurer.model
        self.parameters = parameters
        self.names = list(wanted)
        vertices = self.model.vertices_mm(parameters)
        self.extremes = extremes(vertices)
        self.tapes = [tape for tape in measurer.tapes(vertices) if tape.rule.name in wanted]
        self.subset = _used_vertices(self.tapes, self.extremes)
        self.shapes = self.model.shapes_mm[:, self.subset].astype(np.float64)
        self.buffer = vertices
        self.weights = self.model.coefficients(parameters)
        self.values = self._measure()
        self.residual = np.array(list(wanted.values())) - self.values

    @property
    def worst_mm(self) -> float:
        return float(np.abs(self.residual).max())

    @property
    def misfit(self) -> float:
        return float(self.residual @ self.residual)

    def _measure(self) -> Floats:
        found = measure_with(self.tapes, self.buffer, self.extremes)
        return np.array([found[name] for name in self.names])

    def jacobian(self) -> Floats:
        """(measurements, parameters) by differences, forwards or at an upper bound backwards; 0 for the gender."""
        jacobian = np.zeros((len(self.names), len(self.parameters)))
        for index in range(1, len(self.parameters)):
            step = STEP if self.parameters[index] < 1 - STEP else -STEP
            moved = self.parameters.copy()
            moved[index] += step
            jacobian[:, index] = (self._measure_at(moved) - self.values) / step
        return jacobian

    def _measure_at(self, parameters: Floats) -> Floats:
        weights = self.model.coefficients(parameters)
        used = np.flatnonzero(weights - self.weights)
        self._place(weights, self.weights, used)
        found = self._measure()
        self._place(self.weights, weights, used)
        return found

    def _place(self, weights: Floats, before: Floats, used: NDArray[np.int64]) -> None:
        self.buffer[self.subset] += np.tensordot((weights - before)[used], self.shapes[used], axes=1)


def _used_vertices(tapes: list[Tape], lowest_highest: tuple[int, int]) -> NDArray[np.int64]:
    ends = [array for tape in tapes for array in (tape.start, tape.end)]
    return np.unique(np.concatenate([*ends, list(landmark_vertices()), lowest_highest])).astype(np.int64)


def _step(jacobian: Floats, residual: Floats, parameters: Floats, start: Floats, reach: float) -> Floats:
    """One Gauss-Newton step that is the best inside the bounds, at most `reach` long in any parameter."""
    count = len(parameters)
    phenotype = np.arange(count) < len(PHENOTYPES)
    spread = np.where(phenotype, PHENOTYPE_SPREAD, CHANGE_SPREAD)
    rows = np.vstack([jacobian / TAPE_SPREAD_MM, np.diag(1 / spread)])
    goal = np.concatenate([residual / TAPE_SPREAD_MM, (start - parameters) / spread])
    low = np.maximum(np.where(phenotype, 0.0, -1.0) - parameters, -reach) - TINY
    high = np.minimum(1.0 - parameters, reach) + TINY
    return _inside(parameters + lsq_linear(rows, goal, bounds=(low, high)).x, parameters)


def _inside(parameters: Floats, same_gender: Floats) -> Floats:
    """Parameters brought inside their bounds, with the gender of others."""
    phenotype = np.arange(len(parameters)) < len(PHENOTYPES)
    inside = np.clip(parameters, np.where(phenotype, 0.0, -1.0), 1.0)
    inside[0] = same_gender[0]
    return inside
