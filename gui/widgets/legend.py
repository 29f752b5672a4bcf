"""A bar of colours with the values that they stand for."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fashiongan.garment.fit_colors import STEPS, Scale
from gui.languages.wording import in_words

BAR_PX, TICK_PX, MARGIN_PX = 12, 4, 24


class Legend(QWidget):
    """Draws a scale from left to right; nothing without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._scale: Scale | None = None

    def show_scale(self, scale: Scale | None) -> None:
        """Draw another scale, or none."""
        self._scale = scale
        meaning = in_words("Fit", scale.meaning) if scale else ""
        self.setToolTip(meaning)
        self.setAccessibleName(meaning)
        self.update()

    def sizeHint(self) -> QSize:
        """A line of colours above a line of words."""
        return QSize(220, BAR_PX + TICK_PX + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, and below it the ticks."""
        if self._scale is None:
            return
        painter = QPainter(self)
        bar = QRectF(MARGIN_PX, 0, self.width() - 2 * MARGIN_PX, BAR_PX)
        ramp = self._scale.ramp().tobytes()
        painter.drawImage(bar, QImage(ramp, STEPS, 1, 3 * STEPS, QImage.Format.Format_RGB888))
        for value, label in self._scale.ticks:
            share = (value - self._scale.low) / (self._scale.high - self._scale.low)
            x = bar.left() + share * bar.width()
            painter.drawLine(QPointF(x, BAR_PX), QPointF(x, BAR_PX + TICK_PX))
            below = QRectF(x - MARGIN_PX, BAR_PX + TICK_PX, 2 * MARGIN_PX, self.fontMetrics().height())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, in_words("Fit", label))
        painter.end()
