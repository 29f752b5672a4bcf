"""From tape measurements to a body: Gauss-Newton on the blend shapes with a pull towards the average body."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer, Tape, extremes, landmark_vertices, measure_with
from fashiongan.body.model import PHENOTYPES, BodyMesh, Floats
from fashiongan.errors import MeasurementError

MAX_ITERATIONS = 14
CLOSE_ENOUGH_MM = 0.5
HOPELESS_MM = 15.0
STEP = 0.02
# Prior standard deviations: phenotypes span 0 to 1, local changes -1 to 1.
PHENOTYPE_SPREAD, CHANGE_SPREAD = 0.3, 0.5
TAPE_SPREAD_MM = 1.0


@dataclass(frozen=True, slots=True)
class FittedBody:
    """A body and how far it is from what was asked: `residuals_mm` is body minus tape, by name."""

    mesh: BodyMesh
    parameters: Floats
    measurements: BodyMeasurements
    residuals_mm: dict[str, float]

    @property
    def worst_mm(self) -> float:
        return max(abs(value) for value in self.residuals_mm.values())


def fit_body(measurements: BodyMeasurements, measurer: BodyMeasurer) -> FittedBody:
    """Find the most ordinary body that has the given measurements.

    Raises
    ------
    MeasurementError : no body comes within 15 mm; the message names the worst measurement
    """
    wanted = measurements.given()
    start = measurer.model.neutral
    start[PHENOTYPES.index("gender")] = 1.0 if measurements.figure is Figure.WOMAN else 0.0
    best, best_error = start, np.inf
    parameters = start
    for _ in range(MAX_ITERATIONS):
        problem = _Linearised(measurer, parameters, list(wanted))
        residual = np.array(list(wanted.values())) - problem.values
        if np.abs(residual).max() < best_error:
            best, best_error = parameters, float(np.abs(residual).max())
        if best_error < CLOSE_ENOUGH_MM:
            break
        parameters = _step(problem.jacobian(), residual, parameters, start)
    return _judged(measurer, best, measurements)


def _judged(measurer: BodyMeasurer, parameters: Floats, asked: BodyMeasurements) -> FittedBody:
    mesh = measurer.model.mesh(parameters)
    found = measurer.measure(mesh.vertices_mm, asked.figure)
    residuals = {name: found.given()[name] - value for name, value in asked.given().items()}
    worst = max(residuals, key=lambda name: abs(residuals[name]))
    if abs(residuals[worst]) > HOPELESS_MM:
        raise MeasurementError(
            f"No body has these measurements together: {worst} {asked.given()[worst]:g} comes out as "
            f"{found.given()[worst]:.0f}. Measure it again, or leave it out."
        )
    return FittedBody(mesh, parameters, found, residuals)


class _Linearised:
    """Measurements near one body: tapes stay on the edges where they lie, so only those vertices are moved."""

    def __init__(self, measurer: BodyMeasurer, parameters: Floats, names: list[str]) -> None:
        self.model = measurer.model
        self.parameters = parameters
        self.names = names
        vertices = self.model.vertices_mm(parameters)
        self.extremes = extremes(vertices)
        self.tapes = [tape for tape in measurer.tapes(vertices) if tape.rule.name in names]
        self.subset = _used_vertices(self.tapes, self.extremes)
        self.shapes = self.model.shapes_mm[:, self.subset].astype(np.float64)
        self.buffer = vertices
        self.values = self._measure()

    def _measure(self) -> Floats:
        found = measure_with(self.tapes, self.buffer, self.extremes)
        return np.array([found[name] for name in self.names])

    def jacobian(self) -> Floats:
        """(measurements, parameters) by finite differences, stepping inwards at a bound; 0 for the gender."""
        jacobian = np.zeros((len(self.names), len(self.parameters)))
        base = self.model.coefficients(self.parameters)
        for index in range(1, len(self.parameters)):
            step = STEP if self.parameters[index] < 0.9 else -STEP
            moved = self.parameters.copy()
            moved[index] += step
            weights = self.model.coefficients(moved)
            used = np.flatnonzero(weights - base)
            self._place(weights, base, used)
            jacobian[:, index] = (self._measure() - self.values) / step
            self._place(base, weights, used)
        return jacobian

    def _place(self, weights: Floats, before: Floats, used: NDArray[np.int64]) -> None:
        self.buffer[self.subset] += np.tensordot((weights - before)[used], self.shapes[used], axes=1)


def _used_vertices(tapes: list[Tape], lowest_highest: tuple[int, int]) -> NDArray[np.int64]:
    ends = [array for tape in tapes for array in (tape.start, tape.end)]
    return np.unique(np.concatenate([*ends, list(landmark_vertices()), lowest_highest])).astype(np.int64)


def _step(jacobian: Floats, residual: Floats, parameters: Floats, start: Floats) -> Floats:
    """One damped Gauss-Newton step inside the bounds."""
    count = len(parameters)
    phenotype = np.arange(count) < len(PHENOTYPES)
    spread = np.where(phenotype, PHENOTYPE_SPREAD, CHANGE_SPREAD)
    rows = np.vstack([jacobian / TAPE_SPREAD_MM, np.diag(1 / spread)])
    goal = np.concatenate([residual / TAPE_SPREAD_MM, (start - parameters) / spread])
    step = np.linalg.lstsq(rows, goal, rcond=None)[0]
    step[0] = 0.0
    step *= min(1.0, 0.5 / max(np.abs(step).max(), 1e-9))
    return np.asarray(np.clip(parameters + step, np.where(phenotype, 0.0, -1.0), 1.0))
