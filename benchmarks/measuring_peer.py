"""Our measurements beside clad-body's: `python -m benchmarks.measuring_peer [--people 12] [--runs 2]`.

Both measure the same meshes in one process: the six bodies that clad-body ships, and random adults of our body model
whose stature and girths lie within the 1st and 99th percentile of ANSUR II. Differences are ours minus clad-body's.
Times are of measuring alone, the best of some runs on a body, both in turn. A table on standard error, JSON on standard
output. clad-body needs Python 3.12, so it has an environment of its own; Anny fills a cache of 1 GB at the first run,
which takes minutes.
"""

import argparse
import contextlib
import importlib.util
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import Any

import numpy as np

from benchmarks.measuring_pairs import PAIRS, Pair
from fashiongan.body.definitions import BY_NAME
from fashiongan.body.fitting import CHANGE_SPREAD, PHENOTYPE_SPREAD
from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import ASSET_NAME, PHENOTYPES, BodyModel, Floats
from fashiongan.body.population import served_mm
from fashiongan.body.tailoring import tape_all
from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.errors import FashionGanError

PYTHON = (3, 12)
SETUP = (
    "python3.12 -m venv .venv-clad && "
    '.venv-clad/bin/pip install "clad-body[anny]==0.6.1" anny==0.6.2 scipy safetensors PyYAML threadpoolctl && '
    ".venv-clad/bin/python -m benchmarks.measuring_peer"
)
MM_PER_CM, MM_PER_M = 10.0, 1000.0
WAYS = ("ours", "clad_body_all", "clad_body_shared")
Values = dict[str, Any]


def main() -> None:
    """Measure everybody with both, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=12, help="random adults beside the six of clad-body")
    parser.add_argument("--runs", type=int, default=2, help="of each way to measure, on each body")
    asked = parser.parse_args()
    if sys.version_info < PYTHON or not all(importlib.util.find_spec(name) for name in ("clad_body", "anny")):
        found = ".".join(str(part) for part in sys.version_info[:2])
        parser.exit(1, f"clad-body with Anny is not in this Python {found}; it needs 3.12: {SETUP}\n")
    try:
        measurer = BodyMeasurer(BodyModel.load(checkpoint_folder() / ASSET_NAME))
    except FashionGanError as error:
        parser.exit(1, f"{error}\n")
    with contextlib.redirect_stdout(sys.stderr):  # Warp, which Anny uses, greets there.
        report = compared(measurer, asked.people, asked.runs)
    print(_table(report), file=sys.stderr)
    print(json.dumps(report, indent=1))


def compared(measurer: BodyMeasurer, people: int, runs: int) -> dict[str, Any]:
    """The whole report."""
    from benchmarks import measuring_clad as clad  # It needs clad-body, which is not in our environment.

    shipped = clad.shipped_people()
    random = np.random.default_rng(0)
    drawn = [random_parameters(measurer, random) for _ in range(people)]
    everybody = [one for one, _ in shipped.values()] + [clad.person_of(one, measurer.model) for one in drawn]
    model = clad.PeerModel(everybody)
    ours, theirs, seconds, meshes = [], [], [], []
    for person in everybody:
        body = model.body(person)
        mesh = clad.vertices_mm(body)
        meshes.append(mesh)
        ours.append(tape_all(mesh, measurer))
        theirs.append(clad.measure_cm(body))
        ways: dict[str, Callable[[], object]] = {
            "ours": partial(tape_all, mesh, measurer),
            "clad_body_all": partial(clad.measure_cm, body),
            "clad_body_shared": partial(clad.measure_cm, body, [pair.theirs for pair in PAIRS]),
        }
        seconds.append(timed(ways, runs))
    expected = [values for _, values in shipped.values()]
    return {
        "versions": {"python": sys.version.split()[0]} | {name: version(name) for name in ("clad-body", "anny")},
        "bodies": {"of_clad_body": len(shipped), "random_adults": people},
        "random_adults_differ_from_our_model_mm": _apart_mm(measurer.model, drawn, meshes[len(shipped) :]),
        "clad_body_differs_from_what_it_ships_mm": _from_expected(theirs, expected),
        "measurements_taken": {"ours": len(ours[0]), "clad_body_all": sum(map(_is_value, theirs[0].items()))},
        "seconds_a_body": _times(seconds),
        "measurements": [difference(pair, ours, theirs) for pair in PAIRS],
    }


def random_parameters(measurer: BodyMeasurer, random: np.random.Generator) -> Floats:
    """(P,) an adult drawn from the prior of a fit, again until stature, bust, waist and hip are served ones."""
    served, neutral = served_mm(), measurer.model.neutral
    is_shape = np.arange(len(neutral)) < len(PHENOTYPES)
    spread = np.where(is_shape, PHENOTYPE_SPREAD, CHANGE_SPREAD)
    while True:
        drawn = np.clip(neutral + spread * random.standard_normal(len(neutral)), np.where(is_shape, 0.0, -1.0), 1.0)
        drawn[0] = random.integers(2)
        figure = Figure.WOMAN if drawn[0] else Figure.MAN
        try:
            found = measurer.measure(measurer.model.mesh(drawn).vertices_mm, figure)
        except FashionGanError:
            continue
        if all(low <= getattr(found, name) <= high for name, (low, high) in served.items()):
            return drawn


def timed(ways: dict[str, Callable[[], object]], runs: int) -> dict[str, tuple[float, float]]:
    """Seconds of the clock and of the processor: the best run of each way, taken in turn."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, way in ways.items():
            clock, processor = time.perf_counter(), time.process_time()
            way()
            found[name].append((time.perf_counter() - clock, time.process_time() - processor))
    return {name: (min(one[0] for one in many), min(one[1] for one in many)) for name, many in found.items()}


