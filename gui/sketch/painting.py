"""Strokes to pixels: ink and hints of colour, each a layer of the page."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from fashiongan.tools.sketch_picture import dabs_of
from gui.sketch.drawing import PAGE_PX, Drawing, Piece, Stroke, Tool, pieces

# Data, not decoration: paper is paper in the dark, too. It is not quite white, so that white hints are seen.
PAPER, INK = QColor("#f6f4ef"), QColor("#1d1b19")
HINT_OPACITY = 0.8
_CHANNELS = 4


@dataclass(frozen=True, eq=False)
class Layers:
    """What was painted: ink : where there is a line; hints : colours that were dabbed. Both of 768 x 768 px"""

    ink: QImage
    hints: QImage

    @classmethod
    def blank(cls) -> "Layers":
        """An empty page."""
        return cls(_transparent(), _transparent())

    def snapshot(self) -> "Layers":
        """As they are now, whatever is painted later."""
        return Layers(self.ink.copy(), self.hints.copy())

    @property
    def inked(self) -> bool:
        """There is a line."""
        return bool(_pixels(self.ink)[..., 3].any())

    @property
    def dabbed(self) -> bool:
        """There is a hint."""
        return bool(_pixels(self.hints)[..., 3].any())

    def lines(self) -> NDArray[np.bool_]:
        """(768, 768) where there is ink."""
        return np.asarray(_pixels(self.ink)[..., 3] > 127)

    def dabs(self) -> NDArray[np.uint8] | None:
        """(768, 768, 4) sRGB, opaque where a colour was dabbed, else 0; None without any."""
        if not self.dabbed:
            return None
        straight = self.hints.convertToFormat(QImage.Format.Format_RGBA8888)
        rgba = _pixels(straight)
        return dabs_of(rgba, rgba[..., 3] > 127)

    def picture(self) -> QImage:
        """The drawing on white paper."""
        page = QImage(PAGE_PX, PAGE_PX, QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        painter.drawImage(0, 0, self.hints)
        painter.drawImage(0, 0, self.ink)
        painter.end()
        return page


def paint_piece(layers: Layers, stroke: Stroke, index: int) -> None:
    """Paint one piece of a stroke, with its mirror image if it has one. An eraser takes ink and hints away."""
    _paint(layers, stroke, range(index, index + 1))


def _paint(layers: Layers, stroke: Stroke, indices: range) -> None:
    for layer in _layers_of(layers, stroke.tool):
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if stroke.tool is Tool.ERASER:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for index in indices:
            draw_piece(painter, stroke, index)
        painter.end()


def draw_piece(painter: QPainter, stroke: Stroke, index: int) -> None:
    """Draw one piece of a stroke, in pixels of the page."""
    for one in pieces(stroke, index):
        _draw_curve(painter, one, color_of(stroke))


def color_of(stroke: Stroke) -> QColor:
    """What a stroke is painted with."""
    return QColor(stroke.color.hex) if stroke.color else INK


def touched(stroke: Stroke, index: int) -> list[QRectF]:
    """The parts of the page, in its pixels, that one piece of a stroke can change: also those of its mirror image."""
    return [_bounds(one) for one in pieces(stroke, index)]


def rendered(drawing: Drawing, onto: Layers | None = None) -> Layers:
    """Paint a whole drawing, on an empty page or over what is there; what was given stays as it is."""
    layers = onto.snapshot() if onto else Layers.blank()
    for stroke in drawing:
        _paint(layers, stroke, range(len(stroke.points)))
    return layers


def _layers_of(layers: Layers, tool: Tool) -> tuple[QImage, ...]:
    match tool:
        case Tool.PEN:
            return (layers.ink,)
        case Tool.HINT:
            return (layers.hints,)
        case Tool.ERASER:
            return layers.ink, layers.hints


def _draw_curve(painter: QPainter, curve: Piece, color: QColor) -> None:
    pen = QPen(color, curve.width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    start, control, end = (QPointF(one.x, one.y) for one in (curve.start, curve.control, curve.end))
    if start == end == control:
        painter.drawPoint(start)
        return
    path = QPainterPath(start)
    path.quadTo(control, end)
    painter.drawPath(path)


def _bounds(curve: Piece) -> QRectF:
    points = (curve.start, curve.control, curve.end)
    across, down = [one.x for one in points], [one.y for one in points]
    reach = curve.width_px / 2 + 1
    corner = QPointF(min(across) - reach, min(down) - reach)
    return QRectF(corner, QPointF(max(across) + reach, max(down) + reach))


def _transparent() -> QImage:
    layer = QImage(PAGE_PX, PAGE_PX, QImage.Format.Format_RGBA8888_Premultiplied)
    layer.fill(Qt.GlobalColor.transparent)
    return layer


def _pixels(layer: QImage) -> NDArray[np.uint8]:
    """(H, W, 4), a view of an image of 4 bytes a pixel."""
    flat = np.frombuffer(layer.constBits(), np.uint8)
    return flat.reshape(layer.height(), layer.width(), _CHANNELS)
