import gc
import threading
import weakref
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from fashiongan.errors import RequestError
from gui.work.job import Ticket
from gui.work.queue import Item, State, WorkQueue

WAIT_MS = 10_000


@pytest.fixture
def queue(qtbot: QtBot) -> WorkQueue:
    return WorkQueue()


def delivering(result: object) -> Callable[[Ticket], None]:
    return lambda ticket: ticket.deliver(result)


def endless(ticket: Ticket) -> None:
    while True:
        ticket.progress(0.5, "going on")
        threading.Event().wait(0.01)


def failing(ticket: Ticket) -> None:
    raise RequestError("That cannot be.")


def ended(qtbot: QtBot, queue: WorkQueue) -> None:
    qtbot.waitUntil(lambda: not queue.busy, timeout=WAIT_MS)


def test_work_is_done_in_order_and_one_failure_loses_nothing_else(qtbot: QtBot, queue: WorkQueue) -> None:
    got: list[object] = []
    items = [queue.add(str(work), work, got.append) for work in (delivering(1), failing, delivering(3))]
    ended(qtbot, queue)
    assert got == [1, 3]
    assert [item.state for item in items] == [State.DONE, State.FAILED, State.DONE]
    assert items[1].says == "That cannot be."


def test_cancel_stops_the_right_item_within_half_a_second(qtbot: QtBot, queue: WorkQueue) -> None:
    got: list[object] = []
    running, waiting = queue.add("runs", endless), queue.add("waits", delivering(2), got.append)
    last = queue.add("last", delivering(3), got.append)
    queue.cancel(waiting)
    assert waiting.state is State.CANCELLED
    qtbot.waitUntil(lambda: running.share > 0, timeout=WAIT_MS)
    queue.cancel(running)
    qtbot.waitUntil(lambda: running.state is State.CANCELLED, timeout=500)
    ended(qtbot, queue)
    assert got == [3]
    assert last.state is State.DONE


def test_newer_work_on_a_topic_takes_the_place_of_older(qtbot: QtBot, queue: WorkQueue) -> None:
    got: list[object] = []
    running = queue.add("a", endless, topic=("fit", "a"))
    waiting = queue.add("a", delivering(1), got.append, ("fit", "a"))
    other = queue.add("b", delivering(2), got.append, ("fit", "b"))
    newest = queue.add("a", delivering(3), got.append, ("fit", "a"))
    ended(qtbot, queue)
    assert [item.state for item in (running, waiting)] == [State.CANCELLED] * 2
    assert [item.state for item in (other, newest)] == [State.DONE] * 2
    assert got == [2, 3]


def test_what_failed_is_tried_again_at_the_end(qtbot: QtBot, queue: WorkQueue) -> None:
    tries: list[int] = []

    def second_time(ticket: Ticket) -> None:
        tries.append(len(tries))
        if len(tries) == 1:
            raise RequestError("Not yet.")

    item = queue.add("try", second_time)
    ended(qtbot, queue)
    queue.retry(item)
    ended(qtbot, queue)
    assert [one.state for one in queue.items] == [State.DONE]
    assert tries == [0, 1]


def test_waiting_items_change_places(qtbot: QtBot, queue: WorkQueue) -> None:
    got: list[object] = []
    running = queue.add("runs", endless)
    first, second, third = (queue.add(str(number), delivering(number), got.append) for number in range(3))
    queue.move(third, -9)
    queue.move(first, 1)
    assert queue.waiting == [third, second, first]
    queue.cancel(running)
    ended(qtbot, queue)
    assert got == [2, 1, 0]
    queue.forget_ended()
    assert queue.items == []


def test_everything_stops_at_once(qtbot: QtBot, queue: WorkQueue) -> None:
    items = [queue.add(str(number), endless) for number in range(3)]
    queue.cancel_all()
    ended(qtbot, queue)
    assert {item.state for item in items} == {State.CANCELLED}


def test_what_is_done_lets_go_of_the_pictures_it_needed(qtbot: QtBot, queue: WorkQueue) -> None:
    class Picture:
        pass

    picture = Picture()
    gone = weakref.ref(picture)
    item = queue.add("large", lambda ticket, needed=picture: ticket.deliver(needed))
    del picture
    ended(qtbot, queue)
    gc.collect()
    assert item.state is State.DONE
    assert gone() is None


def test_of_what_has_ended_the_newest_fifty_stay(qtbot: QtBot, queue: WorkQueue) -> None:
    items = [queue.add(str(number), delivering(number)) for number in range(55)]
    ended(qtbot, queue)
    assert queue.items == items[5:]


def test_the_time_left_follows_from_the_time_taken() -> None:
    item = Item("", failing, print, State.RUNNING, 0.25, started_s=100.0)
    assert item.seconds_left(110.0) == pytest.approx(30.0)
    assert item.seconds_left(100.5) is None
    item.state = State.DONE
    assert item.seconds_left(110.0) is None


def test_a_bug_in_a_job_is_told_and_logged_and_the_next_job_runs(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    runner, results = WorkQueue(), []

    def broken(ticket: Ticket) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as failed:
        runner.add("breaks", broken, results.append)
    assert "ZeroDivisionError" in failed.args[0]
    assert "fashiongan.log" in failed.args[0]
    assert "Traceback" in caplog.text
    qtbot.waitUntil(lambda: not runner.busy, timeout=WAIT_MS)
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS):
        runner.add("works", delivering(1), results.append)
    assert results == [1]
    qtbot.waitUntil(lambda: not runner.busy, timeout=WAIT_MS)
