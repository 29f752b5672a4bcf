"""Frames a second while a hand scrolls through 10,000 thumbnails: every frame is a paint of the gallery."""

import statistics
import time
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks.budget import Budget
from benchmarks.window.filling import fill
from benchmarks.window.surroundings import let_run
from fashiongan.studio import Studio
from gui.app import library_folder, open_window
from gui.gallery.view import GalleryView

COUNT, LEAST_FPS = 10_000, 30
# What a wheel turns at a notch.
NOTCH = 120


class PaintCounter(QObject):
    """Counts the paints of a widget."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let it through."""
        self.count += event.type() == QEvent.Type.Paint
        return False

    def more_than(self, count: int) -> bool:
        """Whether it was painted again."""
        return self.count > count


def measure(count: int = COUNT) -> tuple[list[Budget], dict[str, Any]]:
    """Scroll from the first to the last picture, a notch of the wheel at a time."""
    studio = Studio()
    fill(library_folder(), count, studio)
    start_s = time.perf_counter()
    window = open_window(studio)
    window.show()
    let_run(lambda: window.design.gallery.verticalScrollBar().maximum() > 0)
    opened_s = time.perf_counter() - start_s
    gallery = window.design.gallery
    down = frame_times_s(gallery, -NOTCH)
    up = frame_times_s(gallery, NOTCH)
    window.close()
    budgets = [
        Budget(f"{name} {count} pictures, {what}", 1 / value, LEAST_FPS, "frames/s", least=True)
        for name, seconds in (("scroll down", down), ("and up again", up))
        for what, value in (("median", statistics.median(seconds)), ("slowest of 20", _slow(seconds)))
    ]
    told = {
        "pictures": count,
        "frames": len(down) + len(up),
        "shown_at_once": _shown_at_once(gallery),
        "longest_frame_ms": round(1000 * max([*down, *up]), 1),
        "opening_the_window_s": round(opened_s, 2),
    }
    return budgets, told


def _slow(seconds: list[float]) -> float:
    return sorted(seconds)[int(0.95 * len(seconds))]


def frame_times_s(gallery: GalleryView, notch: int) -> list[float]:
    """What each frame takes, from the turn of the wheel to the end of its paint, until nothing moves any more."""
    painted, bar = PaintCounter(gallery.viewport()), gallery.verticalScrollBar()
    seconds: list[float] = []
    while True:
        before, stood, start_s = painted.count, bar.value(), time.perf_counter()
        _turn_wheel(gallery, notch)
        if bar.value() == stood:
            return seconds
        let_run(partial(painted.more_than, before), 10)
        seconds.append(time.perf_counter() - start_s)


def _turn_wheel(gallery: GalleryView, notch: int) -> None:
    viewport = gallery.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(viewport.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, notch),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def _shown_at_once(gallery: GalleryView) -> int:
    size, item = gallery.viewport().size(), gallery.sizeHintForIndex(gallery.model().index(0, 0))
    return (size.width() // item.width()) * (size.height() // item.height() + 1)
