"""What is to be done: one job after the other, each to be cancelled, moved or tried again for itself."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.languages.wording import in_words
from gui.work.job import Job, Ticket

Work = Callable[[Ticket], None]
# An estimate from less than this is a guess.
_LEAST_SHARE, _LEAST_S = 0.05, 1.0
# So much of what has ended stays in the list: a window is open all day, and does thousands of things.
_MOST_ENDED = 50


class State(StrEnum):
    """How far a piece of work is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        return self not in (State.WAITING, State.RUNNING)


@dataclass(eq=False)
class Item:
    """A piece of work in the queue; once done, it lets go of its work, and with that of the pictures it needed.

    share : 0-1 of it is done; says : what it does, or why it failed; topic : newer work on it takes the place of older,
    () for none
    """

    title: str
    work: Work
    on_result: Callable[[Any], None]
    state: State = State.WAITING
    share: float = 0.0
    says: str = ""
    started_s: float = 0.0
    topic: tuple[str, ...] = ()

    def seconds_left(self, now_s: float) -> float | None:
        """About how long it goes on, from how long it took so far; None while nobody can tell."""
        took = now_s - self.started_s
        if self.state is not State.RUNNING or self.share < _LEAST_SHARE or took < _LEAST_S:
            return None
        return took * (1 - self.share) / self.share


class WorkQueue(QObject):
    """Does one item at a time, in order. What fails or is cancelled leaves the others alone."""

    busy_changed = Signal(bool)
    progressed = Signal(float, str)
    failed = Signal(str)
    finished = Signal(str)
    changed = Signal(object)
    order_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[Item] = []
        self._job: Job | None = None
        self._running: Item | None = None

    @property
    def busy(self) -> bool:
        """Something runs or waits."""
        return self._job is not None

    @property
    def waiting(self) -> list[Item]:
        """What has not begun, in order."""
        return [item for item in self.items if item.state is State.WAITING]

    def add(
        self,
        title: str,
        work: Work,
        on_result: Callable[[Any], None] = lambda result: None,
        topic: tuple[str, ...] = (),
    ) -> Item:
        """Put work at the end; `on_result` is called on the window's thread for each result that it delivers.

        What waits or runs on the same topic is cancelled, but for work without one.
        """
        item = Item(title, work, on_result, topic=topic)
        older = [one for one in self.items if topic and one.topic == topic]
        self.items.append(item)
        for one in older:
            self.cancel(one)
        self.order_changed.emit()
        self._begin_next()
        return item

    def cancel(self, item: Item | None = None) -> None:
        """Stop one item, or what runs; results that were delivered stay."""
        item = item or self._running
        if item is None:
            return
        if item is self._running and self._job is not None:
            self._job.cancel()
        elif item.state is State.WAITING:
            self._end_as(item, State.CANCELLED, self.tr("Cancelled before it began."))

    def cancel_all(self) -> None:
        """Stop everything."""
        for item in self.waiting:
            self.cancel(item)
        self.cancel()

    def retry(self, item: Item) -> None:
        """Do once more, at the end, what failed or was cancelled."""
        if item.state in (State.FAILED, State.CANCELLED):
            self.items.remove(item)
            self.add(item.title, item.work, item.on_result, item.topic)

    def move(self, item: Item, steps: int) -> None:
        """Do a waiting item so many places earlier (negative) or later."""
        waiting = self.waiting
        if item not in waiting:
            return
        place = min(max(waiting.index(item) + steps, 0), len(waiting) - 1)
        waiting.remove(item)
        waiting.insert(place, item)
        self.items = [one for one in self.items if one.state is not State.WAITING] + waiting
        self.order_changed.emit()

    def forget_ended(self) -> None:
        """Take what has ended out of the list."""
        self.items = [item for item in self.items if not item.state.ended]
        self.order_changed.emit()

    def _forget_oldest(self) -> None:
        ended = [item for item in self.items if item.state.ended]
        if len(ended) > _MOST_ENDED:
            oldest = set(ended[:-_MOST_ENDED])
            self.items = [item for item in self.items if item not in oldest]
            self.order_changed.emit()

    def _begin_next(self) -> None:
        if self._job is not None or not self.waiting:
            return
        item = self.waiting[0]
        job = Job(item.work)
        self._job, self._running = job, item
        item.state, item.started_s = State.RUNNING, time.monotonic()
        # Bound methods of this object, so that Qt queues the calls to this object's thread.
        job.progressed.connect(self._progress)
        job.delivered.connect(self._deliver)
        job.failed.connect(self._fail)
        job.succeeded.connect(self._succeed)
        job.cancelled.connect(self._stop)
        job.finished.connect(self._end)
        self.changed.emit(item)
        self.busy_changed.emit(True)
        job.start()

    def _progress(self, share: float, what: str) -> None:
        if self._running is not None:
            self._running.share, self._running.says = share, in_words("Progress", what)
            self.changed.emit(self._running)
            self.progressed.emit(share, what)

    def _deliver(self, result: object) -> None:
        if self._running is not None:
            self._running.on_result(result)

    def _succeed(self) -> None:
        self._end_running_as(State.DONE, self.tr("Done."))

    def _stop(self) -> None:
        self._end_running_as(State.CANCELLED, self.tr("Cancelled; what was finished is kept."))

    def _fail(self, message: str) -> None:
        self._end_running_as(State.FAILED, message)
        self.failed.emit(message)

    def _end_running_as(self, state: State, says: str) -> None:
        if self._running is not None:
            self._end_as(self._running, state, says)
            self.finished.emit(says)

    def _end_as(self, item: Item, state: State, says: str) -> None:
        item.state, item.says = state, says
        if state is State.DONE:
            item.share, item.work, item.on_result = 1.0, _nothing, _nothing
        self.changed.emit(item)

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()  # "finished" is sent shortly before the thread has ended.
        self._job = self._running = None
        self._forget_oldest()
        self._begin_next()
        if self._job is None:
            self.busy_changed.emit(False)


def _nothing(_: object) -> None:
    """What is left to do of work that is done."""