def _times(seconds: list[dict[str, tuple[float, float]]]) -> dict[str, Any]:
    medians = {
        way: [round(statistics.median(one[way][kind] for one in seconds), 4) for kind in range(2)] for way in WAYS
    }
    report: dict[str, Any] = {way: dict(zip(("median_s", "processor_s"), medians[way], strict=True)) for way in WAYS}
    for way in WAYS[1:]:
        report[way]["times_ours"] = round(medians[way][0] / medians["ours"][0], 1)
    return report


def difference(pair: Pair, ours: list[Values], theirs: list[Values]) -> dict[str, Any]:
    """Ours minus clad-body's over all bodies on which clad-body found it; 0 is its word for not found."""
    both = [(mine, other) for mine, other in zip(ours, theirs, strict=True) if other.get(pair.theirs)]
    differences = [mine[pair.ours] - MM_PER_CM * other[pair.theirs] for mine, other in both]
    row = {
        "ours": pair.ours,
        "clad_body": pair.theirs,
        "clause": BY_NAME[pair.ours].clause,
        "bodies": len(both),
        "median_mm": round(statistics.median(differences), 1),
        "least_mm": round(min(differences), 1),
        "most_mm": round(max(differences), 1),
    }
    if pair.level:
        levels = [mine[pair.level[0]] - MM_PER_M * np.ravel(other[pair.level[1]])[-1] for mine, other in both]
        row["our_level_above_mm"] = round(float(statistics.median(levels)), 1)
    return row | {"why": pair.why}


def _from_expected(theirs: list[Values], expected: list[dict[str, float]]) -> dict[str, float]:
    """The largest difference of each shared measurement from what clad-body ships for its bodies."""
    shared = zip(theirs, expected, strict=False)  # Its bodies come first.
    found = [
        (pair.theirs, MM_PER_CM * abs(one[pair.theirs] - known[pair.theirs]))
        for one, known in shared
        for pair in PAIRS
        if pair.theirs in known
    ]
    return {name: round(max(value for key, value in found if key == name), 1) for name in dict(found)}


def _apart_mm(model: BodyModel, drawn: list[Floats], meshes: list[Floats]) -> float:
    """The farthest that a vertex of Anny's lies from ours; clad-body moves bodies to the middle."""
    apart = [0.0]
    for parameters, mesh in zip(drawn, meshes, strict=True):
        moved = mesh - model.mesh(parameters).vertices_mm
        apart.append(float(np.abs(moved - moved.mean(0)).max()))
    return round(max(apart), 3)


def _is_value(item: tuple[str, object]) -> bool:
    return not item[0].startswith("_") and isinstance(item[1], int | float)


def _table(report: dict[str, Any]) -> str:
    lines = [f"{'ours':18} {'clad-body':22} {'median':>8} {'least':>8} {'most':>8} {'level':>8}   mm"]
    for row in report["measurements"]:
        numbers = [row["median_mm"], row["least_mm"], row["most_mm"], row.get("our_level_above_mm", "")]
        lines.append(f"{row['ours']:18} {row['clad_body']:22} " + " ".join(f"{one:>8}" for one in numbers))
    return "\n".join([*lines, json.dumps(report["seconds_a_body"])])


if __name__ == "__main__":
    main()
