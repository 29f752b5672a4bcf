"""Damaged recordings of every format must end in frames or in one RecordingError.

`python -m benchmarks.fuzz_recordings [EVERY]` reads about 800 damaged files (or every EVERYth of them) and prints a
table and JSON. Readers run in two worker processes, which are killed and counted if they crash or hang.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from threading import Timer

import numpy as np

from benchmarks.damaged_files import damaged
from benchmarks.sample_recordings import FRAMES, write_samples
from fashiongan.errors import RecordingError
from scanning.sources.realsense import RealsenseRecording
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened

WORKERS = 2
LIMIT_S = 30.0
SLOW_S = 5.0
SEED = 20
ROOT = Path(__file__).resolve().parents[1]
# The same file again, played by librealsense instead of read in Python.
PLAYED = ".bag, played"
# Files of a TUM folder that are damaged in turn.
TUM_FILES = ("depth.txt", "rgb.txt", "camera.json", "depth/*.png", "rgb/*.png")
# Fewer frames without a word are no lie of the reader where the format does not say how many there are.
GOOD = ("all frames", "broke off", "refused", "fewer frames")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one damaged file led to; `ending` is one of GOOD, or "crash", "hang" or the name of an error."""

    kind: str
    damage: str
    ending: str
    frames: int
    seconds: float
    message: str = ""


def read_all(kind: str, path: Path) -> tuple[str, int, str]:
    """Ending, frames given, and message, of reading one file to its end."""
    count = 0
    try:
        with opened(RealsenseRecording(path) if kind == PLAYED else open_recording(path)) as source:
            for _ in source.frames():
                count += 1
    except RecordingError as error:
        return ("broke off" if count else "refused"), count, str(error)
    except Exception as error:  # noqa: BLE001 - any other error is what is looked for
        return type(error).__name__, count, str(error)
    return ("all frames" if count >= FRAMES else "fewer frames"), count, ""


def damaged_copies(samples: dict[str, Path], folder: Path, every: int) -> Iterator[tuple[str, str, Path]]:
    """Kind, damage and path of damaged copies: all, or every third, say."""
    for kind in (*samples, PLAYED):
        sample = samples[".bag" if kind == PLAYED else kind]
        part = folder / kind.strip(".").replace(", ", "-")
        copies = _damaged_folders(sample, part, every) if sample.is_dir() else _damaged_files(sample, part, every)
        yield from ((kind, damage, path) for damage, path in copies)


def _damaged_files(sample: Path, folder: Path, every: int) -> Iterator[tuple[str, Path]]:
    folder.mkdir(parents=True)
    contents = damaged(sample.read_bytes(), np.random.default_rng(SEED))
    for number, (damage, content) in enumerate(islice(contents, 0, None, every)):
        path = folder / f"{number}{sample.suffix}"
        path.write_bytes(content)
        yield damage, path


def _damaged_folders(sample: Path, folder: Path, every: int) -> Iterator[tuple[str, Path]]:
    victims = [one for pattern in TUM_FILES for one in sorted(sample.glob(pattern))[:1]]
    contents = zip(*(damaged(one.read_bytes(), np.random.default_rng(SEED)) for one in victims), strict=True)
    for number, choices in enumerate(islice(contents, 0, None, every)):
        victim, (damage, content) = list(zip(victims, choices, strict=True))[number % len(victims)]
        copy = Path(shutil.copytree(sample, folder / str(number)))
        (copy / victim.relative_to(sample)).write_bytes(content)
        yield f"{victim.name}: {damage}", copy


class Worker:
    """A process that reads files one by one and is replaced when it dies."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._hung = False
        self.peak_mb = 0

    def read(self, kind: str, damage: str, path: Path) -> Outcome:
        start = time.perf_counter()
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        watchdog = Timer(LIMIT_S, self._kill)
        watchdog.start()
        print(json.dumps([kind, str(path)]), file=process.stdin, flush=True)
        answer = process.stdout.readline()
        watchdog.cancel()
        seconds = round(time.perf_counter() - start, 2)
        if not answer:
            self._process = None
            return Outcome(kind, damage, "hang" if self._hung else "crash", 0, seconds, f"code {process.wait()}")
        ending, frames, message, self.peak_mb = json.loads(answer)
        return Outcome(kind, damage, ending, frames, seconds, message)

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def _running(self) -> "subprocess.Popen[str]":
        if self._process is None:
            command = [sys.executable, "-W", "ignore", "-m", "benchmarks.fuzz_recordings", "--worker"]
            self._hung = False
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                text=True,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _kill(self) -> None:
        self._hung = True
        if self._process is not None:
            self._process.kill()


def fuzz(every: int = 1) -> tuple[list[Outcome], int]:
    """Every outcome, and the most memory that a worker took, in megabytes."""
    workers = [Worker() for _ in range(WORKERS)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies = list(damaged_copies(write_samples(folder), folder / "damaged", every))
        with ThreadPoolExecutor(WORKERS) as pool:
            shares = [
                pool.submit(lambda worker, share: [worker.read(*one) for one in share], worker, copies[index::WORKERS])
                for index, worker in enumerate(workers)
            ]
            outcomes = [outcome for share in shares for outcome in share.result()]
        for worker in workers:
            worker.stop()
    return outcomes, max(worker.peak_mb for worker in workers)


def summary(outcomes: list[Outcome], peak_mb: int) -> dict[str, object]:
    """Counts by format, and every file that did not end as it must."""
    kinds = sorted({one.kind for one in outcomes})
    return {
        "files": len(outcomes),
        "by_format": {kind: dict(Counter(one.ending for one in outcomes if one.kind == kind)) for kind in kinds},
        "bad": [asdict(one) for one in outcomes if one.ending not in GOOD],
        "slower_than_5_s": [asdict(one) for one in outcomes if one.seconds > SLOW_S],
        "fewer_frames": [f"{one.kind}: {one.damage}: {one.frames}" for one in outcomes if one.ending == "fewer frames"],
        "longest_s": max(one.seconds for one in outcomes),
        "peak_mb": peak_mb,
    }


def _print_table(outcomes: list[Outcome]) -> None:
    endings = (*GOOD, "bad")
    print(f"{'format':16}" + "".join(f"{ending:>14}" for ending in endings))
    for kind in sorted({one.kind for one in outcomes}):
        counts = Counter(one.ending if one.ending in GOOD else "bad" for one in outcomes if one.kind == kind)
        print(f"{kind:16}" + "".join(f"{counts[ending]:14}" for ending in endings))


def _work() -> None:
    for line in sys.stdin:
        kind, path = json.loads(line)
        answer = read_all(kind, Path(path))
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps([*answer, peak_mb]), flush=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["--worker"]:
        _work()
    else:
        found, memory_mb = fuzz(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
        _print_table(found)
        print(json.dumps(summary(found, memory_mb), indent=1))
