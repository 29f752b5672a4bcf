"""The picture under the drawing, to be traced: it can be moved, scaled and faded."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from fashiongan.image import open_picture
from gui.sketch.drawing import PAGE_PX
from gui.sketch.sheet_text import LEAST_SCALE, MOST_SCALE, Trace

# Large enough for every screen; larger ones would only make painting slow.
_LARGEST_PX = 1536
_CHANNELS = 4


class TraceLayer(QObject):
    """Holds at most one picture. trace : which, and where it lies; None without one"""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trace: Trace | None = None
        self._picture = QImage()

    def open(self, path: Path) -> None:
        """Show a picture so that it just fits into the page.

        Raises
        ------
        ImageError : not a picture
        """
        self.restore(Trace(str(path.absolute())))

    def restore(self, trace: Trace | None) -> None:
        """Show a picture where it was, or none.

        Raises
        ------
        ImageError : not a picture, or there no more
        """
        self._picture = _read(Path(trace.file)) if trace else QImage()
        self._show(trace)

    def fade(self, opacity: float) -> None:
        """Show it more or less, 0-1."""
        if self.trace:
            self._show(replace(self.trace, opacity=opacity))

    def move(self, by: QPointF) -> None:
        """Move it by pixels of the page."""
        if self.trace:
            self._show(replace(self.trace, x=self.trace.x + by.x(), y=self.trace.y + by.y()))

    def zoom(self, factor: float, at: QPointF) -> None:
        """Make it larger while the place `at` of the page stays where it is."""
        if self.trace is None:
            return
        scale = min(max(self.trace.scale * factor, LEAST_SCALE), MOST_SCALE)
        grown = scale / self.trace.scale
        x, y = at.x() + (self.trace.x - at.x()) * grown, at.y() + (self.trace.y - at.y()) * grown
        self._show(replace(self.trace, x=x, y=y, scale=scale))

    def paint(self, painter: QPainter) -> None:
        """Paint it, in pixels of the page."""
        if self.trace is None:
            return
        painter.setOpacity(self.trace.opacity)
        painter.drawImage(self.place(), self._picture)
        painter.setOpacity(1.0)

    def place(self) -> QRectF:
        """Where it lies on the page; nowhere without a picture."""
        if self.trace is None:
            return QRectF()
        fits = PAGE_PX / max(self._picture.width(), self._picture.height()) * self.trace.scale
        place = QRectF(0, 0, self._picture.width() * fits, self._picture.height() * fits)
        place.moveCenter(QPointF(self.trace.x, self.trace.y))
        return place

    def _show(self, trace: Trace | None) -> None:
        self.trace = trace
        self.changed.emit()


def _read(path: Path) -> QImage:
    picture = open_picture(path)
    rgba = QImage(picture.tobytes(), *picture.size, _CHANNELS * picture.width, QImage.Format.Format_RGBA8888).copy()
    if max(picture.size) > _LARGEST_PX:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        rgba = rgba.scaled(_LARGEST_PX, _LARGEST_PX, keep, smooth)
    return rgba.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
