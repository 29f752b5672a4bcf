"""How exact scans are: `python -m benchmarks.scan_accuracy [--bodies 50] [--others 4] [--out FILE.json]`.

Simulated people are scanned through the noise of real sensors, and measured; the truth is taped on their true mesh.
What ends in `_slice` is compared with a slice of that mesh instead, which owes nothing to the body model's tapes.
A run that was stopped goes on where it was.
"""

import argparse
import json
import os
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table
from scipy.stats import t

from benchmarks.scan_slices import NAMES
from benchmarks.scan_trials import MAIN, REPEATED_BODIES, STRANGERS, Cell, Outcome, Trial, run, trials
from fashiongan.body.definitions import BY_NAME
from fashiongan.body.measurements import REQUIRED, Figure
from fashiongan.body.population import ANSUR


def summary(outcomes: list[Outcome]) -> dict[str, object]:
    """Figures by cell and measurement, and what went wrong."""
    cells = defaultdict(list)
    for outcome in outcomes:
        if outcome.trial.stance == 0 and not outcome.problem:
            cells[outcome.trial.cell].append(outcome)
    return {
        "cells": {cell.title: _of_cell(some) for cell, some in cells.items()},
        "repeatability_mm": _repeatability(outcomes),
        "population": _population(outcomes),
        "seconds": _quantiles([one.seconds for one in outcomes if one.trial.unsure and not one.problem]),
        "problems": [
            {"cell": one.trial.cell.title, "number": one.trial.number, "problem": one.problem}
            for one in outcomes
            if one.problem
        ],
    }


def _of_cell(outcomes: list[Outcome]) -> dict[str, dict[str, float | bool]]:
    figures = {}
    for name in BY_NAME:
        errors = np.array([one.errors_mm[name] for one in outcomes])
        figures[name] = _of_errors(errors, BY_NAME[name].kind.limit_mm) | _covered(name, outcomes)
    for name in NAMES:
        # A slice with an arm in it was left out.
        errors = np.array([one.slice_errors_mm[name] for one in outcomes if name in one.slice_errors_mm])
        if len(errors):
            figures[name.replace("_mm", "_slice")] = _of_errors(errors, BY_NAME[name].kind.limit_mm)
    return figures


def _of_errors(errors: np.ndarray, limit: float) -> dict[str, float | bool]:
    """ISO 20685-1: the 95 % confidence interval of the mean error lies within the limit."""
    count, mean = len(errors), float(errors.mean())
    half = float(t.ppf(0.975, count - 1) * errors.std(ddof=1) / np.sqrt(count)) if count > 1 else float("inf")
    return {
        "bodies": count,
        "mean_mm": mean,
        "interval_mm": half,
        "limit_mm": limit,
        "within": abs(mean) + half <= limit,
        "p95_mm": float(np.quantile(np.abs(errors), 0.95)),
    }


def _covered(name: str, outcomes: list[Outcome]) -> dict[str, float | bool]:
    """How often the truth lay within the interval that the scan named."""
    covered = [abs(one.errors_mm[name]) <= one.half_intervals_mm[name] for one in outcomes if one.half_intervals_mm]
    return {"covered": float(np.mean(covered))} if covered else {}


def _population(outcomes: list[Outcome]) -> dict[str, object]:
    """Who was scanned, each person once, beside whom the survey found: means and standard deviations in mm."""
    asked: dict[Figure, dict[tuple[bool, int], list[float]]] = {figure: {} for figure in Figure}
    for one in outcomes:
        if one.asked_mm:
            person = (one.trial.cell.strangers, one.trial.number)
            asked[Figure(one.figure)][person] = [one.asked_mm[name] for name in REQUIRED]
    return {
        figure: {
            "people": len(people),
            "measurements": REQUIRED,
            "mean_mm": np.mean(list(people.values()), 0).tolist(),
            "sd_mm": np.std(list(people.values()), 0, ddof=min(1, len(people) - 1)).tolist(),
            "ansur_mean_mm": ANSUR[figure].means_mm,
            "ansur_sd_mm": ANSUR[figure].spreads_mm,
        }
        for figure, people in asked.items()
        if people
    }


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


def show(result: dict[str, Any], console: Console) -> None:
    """The main cell and strangers in full, the others by their large girths."""
    for cell in (MAIN, STRANGERS):
        if cell.title in result["cells"]:
            console.print(_full_table(cell.title, result["cells"][cell.title], result["repeatability_mm"]))
    console.print(_cells_table(result["cells"]))
    console.print(f"seconds a scan: {result['seconds']}; refused: {len(result['problems'])}")
    for one in result["problems"]:
        console.print(f"  {one['cell']}, person {one['number']}: {one['problem']}")


def _full_table(title: str, figures: dict[str, Any], repeatability: dict[str, float]) -> Table:
    columns = ("", "mean mm", "± 95 %", "limit", "within", "p95", "repeated sd", "covered")
    table = Table(*columns, title=title)
    for name, one in figures.items():
        values = (one["mean_mm"], one["interval_mm"], one["limit_mm"])
        rest = (one["p95_mm"], repeatability.get(name, float("nan")), one.get("covered", float("nan")))
        texts = [f"{value:.1f}" for value in values] + ["yes" if one["within"] else "NO"]
        table.add_row(_title(name), *texts, *(f"{value:.2f}" for value in rest))
    return table


def _title(name: str) -> str:
    if name in BY_NAME:
        return BY_NAME[name].title
    return f"{BY_NAME[name.replace('_slice', '_mm')].title}, by slice"


def _cells_table(cells: dict[str, Any]) -> Table:
    names = ("height_mm", "bust_mm", "waist_mm", "hip_mm", "thigh_mm")
    table = Table("mean (p95), mm", *(BY_NAME[name].title for name in names), "all within", title="every way to scan")
    for title, figures in cells.items():
        within = sum(bool(figures[name]["within"]) for name in BY_NAME)
        texts = [f"{figures[name]['mean_mm']:.1f} ({figures[name]['p95_mm']:.1f})" for name in names]
        table.add_row(title, *texts, f"{within} of {len(BY_NAME)}")
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


def _outcome(entry: dict[str, Any]) -> Outcome:
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
