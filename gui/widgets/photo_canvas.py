"""A photo on which a box is drawn with the mouse."""

from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QLabel, QRubberBand, QWidget

LARGEST = QSize(760, 560)
_RGBA_BYTES = 4


class PhotoCanvas(QLabel):
    """Shows a photo as large as fits; `boxed` gives left, top, width and height in pixels of the photo."""

    boxed = Signal(int, int, int, int)

    def __init__(self, photo: Image.Image, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = QSize(*photo.size)
        image = QImage(photo.tobytes(), *photo.size, _RGBA_BYTES * photo.width, QImage.Format.Format_RGBA8888)
        shown = self._size.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
        smooth = Qt.TransformationMode.SmoothTransformation
        self.setPixmap(QPixmap.fromImage(image).scaled(shown, mode=smooth))
        self.setFixedSize(shown)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Photo; drag a box where the garment is to go"))
        self._start = QPoint()
        self.band = QRubberBand(QRubberBand.Shape.Rectangle, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box."""
        self._start = event.position().toPoint()
        self._stretch(self._start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch it."""
        self._stretch(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which box it is."""
        self._stretch(event.position().toPoint())
        box, scale = self.band.geometry(), self._size.width() / self.width()
        left, top = (round(edge * scale) for edge in (box.left(), box.top()))
        width = min(round(box.width() * scale), self._size.width() - left)
        height = min(round(box.height() * scale), self._size.height() - top)
        self.boxed.emit(left, top, width, height)

    def _stretch(self, corner: QPoint) -> None:
        self.band.setGeometry(QRect(self._start, corner).normalized().intersected(self.rect()))
        self.band.show()
