"""A program of ours that is watched while it works, and killed at some moments."""

import csv
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, fields
from pathlib import Path

import psutil

from benchmarks.soak.curve import Sample

EVERY_S, MEGABYTE = 1.0, 2**20


def watch(command: Sequence[str], done: Callable[[], int], stop_at: int | None, log: Path) -> int | None:
    """Run a program to its end, or kill it when so much is done; every second goes into `log`, a table.

    Returns
    -------
    its exit code, None if it was killed
    """
    run = 1 + max((one.run for one in read_log(log)), default=0)
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=log.with_suffix(".err").open("ab"))
    begun = time.monotonic()
    try:
        while process.poll() is None:
            so_far = done()
            _note(log, process, run, time.monotonic() - begun, so_far)
            if stop_at is not None and so_far >= stop_at:
                return None
            time.sleep(EVERY_S)
        return int(process.returncode)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _note(log: Path, process: psutil.Process, run: int, seconds: float, done: int) -> None:
    try:
        used, spent = process.memory_info().rss / MEGABYTE, process.cpu_times()
    except psutil.Error:  # It ended just now.
        return
    new = not log.exists()
    with log.open("a", newline="") as file:
        table = csv.writer(file)
        if new:
            table.writerow(one.name for one in fields(Sample))
        table.writerow(astuple(Sample(run, round(seconds, 2), done, round(used, 1), spent.user + spent.system)))


def read_log(log: Path) -> list[Sample]:
    """Every second that was noted."""
    if not log.exists():
        return []
    with log.open(newline="") as file:
        return [
            Sample(int(row["run"]), float(row["seconds"]), int(row["done"]), float(row["rss_mb"]), float(row["cpu_s"]))
            for row in csv.DictReader(file)
        ]
