"""Pixels as Qt shows them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage


def image_within(pixels: NDArray[np.uint8], size: QSize) -> QImage:
    """(H, W, 3) sRGB as a picture that owns its memory, made smaller where it is larger than the size."""
    height, width, _ = pixels.shape
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.copy() if width <= size.width() else image.scaled(size, mode=smooth)
