"""Beside the page: the garment as it would be, in the place where it is drawn."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.sketch.drawing import PAGE_PX
from gui.sketch.live_garment import Made
from gui.sketch.sheet import WHOLE_PAGE
from gui.sketch.view import View

_CHANNELS = 4
_FONT_PX = 15


class GarmentPreview(QWidget):
    """Shows a garment, or words where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made: Made | None = None
        self.words = ""
        self._picture = QImage()
        self.setMinimumSize(240, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The garment of the drawing"))
        self.setToolTip(
            self.tr("What the drawing becomes, with the words of the Design page; Keep puts it among the pictures")
        )

    def sizeHint(self) -> QSize:
        """As large as the page."""
        return QSize(PAGE_PX, PAGE_PX)

    def show_garment(self, made: Made) -> None:
        """Show a garment where it was drawn."""
        height, width, _ = made.rgba.shape
        picture = QImage(made.rgba.tobytes(), width, height, _CHANNELS * width, QImage.Format.Format_RGBA8888)
        self._picture = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        self.made, self.words = made, ""
        self.update()

    def say(self, words: str) -> None:
        """Show words, and no garment."""
        self.made, self.words = None, words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The garment on white, as in the gallery."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Button))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        view = View.fitted(self.size())
        page = view.transform().mapRect(WHOLE_PAGE)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(page)
        if self.made:
            square = self.made.square
            painter.setClipRect(page)
            place = QRectF(square.left_px, square.top_px, square.side_px, square.side_px)
            painter.drawImage(view.transform().mapRect(place), self._picture)
        else:
            font = painter.font()
            font.setPixelSize(_FONT_PX)
            painter.setFont(font)
            painter.setPen(Qt.GlobalColor.darkGray)
            inside = page.adjusted(40, 40, -40, -40)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.words)
        painter.end()
