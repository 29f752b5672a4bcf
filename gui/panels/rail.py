"""The rail: one button for each page, an icon above its name."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget

from gui.widgets.line_icons import SIZE_PX, line_icon

WIDTH_PX, HEIGHT_PX = 68, 56


class Rail(QToolBar):
    """Its icons follow the colours of the window."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._icons: dict[QAction, str] = {}
        self.setObjectName("rail")
        self.setMovable(False)
        self.setIconSize(QSize(SIZE_PX, SIZE_PX))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)

    def add_page(self, action: QAction, icon: str) -> None:
        """A button for a page. icon : a name of `line_icons.STROKES`"""
        self._icons[action] = icon
        action.setIcon(line_icon(icon, self.palette()))
        self.addAction(action)
        self.widgetForAction(action).setFixedSize(WIDTH_PX, HEIGHT_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark: the icons change with it."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for action, icon in self._icons.items():
                action.setIcon(line_icon(icon, self.palette()))
