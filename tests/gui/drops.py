"""Drags and drops as the desktop sends them: Qt looks for the widget that takes them."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

_COPY, _LEFT, _NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def web(address: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(address)])
    return mime


def pixels(color: Qt.GlobalColor, side_px: int = 40) -> QMimeData:
    image = QImage(side_px, side_px, QImage.Format.Format_RGB32)
    image.fill(color)
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def drop(widget: QWidget, mime: QMimeData, where: QPoint | None = None) -> bool:
    """Drag something over a widget and let it go there; whether anything took it."""
    place = where or widget.rect().center()
    enter = QDragEnterEvent(place, _COPY, mime, _LEFT, _NO_KEYS)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(place), _COPY, mime, _LEFT, _NO_KEYS)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
