"""Strokes to pixels: ink and hints of colour, each a layer of the page."""

from dataclasses import dataclass
from itertools import groupby

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


def paint_stroke(layers: Layers, stroke: Stroke) -> None:
    """Paint a whole stroke, with its mirror image if it has one. An eraser takes ink and hints away.

    What is of one width is one path: pieces painted one by one would be darker where their soft edges overlap.
    """
    whole = [pieces(stroke, index) for index in range(len(stroke.points))]
    for line in zip(*whole, strict=True):
        for _, run in groupby(line, key=lambda one: one.width_px):
            _paint(layers, stroke, tuple(run))


def paint_piece(layers: Layers, stroke: Stroke, index: int) -> None:
    """Paint one piece of a stroke that is being drawn."""
    for one in pieces(stroke, index):
        _paint(layers, stroke, (one,))


def draw_piece(painter: QPainter, stroke: Stroke, index: int) -> None:
    """Draw one piece of a stroke, in pixels of the page."""
    for one in pieces(stroke, index):
        _draw_curves(painter, (one,), color_of(stroke))


def _paint(layers: Layers, stroke: Stroke, run: tuple[Piece, ...]) -> None:
    for layer in _layers_of(layers, stroke.tool):
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if stroke.tool is Tool.ERASER:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        _draw_curves(painter, run, color_of(stroke))
        painter.end()


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
        paint_stroke(layers, stroke)
    return layers


def _layers_of(layers: Layers, tool: Tool) -> tuple[QImage, ...]:
    match tool:
        case Tool.PEN:
            return (layers.ink,)
        case Tool.HINT:
            return (layers.hints,)
        case Tool.ERASER:
            return layers.ink, layers.hints


def _draw_curves(painter: QPainter, run: tuple[Piece, ...], color: QColor) -> None:
    """Draw curves of one width, each of which begins where the one before ended."""
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(color, run[0].width_px, Qt.PenStyle.SolidLine, cap, join))
    path = QPainterPath(QPointF(run[0].start.x, run[0].start.y))
    for curve in run:
        path.quadTo(curve.control.x, curve.control.y, curve.end.x, curve.end.y)
    if path.boundingRect().isNull():
        painter.drawPoint(path.currentPosition())
    else:
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
