"""Colours to dab with: a few at hand, any other by a dialog."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QColorDialog, QHBoxLayout, QToolButton, QWidget

from fashiongan.color import Color

# Colours that many garments have, light to dark; data, not decoration.
AT_HAND = ("#ffffff", "#d8c8a8", "#9a9a9a", "#d9a441", "#b3262e", "#e39aa8", "#4f86c6", "#1f3a5f", "#3f6b4a", "#222222")
_SWATCH_PX = 18


class Swatches(QWidget):
    """`chosen` gives a colour."""

    chosen = Signal(object)

    def __init__(self, color: Color, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for text in AT_HAND:
            row.addWidget(self._swatch(Color.parse(text)))
        self.other = QToolButton()
        self.other.setText(self.tr("Other…"))
        self.other.setToolTip(self.tr("Dab with any other colour"))
        self.other.setAccessibleName(self.tr("Another colour"))
        self.other.clicked.connect(self._pick)
        row.addWidget(self.other)
        self._color = color
        self.show_color(color)

    def show_color(self, color: Color) -> None:
        """Mark the colour that is dabbed with."""
        self._color = color
        self.group.setExclusive(False)
        for button in self.group.buttons():
            button.setChecked(button.property("color") == color.hex)
        self.group.setExclusive(True)
        self.other.setIcon(QIcon() if color.hex in AT_HAND else _icon(color))

    def _swatch(self, color: Color) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setProperty("color", color.hex)
        button.setIcon(_icon(color))
        button.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        button.setToolTip(
            self.tr("Dab %1: the cloth takes it there, and what is near follows").replace("%1", color.hex)
        )
        button.setAccessibleName(self.tr("Colour %1").replace("%1", color.hex))
        button.clicked.connect(lambda: self.chosen.emit(color))
        self.group.addButton(button)
        return button

    def _pick(self) -> None:
        picked = QColorDialog.getColor(QColor(self._color.hex), self, self.tr("Colour to dab"))
        if picked.isValid():
            self.chosen.emit(Color(picked.red(), picked.green(), picked.blue()))


def _icon(color: Color) -> QIcon:
    swatch = QPixmap(_SWATCH_PX, _SWATCH_PX)
    swatch.fill(QColor(color.hex))
    return QIcon(swatch)
