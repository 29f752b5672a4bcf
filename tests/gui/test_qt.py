import sys

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

CALLS = 500


def test_a_call_of_qt_takes_no_reference_from_none(qtbot: QtBot) -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        timer.stop()
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
