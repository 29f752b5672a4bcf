import threading

import pytest
from pytestqt.qtbot import QtBot

from gui.work import tidying
from gui.work.queue import WorkQueue
from gui.work.tidying import Tidying, give_back
from tests.gui.conftest import WAIT_MS


def test_memory_is_given_back_once_the_queue_is_at_its_end(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    given = threading.Event()
    monkeypatch.setattr(tidying, "give_back", given.set)
    queue = WorkQueue()
    Tidying(queue)
    queue.busy_changed.emit(False)
    qtbot.waitUntil(given.is_set, timeout=WAIT_MS)


def test_giving_back_works_on_every_system() -> None:
    give_back()
