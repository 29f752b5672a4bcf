import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from fashiongan.errors import ImageError
from gui.work.live import LiveWorker

WAIT_MS = 10_000
Make = Callable[[Callable[[int], object]], LiveWorker]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[LiveWorker] = []

    def start(work: Callable[[int], object]) -> LiveWorker:
        made.append(LiveWorker(work))
        return made[-1]

    yield start
    for one in made:
        one.stop()


def slow(request: int) -> int:
    time.sleep(0.01)
    return request


def test_of_a_burst_the_last_is_answered_few_before_it_and_nobody_waits(qtbot: QtBot, make: Make) -> None:
    worker, answers = make(slow), list[object]()
    worker.done.connect(answers.append)
    longest_s = 0.0
    for request in range(100):
        before = time.perf_counter()
        worker.ask(request)
        longest_s = max(longest_s, time.perf_counter() - before)
        time.sleep(0.001)
    qtbot.waitUntil(lambda: 99 in answers, timeout=WAIT_MS)
    assert answers == sorted(answers)
    assert len(answers) < 60
    assert longest_s < 0.5


def test_the_asker_is_free_while_the_work_goes_on(qtbot: QtBot, make: Make) -> None:
    go_on, answers = threading.Event(), list[object]()

    def held(request: int) -> int:
        go_on.wait(10)
        return request

    worker = make(held)
    worker.done.connect(answers.append)
    for request in range(3):
        worker.ask(request)
    assert answers == []
    go_on.set()
    qtbot.waitUntil(lambda: 2 in answers, timeout=WAIT_MS)
    assert answers in ([2], [0, 2])


def test_answers_come_on_the_thread_that_asked_and_work_is_done_on_one_other(qtbot: QtBot, make: Make) -> None:
    there: set[int] = set()
    here: list[object] = []

    def work(request: int) -> int:
        there.add(threading.get_ident())
        return request

    worker = make(work)
    worker.done.connect(lambda _: here.append(QThread.currentThread() is worker.thread()))
    for request in range(5):
        with qtbot.waitSignal(worker.done, timeout=WAIT_MS):
            worker.ask(request)
    assert here == [True] * 5
    assert len(there) == 1
    assert threading.get_ident() not in there


def test_a_failure_is_told_in_one_line_and_the_next_is_answered(qtbot: QtBot, make: Make) -> None:
    def work(request: int) -> int:
        if request == 0:
            raise ImageError("The page is empty.")
        return request

    worker = make(work)
    with qtbot.waitSignal(worker.failed, timeout=WAIT_MS) as failed:
        worker.ask(0)
    assert failed.args == ["The page is empty."]
    with qtbot.waitSignal(worker.done, timeout=WAIT_MS) as done:
        worker.ask(1)
    assert done.args == [1]


def test_after_a_bug_it_goes_on(qtbot: QtBot, make: Make) -> None:
    worker = make(lambda request: 1 // request)
    with qtbot.waitSignal(worker.failed, timeout=WAIT_MS) as failed:
        worker.ask(0)
    assert "ZeroDivisionError" in str(failed.args)
    with qtbot.waitSignal(worker.done, timeout=WAIT_MS):
        worker.ask(1)


def test_what_was_forgotten_is_not_answered(qtbot: QtBot, make: Make) -> None:
    worker, answers = make(slow), list[object]()
    worker.done.connect(answers.append)
    worker.ask(1)
    worker.forget()
    worker.ask(2)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)
    assert answers == [2]


def test_stopped_it_answers_no_more_until_it_is_asked_again(qtbot: QtBot, make: Make) -> None:
    worker, answers = make(slow), list[object]()
    worker.done.connect(answers.append)
    worker.ask(1)
    worker.stop()
    qtbot.wait(30)
    assert answers == []
    worker.ask(2)
    qtbot.waitUntil(lambda: answers == [2], timeout=WAIT_MS)
