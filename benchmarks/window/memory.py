"""What the window's memory grows by in an hour of a busy designer, done as fast as this machine can.

A round is all that `designer.ACTS` names, most of it every time. A busy hour is taken to be 60 rounds: one a minute,
with 240 pictures, 12 fits, 12 enlargements, some 1,500 moves of live sliders, 30 sketches and 240 turned pages.
Growth is told from the end of the warm-up, in which everything is done a few times: a fit leaves room behind that the
next ones use, and it takes three of them until no more is added.
"""

import gc
import time
from typing import Any

import numpy as np
import psutil

from benchmarks.budget import Budget
from benchmarks.window.designer import ACTS, close_dialogs, complaints, rounds
from benchmarks.window.surroundings import rest
from fashiongan.studio import Studio
from gui.app import open_window

ROUNDS_AN_HOUR, WARM_UP, LEAST_ROUNDS, ALLOWED_PERCENT = 60, 4, 2, 10.0
MEGABYTE = 2**20


def measure(minutes: float | None) -> tuple[list[Budget], dict[str, Any]]:
    """An hour's rounds, or as many as go into `minutes`; with fewer, growth is told as the fitted line tells it."""
    window = open_window(Studio())
    window.show()
    for act in WARM_UP * ACTS:
        act.do(window)
    process, start_s = psutil.Process(), time.perf_counter()
    used_mb: list[float] = []
    done: dict[str, int] = {}
    for acts in rounds():
        for act in acts:
            act.do(window)
            done[act.name] = done.get(act.name, 0) + 1
        close_dialogs(window)
        gc.collect()
        used_mb.append(_used_mb(process))
        enough = len(used_mb) >= LEAST_ROUNDS and minutes and time.perf_counter() - start_s > 60 * minutes
        if enough or len(used_mb) >= ROUNDS_AN_HOUR:
            break
    complained = complaints(window)
    rest(0.1)
    window.close()
    slope_mb = float(np.polyfit(np.arange(len(used_mb)), used_mb, 1)[0])
    percent = 100 * slope_mb * ROUNDS_AN_HOUR / used_mb[0]
    told = {
        "rounds": len(used_mb),
        "minutes": round((time.perf_counter() - start_s) / 60, 1),
        "acts": done,
        "complaints": complained,
        "after_warm_up_mb": round(used_mb[0]),
        "at_the_end_mb": round(used_mb[-1]),
        "slope_mb_a_round": round(slope_mb, 2),
        "rss_mb": [round(one) for one in used_mb],
    }
    return [Budget("memory growth in a busy hour", percent, ALLOWED_PERCENT, "%")], told


def _used_mb(process: psutil.Process) -> float:
    """Its own, and that of the process that draws in 3D."""
    return float(sum(one.memory_info().rss for one in (process, *process.children(recursive=True)))) / MEGABYTE
