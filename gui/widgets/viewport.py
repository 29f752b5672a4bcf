"""A 3D view: Open3D draws into a hidden window of its own, Qt shows the pixels. All on the window's thread."""

import numpy as np
import open3d as o3d
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from fashiongan.garment.picture import GROUND, Surface
from fashiongan.garment.shading import studio_light

PLACEHOLDER = "Choose a picture and press Fit."
NO_OPENGL = (
    "This machine offers no OpenGL 3.3, so there is no 3D view.\nExport the look and open it in another program."
)
MM_TO_M = 1e-3
DEGREES_PER_PIXEL = 0.4
# Turn and tilt in degrees, zoom, and lift in metres.
FRONT_VIEW = (0.0, 0.0, 0.62, 0.0)


class Viewport(QWidget):
    """Shows surfaces; drag to orbit, right-drag to pan, wheel to zoom, double-click for the front view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(320, 320)
        self.setAccessibleName("3D view")
        self._renderer: o3d.visualization.Visualizer | None = None
        self._rendered_size = QSize()
        self._frame: QImage | None = None
        self._placeholder = PLACEHOLDER
        self._surfaces: list[Surface] = []
        self._drag_from = QPoint()
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(0)
        self._redraw.timeout.connect(self._draw)
        self._turn_deg, self._tilt_deg, self._zoom, self._lift_m = FRONT_VIEW

    def show_surfaces(self, surfaces: list[Surface]) -> None:
        """Replace what is shown; textures have their light painted in already (`fashiongan.garment.shading.lit`)."""
        self._reset_view()
        self.recolor(surfaces)

    def recolor(self, surfaces: list[Surface]) -> None:
        """Replace what is shown by the same in other colours, seen from where it is seen now."""
        self._surfaces = surfaces
        self._release()
        self._redraw.start()

    @property
    def has_frame(self) -> bool:
        """Whether something was drawn."""
        return self._frame is not None

    def sizeHint(self) -> QSize:
        """A tall picture: people are tall."""
        return QSize(460, 640)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the last frame, or how to get one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._frame is None:
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._placeholder)
        else:
            painter.drawImage(self.rect(), self._frame)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again in the new size."""
        self._redraw.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        self._drag_from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Orbit with the left button, pan with the right."""
        moved = event.position().toPoint() - self._drag_from
        self._drag_from = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._turn_deg -= moved.x() * DEGREES_PER_PIXEL
            self._tilt_deg = max(-80.0, min(80.0, self._tilt_deg + moved.y() * DEGREES_PER_PIXEL))
        elif event.buttons() & Qt.MouseButton.RightButton:
            self._lift_m += moved.y() * 2e-3 * self._zoom
        self._redraw.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self._zoom = max(0.08, min(2.0, self._zoom * 0.999 ** event.angleDelta().y()))
        self._redraw.start()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the front view."""
        self._reset_view()
        self._redraw.start()

    def close_renderer(self) -> None:
        """Give the graphics context back; call before the window goes."""
        self._redraw.stop()
        self._release()

    def _reset_view(self) -> None:
        self._turn_deg, self._tilt_deg, self._zoom, self._lift_m = FRONT_VIEW

    def _release(self) -> None:
        if self._renderer is not None:
            self._renderer.destroy_window()
        self._renderer = None

    def _draw(self) -> None:
        if not self._surfaces or self.width() < 2 or self.height() < 2:
            return
        if self._renderer is None or self._rendered_size != self.size():
            self._release()
            self._renderer = self._open_renderer()
        if self._renderer is None:
            return
        control = self._renderer.get_view_control()
        control.set_lookat(self._target())
        control.set_front(self._front())
        control.set_up([0.0, 1.0, 0.0])
        control.set_zoom(self._zoom)
        pixels = np.asarray(self._renderer.capture_screen_float_buffer(True))
        shown = np.ascontiguousarray((pixels * 255).astype(np.uint8))
        height, width, _ = shown.shape
        self._frame = QImage(shown.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self.update()

    def _open_renderer(self) -> o3d.visualization.Visualizer | None:
        renderer = o3d.visualization.Visualizer()
        if not renderer.create_window(width=self.width(), height=self.height(), visible=False):
            self._placeholder = NO_OPENGL
            self._surfaces = []
            self.update()
            return None
        for surface in self._surfaces:
            renderer.add_geometry(_mesh_from(surface))
        options = renderer.get_render_option()
        options.background_color = np.array(GROUND) / 255
        options.mesh_show_back_face = True
        options.mesh_shade_option = o3d.visualization.MeshShadeOption.Color
        options.light_on = False  # The light is painted in: the renderer's own would make cloth shine.
        self._rendered_size = self.size()
        return renderer

    def _target(self) -> list[float]:
        # What is worn; a body alone.
        points = np.concatenate([surface.vertices_mm for surface in self._surfaces[1:] or self._surfaces])
        centre = (points.min(0) + points.max(0)) / 2 * MM_TO_M
        return [float(centre[0]), float(centre[1]) + self._lift_m, float(centre[2])]

    def _front(self) -> list[float]:
        turn, tilt = np.deg2rad(self._turn_deg), np.deg2rad(self._tilt_deg)
        return [float(np.sin(turn) * np.cos(tilt)), float(np.sin(tilt)), float(np.cos(turn) * np.cos(tilt))]


def _mesh_from(surface: Surface) -> o3d.geometry.TriangleMesh:
    mesh = o3d.geometry.TriangleMesh(
        o3d.utility.Vector3dVector(surface.vertices_mm * MM_TO_M),
        o3d.utility.Vector3iVector(surface.faces.astype(np.int32)),
    )
    if surface.uv is None or surface.texture is None:
        light = studio_light(surface.normals)
        mesh.vertex_colors = o3d.utility.Vector3dVector(light[:, None] * np.array(surface.color) / 255)
        return mesh
    corner_uv = surface.uv[surface.faces].reshape(-1, 2)
    mesh.triangle_uvs = o3d.utility.Vector2dVector(corner_uv * [1, -1] + [0, 1])
    mesh.triangle_material_ids = o3d.utility.IntVector(np.zeros(len(surface.faces), np.int32))
    mesh.textures = [o3d.geometry.Image(np.ascontiguousarray(surface.texture))]
    return mesh
