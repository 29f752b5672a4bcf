"""A button that holds one colour, or none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QPushButton, QWidget

from fashiongan.color import Color


class ColorButton(QPushButton):
    """Click to pick a colour, right-click to leave it open."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.color: Color | None = None
        self.setToolTip(f"{name}: click to pick, right-click to leave it open")
        self.setAccessibleName(name)
        self.clicked.connect(self._pick)
        self.set_color(None)

    def set_color(self, color: Color | None) -> None:
        """Show a colour, or "any" for none."""
        self.color = color
        self.setText(color.hex if color else "any")
        swatch = QPixmap(16, 16)
        swatch.fill(QColor(color.hex) if color else Qt.GlobalColor.transparent)
        self.setIcon(QIcon(swatch))
        self.changed.emit()

    def _pick(self) -> None:
        picked = QColorDialog.getColor(QColor(self.color.hex if self.color else "#1f3a5f"), self, self._name)
        if picked.isValid():
            self.set_color(Color(picked.red(), picked.green(), picked.blue()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right-click clears."""
        self.set_color(None)
        event.accept()
