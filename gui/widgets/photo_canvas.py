"""A photo on which a box is drawn with the mouse or the keys."""

from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QLabel, QRubberBand, QWidget

LARGEST = QSize(760, 560)
_RGBA_BYTES = 4
# A box that is begun with the keys takes this share of the sides; a key moves or stretches it by so much on the screen.
FIRST_SHARE, STEP_PX, LEAST_PX = 0.4, 10, 20
STEPS = {
    Qt.Key.Key_Left: QPoint(-STEP_PX, 0),
    Qt.Key.Key_Right: QPoint(STEP_PX, 0),
    Qt.Key.Key_Up: QPoint(0, -STEP_PX),
    Qt.Key.Key_Down: QPoint(0, STEP_PX),
}


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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keys = self.tr("Drag a box. With the keys: arrows move it, Shift+arrows resize it, Enter accepts it.")
        self.setAccessibleName(self.tr("Photo with the place for the garment"))
        self.setAccessibleDescription(keys)
        self.setToolTip(keys)
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
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the box, with Shift they resize it; the first one puts a box in the middle."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        if self.band.isHidden():
            self._put(self._first_box())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._put(_resized(self.band.geometry(), step))
        else:
            self._put(_inside(self.band.geometry().translated(step), self.rect()))
        self._tell()

    def _stretch(self, corner: QPoint) -> None:
        self._put(QRect(self._start, corner).normalized())

    def _put(self, box: QRect) -> None:
        self.band.setGeometry(box.intersected(self.rect()))
        self.band.show()

    def _tell(self) -> None:
        box, scale = self.band.geometry(), self._size.width() / self.width()
        left, top = (round(edge * scale) for edge in (box.left(), box.top()))
        width = min(round(box.width() * scale), self._size.width() - left)
        height = min(round(box.height() * scale), self._size.height() - top)
        self.boxed.emit(left, top, width, height)

    def _first_box(self) -> QRect:
        box = QRect(QPoint(), self.size() * FIRST_SHARE)
        box.moveCenter(self.rect().center())
        return box


def _resized(box: QRect, step: QPoint) -> QRect:
    """Its right and lower edge move."""
    size = QSize(max(LEAST_PX, box.width() + step.x()), max(LEAST_PX, box.height() + step.y()))
    return QRect(box.topLeft(), size)


def _inside(box: QRect, whole: QRect) -> QRect:
    """The same box, not beyond an edge."""
    box.moveLeft(max(whole.left(), min(box.left(), whole.right() - box.width() + 1)))
    box.moveTop(max(whole.top(), min(box.top(), whole.bottom() - box.height() + 1)))
    return box
