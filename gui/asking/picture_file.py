"""Asking for a picture of the user's own."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.languages.wording import translate


def choose_picture(parent: QWidget, title: str) -> Path | None:
    """The file; None if the user does not say."""
    kinds = translate("PictureFile", "Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)")
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None
