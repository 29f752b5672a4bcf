"""One piece of slow work on a thread of its own, with progress, results and cancel."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QThread, Signal

from fashiongan.errors import Cancelled, FashionGanError
from gui.crash_log import log_file
from gui.languages.wording import in_words

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
        if self.stopped:
            raise Cancelled("Cancelled.")
        self._job.progressed.emit(share, what)

    @property
    def stopped(self) -> bool:
        """The user cancelled."""
        return self._job.cancel_asked.is_set()

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
            self.failed.emit(in_words("Error", str(error)))
        except BaseException as error:
            # A bug: the thread must end in order, and the log must hold the traceback.
            logger.exception("a job crashed")
            said = self.tr("Something went wrong in the program (%1); see %2.").replace("%1", type(error).__name__)
            self.failed.emit(said.replace("%2", str(log_file())))
        else:
            self.succeeded.emit()
