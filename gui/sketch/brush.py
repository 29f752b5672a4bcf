"""What the hand holds: pen, eraser or a colour, how wide, and whether the other side of the page follows."""

from PySide6.QtCore import QObject, Signal

from fashiongan.color import Color
from gui.sketch.drawing import Point, Stroke, Tool

LEAST_PX, MOST_PX = 2.0, 80.0
_USUAL_PX = {Tool.PEN: 6.0, Tool.ERASER: 36.0, Tool.HINT: 30.0}
_STEP = 1.25


class Brush(QObject):
    """Each tool keeps a width of its own, in pixels of the page."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tool = Tool.PEN
        self.color = Color.parse("#1f3a5f")
        self.symmetric = True
        self._widths_px = dict(_USUAL_PX)

    @property
    def width_px(self) -> float:
        """Of the tool in the hand."""
        return self._widths_px[self.tool]

    def take(self, tool: Tool) -> None:
        """Take another tool."""
        self.tool = tool
        self.changed.emit()

    def dip(self, color: Color) -> None:
        """Take the brush, with another colour."""
        self.color = color
        self.take(Tool.HINT)

    def set_width(self, width_px: float) -> None:
        """Make the tool in the hand wider or narrower, within what is of use."""
        self._widths_px[self.tool] = min(max(width_px, LEAST_PX), MOST_PX)
        self.changed.emit()

    def widen(self, steps: int) -> None:
        """Some steps wider, or narrower if negative."""
        self.set_width(self.width_px * _STEP**steps)

    def set_symmetric(self, symmetric: bool) -> None:
        """Let the other side of the page follow, from the next stroke on."""
        self.symmetric = symmetric
        self.changed.emit()

    def stroke(self, begins: Point, turned_over: bool = False) -> Stroke:
        """A stroke of the tool in the hand; a pen that is turned over erases."""
        tool = Tool.ERASER if turned_over else self.tool
        color = self.color if tool is Tool.HINT else None
        return Stroke(tool, self._widths_px[tool], (begins,), color, self.symmetric)
