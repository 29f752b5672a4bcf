"""From the start of a process to the shown window, with files in memory (warm) and on the disk only (cold)."""

import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.budget import Budget
from benchmarks.window.stalls import ALLOWED_MS

ALLOWED_S = 3.0
_LINE = re.compile(r"import time:\s*(\d+) \|\s*\d+ \| +(\S+)")
TOLD = 12


def measure(runs: int) -> tuple[list[Budget], dict[str, Any]]:
    """Medians, what was loaded, and which packages took most of the time."""
    _opened()  # Compiles what was not compiled, once.
    warm = [_opened() for _ in range(runs)]
    cold = []
    for _ in range(runs):
        forget_files()
        cold.append(_opened())
    budgets = [
        Budget("start to shown window, warm", _median(warm, "seconds"), ALLOWED_S, "s"),
        Budget("start to shown window, cold", _median(cold, "seconds"), ALLOWED_S, "s"),
        Budget("heavy packages loaded before", len(warm[0]["loaded_too_early"]), 0, "packages"),
    ]
    after = _opened("warm")
    budgets.append(
        Budget("longest without an answer while it loads on", after["longest_stall_while_warming_ms"], ALLOWED_MS, "ms")
    )
    told = {
        "processor_s_warm": _median(warm, "processor_s"),
        "modules_when_shown": warm[0]["modules"],
        "warm_s": [one["seconds"] for one in warm],
        "cold_s": [one["seconds"] for one in cold],
        "cold_means": "files given back by posix_fadvise; what other processes have mapped stays in memory",
        "loaded_too_early": warm[0]["loaded_too_early"],
        "import_ms_by_package": import_profile(),
        "warming_s": after["warming_s"],
    }
    return budgets, told


def _median(runs: list[dict[str, Any]], name: str) -> float:
    return round(float(statistics.median(one[name] for one in runs)), 2)


def _opened(*arguments: str) -> dict[str, Any]:
    start_s = time.time()
    found: dict[str, Any] = json.loads(_run([], arguments).stdout)
    return found | {"seconds": round(found["shown_at_s"] - start_s, 2)}


def _run(options: list[str], arguments: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *options, "-m", "benchmarks.window.opened", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True)


def import_profile() -> dict[str, int]:
    """Milliseconds by package, of what is loaded until the window is shown; the most costly ones."""
    took_us: Counter[str] = Counter()
    for microseconds, name in _LINE.findall(_run(["-X", "importtime"]).stderr):
        took_us[name.split(".")[0]] += int(microseconds)
    return {name: round(us / 1000) for name, us in took_us.most_common(TOLD)}


def forget_files() -> None:
    """Take the interpreter's libraries out of the memory that the system keeps of files, as after a start of it."""
    if not hasattr(os, "posix_fadvise"):
        return
    for folder in {Path(path) for path in sys.path if path and Path(path).is_dir()}:
        for path in (*folder.rglob("*.so*"), *folder.rglob("*.pyc")):
            _forget(path)


def _forget(path: Path) -> None:
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(handle)
