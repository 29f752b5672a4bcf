"""Choosing where in a photo a garment is to go."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.image import open_picture
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region
from gui.languages.wording import in_words
from gui.widgets.photo_canvas import PhotoCanvas


class RegionDialog(QDialog):
    """A photo and a box on it; `chosen` sends the Place."""

    chosen = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        """Open a photo.

        Raises
        ------
        ImageError : not a picture
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Into %1").replace("%1", path.name))
        self._path = path
        self.place: Place | None = None
        self.canvas = PhotoCanvas(open_picture(path))
        self.note = QLabel(self.tr("Drag a box where the garment is to go; what stands out in it is taken away."))
        self.note.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("Put it there"))
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        layout = QVBoxLayout(self)
        for part in (self.canvas, self.note, self.buttons):
            layout.addWidget(part)
        self.canvas.boxed.connect(self.take_box)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.canvas.setFocus()

    def take_box(self, left: int, top: int, width: int, height: int) -> None:
        """Look whether a garment can go into a box; if not, say why."""
        try:
            self.place = Place.read(self._path, Region(left, top, width, height))
        except FashionGanError as error:
            self.place = None
            self.note.setText(in_words("Error", str(error)))
        else:
            said = self.tr("%1 x %2 px at %3, %4").replace("%1", str(width)).replace("%2", str(height))
            self.note.setText(said.replace("%3", str(left)).replace("%4", str(top)))
        self.ok.setEnabled(self.place is not None)

    def accept(self) -> None:
        """Send the place and close."""
        if self.place is not None:
            self.chosen.emit(self.place)
            super().accept()
