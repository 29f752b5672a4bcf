"""A small button that opens a menu below itself."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class MenuButton(QToolButton):
    """Three dots; `actions_` is the menu that a click or Space opens."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_ = QMenu(self)
        self.actions_.setToolTipsVisible(True)
        self.setText("…")
        self.setToolTip(tip)
        self.setAccessibleName(name)
        self.clicked.connect(lambda: self.actions_.popup(self.mapToGlobal(QPoint(0, self.height()))))
