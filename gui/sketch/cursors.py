"""Cursors that show how large the brush is."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor, QPainter, QPen, QPixmap

# Some systems show no larger ones.
MOST_PX = 128
_SMALL_PX = 8.0
_ARM_PX = 5.0


def brush_cursor(diameter_px: float, pixel_ratio: float) -> QCursor:
    """A ring, dark on light, so that it is seen on any ground; a cross where it would be too small."""
    diameter_px = min(diameter_px, MOST_PX - 4.0)
    side_px = math.ceil(max(diameter_px, 2 * _ARM_PX)) + 4
    pixmap = QPixmap(round(side_px * pixel_ratio), round(side_px * pixel_ratio))
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(side_px / 2, side_px / 2)
    for color, width in ((Qt.GlobalColor.white, 3.0), (Qt.GlobalColor.black, 1.0)):
        painter.setPen(QPen(color, width))
        if diameter_px < _SMALL_PX:
            painter.drawLine(middle - QPointF(_ARM_PX, 0), middle + QPointF(_ARM_PX, 0))
            painter.drawLine(middle - QPointF(0, _ARM_PX), middle + QPointF(0, _ARM_PX))
        else:
            painter.drawEllipse(middle, diameter_px / 2, diameter_px / 2)
    painter.end()
    return QCursor(pixmap, side_px // 2, side_px // 2)
