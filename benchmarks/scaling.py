"""What a batch costs on Ray's workers, and that a killed one loses nothing: `python -m benchmarks.scaling [PICTURES]`.

The same pictures are made by this process, by one worker, by two, and by two of which one is killed. JSON out. Rates
and costs are of the time between the first shard and the last, so that loading is left out.
"""

import hashlib
import json
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import torch

from fashiongan.attributes import GarmentAttributes
from fashiongan.generator.request import GenerationRequest
from fashiongan.orders.batch import order_with_weights, run_batch
from fashiongan.orders.executor import Executor, Local
from fashiongan.orders.making import Maker
from fashiongan.orders.output_folder import INDEX, OutputFolder
from fashiongan.orders.ray_executor import OnRay
from fashiongan.orders.spec import BatchOrder
from fashiongan.studio import Studio

WORKER = "ray::make_shard"


@dataclass
class Watch:
    """Notes the time and the processor time of this process and its children at every step; may kill a worker."""

    kill_at: int | None = None
    steps: list[tuple[int, float, float]] = field(default_factory=list)
    killed: int = 0

    def step(self, made: int) -> None:
        before = self.steps[-1][0] if self.steps else 0
        self.steps.append((before + made, time.perf_counter(), _processor_s()))
        if self.kill_at is not None and before + made >= self.kill_at and not self.killed:
            self.killed = _kill_a_worker()

    def report(self) -> dict[str, float]:
        """Pictures a second, and processor seconds for 1,000 pictures."""
        (first, began_s, before_s), (last, ended_s, after_s) = self.steps[0], self.steps[-1]
        made, seconds = last - first, ended_s - began_s
        cost = {"wall_s_per_1000": seconds / made * 1000}
        # The seconds of a killed worker are lost with it.
        return cost if self.killed else cost | {"processor_s_per_1000": (after_s - before_s) / made * 1000}


def _processor_s() -> float:
    this = psutil.Process()
    seconds = 0.0
    for process in (this, *this.children(recursive=True)):
        try:
            used = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        seconds += used.user + used.system
    return seconds


def _kill_a_worker() -> int:
    for process in psutil.Process().children(recursive=True):
        if process.name().startswith(WORKER[:15]):
            process.kill()
            return process.pid
    return 0


def measured(pictures: int, out: Path, executor: Executor, watch: Watch) -> dict[str, Any]:
    """Make the pictures in a new folder and count what is there."""
    studio = Studio(device="cpu")
    order = BatchOrder((GenerationRequest(GarmentAttributes(), pictures),))
    folder = OutputFolder.open(out, order_with_weights(order, studio), resume=False, overwrite=False)
    begun_s = time.perf_counter()
    notes = run_batch(Maker(studio, order, None, out), folder, executor, watch.step)
    lines = [json.loads(line)["files"][0] for line in (out / INDEX).read_text(encoding="utf-8").splitlines()]
    return {
        "lost": pictures - len(set(lines) & {path.name for path in out.glob("*.png")}),
        "duplicated": sum(count - 1 for count in Counter(lines).values()),
        "not_made": len(notes),
        "killed_workers": int(bool(watch.killed)),
        "with_loading_s": time.perf_counter() - begun_s,
        "bytes": sum(path.stat().st_size for path in out.iterdir()) / pictures,
        **watch.report(),
    }


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        whole.update(path.name.encode() + path.read_bytes())
    return whole.hexdigest()


def main() -> None:
    """Measure and print."""
    pictures = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    # As each worker does.
    torch.set_num_threads(1)
    studio = Studio(device="cpu")
    order = BatchOrder((GenerationRequest(GarmentAttributes(), pictures),))
    weights = order_with_weights(order, studio)["weights"]
    ways: dict[str, tuple[Executor, Watch]] = {
        "this_process": (Local(), Watch()),
        "one_worker": (OnRay(weights, workers=1), Watch()),
        "two_workers": (OnRay(weights, workers=2), Watch()),
        "two_workers_one_killed": (OnRay(weights, workers=2), Watch(kill_at=pictures // 3)),
    }
    with tempfile.TemporaryDirectory() as place:
        report = {name: measured(pictures, Path(place) / name, *way) for name, way in ways.items()}
        alike = len({_digest(Path(place) / name) for name in ways}) == 1
    one, two = (report[name]["wall_s_per_1000"] for name in ("one_worker", "two_workers"))
    summary = {"pictures": pictures, "same_bytes": alike, "efficiency_of_two": round(one / two / 2, 3)}
    rounded = {name: {key: round(value, 1) for key, value in row.items()} for name, row in report.items()}
    print(json.dumps(summary | {"load": psutil.getloadavg()[0]} | rounded, indent=1))


if __name__ == "__main__":
    main()
