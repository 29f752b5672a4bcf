"""Pictures on their way to other programs: dragged out of the window, or through the clipboard, as file and as pixels.

What leaves is a copy: another program that writes into it changes nothing of ours.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QEvent,
    QIODevice,
    QMimeData,
    QObject,
    QPoint,
    QSize,
    Qt,
    QTemporaryDir,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from fashiongan.erasing import DRAGGED_PREFIX
from fashiongan.errors import OutputError
from fashiongan.files import write_atomically
from fashiongan.image import GarmentImage

SEEN_PX = 128


@dataclass(frozen=True, slots=True)
class Dragged:
    """A picture that leaves. name : of its file, without ending"""

    name: str
    png: bytes

    @classmethod
    def of(cls, image: GarmentImage | None) -> "Dragged | None":
        """A garment, with all that it says of itself."""
        return None if image is None else cls(str(image.attributes.category), image.png())

    @classmethod
    def of_widget(cls, name: str, widget: QWidget) -> "Dragged":
        """What a widget shows, without the frame that says that it has the keyboard."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        widget.grab(widget.rect().adjusted(1, 1, -1, -1)).save(buffer, "PNG")
        return cls(name, bytes(buffer.data().data()))


class PictureOut(QObject):
    """Lets a widget's picture be dragged out. `refused(str)` one line. give : the picture, None where there is none"""

    refused = Signal(str)

    def __init__(self, widget: QWidget, give: Callable[[], Dragged | None]) -> None:
        super().__init__(widget)
        self._widget, self._give = widget, give
        self._folder = QTemporaryDir(str(Path(tempfile.gettempdir()) / f"{DRAGGED_PREFIX}XXXXXX"))
        self._pressed: QPoint | None = None
        widget.installEventFilter(self)

    def copy(self) -> bool:
        """Into the clipboard; False where there is no picture."""
        mime = self._mime()
        if mime is not None:
            QApplication.clipboard().setMimeData(mime)
        return mime is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press that is moved becomes a drag."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            moved = (event.position().toPoint() - self._pressed).manhattanLength()
            if moved >= QApplication.startDragDistance():
                self._pressed = None
                self._drag()
                return True
        return False

    def _drag(self) -> None:
        mime = self._mime()
        if mime is None:
            return
        drag = QDrag(self._widget)
        drag.setMimeData(mime)
        smooth, whole = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
        seen = QPixmap.fromImage(QImage(mime.imageData())).scaled(QSize(SEEN_PX, SEEN_PX), whole, smooth)
        drag.setPixmap(seen)
        drag.exec(Qt.DropAction.CopyAction)
        if isinstance(self._widget, QAbstractButton):
            # The drag took the release of the mouse, so the button would stay pressed.
            self._widget.setDown(False)

    def _mime(self) -> QMimeData | None:
        dragged = self._give()
        if dragged is None:
            return None
        path = Path(self._folder.path()) / f"{dragged.name}.png"
        try:
            write_atomically(path, dragged.png)
        except OutputError as error:
            self.refused.emit(str(error))
            return None
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(path)])
        mime.setImageData(QImage.fromData(dragged.png))
        return mime


class PictureHandle(QToolButton):
    """A button for a picture that cannot be dragged itself, as a drag turns it: drag this, or press it to copy, after
    which `copied` comes."""

    copied = Signal()

    def __init__(self, give: Callable[[], Dragged | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.out = PictureOut(self, give)
        self.setText(self.tr("Copy picture"))
        self.setToolTip(self.tr("Drag this to another program to take the picture there, or press it to copy"))
        self.setAccessibleName(self.tr("Copy the picture"))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        if self.out.copy():
            self.copied.emit()
