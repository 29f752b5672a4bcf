import threading

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.errors import RequestError
from gui.work.job import Ticket
from gui.work.queue import State, WorkQueue
from gui.work.queue_panel import QueuePanel

WAIT_MS = 10_000


@pytest.fixture
def panel(qtbot: QtBot) -> QueuePanel:
    made = QueuePanel(WorkQueue())
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def endless(ticket: Ticket) -> None:
    while True:
        ticket.progress(0.25, "drawing")
        threading.Event().wait(0.01)


def failing(ticket: Ticket) -> None:
    raise RequestError("That cannot be.")


def test_each_line_cancels_its_own_work(qtbot: QtBot, panel: QueuePanel) -> None:
    queue = panel._queue
    first, second = queue.add("first", endless), queue.add("second", endless)
    qtbot.waitUntil(lambda: "drawing" in panel.rows[first].says.text(), timeout=WAIT_MS)
    qtbot.mouseClick(panel.rows[second].cancel, Qt.MouseButton.LeftButton)
    assert (first.state, second.state) == (State.RUNNING, State.CANCELLED)
    qtbot.mouseClick(panel.rows[first].cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not queue.busy, timeout=WAIT_MS)
    assert first.state is State.CANCELLED


def test_a_failure_says_why_and_can_be_tried_again(qtbot: QtBot, panel: QueuePanel) -> None:
    item = panel._queue.add("bad", failing)
    qtbot.waitUntil(lambda: item.state is State.FAILED, timeout=WAIT_MS)
    assert panel.rows[item].says.text() == "That cannot be."
    qtbot.mouseClick(panel.rows[item].again, Qt.MouseButton.LeftButton)
    [again] = panel._queue.items
    qtbot.waitUntil(lambda: again.state is State.FAILED, timeout=WAIT_MS)
    qtbot.mouseClick(panel.clear, Qt.MouseButton.LeftButton)
    assert panel.rows == {}


def test_what_waits_can_be_done_earlier_or_not_at_all(qtbot: QtBot, panel: QueuePanel) -> None:
    queue = panel._queue
    _, second, third = (queue.add(name, endless) for name in ("first", "second", "third"))
    qtbot.mouseClick(panel.rows[third].earlier, Qt.MouseButton.LeftButton)
    assert queue.waiting == [third, second]
    qtbot.mouseClick(panel.stop_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not queue.busy, timeout=WAIT_MS)
    assert {item.state for item in queue.items} == {State.CANCELLED}
