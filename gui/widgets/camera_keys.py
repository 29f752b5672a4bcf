"""What keys make of a camera: arrows turn, + and - zoom."""

from PySide6.QtCore import Qt

from gui.widgets.camera import Camera

DEGREES_PER_KEY, ZOOM_PER_KEY = 15.0, 0.85
_TURNS: dict[int, tuple[float, float]] = {
    Qt.Key.Key_Left: (-DEGREES_PER_KEY, 0.0),
    Qt.Key.Key_Right: (DEGREES_PER_KEY, 0.0),
    Qt.Key.Key_Up: (0.0, DEGREES_PER_KEY),
    Qt.Key.Key_Down: (0.0, -DEGREES_PER_KEY),
}
_ZOOMS: dict[int, float] = {
    Qt.Key.Key_Plus: ZOOM_PER_KEY,
    Qt.Key.Key_Equal: ZOOM_PER_KEY,
    Qt.Key.Key_Minus: 1 / ZOOM_PER_KEY,
}


def moved_by_key(camera: Camera, key: int) -> Camera:
    """Where a key puts it; the camera itself for a key that means nothing here."""
    if key in _TURNS:
        return camera.orbited(*_TURNS[key])
    return camera.zoomed(_ZOOMS[key]) if key in _ZOOMS else camera
