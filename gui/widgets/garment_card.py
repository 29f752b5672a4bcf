"""A garment as a card: its picture, what it is, and how near it is to another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

SIDE_PX, WIDTH_PX, MARGIN_PX = 128, 184, 8
LINES = 3


class GarmentCard(QWidget):
    """Reached with Tab and the arrows; `chosen` on Enter, Space and a double click where it can be chosen."""

    chosen = Signal()

    def __init__(self, jpeg: bytes | None, title: str, bar: QWidget, words: str, can_be_chosen: bool = False) -> None:
        """`jpeg` : None where the picture must not be shown"""
        super().__init__()
        self.can_be_chosen = can_be_chosen
        self.picture, self.title, self.words = QLabel(), QLabel(), QLabel(words)
        self.picture.setFixedSize(SIDE_PX, SIDE_PX)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self._show_picture(jpeg)
        room = WIDTH_PX - 2 * MARGIN_PX
        self.title.setText(self.title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(MARGIN_PX,) * 4)
        column.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        for part in (self.title, bar, self.words):
            column.addWidget(part)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setFixedHeight(LINES * self.words.fontMetrics().lineSpacing())
        self.setFixedWidth(WIDTH_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}: {words}")
        self.setToolTip(self.tr("Enter or a double click shows it in the gallery") if can_be_chosen else title)

    def _show_picture(self, jpeg: bytes | None) -> None:
        picture = QPixmap()
        if jpeg is None:
            self.picture.setText(self.tr("Not shown: there is lettering or a logo on it."))
            self.picture.setEnabled(False)
        elif picture.loadFromData(jpeg):
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = picture.scaled(SIDE_PX, SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            self.picture.setPixmap(scaled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; the arrows go to the next card."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif self.can_be_chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click chooses."""
        if self.can_be_chosen:
            self.chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground like a sheet of paper, framed while the card has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Button
        painter.setPen(self.palette().color(role))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.end()
