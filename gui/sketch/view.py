"""Where the page lies in its widget, and how large."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QTransform

from gui.sketch.drawing import PAGE_PX

LEAST_ZOOM, MOST_ZOOM = 0.1, 12.0
MARGIN_PX = 8


@dataclass(frozen=True, slots=True)
class View:
    """scale : widget pixels in one of the page; left, top : of the page in the widget"""

    scale: float
    left: float
    top: float

    @classmethod
    def fitted(cls, size: QSize) -> "View":
        """The whole page, in the middle."""
        side = max(1, min(size.width(), size.height()) - 2 * MARGIN_PX)
        return cls(side / PAGE_PX, (size.width() - side) / 2, (size.height() - side) / 2)

    def zoomed(self, factor: float, at: QPointF) -> "View":
        """Larger by a factor, while the place `at` of the widget stays where it is."""
        scale = min(max(self.scale * factor, LEAST_ZOOM), MOST_ZOOM)
        grown = scale / self.scale
        return View(scale, at.x() + (self.left - at.x()) * grown, at.y() + (self.top - at.y()) * grown)

    def moved(self, by: QPointF) -> "View":
        """Moved by pixels of the widget."""
        return View(self.scale, self.left + by.x(), self.top + by.y())

    def on_page(self, place: QPointF) -> QPointF:
        """A place in the widget, in pixels of the page."""
        return QPointF((place.x() - self.left) / self.scale, (place.y() - self.top) / self.scale)

    def in_widget(self, part: QRectF) -> QRect:
        """A part of the page, in whole pixels of the widget."""
        return self.transform().mapRect(part).toAlignedRect().adjusted(-1, -1, 1, 1)

    def transform(self) -> QTransform:
        """From pixels of the page to those of the widget."""
        return QTransform(self.scale, 0, 0, self.scale, self.left, self.top)
