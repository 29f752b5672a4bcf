"""A first walk through the window: one short text at a time, beside the part that it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

CARD_PX, GAP_PX = 320, 12
_SHADE = QColor(0, 0, 0, 110)
_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left)


@dataclass(frozen=True, eq=False)
class Stop:
    """One part of the window, and what there is to say of it."""

    part: QWidget
    title: str
    text: str


class Tour(QWidget):
    """Lies over the window; Return or Right goes on, Left goes back, Esc ends. `ended` comes once."""

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self._window, self._stops, self.place = window, stops, 0
        self.card = QFrame(self)
        self.card.setFrameShape(QFrame.Shape.StyledPanel)
        self.card.setAutoFillBackground(True)
        self.title, self.text = QLabel(), QLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.text.setWordWrap(True)
        self.back, self.on, self.skip = (
            QPushButton(text) for text in (self.tr("Back"), self.tr("Next"), self.tr("End the tour"))
        )
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.skip.clicked.connect(self.end)
        self._lay_out()
        window.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_stop()

    def go(self, steps: int) -> None:
        """To another stop; past the last one the tour ends."""
        self.place = max(0, self.place + steps)
        if self.place >= len(self._stops):
            self.end()
        else:
            self._show_stop()

    def end(self) -> None:
        """Away with it."""
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whatever shortcuts the window has."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything by keyboard, too."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.end()
            case Qt.Key.Key_Right | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.go(1)
            case Qt.Key.Key_Left:
                self.go(-1)
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.place < len(self._stops):
            self._show_stop()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything but the part is in shade."""
        shade = QPainterPath()
        shade.addRect(self.rect())
        light = QPainterPath()
        light.addRoundedRect(self._around(), 6, 6)
        QPainter(self).fillPath(shade.subtracted(light), _SHADE)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip)
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.on)
        column = QVBoxLayout(self.card)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(buttons)

    def _around(self) -> QRect:
        part = self._stops[min(self.place, len(self._stops) - 1)].part
        corner = part.mapTo(self._window, QPoint(0, 0))
        return QRect(corner, part.size()).adjusted(-4, -4, 4, 4)

    def _show_stop(self) -> None:
        stop = self._stops[self.place]
        self.setGeometry(self._window.rect())
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        self.back.setEnabled(self.place > 0)
        self.on.setText(self.tr("Done") if self.place == len(self._stops) - 1 else self.tr("Next"))
        self.card.setFixedWidth(CARD_PX)
        self.card.adjustSize()
        self.card.move(_beside(self._around(), self.card.rect(), self.rect()))
        self.raise_()
        self.show()
        self.setFocus()
        self.update()


def _beside(part: QRect, card: QRect, window: QRect) -> QPoint:
    """Where a card lies beside a part without leaving the window: right of it, left of it, or over it."""
    x = part.right() + GAP_PX
    if x + card.width() > window.right():
        x = part.left() - GAP_PX - card.width()
    if x < window.left():
        x = part.center().x() - card.width() // 2
    y = part.top() + GAP_PX
    x = min(max(x, GAP_PX), max(GAP_PX, window.right() - card.width() - GAP_PX))
    y = min(max(y, GAP_PX), max(GAP_PX, window.bottom() - card.height() - GAP_PX))
    return QPoint(x, y)
