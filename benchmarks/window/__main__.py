"""Measure the parts that are named, or all: `python -m benchmarks.window [start|scroll|stalls|memory] [--minutes N]`.

Prints a table, and writes every number to out/window.json. Other programs on the machine count.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from benchmarks.budget import Budget, machine, table
from benchmarks.window.surroundings import own_folders

OUT = Path("out") / "window.json"
RUNS = 5
Measured = tuple[list[Budget], dict[str, Any]]


def _start(minutes: float | None) -> Measured:
    from benchmarks.window.start import measure

    return measure(RUNS)


def _scroll(minutes: float | None) -> Measured:
    from benchmarks.window.scrolling import measure

    return measure()


def _stalls(minutes: float | None) -> Measured:
    from benchmarks.window.stalls import measure

    return measure()


def _memory(minutes: float | None) -> Measured:
    from benchmarks.window.memory import measure

    return measure(minutes)


PARTS: dict[str, Callable[[float | None], Measured]] = {
    "start": _start,
    "scroll": _scroll,
    "stalls": _stalls,
    "memory": _memory,
}


def main() -> None:
    """Entry point."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.window")
    asked.add_argument("parts", nargs="*", choices=[[], *PARTS], help="what to measure; everything without")
    asked.add_argument("--json", action="store_true", help="print every number, and no table")
    asked.add_argument("--minutes", type=float, help="the time for the memory; an hour's work without")
    wishes = asked.parse_args()
    budgets: list[Budget] = []
    told: dict[str, Any] = json.loads(OUT.read_text()) if OUT.exists() else {}
    for name in wishes.parts or PARTS:
        with own_folders():
            application = QApplication.instance() or QApplication([])
            found, more = PARTS[name](wishes.minutes)
            application.processEvents()
        budgets += found
        told[name] = {"budgets": [one.to_dict() for one in found], **more, "machine": machine()}
        OUT.parent.mkdir(exist_ok=True)
        OUT.write_text(json.dumps(told, indent=1) + "\n")
    if wishes.json:
        print(json.dumps(told))
        return
    print(f"Qt platform: {machine()['qt_platform']}, load {machine()['load_1_min']}")
    print(table(budgets))


if __name__ == "__main__":
    main()
