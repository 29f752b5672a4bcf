"""Slow work away from the window: one job at a time on a thread of its own, with progress, results and cancel."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from fashiongan.errors import Cancelled, FashionGanError
from gui.crash_log import log_file

logger = logging.getLogger(__name__)


class Ticket:
    """What a running job is given: it reports through it, and learns from it that it was cancelled."""

    def __init__(self, job: "Job") -> None:
        self._job = job

    def progress(self, share: float, what: str) -> None:
        """Report a share of 0-1.

        Raises
        ------
        Cancelled : the user cancelled
        """
        if self._job.cancel_asked.is_set():
            raise Cancelled("Cancelled.")
        self._job.progressed.emit(share, what)

    def deliver(self, result: object) -> None:
        """Hand over one result; a job may deliver many."""
        self._job.delivered.emit(result)


class Job(QThread):
    """Runs `work(ticket)`. Ends with exactly one of succeeded, failed (one line for the user) or cancelled."""

    progressed = Signal(float, str)
    delivered = Signal(object)
    succeeded = Signal()
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, work: Callable[[Ticket], None]) -> None:
        super().__init__()
        self._work = work
        self.cancel_asked = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self.cancel_asked.set()

    def run(self) -> None:
        """Called by Qt on the job's thread."""
        try:
            self._work(Ticket(self))
        except Cancelled:
            self.cancelled.emit()
        except FashionGanError as error:
            self.failed.emit(str(error))
        except BaseException as error:
            # A bug: the thread must end in order, and the log must hold the traceback.
            logger.exception("a job crashed")
            self.failed.emit(f"Something went wrong in the program ({type(error).__name__}); see {log_file()}.")
        else:
            self.succeeded.emit()


class JobRunner(QObject):
    """Keeps one job running at most, and tells the window about it."""

    busy_changed = Signal(bool)
    progressed = Signal(float, str)
    failed = Signal(str)
    finished = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._on_result: Callable[[Any], None] = lambda result: None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(self, work: Callable[[Ticket], None], on_result: Callable[[Any], None]) -> None:
        """Start work; `on_result` is called on the window's thread for each result. Ignored while busy."""
        if self._job is not None:
            return
        job = Job(work)
        self._job, self._on_result = job, on_result
        # Bound methods of this object, so that Qt queues the calls to this object's thread.
        job.progressed.connect(self.progressed)
        job.delivered.connect(self._deliver)
        job.failed.connect(self.failed)
        job.succeeded.connect(self._succeed)
        job.cancelled.connect(self._stop)
        job.finished.connect(self._end)
        self.busy_changed.emit(True)
        job.start()

    def cancel(self) -> None:
        """Ask the running job to stop."""
        if self._job is not None:
            self._job.cancel()

    def _deliver(self, result: object) -> None:
        self._on_result(result)

    def _succeed(self) -> None:
        self.finished.emit("Done.")

    def _stop(self) -> None:
        self.finished.emit("Cancelled; what was finished is kept.")

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()  # "finished" is sent shortly before the thread has ended.
        self._job = None
        self.busy_changed.emit(False)
