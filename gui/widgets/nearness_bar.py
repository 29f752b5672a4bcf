"""A bar that shows how near something is, beside how near real garments are to one another."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fashiongan.originality.finding import NEAR, ORDINARY, TOO_NEAR, Match, Nearness, Scale
from gui.languages.numbers import written

BAR_PX, MARK_PX = 8, 6
# Too near, near; what is ordinary and beyond is drawn in greys of the palette.
_TOO_NEAR, _NEAR = "#c4573a", "#d9a441"
_FAINT = 70
_BEYOND = 1.1


class NearnessBar(QWidget):
    """Nearest on the left. The zones end where 1, 10 and 90 % of real garments are nearer; a mark shows the match."""

    def __init__(self, scale: Scale, match: Match, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.match = match
        self._ends = [scale.distance_of(share) for share in (TOO_NEAR, NEAR, ORDINARY)]
        # The same for every garment, so that bars can be compared; what is farther stands at the end.
        self._longest = _BEYOND * scale.distance_of(1.0) or 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr(
                "Distance %1. Red: nearer than 99 % of real garments are to one another; yellow: than 90 %; "
                "then what is ordinary, and what is far."
            ).replace("%1", written(match.distance, 2))
        )

    def sizeHint(self) -> QSize:
        """A thin bar with room for the mark above."""
        return QSize(120, BAR_PX + MARK_PX + 2)

    def mark_x(self) -> float:
        """Where the mark stands, in pixels from the left."""
        return self._x(self.match.distance)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The zones, and the mark over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ordinary, far = (self.palette().color(role) for role in (QPalette.ColorRole.Mid, QPalette.ColorRole.Button))
        begin = 0.0
        zones = zip(
            (*self._ends, self._longest), (QColor(_TOO_NEAR), QColor(_NEAR), ordinary, far), Nearness, strict=True
        )
        for end, color, nearness in zones:
            # Only the zone that the mark is in speaks up.
            color.setAlpha(255 if nearness is self.match.nearness else _FAINT)
            painter.fillRect(QRectF(self._x(begin), MARK_PX + 1, self._x(end) - self._x(begin), BAR_PX), color)
            begin = end
        painter.setBrush(self.palette().color(QPalette.ColorRole.WindowText))
        x = self.mark_x()
        painter.drawPolygon(
            QPolygonF([QPointF(x - MARK_PX, 0), QPointF(x + MARK_PX, 0), QPointF(x, MARK_PX + 1 + BAR_PX / 2)])
        )
        painter.end()

    def _x(self, distance: float) -> float:
        return MARK_PX + min(1.0, distance / self._longest) * (self.width() - 2 * MARK_PX)
