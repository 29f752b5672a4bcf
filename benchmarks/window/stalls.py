"""How long the window does not answer while it is used: the longest time of each thing that is done."""

from typing import Any

from PySide6.QtWidgets import QApplication

from benchmarks.budget import Budget
from benchmarks.window.designer import complaints, rounds
from benchmarks.window.surroundings import let_run, rest
from benchmarks.window.watchdog import Stall, Watchdog
from fashiongan.studio import Studio
from gui.app import open_window
from gui.work.warming import AFTER_MS, Warming

ALLOWED_MS = 100
TOLD = 25


def measure(times: int = 2) -> tuple[list[Budget], dict[str, Any]]:
    """Do everything so many times: at first much is loaded, later nothing is."""
    window = open_window(Studio())
    window.show()
    QApplication.processEvents()
    warming = Warming(window)
    rest(2e-3 * AFTER_MS)
    let_run(lambda: not warming.thread_.is_alive())
    with Watchdog() as watchdog:
        for number, acts in zip(range(times), rounds(), strict=False):
            for act in acts:
                watchdog.during = f"{act.name}, time {number + 1}"
                act.do(window)
        complained = complaints(window)
        watchdog.during = "close"
        rest(0.1)
    window.close()
    return [_budget(watchdog.stalls)], {
        "beats": watchdog.beats,
        "complaints": complained,
        "stalls": [one.to_dict() for one in sorted(watchdog.stalls, key=lambda one: -one.wall_ms)[:TOLD]],
    }


def _budget(stalls: list[Stall]) -> Budget:
    longest = max((one.wall_ms for one in stalls), default=0.0)
    return Budget("longest time without an answer", longest, ALLOWED_MS, "ms")
