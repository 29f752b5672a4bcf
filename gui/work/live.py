"""Answers while somebody drags or draws: always for what was asked last, never for what is out of date."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from fashiongan.errors import FashionGanError
from gui.languages.wording import in_words
from gui.work.job import Job, Ticket


class LiveWorker(QObject):
    """Calls `work(request)` on a thread of its own. What waits gives way to what is newer; what runs is finished.

    `done` and `failed` (one line for the user) are sent on the thread that made this object. Nobody waits for anybody,
    but in `stop`, for the call that runs.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[Any], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._newer = threading.Condition()
        self._waiting: tuple[int, Any] | None = None
        self._asked = self._forgotten = 0
        self._job: Job | None = None

    def ask(self, request: object) -> None:
        """Answer this as soon as what runs is done; what else waits is dropped."""
        self._asked += 1
        with self._newer:
            self._waiting = (self._asked, request)
            self._newer.notify()
        if self._job is None or self._job.isFinished():
            self._start()

    def forget(self) -> None:
        """Answer nothing that was asked so far."""
        self._forgotten = self._asked
        with self._newer:
            self._waiting = None

    def stop(self) -> None:
        """End the thread, when the call that runs has ended; call it before the window goes."""
        self.forget()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            with self._newer:
                self._newer.notify()
            job.wait()

    def _start(self) -> None:
        if self._job is not None:
            self._job.wait()  # "finished" is sent shortly before the thread has ended.
        self._job = Job(self._answer_all)
        # Bound methods of this object, so that Qt queues the calls to this object's thread.
        self._job.delivered.connect(self._deliver)
        self._job.failed.connect(self.failed)
        self._job.finished.connect(self._go_on)
        self._job.start()

    def _go_on(self) -> None:
        """A bug ended the thread; what was asked meanwhile begins another."""
        if self._waiting and self._job is not None and self._job.isFinished():
            self._start()

    def _answer_all(self, ticket: Ticket) -> None:
        """On the worker's thread, until it is stopped."""
        while True:
            with self._newer:
                self._newer.wait_for(lambda: self._waiting or ticket.stopped)
                waiting, self._waiting = self._waiting, None
            if ticket.stopped or waiting is None:
                return
            number, request = waiting
            try:
                ticket.deliver((number, True, self._work(request)))
            except FashionGanError as error:
                ticket.deliver((number, False, in_words("Error", str(error))))

    def _deliver(self, answer: tuple[int, bool, Any]) -> None:
        number, met, result = answer
        if number <= self._forgotten:
            return
        if met:
            self.done.emit(result)
        else:
            self.failed.emit(result)
