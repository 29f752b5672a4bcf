"""Single scans of simulated people, and the plan of which to make."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from time import perf_counter

import numpy as np

from benchmarks.scan_people import People
from benchmarks.scan_slices import sliced
from fashiongan.body.measurements import Figure
from fashiongan.body.model import ASSET_NAME, BodyModel
from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.errors import FashionGanError
from scanning.body_scan import BodyScanner
from scanning.calibration.calibration import Calibration
from scanning.frame import RgbdFrame
from scanning.simulation.camera import AZURE, D435, KINECT_V1, Setup, SimulatedCamera
from scanning.simulation.person import STILL, SWAYING

# A sensor whose picture is too low for a whole person at 1.3 m stands farther off.
PORTRAIT_MM = {D435.name: 1300.0, AZURE.name: 1650.0, KINECT_V1.name: 1900.0}
LANDSCAPE_MM = 2400.0
SENSORS = {sensor.name: sensor for sensor in (D435, AZURE, KINECT_V1)}
REPEATS, REPEATED_BODIES = 3, 10


@dataclass(frozen=True)
class Cell:
    """One way to scan."""

    sensor: str = D435.name
    portrait: bool = True
    views: int = 8
    sway: bool = True
    strangers: bool = False

    @property
    def title(self) -> str:
        placed = f"portrait {PORTRAIT_MM[self.sensor] / 1000:.2g} m" if self.portrait else "landscape 2.4 m"
        words = [self.sensor, placed, f"{self.views} views", "sway" if self.sway else "still"]
        return ", ".join(words + ["strangers"] * self.strangers)

    def setup(self, stature_mm: float) -> Setup:
        sensor = SENSORS[self.sensor]
        distance = PORTRAIT_MM[self.sensor] if self.portrait else LANDSCAPE_MM
        restless = SWAYING if self.sway else STILL
        return Setup(sensor, distance, self.portrait, stature_mm / 2, self.views, restlessness=restless)


MAIN = Cell()
STRANGERS = Cell(strangers=True)


@dataclass(frozen=True)
class Trial:
    """One scan of one person; `unsure` also finds the uncertainties."""

    cell: Cell
    number: int
    stance: int = 0
    unsure: bool = False


@dataclass(frozen=True)
class Outcome:
    """Scan minus truth in mm by name, the same with the slice as the truth, or what went wrong; seconds from frames in
    memory to measurements; `figure` and `asked_mm` say who was drawn from the population."""

    trial: Trial
    errors_mm: dict[str, float] = field(default_factory=dict)
    slice_errors_mm: dict[str, float] = field(default_factory=dict)
    half_intervals_mm: dict[str, float] = field(default_factory=dict)
    figure: str = ""
    asked_mm: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    problem: str = ""


@cache
def _tools() -> tuple[BodyScanner, People]:
    model = BodyModel.load(checkpoint_folder() / ASSET_NAME)
    return BodyScanner(model), People(model)


def run(trial: Trial) -> Outcome:
    """Simulate, scan, measure."""
    scanner, people = _tools()
    subject = people.subject(trial.number, trial.stance, trial.cell.strangers)
    stature = float(np.ptp(subject.person.vertices_mm[:, 1]))
    camera = SimulatedCamera(subject.person, trial.cell.setup(stature), seed=1000 * trial.number + trial.stance)
    recording = _Played(camera)
    begun = perf_counter()
    try:
        fitted = scanner.fit([recording], Calibration(), lambda done, of: None)
        unsure = scanner.measured(fitted, Figure.WOMAN) if trial.unsure else None
    except FashionGanError as error:
        return Outcome(trial, problem=str(error))
    seconds = perf_counter() - begun
    found, truth = scanner.tape(fitted.standing_mm), scanner.tape(subject.truth_mm)
    half = {one.name: float(one.uncertainty_mm or 0) for one in unsure.measured.measurements} if unsure else {}
    return Outcome(
        trial,
        {name: found[name] - truth[name] for name in truth},
        {name: found[name] - length for name, length in sliced(subject.smooth).items()},
        half,
        subject.asked.figure,
        subject.asked.given(),
        seconds,
    )


class _Played:
    """The simulated camera's frames, made beforehand so that only the scan is timed."""

    def __init__(self, camera: SimulatedCamera) -> None:
        self._camera, self._frames = camera, list(camera.frames())
        self.open, self.close = camera.open, camera.close
        self.camera, self.intrinsics, self.extrinsics = camera.camera, camera.intrinsics, camera.extrinsics
        self.frame_count = camera.frame_count

    def frames(self) -> Iterator[RgbdFrame]:
        return iter(self._frames)


def trials(bodies: int, others: int) -> list[Trial]:
    """The main cell and strangers in full with repeats, every other combination with a few bodies."""
    planned = [Trial(MAIN, number, unsure=True) for number in range(bodies)]
    planned += [Trial(STRANGERS, number, unsure=True) for number in range(bodies // 2)]
    planned += [Trial(MAIN, number, stance) for number in range(REPEATED_BODIES) for stance in range(1, REPEATS)]
    cells = [Cell(*one) for one in product(SENSORS, (True, False), (2, 4, 8), (True, False))]
    return planned + [Trial(cell, number) for cell in cells if cell != MAIN for number in range(others)]
