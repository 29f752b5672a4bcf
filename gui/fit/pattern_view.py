"""The pieces of a pattern laid out flat: looked at closely, pointed at, and chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget

from fashiongan.garment.printing.cutting import CutPiece
from fashiongan.garment.printing.layout import lay_out_in_shape
from gui.fit.piece_item import PieceItem

MARGIN_MM = 20.0
ZOOM_PER_STEP, ZOOM_PER_KEY = 1.001, 1.25
# Against the view in which all is seen.
LEAST_ZOOM, MOST_ZOOM = 0.5, 40.0
_STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ZOOMS: dict[int, float] = {
    Qt.Key.Key_Plus: ZOOM_PER_KEY,
    Qt.Key.Key_Equal: ZOOM_PER_KEY,
    Qt.Key.Key_Minus: 1 / ZOOM_PER_KEY,
}


class PatternView(QGraphicsView):
    """Wheel to zoom, drag to move, F to see all; click or arrow keys to choose. `piece_chosen` gives the piece's name,
    "" for none."""

    piece_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items_by_name: dict[str, PieceItem] = {}
        self.chosen = ""
        self._pieces: tuple[CutPiece, ...] = ()
        self._zoom, self._pressed_at = 1.0, QPoint()
        self.setScene(QGraphicsScene(self))
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setMinimumSize(200, 160)
        self.setAccessibleName(self.tr("Cutting pattern"))
        self.setWhatsThis(
            self.tr("The pieces as they are cut. Click one, or press an arrow key, to see it on the body.\n")
            + self.tr("Wheel zooms, drag moves, F shows all, Escape lets go.")
        )
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def show_pieces(self, pieces: Sequence[CutPiece]) -> None:
        """Lay out other pieces; the chosen one stays chosen if it is among them."""
        self._pieces = tuple(pieces)
        self._lay_out()
        self.fit_to_view()
        if self.chosen not in self.items_by_name:
            self.choose("")
        self._mark()

    def choose(self, name: str) -> None:
        """Choose a piece by its name; none if there is no such piece."""
        name = name if name in self.items_by_name else ""
        if name == self.chosen:
            return
        self.chosen = name
        self._mark()
        self.piece_chosen.emit(name)

    def fit_to_view(self) -> None:
        """See all pieces."""
        self._zoom = 1.0
        self.fitInView(self._all(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom(self, factor: float) -> None:
        """Nearer, as far as that makes sense."""
        wanted = min(max(self._zoom * factor, LEAST_ZOOM), MOST_ZOOM)
        self.scale(wanted / self._zoom, wanted / self._zoom)
        self._zoom = wanted

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pieces, or what will be here."""
        super().paintEvent(event)
        if not self._pieces:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            words = self.tr("The pattern of what is worn")
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), words)
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self.zoom(ZOOM_PER_STEP ** event.angleDelta().y())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; what was only dragged over is left alone."""
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        place = event.position().toPoint()
        if (place - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
            item = self.itemAt(place)
            self.choose(item.piece.name if isinstance(item, PieceItem) else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, F to see all, Escape to let go."""
        key = event.key()
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif key == Qt.Key.Key_F:
            self.fit_to_view()
        elif key == Qt.Key.Key_Escape and self.chosen:
            self.choose("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew, unless somebody is looking closely."""
        super().resizeEvent(event)
        if self._zoom == 1.0 and self._pieces:
            self._lay_out()
            self.fit_to_view()
            self._mark()

    def _step(self, step: int) -> None:
        names = list(self.items_by_name)
        if names:
            index = names.index(self.chosen) + step if self.chosen else min(step, 0)
            self.choose(names[index % len(names)])
            self.ensureVisible(self.items_by_name[self.chosen], 10, 10)

    def _lay_out(self) -> None:
        self.scene().clear()
        self.items_by_name = {}
        if not self._pieces:
            return
        sheet = lay_out_in_shape(self._pieces, self.width() / max(self.height(), 1))
        for placed in sheet.placed:
            item = self.items_by_name[placed.piece.name] = PieceItem(placed, sheet.height_mm)
            self.scene().addItem(item)
        # Room on all sides, so that what is zoomed can be moved freely.
        self.setSceneRect(self._all().adjusted(-sheet.width_mm, -sheet.height_mm, sheet.width_mm, sheet.height_mm))

    def _all(self) -> QRectF:
        return self.scene().itemsBoundingRect().adjusted(-MARGIN_MM, -MARGIN_MM, MARGIN_MM, MARGIN_MM)

    def _mark(self) -> None:
        for name, item in self.items_by_name.items():
            item.set_chosen(name == self.chosen)
        chosen = self.items_by_name.get(self.chosen)
        self.setAccessibleDescription(chosen.toolTip() if chosen else "")
