"""One batch of `fashiongan-generate` with the released weights, killed at random and resumed."""

import json
import os
import random
import re
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from benchmarks.soak.curve import MOST_GROWTH_MB, MOST_SLOWER, costs_between, growth_mb, slower
from benchmarks.soak.watched import read_log, watch
from fashiongan.attributes import VOCABULARY
from fashiongan.orders.output_folder import INDEX, picture_name

A_REQUEST, KILLS, SAMPLED, WARM_UP = 100, 4, 20, 200
_PICTURE = re.compile(r"\d{3,}\.png")
_PROGRAM = (sys.executable, "-m", "fashiongan.cli.generate")


def soak(count: int, state: Path) -> dict[str, Any]:
    """Draw `count` pictures, a multiple of 100, or what is missing of them, and tell how it went."""
    state.mkdir(parents=True, exist_ok=True)
    spec, out, log = state / "order.yaml", state / "out", state / "log.csv"
    requests = [_request(number) for number in range(count // A_REQUEST)]
    spec.write_text(yaml.safe_dump(requests))
    command = [*_PROGRAM, "--out", str(out), "--spec", str(spec), "--resume"]
    code: int | None = 0
    for stop_at in [*_kills(count), None]:
        if stop_at is None or _drawn(out) < stop_at:
            print(f"{time.strftime('%H:%M:%S')} {_drawn(out)} of {count}, until {stop_at or 'the end'}", flush=True)
            code = watch(command, lambda: _drawn(out), stop_at, log)
    return _told(count, out, log, _same_alone(requests, out, state)) | {"exit_code": code}


def _request(number: int) -> dict[str, Any]:
    categories = list(VOCABULARY["category"])
    return {"category": str(categories[number % len(categories)]), "count": A_REQUEST, "seed": 1000 * number}


def _kills(count: int) -> list[int]:
    """After which picture the program is killed; the second half is left in peace, for its memory to be told."""
    chance = random.Random(0)
    return sorted(chance.randrange(count // 100, count // 2) for _ in range(KILLS))


def _drawn(out: Path) -> int:
    if not out.is_dir():
        return 0
    with os.scandir(out) as entries:
        return sum(_PICTURE.fullmatch(one.name) is not None for one in entries)


def _same_alone(requests: list[dict[str, Any]], out: Path, state: Path) -> int:
    """How many pictures of the first, middle and last request are the same, byte for byte, in runs never stopped."""
    same = 0
    for number in (0, len(requests) // 2, len(requests) - 1):
        alone, spec = state / "alone", state / "alone.yaml"
        shutil.rmtree(alone, ignore_errors=True)
        spec.write_text(yaml.safe_dump([requests[number] | {"count": SAMPLED}]))
        watch([*_PROGRAM, "--out", str(alone), "--spec", str(spec)], lambda: 0, None, state / "alone.csv")
        for place in range(SAMPLED):
            there = (out / picture_name(number * A_REQUEST + place)).read_bytes()
            same += there == (alone / picture_name(place)).read_bytes()
    return same


def _told(count: int, out: Path, log: Path, same: int) -> dict[str, Any]:
    samples = read_log(log)
    listed = [json.loads(line)["files"][0] for line in (out / INDEX).open()]
    wanted = [picture_name(number) for number in range(count)]
    grown, cost = growth_mb(samples, WARM_UP), slower(costs_between(samples))
    whole = listed == wanted and _drawn(out) == count and same == 3 * SAMPLED
    passed = whole and cost <= MOST_SLOWER and (grown is None or grown * count / 1000 <= MOST_GROWTH_MB)
    return {
        "passed": passed,
        "pictures": count,
        "listed_once_and_in_order": listed == wanted,
        "runs": samples[-1].run,
        "same_as_never_stopped": f"{same} of {3 * SAMPLED}",
        "memory_growth_mb_a_1000": None if grown is None else round(grown, 2),
        "most_memory_mb": round(max(one.rss_mb for one in samples)),
        "cpu_last_tenth_over_first": round(cost, 3),
        "wall_last_tenth_over_first": round(slower(_waits_s(out, count)), 3),
        "cpu_ms_a_picture": round(1000 * float(np.median(costs_between(samples))), 1),
        "rss_mb_every_hundredth": [round(one.rss_mb) for one in samples[:: max(1, len(samples) // 100)]],
    }


def _waits_s(out: Path, count: int) -> list[float]:
    """From each picture to the next, by the times of the files."""
    times = np.array([(out / picture_name(number)).stat().st_mtime_ns for number in range(count)]) / 1e9
    return list(np.diff(times))
