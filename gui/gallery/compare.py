"""Two to four pictures side by side, as large as the window, with what differs between them in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from fashiongan.image import GarmentImage
from gui.gallery.inspector import Preview

FEWEST, MOST = 2, 4


class CompareDialog(QDialog):
    """The pictures in a row; words that not all share are bold."""

    def __init__(self, images: Sequence[GarmentImage], parent: QWidget | None = None) -> None:
        """`images` : FEWEST to MOST"""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Side by side"))
        self.resize(320 * len(images), 480)
        self.words: list[list[QLabel]] = []
        grid = QGridLayout(self)
        grid.setRowStretch(0, 1)
        described = [_words(image) for image in images]
        for column, image in enumerate(images):
            preview = Preview()
            preview.show_image(image)
            preview.setToolTip(image.idea.origin)
            grid.addWidget(preview, 0, column)
            grid.setColumnStretch(column, 1)
        for row, name in enumerate(described[0], start=1):
            values = [one[name] for one in described]
            self.words.append([_label(name, value, len(set(values)) > 1) for value in values])
            for column, label in enumerate(self.words[-1]):
                grid.addWidget(label, row, column)


def _words(image: GarmentImage) -> dict[str, str]:
    words = image.attributes.to_dict()
    colors = words.pop("colors", [])
    return {name: str(word) for name, word in words.items()} | {
        "colours": " ".join(colors),
        "from": image.idea.origin,
    }


def _label(name: str, value: str, differs: bool) -> QLabel:
    label = QLabel(f"{name}: {value}")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    font = label.font()
    font.setWeight(QFont.Weight.Bold if differs else QFont.Weight.Normal)
    label.setFont(font)
    return label
