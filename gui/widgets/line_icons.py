"""Line icons of our own, in the colours of the window, at any size of pixel."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZE_PX, SCALES = 24, (1, 2, 3)
# Strokes on a field of 24 x 24.
STROKES = {
    "design": "M8.5 4 L3.5 7 L5.3 11 L7.5 10 V20 H16.5 V10 L18.7 11 L20.5 7 L15.5 4 C14.8 6.6 9.2 6.6 8.5 4 Z",
    "sketch": "M4 20 L5 15.8 L15.8 5 L19 8.2 L8.2 19 Z M13.6 7.2 L16.8 10.4 M12 20 H20",
    "scan": "M3.5 8 V3.5 H8 M16 3.5 H20.5 V8 M20.5 16 V20.5 H16 M8 20.5 H3.5 V16 "
    "M12 10 A2.2 2.2 0 1 0 12 5.6 A2.2 2.2 0 1 0 12 10 M7.5 18.5 V16 C7.5 10.8 16.5 10.8 16.5 16 V18.5",
    "fit": "M10.5 3 H13.5 C13.5 4.6 15.8 4.8 17 6 C16.4 8 15.8 9 15.4 10.6 C16 12.4 16.8 13.4 17 15.5 H7 "
    "C7.2 13.4 8 12.4 8.6 10.6 C8.2 9 7.6 8 7 6 C8.2 4.8 10.5 4.6 10.5 3 Z M12 15.5 V20.5 M8.5 20.5 H15.5",
}
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{stroke}" fill="none" stroke="{color}" '
    'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)


def line_icon(name: str, palette: QPalette) -> QIcon:
    """One of STROKES; where it is chosen, in the colour of what is chosen."""
    icon = QIcon()
    for state, role in (
        (QIcon.State.Off, QPalette.ColorRole.WindowText),
        (QIcon.State.On, QPalette.ColorRole.Highlight),
    ):
        for scale in SCALES:
            icon.addPixmap(_drawn(name, palette.color(role), scale), QIcon.Mode.Normal, state)
    return icon


def _drawn(name: str, color: QColor, scale: int) -> QPixmap:
    pixmap = QPixmap(QSize(SIZE_PX, SIZE_PX) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_SVG.format(stroke=STROKES[name], color=color.name()).encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
