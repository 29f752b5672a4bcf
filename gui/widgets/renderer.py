"""Open3D's own window, hidden: surfaces in, pixels out. Lives on the thread that opened it. No Qt here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.errors import DisplayError
from fashiongan.garment.picture import Surface
from fashiongan.garment.shading import studio_light
from gui.widgets.camera import FIELD_OF_VIEW_DEG, Camera
from gui.widgets.ground import COLORS, Ground

if TYPE_CHECKING:
    # Loaded with the first hidden window: the one that is seen opens sooner without.
    import open3d as o3d

MM_TO_M = 1e-3
# Open3D changes the angle in steps of 5 degrees, and draws without perspective at the least, which is 5.
_STEP_DEG, _LEAST_DEG, _FAR_BELOW = 5.0, 5.0, -90.0
# Open3D cuts off what is three times the scene's size behind the target.
_BEHIND = 2.5


# Where there is no display, Open3D ends the EGL display that all its windows share when one of them goes: the others
# draw nothing from then on. So all go together, and whoever still needs one opens another.
_OPEN: "list[Renderer]" = []


def close_renderers() -> None:
    """Close every hidden window of this process."""
    while _OPEN:
        _OPEN.pop().close()


class Renderer:
    """One hidden window of a fixed size."""

    def __init__(self, width_px: int, height_px: int) -> None:
        """Open it.

        Raises
        ------
        DisplayError : the machine offers no OpenGL 3.3
        """
        import open3d as o3d

        self.size_px = (width_px, height_px)
        self.closed = False
        self._window = o3d.visualization.Visualizer()
        if not self._window.create_window(width=width_px, height=height_px, visible=False):
            raise DisplayError("This machine offers no OpenGL 3.3; export the look and open it in another program.")
        options = self._window.get_render_option()
        options.mesh_show_back_face = True
        options.mesh_shade_option = o3d.visualization.MeshShadeOption.Color
        options.light_on = False  # The light is painted in: the renderer's own would make cloth shine.
        self._extent_m = 1.0
        self._parallel: bool | None = None
        self._backdrop: o3d.geometry.TriangleMesh | None = None
        _OPEN.append(self)

    def show(self, surfaces: Sequence[Surface], ground: Ground) -> Self:
        """Replace what is drawn; textures have their light painted in already."""
        self._window.clear_geometries()
        for surface in surfaces:
            self._window.add_geometry(_mesh_from(surface), reset_bounding_box=False)
        points = np.concatenate([surface.vertices_mm for surface in surfaces])
        self._window.reset_view_point(True)
        self._extent_m = float(np.ptp(points, axis=0).max()) * MM_TO_M
        self._parallel = None
        self._set_ground(ground)
        return self

    def draw(self, camera: Camera) -> NDArray[np.uint8]:
        """(H, W, 3) sRGB."""
        control = self._window.get_view_control()
        if camera.parallel is not self._parallel:
            control.change_field_of_view(_FAR_BELOW)
            control.change_field_of_view(0 if camera.parallel else (FIELD_OF_VIEW_DEG - _LEAST_DEG) / _STEP_DEG)
            self._parallel = camera.parallel
        control.set_lookat((np.array(camera.target_mm) * MM_TO_M).tolist())
        control.set_front(camera.front.tolist())
        control.set_up(camera.up.tolist())
        control.set_zoom(camera.half_height_mm * MM_TO_M / self._extent_m)
        self._move_backdrop(camera)
        pixels = np.asarray(self._window.capture_screen_float_buffer(True))
        return np.asarray((pixels * 255).astype(np.uint8))

    def close(self) -> None:
        """Give the graphics context back; only `close_renderers` calls this."""
        self._window.destroy_window()
        # Its end, whenever Python comes to it, would blind a window that is opened meanwhile.
        del self._window
        self.closed = True

    def _set_ground(self, ground: Ground) -> None:
        import open3d as o3d

        colors = COLORS[ground]
        self._window.get_render_option().background_color = np.array(colors.bottom) / 255
        self._backdrop = None
        if not colors.plain:
            self._backdrop = o3d.geometry.TriangleMesh(
                o3d.utility.Vector3dVector(np.zeros((4, 3))), o3d.utility.Vector3iVector([[0, 1, 2], [0, 2, 3]])
            )
            ends = np.array([colors.bottom, colors.bottom, colors.top, colors.top]) / 255
            self._backdrop.vertex_colors = o3d.utility.Vector3dVector(ends)
            self._window.add_geometry(self._backdrop, reset_bounding_box=False)

    def _move_backdrop(self, camera: Camera) -> None:
        """A wall behind everything, which turns with the eye and is as large as what the eye sees there."""
        if self._backdrop is None:
            return
        import open3d as o3d

        behind_m = _BEHIND * self._extent_m
        half_m = camera.half_height_mm * MM_TO_M
        if not camera.parallel:
            half_m += behind_m * float(np.tan(np.deg2rad(FIELD_OF_VIEW_DEG / 2)))
        middle = np.array(camera.target_mm) * MM_TO_M - behind_m * camera.front
        self._backdrop.vertices = o3d.utility.Vector3dVector(middle + half_m * self._corners(camera))
        self._window.update_geometry(self._backdrop)

    def _corners(self, camera: Camera) -> Floats:
        width, height = self.size_px
        across = camera.right * width / height
        return np.stack([-across - camera.up, across - camera.up, across + camera.up, -across + camera.up])


def _mesh_from(surface: Surface) -> "o3d.geometry.TriangleMesh":
    import open3d as o3d

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
