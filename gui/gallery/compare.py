"""Two to four pictures side by side, with what differs between them in words; the better ones get a star."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QWidget

from fashiongan.image import GarmentImage
from gui.gallery.inspector import Preview
from gui.languages.wording import in_words, translate
from gui.vocabulary import shown

FEWEST, MOST = 2, 4


class CompareDialog(QDialog):
    """The pictures in a row; words that not all share are bold. `starred(place, liked)` with a button or a key 1-4."""

    starred = Signal(int, bool)

    def __init__(
        self, images: Sequence[GarmentImage], parent: QWidget | None = None, starred: Sequence[bool] = ()
    ) -> None:
        """`images` : FEWEST to MOST; `starred` : which of them are by now"""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Side by side"))
        self.resize(320 * len(images), 480)
        self.words: list[list[QLabel]] = []
        self.stars = [self._star(place, place < len(starred) and starred[place]) for place in range(len(images))]
        grid = QGridLayout(self)
        grid.setRowStretch(0, 1)
        described = [_words(image) for image in images]
        for column, image in enumerate(images):
            preview = Preview()
            preview.show_image(image)
            preview.setToolTip(in_words("Origin", image.idea.origin))
            grid.addWidget(preview, 0, column)
            grid.addWidget(self.stars[column], 1, column, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(column, 1)
        for row, name in enumerate(described[0], start=2):
            values = [one[name] for one in described]
            self.words.append([_label(name, value, len(set(values)) > 1) for value in values])
            for column, label in enumerate(self.words[-1]):
                grid.addWidget(label, row, column)

    def _star(self, place: int, starred: bool) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setChecked(starred)
        button.setAutoDefault(False)
        words = self.tr("The best one: star it (%1)").replace("%1", str(place + 1))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.toggled.connect(lambda liked: button.setText(_star_text(place, liked)))
        button.clicked.connect(lambda liked: self.starred.emit(place, liked))
        button.setText(_star_text(place, starred))
        # A key of the button itself would go with its next text.
        QShortcut(QKeySequence(str(place + 1)), self, button.click)
        return button


def _star_text(place: int, liked: bool) -> str:
    return f"{'★' if liked else '☆'}  {place + 1}"


def _words(image: GarmentImage) -> dict[str, str]:
    words = image.attributes.to_dict()
    colors = words.pop("colors", [])
    return {shown(name): shown(str(word)) for name, word in words.items()} | {
        translate("CompareDialog", "colours"): " ".join(colors),
        translate("CompareDialog", "from"): in_words("Origin", image.idea.origin),
    }


def _label(name: str, value: str, differs: bool) -> QLabel:
    label = QLabel(f"{name}: {value}")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    font = label.font()
    font.setWeight(QFont.Weight.Bold if differs else QFont.Weight.Normal)
    label.setFont(font)
    return label
