"""Scan after scan in one process, through what `fashiongan-scan measure` calls, killed at random and resumed."""

import json
import random
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.soak.curve import MOST_GROWTH_MB, MOST_SLOWER, growth_mb, slower
from benchmarks.soak.watched import read_log, watch

KILLS, WARM_UP = 3, 10
ROWS = "scans.jsonl"


def soak(count: int, state: Path) -> dict[str, Any]:
    """Measure `count` scans, or what is missing of them, and tell how it went."""
    state.mkdir(parents=True, exist_ok=True)
    rows, log = state / ROWS, state / "log.csv"
    chance = random.Random(1)
    kills = sorted(chance.randrange(count // 20, count // 2) for _ in range(KILLS))
    command = [sys.executable, "-m", "benchmarks.soak.scanner", str(rows), str(count)]
    code: int | None = 0
    for stop_at in [*kills, None]:
        if stop_at is None or len(scanned(rows)) < stop_at:
            print(
                f"{time.strftime('%H:%M:%S')} {len(scanned(rows))} of {count}, until {stop_at or 'the end'}", flush=True
            )
            code = watch(command, lambda: len(scanned(rows)), stop_at, log)
    return _told(count, scanned(rows), log) | {"exit_code": code}


def scanned(rows: Path) -> list[dict[str, Any]]:
    """What was noted of every scan; a line that was cut short by a kill is none."""
    if not rows.exists():
        return []
    return [json.loads(line) for line in rows.read_text().splitlines(keepends=True) if line.endswith("}\n")]


def _told(count: int, rows: list[dict[str, Any]], log: Path) -> dict[str, Any]:
    samples = read_log(log)
    hashes: dict[str, set[str]] = {}
    for one in rows:
        hashes.setdefault(one["recording"], set()).add(one["sha256"])
    grown, cost = growth_mb(samples, WARM_UP), slower([one["cpu_s"] for one in rows])
    once = [one["scan"] for one in rows] == list(range(count))
    same = all(len(found) == 1 for found in hashes.values())
    flat = grown is None or grown * count / 1000 <= MOST_GROWTH_MB
    return {
        "passed": once and same and flat and cost <= MOST_SLOWER,
        "scans": len(rows),
        "each_once_and_in_order": once,
        "runs": samples[-1].run,
        "every_scan_of_a_recording_the_same": same,
        "memory_growth_mb_a_1000": None if grown is None else round(grown, 1),
        "most_memory_mb": round(max(one.rss_mb for one in samples)),
        "cpu_last_tenth_over_first": round(cost, 3),
        "wall_last_tenth_over_first": round(slower([one["wall_s"] for one in rows]), 3),
        "cpu_s_a_scan": round(float(np.median([one["cpu_s"] for one in rows])), 2),
        "rss_mb_after_every_fifth": [round(one["rss_mb"]) for one in rows[::5]],
    }
