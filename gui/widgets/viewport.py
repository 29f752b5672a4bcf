"""A 3D view: Open3D draws in a process of its own, Qt shows the pixels."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from fashiongan.body.model import Floats
from fashiongan.garment.picture import Surface
from gui.widgets.camera import Camera, StandardView
from gui.widgets.camera_keys import moved_by_key
from gui.widgets.ground import COLORS, Ground
from gui.widgets.scene_picture import ScenePicture
from gui.widgets.turntable import Turntable

DEGREES_PER_PIXEL, ZOOM_PER_STEP = 0.4, 0.999
REST_MS = 200


class Viewport(QWidget):
    """Shows surfaces. `clicked` gives the line of sight (`Ray`) at a press that was no drag."""

    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(320, 320)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("3D view"))
        self.setToolTip(
            self.tr("Drag to turn, right-drag to move, wheel to zoom, double-click for the front.\n")
            + self.tr("Keys: arrows turn, + and − zoom; click cloth to find its pattern piece.")
        )
        self.camera = self._whole = Camera()
        self.ground = Ground.LIGHT
        self.placeholder = self.tr("Choose a picture and press Fit.")
        self._picture = ScenePicture(self)
        self._picture.changed.connect(self.update)
        self._picture.failed.connect(self._say_why_nothing_is_drawn)
        self._surfaces: list[Surface] = []
        self._all = self._worn = np.zeros((1, 3))
        self._pressed_at, self._drag_from, self._dragged = QPoint(), QPoint(), False
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self._draw)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw_resting)
        self._moving = False
        self.turntable = Turntable(self)
        self.turntable.turned.connect(self.orbit)

    def show_surfaces(self, surfaces: Sequence[Surface]) -> None:
        """Replace what is shown, a body and what it wears, and see all of it from the front; textures have their light
        painted in already (`fashiongan.garment.shading.lit`)."""
        self.replace_surfaces(surfaces)
        self.see_all()

    def replace_surfaces(self, surfaces: Sequence[Surface]) -> None:
        """Replace what is shown by other garments on the same body, seen from where it is seen now."""
        self._worn = _points(surfaces[1:] or surfaces)
        self._all = _points(surfaces)
        self.recolor(surfaces)

    def recolor(self, surfaces: Sequence[Surface]) -> None:
        """Replace what is shown, seen from where it is seen now."""
        self._surfaces = list(surfaces)
        self._picture.show(self._surfaces, self.ground)
        self._redraw.start()

    def set_ground(self, ground: Ground) -> None:
        """Put another ground behind what is shown."""
        self.ground = ground
        self.recolor(self._surfaces)

    def look_from(self, view: StandardView) -> None:
        """See the same from a standard side."""
        self.turntable.stop()
        self._look(self.camera.seen_from(view))

    def see_all(self) -> None:
        """The whole body from the front."""
        self._whole = self._fitted(Camera(parallel=self.camera.parallel), self._all)
        self._look(self._whole)

    def zoom_to_fit(self) -> None:
        """Fill the view with what is worn."""
        self._look(self._fitted(self.camera, self._worn))

    def set_parallel(self, parallel: bool) -> None:
        """Draw without perspective, or with it."""
        self._look(replace(self.camera, parallel=parallel))

    def orbit(self, turn_deg: float, tilt_deg: float = 0.0) -> None:
        """Turn, quickly drawn; it is drawn finely once it rests."""
        self._look(self.camera.orbited(turn_deg, tilt_deg), moving=True)

    @property
    def has_frame(self) -> bool:
        """Whether something was drawn."""
        return self._picture.image is not None

    @property
    def drawn_share(self) -> float:
        """The share of the width that is drawn while it moves; this machine's speed decides."""
        return self._picture.scale

    def repaint_now(self) -> None:
        """Show what was asked for as soon as it is drawn; until then, this waits."""
        if self._redraw.isActive():
            self._redraw.stop()
            self._draw()
        self._picture.wait()
        self.repaint()

    def sizeHint(self) -> QSize:
        """A tall picture: people are tall."""
        return QSize(460, 640)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the last frame, or how to get one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(*COLORS[self.ground].bottom))
        if self._picture.image is None:
            painter.setPen(QColor("black" if self.ground is not Ground.DARK else "white"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.placeholder)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._shown(self._picture.image.size()), self._picture.image)
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again in the new size; the whole body is seen whole again."""
        if self.camera is self._whole:
            self.see_all()
        self._redraw.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody is about to look."""
        self._picture.prepare()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: stand still."""
        self.turntable.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag, or a click."""
        self.turntable.stop()
        self._pressed_at = self._drag_from = event.position().toPoint()
        self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Orbit with the left button, pan with the right."""
        place = event.position().toPoint()
        self._dragged |= (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        moved, self._drag_from = place - self._drag_from, place
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.orbit(-moved.x() * DEGREES_PER_PIXEL, moved.y() * DEGREES_PER_PIXEL)
        elif event.buttons() & (Qt.MouseButton.RightButton | Qt.MouseButton.MiddleButton):
            half = self.height() / 2
            self._look(self.camera.panned(moved.x() / half, -moved.y() / half), moving=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; a press that was none is a click."""
        if not self._dragged and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(self.camera.ray(*self._place(event.position())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the whole body from the front."""
        self._dragged = True
        self.see_all()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom; what is under the pointer stays there."""
        factor = ZOOM_PER_STEP ** event.angleDelta().y()
        self._look(self.camera.zoomed(factor, *self._place(event.position())), moving=True)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with the arrows, zoom with + and -."""
        moved = moved_by_key(self.camera, event.key())
        if moved is self.camera:
            super().keyPressEvent(event)
            return
        self.turntable.stop()
        self._look(moved, moving=True)

    def close_renderer(self) -> None:
        """Draw no more; call before the window goes."""
        for running in (self._redraw, self._rest, self.turntable, self._picture):
            running.stop()

    def _place(self, position: QPointF) -> tuple[float, float]:
        """Where a pixel is, in halves of the height from the middle."""
        half = self.height() / 2
        return (position.x() - self.width() / 2) / half, (half - position.y()) / half

    def _fitted(self, camera: Camera, points_mm: Floats) -> Camera:
        return camera.framing(points_mm, self.width() / max(self.height(), 1))

    def _look(self, camera: Camera, moving: bool = False) -> None:
        self.camera, self._moving = camera, moving
        self._redraw.start()

    def _draw_resting(self) -> None:
        # A hand that only pauses would feel the time that a fine picture takes.
        if QApplication.mouseButtons():
            self._rest.start()
            return
        self._moving = False
        self._draw()

    def _draw(self) -> None:
        if self._moving:
            self._rest.start()
        self._picture.ask(self.camera, self._pixels(), self._moving)

    def _say_why_nothing_is_drawn(self) -> None:
        self.placeholder = self.tr(
            "There is no 3D view: this machine's graphics driver does not draw it (OpenGL 3.3 is needed).\n"
            "Export the look and open it in another program."
        )
        self._surfaces = []
        self.update()

    def _shown(self, drawn: QSize) -> QRect:
        """Where a picture belongs that may be older than the view's size: as high as the view, and in its middle."""
        width = round(self.height() * drawn.width() / max(drawn.height(), 1))
        return QRect((self.width() - width) // 2, 0, width, self.height())

    def _pixels(self) -> QSize:
        return QRect(QPoint(), self.size() * self.devicePixelRatioF()).size()


def _points(surfaces: Sequence[Surface]) -> Floats:
    return np.concatenate([surface.vertices_mm for surface in surfaces])
