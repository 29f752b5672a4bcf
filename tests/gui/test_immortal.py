import sys

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from gui.immortal import keep_constants_alive


class Talker(QObject):
    said = Signal(object)


def test_a_hundred_thousand_signals_leave_enough_references(qtbot: QtBot) -> None:
    keep_constants_alive()
    talker, heard = Talker(), list[object]()
    talker.said.connect(lambda what: heard.append(what) if len(heard) < 3 else None)
    for _ in range(100_000):
        talker.said.emit("x")
    assert heard == ["x"] * 3
    assert min(sys.getrefcount(constant) for constant in (True, False, None)) > 1 << 29
