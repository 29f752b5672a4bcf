import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from benchmarks.budget import Budget, table
from benchmarks.window.watchdog import Watchdog

HELD_UP_S = 0.2


def hold_up() -> None:
    time.sleep(HELD_UP_S)


def test_a_held_up_window_is_told_with_how_long_what_was_done_and_where(qtbot: QtBot) -> None:
    with Watchdog() as watchdog:
        watchdog.during = "sleep"
        QTimer.singleShot(50, hold_up)
        qtbot.wait(400)
    longest = max(watchdog.stalls, key=lambda stall: stall.wall_ms)
    assert longest.during == "sleep"
    assert longest.wall_ms > 1000 * HELD_UP_S - 20
    # Sleeping takes no processor time, so the wait was not the window's own work.
    assert longest.processor_ms < longest.wall_ms / 2
    assert "hold_up" in longest.where


def test_a_budget_says_whether_it_is_kept() -> None:
    most, least = Budget("start", 2.0, 3.0, "s"), Budget("scroll", 20.0, 30.0, "frames/s", least=True)
    assert (most.kept, least.kept) == (True, False)
    assert [line.split()[-1] for line in table([most, least]).splitlines()] == ["kept", "MISSED"]
