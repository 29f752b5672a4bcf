"""A button that leads on, in the colour of what is chosen; few of them stand on a page."""

from typing import Self

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

HEIGHT_PX = 34
_PAIRS = (
    (QPalette.ColorRole.Button, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.HighlightedText),
)


class MainButton(QPushButton):
    """As any other while it cannot be pressed."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setMinimumHeight(HEIGHT_PX)
        self._color()

    @classmethod
    def of(cls, action: QAction) -> Self:
        """Says and does what an action does, when that can be done."""
        made = cls(action.text())

        def follow() -> None:
            made.setEnabled(action.isEnabled())
            made.setToolTip(action.toolTip())

        action.changed.connect(follow)
        made.clicked.connect(action.trigger)
        follow()
        return made

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._color()

    def _color(self) -> None:
        given, own = QApplication.palette(), QPalette()
        for role, taken in _PAIRS:
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
                own.setColor(group, role, given.color(group, taken))
        if self.palette().button() != own.button():
            self.setPalette(own)
