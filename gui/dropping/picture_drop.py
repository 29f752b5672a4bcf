"""One picture, dropped on a part of the window or pasted into it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from fashiongan.errors import RequestError
from gui.dropping.dropped import what_was_dropped
from gui.file_kinds import Kind


def picture_in(mime: QMimeData) -> Path | QImage | None:
    """The picture that is dragged or pasted: its file, or its pixels where another program gives only them."""
    if mime.urls():
        try:
            dropped = what_was_dropped(mime.urls())
        except RequestError:
            dropped = None
        if dropped is not None and dropped.kind is Kind.PICTURE:
            return dropped.paths[0]
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return None if image.isNull() else image


class PictureDrop(QObject):
    """Lets a widget take a picture. `dropped(Path)` a file, `image_dropped(QImage)` pixels without one. What is no
    single picture is left to the window."""

    dropped = Signal(object)
    image_dropped = Signal(object)

    def __init__(self, widget: QWidget, takes_pixels: bool = False) -> None:
        super().__init__(widget)
        self._widget, self._takes_pixels = widget, takes_pixels
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is dragged over the widget and dropped on it."""
        if event.type() is QEvent.Type.DragLeave:
            self._light(False)
        if not isinstance(event, QDropEvent) or event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        picture = picture_in(event.mimeData())
        if picture is None or (isinstance(picture, QImage) and not self._takes_pixels):
            event.ignore()
            return True
        event.acceptProposedAction()
        self._light(isinstance(event, QDragEnterEvent))
        if event.type() is QEvent.Type.Drop:
            (self.image_dropped if isinstance(picture, QImage) else self.dropped).emit(picture)
        return True

    def _light(self, over: bool) -> None:
        if isinstance(self._widget, QAbstractButton):
            self._widget.setDown(over)
