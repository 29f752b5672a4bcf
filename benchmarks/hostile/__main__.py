"""Give every reader thousands of damaged and malicious inputs: `python -m benchmarks.hostile --inputs 5000`.

Prints a table, and leaves with 1 if a reader did anything but read, or refuse in one line of our own. What failed is
kept in a folder, and the same --seed makes the same inputs again.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.hostile.attacks import attacks_on
from benchmarks.hostile.grammar import damaged
from benchmarks.hostile.readers import READERS, write_seeds
from benchmarks.hostile.watching import Outcome
from benchmarks.hostile.workers import Worker, start_server

WORKERS, SHARD = 2, 250


@dataclass(frozen=True, slots=True)
class Found:
    """One input and how it ended. damage : what was done to which file"""

    reader: str
    damage: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Shard:
    """Some inputs of one reader: damaged ones by number, and if asked the handmade ones."""

    reader: str
    numbers: range
    handmade: bool


def shards(inputs: int, readers: list[str]) -> list[Shard]:
    """All of the work in parts, the longest first."""
    whole = sum(READERS[name].share for name in readers)
    made = []
    for name in readers:
        count = round(inputs * READERS[name].share / whole)
        starts = range(0, max(count, 1), SHARD)
        made += [Shard(name, range(start, min(start + SHARD, count)), start == 0) for start in starts]
    return sorted(made, key=lambda one: (not READERS[one.reader].players, -len(one.numbers)))


def run_shard(shard: Shard, seed: int, folder: Path, kept: Path) -> list[Found]:
    """Read the inputs of a shard in a worker of its own; what failed is copied to `kept`."""
    home = Path(tempfile.mkdtemp(dir=folder))
    seeds = list(write_seeds(shard.reader, home.with_name(f"{home.name}-seeds")))
    worker, found = Worker(shard.reader, home), []
    for one in seeds:
        worker.read(_copied(one, worker.target))
    _clear(worker.target)
    for damage, path in _inputs(shard, seed, seeds, worker):
        outcome = worker.read(path)
        found.append(Found(shard.reader, damage, outcome))
        if outcome.failed:
            print(f"{shard.reader}: {damage}: {outcome.kind}: {outcome.message[:240]!r}", flush=True)
            _keep(found[-1], path, kept, len(found))
        _clear(worker.target)
    worker.stop()
    shutil.rmtree(home, ignore_errors=True)
    return found


def _inputs(shard: Shard, seed: int, seeds: list[Path], worker: Worker) -> Iterator[tuple[str, Path]]:
    if shard.handmade:
        for name, write in attacks_on(shard.reader):
            yield f"handmade: {name}", write(seeds, worker.target)
    place = list(READERS).index(shard.reader)
    for number in shard.numbers:
        random = np.random.default_rng((seed, place, number))
        copy = _copied(seeds[int(random.integers(len(seeds)))], worker.target)
        victims = sorted(one for one in copy.rglob("*") if one.is_file()) if copy.is_dir() else [copy]
        victim = victims[int(random.integers(len(victims)))]
        victim.write_bytes(damaged(victim.name, victim.read_bytes(), random))
        yield f"number {number}: {victim.relative_to(worker.target)}", copy


def _copied(seed: Path, target: Path) -> Path:
    _clear(target)
    copy = target / seed.name
    if seed.is_dir():
        shutil.copytree(seed, copy)
    else:
        shutil.copy(seed, copy)
    return copy


def _clear(target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)


def _keep(found: Found, path: Path, kept: Path, number: int) -> None:
    name = "".join(letter if letter.isalnum() else "-" for letter in f"{found.reader} {found.outcome.kind} {number}")
    folder = kept / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "told.txt").write_text(f"{found}\n", errors="replace")
    if path.is_dir():
        shutil.copytree(path, folder / path.name, dirs_exist_ok=True, symlinks=True)
    elif path.exists():
        (folder / ("".join(one if one.isprintable() else "-" for one in path.name)[-100:])).write_bytes(
            path.read_bytes()
        )


def print_table(found: list[Found], readers: list[str]) -> None:
    """One line a reader."""
    print(f"{'reader':24}{'inputs':>8}{'read':>8}{'refused':>9}{'failed':>8}{'slowest, s':>12}{'most memory, MB':>17}")
    for name in readers:
        own = [one.outcome for one in found if one.reader == name]
        counts = Counter("failed" if one.failed else one.kind for one in own)
        slowest, most = max(one.seconds for one in own), max(one.grown_bytes for one in own)
        kinds = f"{counts['read']:8}{counts['refused']:9}{counts['failed']:8}"
        print(f"{name:24}{len(own):8}{kinds}{slowest:12.2f}{most / 1e6:17.0f}")
    failed = [one for one in found if one.outcome.failed]
    print(f"{'all':24}{len(found):8}{'':17}{len(failed):8}")


def main() -> int:
    """Run it; 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=5000, help="damaged inputs, beside the handmade ones")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reader", action="append", choices=list(READERS), help="only this one; give it repeatedly")
    parser.add_argument("--kept", type=Path, default=Path("out/hostile"), help="folder for what failed")
    asked = parser.parse_args()
    readers, start = asked.reader or list(READERS), time.perf_counter()
    shutil.rmtree(asked.kept, ignore_errors=True)
    start_server()
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(WORKERS) as pool:
        parts = [
            pool.submit(run_shard, one, asked.seed, Path(name), asked.kept) for one in shards(asked.inputs, readers)
        ]
        found = [one for part in parts for one in part.result()]
    print_table(found, readers)
    failed = [one for one in found if one.outcome.failed]
    print(f"{len(found)} inputs, {len(failed)} failed, {time.perf_counter() - start:.0f} s; failures in {asked.kept}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
