"""Killed while somebody draws, types and dresses in the window: all but the last moments is there at the next start."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from benchmarks.kills.child import DONE, READY, Tell
from benchmarks.kills.material import WOMAN, Material
from benchmarks.kills.operation import Hashes, leftovers, sha256
from benchmarks.kills.window import open_own_window
from benchmarks.window.surroundings import let_run
from gui.fit_order import dressed
from gui.main_window import MainWindow
from gui.sketch.drawing import Point, Stroke, Tool
from gui.wearer import Wearer

EVERY_MS, ROUND = 50, 60
# What is older must be there: the window promises a second and a half, and a busy machine gets half of one more.
LAG_S = 2.0
WAIST = "waist_mm"


@dataclass
class WindowEdits:
    """Strokes, what is asked, and a measurement, twenty times a second."""

    name: str = "edit, window"
    share: int = 8
    whole: list[Hashes] = field(default_factory=list)

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """Nothing: what is edited is told."""
        return []

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        application, window = open_own_window(folder)
        let_run(lambda: not window.queue.busy)
        if window.fit.wearer.measured.by_name[WAIST].value_mm == Wearer.of(WOMAN).measured.by_name[WAIST].value_mm:
            window.people.dress(Wearer.of(WOMAN))
        _tell(tell, _edited(window))
        tell(READY)

        def edit(number: int) -> None:
            _edit(window, number)
            _tell(tell, _edited(window))

        _every(EVERY_MS, edit, tell)
        application.exec()

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        _, window = open_own_window(folder)
        let_run(lambda: not window.queue.busy)
        found, states = _edited(window), _recent(told)
        window.close()
        return leftovers(folder) + [
            f"{name} is {value}, but was {[state[name] for state in states]}"
            for name, value in found.items()
            if states and value not in [state[name] for state in states]
        ]


@dataclass
class WindowWears:
    """One of two garments in turn."""

    name: str = "wear, window"
    share: int = 6
    whole: list[Hashes] = field(default_factory=list)

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """The pictures of the garments."""
        return [{"worn": sha256(path)} for path in material.pictures[:2]]

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        application, window = open_own_window(folder)
        let_run(lambda: not window.queue.busy)
        shown = [dressed(look) for look in material.looks]
        window.fit.dress(Wearer.of(WOMAN))
        tell(READY)

        def wear(number: int) -> None:
            window.show_dressed(shown[number % 2])
            _tell(tell, {"worn": shown[number % 2].look.image.idea.origin})

        _every(4 * EVERY_MS, wear, tell)
        application.exec()

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        _, window = open_own_window(folder)
        let_run(lambda: not window.queue.busy)
        look, states = window.fit.look, _recent(told)
        worn = look.image.idea.origin if look else "nothing"
        window.close()
        lost = [f"{worn} is worn"] if len(states) > 1 and worn not in [state["worn"] for state in states] else []
        return lost + leftovers(folder)


def _edit(window: MainWindow, number: int) -> None:
    sheet, rows = window.sketch.sheet, window.scan.measurements.rows
    place = 60.0 + number % 100
    sheet.begin(Stroke(Tool.PEN, 4.0, (Point(place, 100.0),)))
    sheet.extend(Point(place, 150.0))
    sheet.end()
    window.design.attributes.seed.show_seed(len(sheet.drawing), True)
    row = [one.name for one in window.fit.wearer.measured.measurements].index(WAIST)
    rows.setData(rows.index(row, 1), rows.unit.shown(720.0 + number % ROUND, finer=1))


def _edited(window: MainWindow) -> dict[str, Any]:
    return {
        "strokes": len(window.sketch.sheet.drawing),
        "seed": window.design.attributes.request().seed,
        "waist": round(window.fit.wearer.measured.by_name[WAIST].value_mm, 1),
    }


def _every(wait_ms: int, act: Callable[[int], None], tell: Tell) -> None:
    """Do something again and again; a round is so many times."""
    timer = QTimer()
    numbers = iter(range(1_000_000))

    def step() -> None:
        number = next(numbers)
        act(number)
        if number == ROUND:
            tell(DONE)

    timer.timeout.connect(step)
    timer.start(wait_ms)
    _KEPT.append(timer)


_KEPT: list[QTimer] = []


def _tell(tell: Tell, state: dict[str, Any]) -> None:
    tell(json.dumps({"at_s": time.monotonic()} | state))


def _recent(told: Sequence[str]) -> list[dict[str, Any]]:
    """Every state that may be what is kept: of the last moments, and the one before."""
    states = [json.loads(line) for line in told if line.startswith("{")]
    last_s = states[-1]["at_s"] if states else 0.0
    older = [state for state in states if state["at_s"] < last_s - LAG_S]
    return older[-1:] + [state for state in states if state["at_s"] >= last_s - LAG_S]
