"""One piece of a pattern as it is cut, drawn flat: it can be pointed at and chosen."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from fashiongan.garment.curves import Points
from fashiongan.garment.highlight import CHOSEN
from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.labelling import arrow_heads, cross
from fashiongan.garment.printing.layout import Placed
from gui.languages.wording import in_words, translate

# Widths on the screen, whatever the zoom.
CUT_PX, CHOSEN_PX, FINE_PX = 1.4, 2.4, 0.9
_VEIL = 70
_ROOM_PX = 3.0


class PieceItem(QGraphicsItem):
    """In millimetres, y down."""

    def __init__(self, placed: Placed, sheet_height_mm: float) -> None:
        super().__init__()
        self.piece = placed.piece
        self.chosen = False
        self._placed, self._height = placed, sheet_height_mm
        piece = placed.piece
        self._cut = self._path([piece.cut_line], close=True)
        self._sew = self._path([piece.sew_line], close=True)
        crosses = [arm for places in piece.holes.values() for place in places for arm in cross(place)]
        self._grain = self._path([piece.grain, *arrow_heads(piece.grain)])
        self._fine = self._path([*piece.notches, *crosses])
        self._marks = self._path(list(piece.marks.values()))
        self._places = [*self._down(np.array([piece.label.middle])), *_spread(self._sew.boundingRect())]
        self.setToolTip(told(piece))

    def boundingRect(self) -> QRectF:
        """With room for its lines."""
        return self._cut.boundingRect().adjusted(-3, -3, 3, 3)

    def shape(self) -> QPainterPath:
        """All of the cloth can be pointed at."""
        return self._cut

    def set_chosen(self, chosen: bool) -> None:
        """Draw it as the chosen one, or as one of many."""
        self.chosen = chosen
        self.setZValue(1 if chosen else 0)
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Cloth, lines, then words where there is room for them."""
        palette = widget.palette() if widget else QPalette()
        ink, muted = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        chosen = QColor(*CHOSEN)
        painter.fillPath(self._cut, palette.base())
        if self.chosen:
            painter.fillPath(self._cut, QColor(*CHOSEN, _VEIL))
        painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        for path, color, width, style in (
            (self._marks, muted, FINE_PX, Qt.PenStyle.DotLine),
            (self._sew, muted, FINE_PX, Qt.PenStyle.DashLine),
            (self._fine, ink, FINE_PX, Qt.PenStyle.SolidLine),
            (self._grain, ink, FINE_PX, Qt.PenStyle.SolidLine),
            (self._cut, chosen if self.chosen else ink, CHOSEN_PX if self.chosen else CUT_PX, Qt.PenStyle.SolidLine),
        ):
            painter.setPen(_pen(color, width, style))
            painter.drawPath(path)
        painter.setPen(ink)
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        """Its name and how often it is cut, upright or along it, as far as that fits at this zoom."""
        scale = painter.worldTransform().m11()
        metrics = QFontMetricsF(painter.font())
        title, order = in_words("Pattern", self.piece.title), in_words("Pattern", self.piece.order)
        for lines in ((title, order), (title,)):
            width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * _ROOM_PX
            height = metrics.lineSpacing() * len(lines) + 2 * _ROOM_PX
            for turn_deg, across, along in ((0, width, height), (-90, height, width)):
                for place in self._places:
                    if self._is_free(_around(place, across / scale, along / scale)):
                        room = _around(QPointF(), 2 * width, 2 * height)
                        _draw_words(painter, place, turn_deg, "\n".join(lines), room)
                        return

    def _is_free(self, box: QRectF) -> bool:
        return self._sew.contains(box) and not self._grain.boundingRect().adjusted(-1, -1, 1, 1).intersects(box)

    def _path(self, lines: list[Points], close: bool = False) -> QPainterPath:
        path = QPainterPath()
        for line in lines:
            polygon = QPolygonF(self._down(line))
            path.addPolygon(polygon)
            if close:
                path.closeSubpath()
        return path

    def _down(self, points: Points) -> list[QPointF]:
        """Where points of the piece lie in the scene, whose y runs down."""
        return [QPointF(x, self._height - y) for x, y in self._placed.on_sheet(points).tolist()]


def told(piece: CutPiece) -> str:
    """What a piece is and how large, in lines."""
    width, length = np.ptp(piece.cut_line, axis=0).tolist()
    size = translate("PieceItem", "%1 mm long, %2 mm wide, with seam allowance")
    size = size.replace("%1", f"{length:.0f}").replace("%2", f"{width:.0f}")
    named = " · ".join(in_words("Pattern", word) for word in (piece.title, piece.order, piece.cloth))
    return f"{named}\n{size}"


def _pen(color: QColor, width_px: float, style: Qt.PenStyle) -> QPen:
    pen = QPen(color, width_px, style)
    pen.setCosmetic(True)
    return pen


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def _spread(box: QRectF) -> list[QPointF]:
    """Places in a box, its middle first."""
    shares = (0.5, 0.65, 0.35, 0.75)
    return [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for y in shares for x in shares]


def _draw_words(painter: QPainter, middle: QPointF, turn_deg: float, words: str, room: QRectF) -> None:
    """In pixels of the screen, however the scene is zoomed."""
    at = painter.worldTransform().map(middle)
    painter.save()
    painter.resetTransform()
    painter.translate(at)
    painter.rotate(turn_deg)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()
