"""The queue as a person sees it: a line a piece of work, with its progress, the time left, and its own buttons."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.work.queue import Item, State, WorkQueue

# While something runs, the time left is counted down so often.
TICK_MS = 500


class QueuePanel(QWidget):
    """All items, the running one first. Hidden items do not exist: what ended stays until it is cleared away."""

    def __init__(self, queue: WorkQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self.rows: dict[Item, QueueRow] = {}
        self._lines = QVBoxLayout()
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.clear = QPushButton(self.tr("Clear what has ended"))
        self.clear.setToolTip(self.tr("Take finished, failed and cancelled work out of this list"))
        self.clear.clicked.connect(queue.forget_ended)
        self.stop_all = QPushButton(self.tr("Cancel all"))
        self.stop_all.setToolTip(self.tr("Stop what runs and forget what waits; finished pictures stay"))
        self.stop_all.clicked.connect(queue.cancel_all)
        self._lay_out()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        queue.order_changed.connect(self._rebuild)
        queue.changed.connect(self._show)
        queue.busy_changed.connect(lambda busy: self._timer.start() if busy else self._timer.stop())
        self._rebuild()

    def _lay_out(self) -> None:
        inside, area, buttons = QWidget(), QScrollArea(), QHBoxLayout()
        inside.setLayout(self._lines)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Queue"))
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons.addWidget(self.clear)
        buttons.addWidget(self.stop_all)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.addWidget(area, stretch=1)
        column.addLayout(buttons)

    def _rebuild(self) -> None:
        for row in self.rows.values():
            self._lines.removeWidget(row)
            row.deleteLater()
        self.rows = {item: QueueRow(self._queue, item) for item in self._queue.items}
        for row in self.rows.values():
            self._lines.addWidget(row)
        self._tick()

    def _show(self, item: Item) -> None:
        if item in self.rows:
            self.rows[item].show_state(time.monotonic())

    def _tick(self) -> None:
        for row in self.rows.values():
            row.show_state(time.monotonic())


class QueueRow(QWidget):
    """One piece of work."""

    def __init__(self, queue: WorkQueue, item: Item) -> None:
        super().__init__()
        self._item = item
        self.title, self.says, self.bar = QLabel(item.title), QLabel(), QProgressBar()
        self.says.setWordWrap(True)
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.earlier = _button("↑", self.tr("Do it earlier"), lambda: queue.move(item, -1))
        self.later = _button("↓", self.tr("Do it later"), lambda: queue.move(item, 1))
        self.again = _button("↻", self.tr("Try it again"), lambda: queue.retry(item))
        self.cancel = _button("✕", self.tr("Cancel this alone"), lambda: queue.cancel(item))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.title)
        row.addWidget(self.bar)
        row.addWidget(self.says, stretch=1)
        for button in (self.earlier, self.later, self.again, self.cancel):
            row.addWidget(button)
        self.show_state(time.monotonic())

    def show_state(self, now_s: float) -> None:
        """How far it is, and what can be done with it."""
        state, left = self._item.state, self._item.seconds_left(now_s)
        self.bar.setValue(round(100 * self._item.share))
        self.bar.setVisible(not state.ended)
        words = {State.WAITING: self.tr("waits"), State.DONE: self.tr("done")}.get(state, self._item.says)
        self.says.setText(words if left is None else f"{words} · {self._time(left)}")
        for button in (self.earlier, self.later):
            button.setVisible(state is State.WAITING)
        self.again.setVisible(state in (State.FAILED, State.CANCELLED))
        self.cancel.setVisible(not state.ended)

    def _time(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("%n second(s) left", "", max(1, round(seconds)))
        return self.tr("%n minute(s) left", "", round(seconds / 60))


def _button(text: str, tip: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda: act())
    return button
