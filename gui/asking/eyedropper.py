"""Taking a colour out of a picture, with the mouse or the arrows."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from fashiongan.color import Color
from fashiongan.picture_colors import color_at
from gui.widgets.pixels import pixmap_of

LARGEST = QSize(520, 440)
_CROSS_PX, _FAR = 9, 10
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class ColorCanvas(QWidget):
    """A picture with a cross on it. `looked_at(Color or None)` where it is, `taken(Color)` on a click or Enter."""

    looked_at = Signal(object)
    taken = Signal(object)

    def __init__(self, rgba: NDArray[np.uint8], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rgba, self._pixmap = rgba, pixmap_of(rgba)
        self.setFixedSize(self._pixmap.size().scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
        self._cross = self.rect().center()
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture; the arrows move the cross, Enter takes the colour under it"))

    @property
    def color(self) -> Color | None:
        """The colour under the cross; None where the picture is transparent."""
        height, width = self._rgba.shape[:2]
        x_px = self._cross.x() * width // self.width()
        return color_at(self._rgba, x_px, self._cross.y() * height // self.height())

    def look_at(self, place: QPoint) -> None:
        """Move the cross, within the picture."""
        inside = QPoint(min(max(place.x(), 0), self.width() - 1), min(max(place.y(), 0), self.height() - 1))
        self._cross = inside
        self.looked_at.emit(self.color)
        self.update()

    def take(self) -> None:
        """Take the colour under the cross; nothing happens where there is none."""
        if self.color is not None:
            self.taken.emit(self.color)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The cross follows."""
        self.look_at(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the colour."""
        self.look_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton:
            self.take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move the cross, with Shift farther; Enter and Space take the colour."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.look_at(self._cross + _ARROWS[key] * (_FAR if far else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.take()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on white, and the cross, dark on light and light on dark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.drawPixmap(self.rect(), self._pixmap)
        for width_px, shade in ((3, Qt.GlobalColor.white), (1, Qt.GlobalColor.black)):
            painter.setPen(QColor(shade))
            pen = painter.pen()
            pen.setWidth(width_px)
            painter.setPen(pen)
            middle = QPointF(self._cross)
            for way in (QPointF(_CROSS_PX, 0), QPointF(0, _CROSS_PX)):
                painter.drawLine(middle - way, middle + way)
        painter.setPen(
            self.palette().color(QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Mid)
        )
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        painter.end()


class Eyedropper(QDialog):
    """A picture to take one colour out of. `taken(Color, bool)`: the colour, and whether it is the second one."""

    taken = Signal(object, bool)

    def __init__(self, rgba: NDArray[np.uint8], name: str, can_be_second: bool, parent: QWidget | None = None) -> None:
        """`rgba` : (H, W, 4)"""
        super().__init__(parent)
        self.setWindowTitle(self.tr("A colour of %1").replace("%1", name))
        self.canvas = ColorCanvas(rgba)
        self.main, self.second = QRadioButton(self.tr("&Main colour")), QRadioButton(self.tr("&Second colour"))
        self.main.setToolTip(self.tr("The colour taken is that of most of the cloth"))
        self.second.setToolTip(self.tr("The colour taken is that of the pattern; a main one must be chosen before"))
        self.main.setChecked(True)
        self.second.setEnabled(can_be_second)
        self.swatch, self.words = QLabel(), QLabel()
        self.swatch.setFixedSize(40, 20)
        self.swatch.setAutoFillBackground(True)
        hint = QLabel(self.tr("Click a colour, or move with the arrows (Shift: farther) and press Enter."))
        hint.setWordWrap(True)
        below, column = QHBoxLayout(), QVBoxLayout(self)
        for part in (self.swatch, self.words):
            below.addWidget(part)
        below.addStretch()
        for choice in (self.main, self.second):
            below.addWidget(choice)
        column.addWidget(hint)
        column.addWidget(self.canvas, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(below)
        self.canvas.looked_at.connect(self._show)
        self.canvas.taken.connect(self._take)
        self._show(self.canvas.color)
        self.canvas.setFocus()

    def _show(self, color: Color | None) -> None:
        palette = self.swatch.palette()
        shade = QColor(color.hex) if color else self.palette().color(QPalette.ColorRole.Window)
        palette.setColor(QPalette.ColorRole.Window, shade)
        self.swatch.setPalette(palette)
        self.words.setText(color.hex if color else self.tr("transparent"))

    def _take(self, color: Color) -> None:
        self.taken.emit(color, self.second.isChecked())
        self.accept()
