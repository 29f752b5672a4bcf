"""The style picture: the cloth that garments are drawn in, from a file, by drop or from the clipboard."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from fashiongan.errors import FashionGanError, RequestError
from fashiongan.generator.style_picture import StylePicture, read_style_picture, style_in
from gui.asking.picture_file import choose_picture
from gui.dropping.picture_drop import PictureDrop, picture_in
from gui.widgets.pixels import pixmap_of, rgba_of

THUMBNAIL_PX, HEIGHT_PX, NAME_PX = 24, 32, 96


class StyleRow(QWidget):
    """A button that shows which style is in force, and a cross that takes it away. `refused(str)`, one line."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: StylePicture | None = None
        self.button, self.cross = QPushButton(), QToolButton()
        self.button.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.button.setFixedHeight(HEIGHT_PX)  # With a picture or without, so that nothing below moves.
        self.cross.setText("✕")
        self.cross.setToolTip(self.tr("Go without a style picture (Delete)"))
        self.cross.setAccessibleName(self.tr("Take the style picture away"))
        self.paste = QAction(self.tr("Paste a style picture"), self)
        self.paste.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        self.setFocusProxy(self.button)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button, stretch=1)
        row.addWidget(self.cross)
        drop = PictureDrop(self.button, takes_pixels=True)
        drop.dropped.connect(self.load)
        drop.image_dropped.connect(self.take_pixels)
        self.button.clicked.connect(self._choose)
        self.cross.clicked.connect(lambda: self.set_picture(None))
        self.paste.triggered.connect(self.take_pasted)
        self.set_picture(None)

    def set_picture(self, style: StylePicture | None) -> None:
        """Take the cloth from a picture that was read, or go without."""
        self.picture = style
        room = self.button.fontMetrics()
        middle = Qt.TextElideMode.ElideMiddle
        self.button.setText(room.elidedText(style.name, middle, NAME_PX) if style else self.tr("Style picture…"))
        self.button.setIcon(QIcon(pixmap_of(style.rgba)) if style else QIcon())
        tip = self.tr("A garment or fabric to take the cloth from: choose a file, drop one here, or paste (Ctrl+V)")
        self.button.setToolTip(f"{style.name}. {tip}" if style else tip)
        self.button.setAccessibleName(self.tr("Style: %1").replace("%1", style.name) if style else self.tr("Style"))
        self.cross.setVisible(style is not None)
        self.changed.emit()

    def load(self, path: Path) -> None:
        """Take the cloth from a picture's file; a bad one changes nothing."""
        self._try(lambda: read_style_picture(path))

    def take_pixels(self, image: QImage) -> None:
        """Take the cloth from a picture that has no file."""
        self._try(lambda: _style_of_pixels(image, self.tr("pasted picture")))

    def take_pasted(self) -> None:
        """Take the cloth from what was copied: a picture's file, or pixels."""
        found = picture_in(QGuiApplication.clipboard().mimeData())
        if isinstance(found, Path):
            self.load(found)
        elif found is not None:
            self.take_pixels(found)
        else:
            self.refused.emit(self.tr("There is no picture to paste; copy one first."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete goes without."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_picture(None)
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        path = choose_picture(self, self.tr("Style picture"))
        if path:
            self.load(path)

    def _try(self, read: Callable[[], StylePicture]) -> None:
        try:
            self.set_picture(read())
        except FashionGanError as error:
            self.refused.emit(str(error))


def _style_of_pixels(image: QImage, name: str) -> StylePicture:
    if image.isNull():
        raise RequestError(f"{name} is empty; copy it again.")
    rgba = rgba_of(image)
    return style_in(Image.fromarray(rgba), name, hashlib.sha256(rgba.tobytes()).hexdigest())
