"""The page that is drawn on: the drawing, its pixels, the stroke that is being drawn, and what can be undone."""

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from gui.sketch.drawing import PAGE_PX, Drawing, Point, Stroke
from gui.sketch.painting import Layers, paint_piece, rendered, touched

# Points nearer than this are the same place to a hand.
LEAST_STEP_PX = 3.0
# Undo paints from the last of so many pages that are kept, one every so many strokes; each takes 5 MB.
MILESTONE, MOST_MILESTONES = 16, 8
WHOLE_PAGE = QRectF(0, 0, PAGE_PX, PAGE_PX)


class Sheet(QObject):
    """`touched` tells, while somebody draws, which part of the page looks different; `changed` when a stroke is done.

    stroke : that is being drawn, piece by piece; its last piece is not painted yet, as it changes with the next point.
    When it is done, it is painted anew as a whole.
    """

    touched = Signal(QRectF)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = QUndoStack(self)
        self.drawing: Drawing = ()
        self.stroke: Stroke | None = None
        self.layers = Layers.blank()
        self._before = self.layers
        self._painted: Drawing = ()
        self._milestones: list[tuple[Drawing, Layers]] = []

    @property
    def blank(self) -> bool:
        """Nothing was drawn."""
        return not self.drawing and self.stroke is None

    @property
    def can_undo(self) -> bool:
        """There is something to take back."""
        return self._undo_stack.canUndo()

    @property
    def can_redo(self) -> bool:
        """Something was taken back."""
        return self._undo_stack.canRedo()

    def begin(self, stroke: Stroke) -> None:
        """Begin a stroke; another that is being drawn ends."""
        self.end()
        if self.blank:  # What invited to draw goes.
            self.touched.emit(WHOLE_PAGE)
        self.stroke, self._before = stroke, self.layers.snapshot()
        self._touch(stroke, 0)

    def extend(self, point: Point) -> None:
        """Go on to a point."""
        if self.stroke is None or self.stroke.points[-1].distance(point) < LEAST_STEP_PX:
            return
        last = len(self.stroke.points) - 1
        self._touch(self.stroke, last)
        self.stroke = self.stroke.with_point(point)
        paint_piece(self.layers, self.stroke, last)
        self._touch(self.stroke, last)
        self._touch(self.stroke, last + 1)

    def end(self) -> None:
        """The stroke is done, and can be undone."""
        if self.stroke is None:
            return
        stroke, self.stroke = self.stroke, None
        self.layers = rendered((stroke,), self._before)
        self._painted = (*self.drawing, stroke)
        self.touched.emit(WHOLE_PAGE)
        self._set_milestone()
        self._push(self._painted)

    def replace(self, drawing: Drawing) -> None:
        """Show another drawing; this can be undone."""
        self.end()
        if drawing != self.drawing:
            self._push(drawing)

    def clear(self) -> None:
        """An empty page; this can be undone."""
        self.replace(())

    def undo(self) -> None:
        """Take back the last stroke, or whatever was done last."""
        self.end()
        self._undo_stack.undo()
        self.changed.emit()

    def redo(self) -> None:
        """Do again what was undone."""
        self.end()
        self._undo_stack.redo()
        self.changed.emit()

    def restore(self, drawing: Drawing) -> None:
        """Begin with a drawing; nothing before it can be undone."""
        self.end()
        self._undo_stack.clear()
        self.show_drawing(drawing)
        self.changed.emit()

    def show_drawing(self, drawing: Drawing) -> None:
        """Paint what is not painted yet."""
        if drawing is not self._painted:
            self._paint(drawing)
        self.drawing = self._painted = drawing

    def _push(self, drawing: Drawing) -> None:
        self._undo_stack.push(_Redraw(self, drawing))
        self.changed.emit()

    def _paint(self, drawing: Drawing) -> None:
        begun = [(self._painted, self.layers), *self._milestones]
        fits = [one for one in begun if drawing[: len(one[0])] == one[0]]
        known, layers = max(fits, key=lambda one: len(one[0]), default=((), None))
        self.layers = rendered(drawing[len(known) :], layers)
        self.touched.emit(WHOLE_PAGE)

    def _set_milestone(self) -> None:
        if len(self._painted) % MILESTONE == 0:
            milestone = (self._painted, self.layers.snapshot())
            self._milestones = [*self._milestones[1 - MOST_MILESTONES :], milestone]

    def _touch(self, stroke: Stroke, index: int) -> None:
        for part in touched(stroke, index):
            self.touched.emit(part)


class _Redraw(QUndoCommand):
    """From one drawing to another: drawings share their strokes, so keeping both is cheap."""

    def __init__(self, sheet: Sheet, after: Drawing) -> None:
        super().__init__()
        self._sheet, self._before, self._after = sheet, sheet.drawing, after

    def redo(self) -> None:
        """Also called when it is first done."""
        self._sheet.show_drawing(self._after)

    def undo(self) -> None:
        """Back to what was."""
        self._sheet.show_drawing(self._before)
