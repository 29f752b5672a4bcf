"""Depth as it comes in, upright, with the person's frame, a scale in metres, a countdown and the sign of recording."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.languages.numbers import in_locale
from gui.scan.depth_colors import FAR_MM, NEAR_MM, TICKS_M, colored, scale

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from gui.scan.live import Look
    from scanning.turning import Turning

# What is good is told by words, too.
GOOD, WRONG, RECORDING = QColor("#3fa34d"), QColor("#e08a1e"), QColor("#d12f2f")
SCALE_PX, ROOM_PX, MARGIN_PX = 12, 58, 10
RING_PX, DOT_PX, CORNER_SHARE = 150, 14, 0.12


class DepthPicture(QWidget):
    """Shows the last look; nothing without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(240, 300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Depth as the camera sees it"))
        self.setToolTip(self.tr("Bright is near, dark is far; where the camera sees nothing it is empty"))
        self._image: QImage | None = None
        self._box: QRectF | None = None
        self._ok = False
        self._turning: Turning | None = None
        self._ramp = _as_image(np.ascontiguousarray(scale()[::-1][:, None]))

    def sizeHint(self) -> QSize:
        """A tall picture: people are tall."""
        return QSize(460, 600)

    def show_look(self, look: "Look", turning: "Turning | None") -> None:
        """Show another moment; `turning` while somebody is recorded."""
        from scanning.upright import upright

        depth, seen = look.frame.depth, look.guidance
        picture = upright(depth, seen.up)
        self._image = _as_image(colored(picture, look.camera.depth_unit_mm))
        self._box = None
        if seen.box is not None:
            marked = np.zeros(depth.shape, bool)
            marked[seen.box.top : seen.box.bottom, seen.box.left : seen.box.right] = True
            self._box = _rect_of(upright(marked, seen.up))
        self._ok, self._turning = seen.ok, turning
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._image = self._box = self._turning = None
        self.update()

    @property
    def has_picture(self) -> bool:
        """Something is shown."""
        return self._image is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, picture, scale, and what lies over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is not None:
            place = self._place(self._image)
            painter.fillRect(place, self.palette().color(QPalette.ColorRole.AlternateBase))
            painter.drawImage(place, self._image)
            self._draw_frame(painter, place, self._image)
            self._draw_scale(painter, place)
            self._draw_turning(painter, place)
        painter.end()

    def _place(self, image: QImage) -> QRectF:
        """Where the picture lies: as large as fits, in the middle, with room for the scale."""
        room = QSizeF(self.width() - ROOM_PX, self.height())
        size = QSizeF(image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2), size)

    def _draw_frame(self, painter: QPainter, place: QRectF, image: QImage) -> None:
        """Four corners around the person."""
        if self._box is None:
            return
        share = place.width() / image.width()
        box = QRectF(self._box.topLeft() * share + place.topLeft(), self._box.size() * share)
        painter.setPen(QPen(GOOD if self._ok else WRONG, 4, c=Qt.PenCapStyle.RoundCap))
        reach = CORNER_SHARE * box.height()
        for corner, x, y in (
            (box.topLeft(), 1, 1),
            (box.topRight(), -1, 1),
            (box.bottomLeft(), 1, -1),
            (box.bottomRight(), -1, -1),
        ):
            painter.drawLine(corner, corner + QPointF(x * reach, 0))
            painter.drawLine(corner, corner + QPointF(0, y * reach))

    def _draw_scale(self, painter: QPainter, place: QRectF) -> None:
        """Colours and metres, near at the top."""
        height = min(place.height() - 2 * MARGIN_PX, 300.0)
        bar = QRectF(place.right() + MARGIN_PX, place.center().y() - height / 2, SCALE_PX, height)
        painter.drawImage(bar, self._ramp)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        line = self.fontMetrics().height()
        for metres in TICKS_M:
            y = bar.top() + height * (1000 * metres - NEAR_MM) / (FAR_MM - NEAR_MM)
            where = QRectF(bar.right() + 4, y - line / 2, ROOM_PX, line)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, in_locale(f"{metres:g} m"))

    def _draw_turning(self, painter: QPainter, place: QRectF) -> None:
        """The countdown's ring, or the dot of a recording."""
        from scanning.turning import COUNTDOWN_US, HOLD_US, Phase

        turning = self._turning
        if turning is None:
            return
        if turning.phase is Phase.COUNTDOWN:
            self._draw_ring(painter, place.center(), turning.seconds_left, COUNTDOWN_US / 1e6)
        elif turning.recording:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(RECORDING)
            painter.drawEllipse(QRectF(place.left() + MARGIN_PX, place.top() + MARGIN_PX, DOT_PX, DOT_PX))
            if turning.phase is Phase.STAND:
                self._draw_held(painter, place, 1 - turning.seconds_left / (HOLD_US / 1e6))

    def _draw_ring(self, painter: QPainter, centre: QPointF, seconds: float, of: float) -> None:
        ring = QRectF(centre.x() - RING_PX / 2, centre.y() - RING_PX / 2, RING_PX, RING_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawEllipse(ring)
        painter.setPen(QPen(Qt.GlobalColor.white, 9, c=Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring.adjusted(10, 10, -10, -10), 90 * 16, round(360 * 16 * seconds / of))
        font = QFont(self.font())
        font.setPixelSize(RING_PX // 2)
        painter.setFont(font)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(int(np.ceil(seconds))))

    def _draw_held(self, painter: QPainter, place: QRectF, share: float) -> None:
        """How long this stand is held already, as a bar along the foot of the picture."""
        bar = QRectF(place.left(), place.bottom() - 6, place.width() * share, 6)
        painter.fillRect(bar, GOOD)


def _as_image(rgba: NDArray[np.uint8]) -> QImage:
    height, width = rgba.shape[:2]
    return QImage(rgba.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _rect_of(mask: NDArray[np.bool_]) -> QRectF:
    from scanning.upright import box_of

    left, top, right, bottom = box_of(mask)
    return QRectF(left, top, right - left, bottom - top)
