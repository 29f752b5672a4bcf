"""Kill programs at random moments, and look what the next start finds: `python -m benchmarks.kills [--kills 200]`.

Each is a process that does one kind of work and gets SIGKILL at a random moment of it, many times in the same folder.
After each kill a fresh process opens what is there. Prints a table; the exit code is 1 if anything was lost.
"""

import argparse
import pickle
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import torch

from benchmarks.kills.child import DONE, LOST, READY, Child, Tell, finished
from benchmarks.kills.drawing import BatchDraws, WindowDraws
from benchmarks.kills.edits import WindowEdits, WindowWears
from benchmarks.kills.exports import Exporting, KeepingAScan, Measuring
from benchmarks.kills.material import Material, make_material, read_material
from benchmarks.kills.operation import Hashes, Operation
from benchmarks.kills.recording import Recording
from fashiongan.warming import warm_up

USUAL = 200
Work = Callable[[Tell], None]


@dataclass
class Tally:
    """What came of the kills of one operation. round_s : how long it takes undisturbed; lost : what, a line a loss"""

    name: str
    round_s: float = 0.0
    kills: int = 0
    ended: int = 0
    failed: int = 0
    lost: list[str] = field(default_factory=list)


def main() -> None:
    """Entry point."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__)
    asked.add_argument("--kills", type=int, default=USUAL, help="in all  [200]")
    asked.add_argument("--seed", type=int, default=0, help="of the moments  [0]")
    asked.add_argument("--only", default="", help="operations with this in their name")
    wishes = asked.parse_args()
    begun_s = time.monotonic()
    warm_up(threading.Event())
    # Threads that wait for each other lose most of their time where other programs work, too.
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _required(lambda tell: make_material(folder))
        material = read_material(folder)
        named = [one for one in _operations() if wishes.only in one.name]
        print(f"{'operation':20}{'a round, s':>12}{'kills':>8}{'recovered':>12}{'lost':>8}{'ended before':>15}")
        tallies = []
        for place, one in enumerate(named):
            kills = _share(one.share, wishes.kills)
            tallies.append(_killed(one, folder / str(place), material, kills, wishes.seed))
            _print(tallies[-1])
    kills, failed = sum(one.kills for one in tallies), sum(one.failed for one in tallies)
    print(f"{'in all':20}{'':12}{kills:8}{kills - failed:12}{failed:8}   {time.monotonic() - begun_s:.0f} s")
    sys.exit(1 if any(one.failed for one in tallies) else 0)


def _operations() -> list[Operation]:
    return [
        Exporting("save a project", 50, everything=False),
        Exporting("export everything", 12, everything=True),
        WindowDraws(),
        BatchDraws(),
        Recording(),
        KeepingAScan(),
        Measuring(),
        WindowEdits(),
        WindowWears(),
    ]


def _share(share: int, kills: int) -> int:
    return max(1, round(share * kills / USUAL))


def _killed(operation: Operation, folder: Path, material: Material, kills: int, seed: int) -> Tally:
    """Kill one operation so often, and count what came of it."""
    tally, moments = Tally(operation.name), random.Random(f"{seed} {operation.name}")
    operation.whole = _learned(operation, folder / "whole", material)
    place = folder / "work"
    work, check = partial(operation.work, place, material), partial(operation.check, place, material)
    tally.round_s = _round_s(place, work, check)
    while tally.kills < kills:
        place.mkdir(parents=True, exist_ok=True)
        child = Child(work)
        child.listen(READY)
        child.listen(patience_s=moments.uniform(0, tally.round_s))
        killed = child.kill()
        tally.kills, tally.ended = tally.kills + killed, tally.ended + (not killed)
        lost = [*child.lost, *_checked(check, child.lines)]
        tally.failed += bool(lost)
        tally.lost += lost
    return tally


def _learned(operation: Operation, folder: Path, material: Material) -> list[Hashes]:
    folder.mkdir(parents=True)
    kept = folder.with_suffix(".pkl")
    _required(lambda tell: kept.write_bytes(pickle.dumps(operation.learn(folder, material))))
    found: list[Hashes] = pickle.loads(kept.read_bytes())
    return found


def _round_s(place: Path, work: Work, check: Callable[[Sequence[str]], list[str]]) -> float:
    """How long a round takes, from one that is killed when it is done."""
    place.mkdir(parents=True, exist_ok=True)
    child = Child(work)
    child.listen(READY)
    begun_s = time.monotonic()
    child.listen(DONE)
    took_s = time.monotonic() - begun_s
    child.kill()
    lost = [*child.lost, *_checked(check, child.lines)]
    if lost or DONE not in child.lines:
        sys.exit(f"Even undisturbed it does not end well: {lost}")
    return took_s


def _checked(check: Callable[[Sequence[str]], list[str]], told: Sequence[str]) -> list[str]:
    """What a fresh process misses."""

    def act(tell: Tell) -> None:
        for one in check(told):
            tell(f"{LOST}{one}")

    return finished(act).lost


def _required(act: Callable[[Tell], object]) -> None:
    """What nobody kills, in a process of its own, so that this one stays as good as new."""

    def do(tell: Tell) -> None:
        act(tell)

    if lost := finished(do).lost:
        sys.exit("\n".join(lost))


def _print(one: Tally) -> None:
    good = one.kills + one.ended - one.failed
    row = f"{one.name:20}{one.round_s:12.2f}{one.kills:8}{good - one.ended:12}{one.failed:8}{one.ended:15}"
    print("\n  ".join([row, *one.lost[:10]]), flush=True)


if __name__ == "__main__":
    main()
