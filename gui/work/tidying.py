"""Giving memory back to the system when work is done: what threads used lies in many heaps, which keep it otherwise."""

import ctypes
import sys
import threading

from PySide6.QtCore import QObject

from gui.work.queue import WorkQueue


class Tidying(QObject):
    """Tidies up each time the queue has come to its end, on a thread of its own."""

    def __init__(self, queue: WorkQueue) -> None:
        super().__init__(queue)
        self._queue = queue
        queue.busy_changed.connect(self._tidy)

    def _tidy(self) -> None:
        if not self._queue.busy:
            threading.Thread(target=give_back, name="tidying", daemon=True).start()


def give_back() -> None:
    """Only glibc has it, and needs it: a window that works all day grew by a third an hour without."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
