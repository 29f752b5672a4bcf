"""How the garment is shown, by its picture or by its fit, and how it fits in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fashiongan.garment.fit_colors import SCALES, FitMap
from gui.fit_order import Dressed
from gui.languages.wording import in_words
from gui.widgets.legend import Legend


class FitView(QWidget):
    """Hidden until a garment is worn; the choice stays for the next one."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which: FitMap | None = None
        stretch_tip = self.tr("How much the cloth is stretched, in the direction in which it is most")
        self.buttons: dict[FitMap | None, QPushButton] = {
            None: _choice(self.tr("Picture"), self.tr("The garment as it looks")),
            FitMap.EASE: _choice(self.tr("Ease"), self.tr("How far the cloth is from the skin")),
            FitMap.STRETCH: _choice(self.tr("Stretch"), stretch_tip),
        }
        self.legend, self.words = Legend(), QLabel()
        self.words.setWordWrap(True)
        group, row = QButtonGroup(self), QHBoxLayout()
        for which, button in self.buttons.items():
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _, which=which: self.choose(which))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.legend)
        column.addWidget(self.words)
        self.choose(None)
        self.clear()

    def choose(self, which: FitMap | None) -> None:
        """Show a map on the garment, or its own picture."""
        self.which = which
        self.buttons[which].setChecked(True)
        self.legend.show_scale(None if which is None else SCALES[which])
        self.chosen.emit()

    def describe(self, dressed: Dressed) -> None:
        """Say how a garment fits."""
        self.words.setText("\n".join(in_words("Fit", line) for line in dressed.words))
        self.show()

    def clear(self) -> None:
        """Nothing is worn."""
        self.words.clear()
        self.hide()


def _choice(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    button.setToolTip(tip)
    return button
