"""A body from two sides as a line drawing, with the tape of one measurement."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.scan.depth_picture import WRONG
from scanning.body_picture import View, near_half, projected

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from fashiongan.body.model import Floats
    from gui.scan.body_drawing import BodyDrawing
    from scanning.body_outline import Outline

MARGIN_PX, GAP_SHARE = 12, 0.12
TAPE_PX, FAR_PX, END_PX = 2.6, 1.2, 3.5


class BodyView(QWidget):
    """Front and side, or back and side; the tape's near half is thick, what the body hides is thin and dotted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 260)
        self.setAccessibleName(self.tr("Where the measurement is taken"))
        self.setToolTip(self.tr("The tape of the chosen measurement; dotted where it runs behind the body"))
        self._drawing: BodyDrawing | None = None
        self._name = ""

    def sizeHint(self) -> QSize:
        """Two standing people side by side."""
        return QSize(420, 520)

    def show_drawing(self, drawing: "BodyDrawing | None") -> None:
        """Draw somebody else, or nobody."""
        self._drawing = drawing
        self.update()

    def show_tape(self, name: str) -> None:
        """Draw the tape of this measurement; of none for an empty name."""
        self._name = name
        self.update()

    @property
    def has_tape(self) -> bool:
        """Whether a tape is drawn."""
        return self._drawing is not None and self._name in self._drawing.shape.lines_mm

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two drawings on one floor, in one scale."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        views = self._drawing.views_of(self._name)
        extents = [self._extent(view) for view in views]
        gap = GAP_SHARE * extents[0].height()
        wide, tall = sum(one.width() for one in extents) + gap, max(one.height() for one in extents)
        line = self.fontMetrics().height()
        room = QRectF(self.rect()).adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX - line)
        scale = min(room.width() / wide, room.height() / tall)
        left, floor = room.center().x() - scale * wide / 2, room.center().y() + scale * tall / 2
        for view, extent in zip(views, extents, strict=True):
            origin = QPointF(left - scale * extent.left(), floor + scale * extent.top())
            self._draw(painter, view, origin, scale)
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            below = QRectF(left, floor + 2, scale * extent.width(), line)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self._title(view))
            left += scale * (extent.width() + gap)
        painter.end()

    def _title(self, view: View) -> str:
        return {View.FRONT: self.tr("Front"), View.SIDE: self.tr("Side"), View.BACK: self.tr("Back")}[view]

    def _extent(self, view: View) -> QRectF:
        """Left, lowest, width and height in millimetres."""
        from scanning.body_picture import extent_mm

        assert self._drawing is not None
        left, bottom, right, top = extent_mm(self._drawing.shape.vertices_mm, view)
        return QRectF(left, bottom, right - left, top - bottom)

    def _draw(self, painter: QPainter, view: View, origin: QPointF, scale: float) -> None:
        assert self._drawing is not None
        outline = self._drawing.outlines[view]
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1.3))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawPath(_path(outline, origin, scale))
        painter.drawLines(_lines(outline.contours, origin, scale))
        line = self._drawing.shape.lines_mm.get(self._name)
        if line is not None:
            _draw_tape(painter, line, view, origin, scale)


def _draw_tape(painter: QPainter, line: "Floats", view: View, origin: QPointF, scale: float) -> None:
    flat, _ = projected(line, view)
    runs, near = np.stack([flat[:-1], flat[1:]], axis=1), near_half(line, view)
    painter.setPen(QPen(WRONG, FAR_PX, Qt.PenStyle.DotLine))
    painter.drawLines(_lines(runs[~near], origin, scale))
    painter.setPen(QPen(WRONG, TAPE_PX, c=Qt.PenCapStyle.RoundCap))
    painter.drawLines(_lines(runs[near], origin, scale))
    if not np.allclose(line[0], line[-1]):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(WRONG)
        for end in (flat[0], flat[-1]):
            painter.drawEllipse(_at(end, origin, scale), END_PX, END_PX)


def _path(outline: "Outline", origin: QPointF, scale: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in outline.rings:
        path.addPolygon(QPolygonF([_at(corner, origin, scale) for corner in ring]))
        path.closeSubpath()
    return path


def _lines(runs: "Floats", origin: QPointF, scale: float) -> list[QLineF]:
    return [QLineF(_at(start, origin, scale), _at(end, origin, scale)) for start, end in runs]


def _at(place_mm: "Floats", origin: QPointF, scale: float) -> QPointF:
    return QPointF(origin.x() + scale * float(place_mm[0]), origin.y() - scale * float(place_mm[1]))
