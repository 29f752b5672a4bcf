"""Pixels as Qt shows them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

_RGBA_BYTES = 4


def image_within(pixels: NDArray[np.uint8], size: QSize) -> QImage:
    """(H, W, 3) sRGB as a picture that owns its memory, made smaller where it is larger than the size."""
    height, width, _ = pixels.shape
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.copy() if width <= size.width() else image.scaled(size, mode=smooth)


def pixmap_of(rgba: NDArray[np.uint8]) -> QPixmap:
    """(H, W, 4) sRGB with straight alpha, as it is shown."""
    height, width, _ = rgba.shape
    pixels = np.ascontiguousarray(rgba)
    return QPixmap.fromImage(
        QImage(pixels.data, width, height, _RGBA_BYTES * width, QImage.Format.Format_RGBA8888).copy()
    )


def rgba_of(image: QImage) -> NDArray[np.uint8]:
    """(H, W, 4) sRGB with straight alpha, of a picture of any format."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return lines[:, : _RGBA_BYTES * plain.width()].reshape(plain.height(), plain.width(), _RGBA_BYTES).copy()
