"""How exact scans are: `python -m benchmarks.scan_accuracy [--bodies 50] [--others 4] [--out FILE.json]`.

Simulated people are scanned through the noise of real sensors, and measured; the truth is taped on their true mesh.
"""

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table
from scipy.stats import t

from benchmarks.scan_people import People
from fashiongan.body.definitions import BY_NAME
from fashiongan.body.measurements import Figure
from fashiongan.body.model import ASSET_NAME, BodyModel
from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.errors import FashionGanError
from scanning.body_scan import BodyScanner
from scanning.calibration.calibration import Calibration
from scanning.simulation.camera import AZURE, D435, KINECT_V1, Sensor, Setup, SimulatedCamera
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
        sensor: Sensor = SENSORS[self.sensor]
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
    """Scan minus truth in mm by name, or what went wrong; seconds from frames in memory to measurements."""

    trial: Trial
    errors_mm: dict[str, float] = field(default_factory=dict)
    half_intervals_mm: dict[str, float] = field(default_factory=dict)
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
    return Outcome(trial, {name: found[name] - truth[name] for name in truth}, half, seconds)


class _Played:
    """The simulated camera's frames, made beforehand so that only the scan is timed."""

    def __init__(self, camera: SimulatedCamera) -> None:
        self._camera, self._frames = camera, list(camera.frames())
        self.open, self.close = camera.open, camera.close
        self.camera, self.intrinsics, self.extrinsics = camera.camera, camera.intrinsics, camera.extrinsics
        self.frame_count = camera.frame_count

    def frames(self) -> Iterable[object]:
        return iter(self._frames)


