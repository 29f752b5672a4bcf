"""The widget that is drawn on, with mouse, pen and keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gui.sketch.brush import Brush
from gui.sketch.cursors import brush_cursor
from gui.sketch.drawing import PAGE_PX, Point, Tool
from gui.sketch.painting import HINT_OPACITY, PAPER, draw_piece
from gui.sketch.sheet import WHOLE_PAGE, Sheet
from gui.sketch.trace_layer import TraceLayer
from gui.sketch.view import View

_WHEEL_STEP = 1.0015
_FONT_PX = 15
# Fewer widths make longer runs of one width, which are smoother.
_PRESSURES = 32
_CENTRED = int(Qt.AlignmentFlag.AlignCenter)


class SketchCanvas(QWidget):
    """Draws on a sheet with a brush, over a picture to trace. moves_trace : dragging moves that picture instead"""

    def __init__(self, sheet: Sheet, brush: Brush, traced: TraceLayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet, self.brush, self.traced = sheet, brush, traced
        self.view, self._fits = View.fitted(self.size()), True
        self.moves_trace = False
        self._dragged_from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(280, 280)
        self.setAccessibleName(self.tr("Page to draw a garment on"))
        sheet.touched.connect(lambda part: self.update(self.view.in_widget(part)))
        brush.changed.connect(self._put_trace_down)
        traced.changed.connect(self._show_trace)
        self._show_cursor()

    def sizeHint(self) -> QSize:
        """A page as it is kept."""
        return QSize(PAGE_PX, PAGE_PX)

    def fit(self) -> None:
        """Show the whole page."""
        self._fits = True
        self._look(View.fitted(self.size()))

    def move_trace(self, moves: bool) -> None:
        """Drag and scale the picture to trace from now on, or draw again."""
        self.moves_trace = moves and self.traced.trace is not None
        self._show_cursor()

    def command_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here, if anything."""
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() == control and event.key() == Qt.Key.Key_Z:
            return self.sheet.undo
        if (event.modifiers(), event.key()) in ((control | shift, Qt.Key.Key_Z), (control, Qt.Key.Key_Y)):
            return self.sheet.redo
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            return None
        return self._commands().get(event.text().lower())

    def _commands(self) -> dict[str, Callable[[], None]]:
        return {
            "p": lambda: self.brush.take(Tool.PEN),
            "e": lambda: self.brush.take(Tool.ERASER),
            "h": lambda: self.brush.take(Tool.HINT),
            "s": lambda: self.brush.set_symmetric(not self.brush.symmetric),
            "[": lambda: self.brush.widen(-1),
            "]": lambda: self.brush.widen(1),
            "0": self.fit,
        }

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not to be taken for shortcuts of the window."""
        pressed = event.type() == QEvent.Type.ShortcutOverride
        return (pressed and self.takes_key(event)) or super().event(event)

    def takes_key(self, event: QEvent) -> bool:
        """Claim a key that means something here, before the window's shortcuts are asked."""
        claimed = isinstance(event, QKeyEvent) and self.command_for(event) is not None
        if claimed:
            event.accept()
        return claimed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `command_for`."""
        command = self.command_for(event)
        if command is None:
            event.ignore()
        else:
            command()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke with the left button, move the page with the middle one."""
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self.moves_trace):
            self._dragged_from = event.position()
        elif left:
            self.sheet.begin(self.brush.stroke(self._point(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on."""
        if self._dragged_from is None:
            self.sheet.extend(self._point(event.position()))
            return
        moved, self._dragged_from = event.position() - self._dragged_from, event.position()
        if event.buttons() & Qt.MouseButton.MiddleButton:
            self._fits = False
            self._look(self.view.moved(moved))
        else:
            self.traced.move(moved / self.view.scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke is done."""
        self._dragged_from = None
        self.sheet.end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen: it presses, and erases when it is turned over."""
        if self.moves_trace:
            event.ignore()  # Comes again as a mouse.
            return
        point = self._point(event.position(), event.pressure())
        match event.type():
            case QEvent.Type.TabletPress:
                turned_over = event.pointerType() == QPointingDevice.PointerType.Eraser
                self.sheet.begin(self.brush.stroke(point, turned_over))
            case QEvent.Type.TabletMove:
                self.sheet.extend(point)
            case QEvent.Type.TabletRelease:
                self.sheet.end()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the cursor: the page, or the picture to trace while that is moved."""
        factor = _WHEEL_STEP ** event.angleDelta().y()
        if self.moves_trace:
            self.traced.zoom(factor, self.view.on_page(event.position()))
        else:
            self._fits = False
            self._look(self.view.zoomed(factor, event.position()))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that is shown whole stays whole."""
        if self._fits:
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the part of the page that has changed."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Button))
        painter.setClipRect(event.rect())
        painter.setTransform(self.view.transform())
        self._paint_page(painter)
        painter.end()

    def _paint_page(self, painter: QPainter) -> None:
        painter.setClipRect(WHOLE_PAGE, Qt.ClipOperation.IntersectClip)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(WHOLE_PAGE, PAPER)
        self.traced.paint(painter)
        painter.setOpacity(HINT_OPACITY)
        painter.drawImage(WHOLE_PAGE, self.sheet.layers.hints)
        painter.setOpacity(1.0)
        painter.drawImage(WHOLE_PAGE, self.sheet.layers.ink)
        self._paint_end(painter)
        if self.brush.symmetric:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(PAGE_PX / 2, 0), QPointF(PAGE_PX / 2, PAGE_PX))
        if self.sheet.blank and self.traced.trace is None:
            self._paint_invitation(painter)
        focused = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Mid
        painter.setPen(QPen(self.palette().color(focused), 2 / self.view.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(WHOLE_PAGE)

    def _paint_end(self, painter: QPainter) -> None:
        """The last piece of the stroke that is being drawn, which the sheet has not painted yet."""
        stroke = self.sheet.stroke
        if stroke is None or stroke.tool is Tool.ERASER:
            return
        painter.setOpacity(HINT_OPACITY if stroke.tool is Tool.HINT else 1.0)
        draw_piece(painter, stroke, len(stroke.points) - 1)
        painter.setOpacity(1.0)

    def _paint_invitation(self, painter: QPainter) -> None:
        font, words = painter.font(), self._invitation()
        font.setPixelSize(round(_FONT_PX / self.view.scale))
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.darkGray)
        painter.fillRect(painter.boundingRect(WHOLE_PAGE, _CENTRED, words), PAPER)
        painter.drawText(WHOLE_PAGE, _CENTRED, words)

    def _invitation(self) -> str:
        return self.tr(
            "Draw the outline of a garment.\nWith symmetry, one half is enough.\n\n"
            "P pen    E eraser    H colour    S symmetry\n[ ] size    Ctrl+Z undo\n\n"
            "Or drop a picture here, and trace it."
        )

    def _point(self, place: QPointF, pressure: float = 1.0) -> Point:
        on_page = self.view.on_page(place)
        return Point(on_page.x(), on_page.y(), round(pressure * _PRESSURES) / _PRESSURES)

    def _look(self, view: View) -> None:
        self.view = view
        self._show_cursor()
        self.update()

    def _put_trace_down(self) -> None:
        """Whoever takes a tool wants to draw."""
        self.move_trace(False)
        self.update()

    def _show_trace(self) -> None:
        self.move_trace(self.moves_trace)
        self.update()

    def _show_cursor(self) -> None:
        if self.moves_trace:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.setCursor(brush_cursor(self.brush.width_px * self.view.scale, self.devicePixelRatioF()))
