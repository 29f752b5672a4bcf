"""A button that holds one colour, or none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QColorDialog, QPushButton, QWidget

from fashiongan.color import Color

_SWATCH_PX = 16
_PROPOSED = "#1f3a5f"


class ColorButton(QPushButton):
    """Click to pick a colour; right-click, Delete or Backspace to leave it open."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.color: Color | None = None
        self.setToolTip(self.tr("%1: click to pick, right-click or Delete to leave it open").replace("%1", name))
        self.clicked.connect(self._pick)
        self.set_color(None)

    def set_color(self, color: Color | None) -> None:
        """Show a colour, or "any" for none."""
        self.color = color
        self.setText(color.hex if color else self.tr("any"))
        self.setAccessibleName(f"{self._name}: {self.text()}")
        swatch = QPixmap(_SWATCH_PX, _SWATCH_PX)
        swatch.fill(QColor(color.hex if color else "transparent"))
        self.setIcon(QIcon(swatch) if color else QIcon())
        self.changed.emit()

    def _pick(self) -> None:
        picked = QColorDialog.getColor(QColor(self.color.hex if self.color else _PROPOSED), self, self._name)
        if picked.isValid():
            self.set_color(Color(picked.red(), picked.green(), picked.blue()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right-click clears."""
        self.set_color(None)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_color(None)
        else:
            super().keyPressEvent(event)