def trials(bodies: int, others: int) -> list[Trial]:
    """The main cell and strangers in full with repeats, every other combination with a few bodies."""
    planned = [Trial(MAIN, number, unsure=True) for number in range(bodies)]
    planned += [Trial(STRANGERS, number, unsure=True) for number in range(bodies // 2)]
    planned += [Trial(MAIN, number, stance) for number in range(REPEATED_BODIES) for stance in range(1, REPEATS)]
    cells = [Cell(*one) for one in product(SENSORS, (True, False), (2, 4, 8), (True, False))]
    return planned + [Trial(cell, number) for cell in cells if cell != MAIN for number in range(others)]


def summary(outcomes: list[Outcome]) -> dict[str, object]:
    """Figures by cell and measurement, and what went wrong."""
    cells = defaultdict(list)
    for outcome in outcomes:
        if outcome.trial.stance == 0 and not outcome.problem:
            cells[outcome.trial.cell].append(outcome)
    return {
        "cells": {cell.title: _of_cell(some) for cell, some in cells.items()},
        "repeatability_mm": _repeatability(outcomes),
        "seconds": _quantiles([one.seconds for one in outcomes if one.trial.unsure and not one.problem]),
        "problems": [
            {"cell": one.trial.cell.title, "number": one.trial.number, "problem": one.problem}
            for one in outcomes
            if one.problem
        ],
    }


def _of_cell(outcomes: list[Outcome]) -> dict[str, dict[str, float | bool]]:
    return {name: _of_errors(name, np.array([one.errors_mm[name] for one in outcomes]), outcomes) for name in BY_NAME}


def _of_errors(name: str, errors: np.ndarray, outcomes: list[Outcome]) -> dict[str, float | bool]:
    """ISO 20685-1: the 95 % confidence interval of the mean error lies within the limit."""
    count, mean = len(errors), float(errors.mean())
    half = float(t.ppf(0.975, count - 1) * errors.std(ddof=1) / np.sqrt(count)) if count > 1 else float("inf")
    limit = BY_NAME[name].kind.limit_mm
    figures: dict[str, float | bool] = {
        "bodies": count,
        "mean_mm": mean,
        "interval_mm": half,
        "limit_mm": limit,
        "within": abs(mean) + half <= limit,
        "p95_mm": float(np.quantile(np.abs(errors), 0.95)),
    }
    covered = [abs(one.errors_mm[name]) <= one.half_intervals_mm[name] for one in outcomes if one.half_intervals_mm]
    return figures | ({"covered": float(np.mean(covered))} if covered else {})


def _repeatability(outcomes: list[Outcome]) -> dict[str, float]:
    """Pooled standard deviation over repeated scans of the same person."""
    scans = defaultdict(list)
    for one in outcomes:
        if one.trial.cell == MAIN and one.trial.number < REPEATED_BODIES and not one.problem:
            scans[one.trial.number].append(one)
    groups = [some for some in scans.values() if len(some) > 1]
    return {
        name: float(np.sqrt(np.mean([np.var([one.errors_mm[name] for one in some], ddof=1) for some in groups])))
        for name in (BY_NAME if groups else ())
    }


def _quantiles(values: list[float]) -> dict[str, float]:
    return {"median": float(np.median(values)), "most": max(values)} if values else {}


def show(result: dict, console: Console) -> None:
    """The main cell and strangers in full, the others by their large girths."""
    for cell in (MAIN, STRANGERS):
        if cell.title in result["cells"]:
            console.print(_full_table(cell.title, result["cells"][cell.title], result["repeatability_mm"]))
    console.print(_cells_table(result["cells"]))
    console.print(f"seconds a scan: {result['seconds']}; refused: {len(result['problems'])}")
    for one in result["problems"]:
        console.print(f"  {one['cell']}, person {one['number']}: {one['problem']}")


def _full_table(title: str, figures: dict, repeatability: dict[str, float]) -> Table:
    columns = ("", "mean mm", "± 95 %", "limit", "within", "p95", "repeated sd", "covered")
    table = Table(*columns, title=title)
    for name, one in figures.items():
        values = (one["mean_mm"], one["interval_mm"], one["limit_mm"])
        rest = (one["p95_mm"], repeatability.get(name, float("nan")), one.get("covered", float("nan")))
        texts = [f"{value:.1f}" for value in values] + ["yes" if one["within"] else "NO"]
        table.add_row(BY_NAME[name].title, *texts, *(f"{value:.2f}" for value in rest))
    return table


def _cells_table(cells: dict) -> Table:
    names = ("height_mm", "bust_mm", "waist_mm", "hip_mm", "thigh_mm")
    table = Table("mean (p95), mm", *(BY_NAME[name].title for name in names), "all within", title="every way to scan")
    for title, figures in cells.items():
        within = sum(bool(one["within"]) for one in figures.values())
        texts = [f"{figures[name]['mean_mm']:.1f} ({figures[name]['p95_mm']:.1f})" for name in names]
        table.add_row(title, *texts, f"{within} of {len(figures)}")
    return table


def carried_out(planned: list[Trial], processes: int, kept: Path) -> list[Outcome]:
    """Every outcome, each written down as it comes, so that a run that was stopped goes on."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    done = [_outcome(json.loads(line)) for line in kept.read_text().splitlines()] if kept.exists() else []
    known = {one.trial for one in done}
    left = [trial for trial in planned if trial not in known]
    with kept.open("a") as lines, ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for outcome in track(pool.map(run, left), total=len(left), console=Console(stderr=True)):
            done.append(outcome)
            lines.write(json.dumps(asdict(outcome)) + "\n")
            lines.flush()
    return [one for one in done if one.trial in set(planned)]


def _outcome(entry: dict) -> Outcome:
    trial = entry.pop("trial")
    return Outcome(Trial(Cell(**trial.pop("cell")), **trial), **entry)


def main() -> None:
    """Run everything on two processes and show it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=50)
    parser.add_argument("--others", type=int, default=4)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--out", type=Path, default=Path("out/scan_accuracy.json"))
    given = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    outcomes = carried_out(trials(given.bodies, given.others), given.processes, given.out.with_suffix(".jsonl"))
    result = summary(outcomes)
    given.out.write_text(json.dumps(result, indent=1))
    show(result, Console())


if __name__ == "__main__":
    main()
