"""Asking for a picture of the user's own."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

PICTURE_FILES = "Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)"


def choose_picture(parent: QWidget, title: str) -> Path | None:
    """The file; None if the user does not say."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", PICTURE_FILES)
    return Path(name) if name else None
