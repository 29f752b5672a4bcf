"""Loading what is slow to load while somebody looks at the window for the first time."""

import threading

from PySide6.QtCore import QObject, QTimer

from fashiongan.warming import warm_up

# The window is painted first.
AFTER_MS = 100


class Warming(QObject):
    """Begins soon after it is made, on a thread of its own; a window that is closed meanwhile waits for one module."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        stop = threading.Event()
        self.thread_ = threading.Thread(target=warm_up, args=(stop,), name="warming")
        parent.destroyed.connect(lambda: stop.set())
        QTimer.singleShot(AFTER_MS, self, self.thread_.start)
