"""Turns a view slowly, by the clock and not by the frame."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

DEGREES_PER_SECOND, FRAME_MS = 30.0, 33


class Turntable(QObject):
    """`turned` gives degrees since the last time, `changed` whether it turns."""

    turned = Signal(float)
    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._turn)

    @property
    def turning(self) -> bool:
        """Whether it turns."""
        return self._timer.isActive()

    def start(self) -> None:
        """Turn until it is stopped."""
        self._since.start()
        self._timer.start()
        self.changed.emit(True)

    def stop(self) -> None:
        """Stand still."""
        if self.turning:
            self._timer.stop()
            self.changed.emit(False)

    def _turn(self) -> None:
        self.turned.emit(DEGREES_PER_SECOND * self._since.restart() / 1000)
