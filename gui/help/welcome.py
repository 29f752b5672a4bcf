"""At the very first start, over the pages: two ways to begin, which block nothing and go when they are not wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolBar, QWidget

from gui.help.demo import open_demo
from gui.help.walk import begin_tour

if TYPE_CHECKING:
    from gui.main_window import MainWindow

MARGIN_PX = 6


class Welcome(QToolBar):
    """A line with three buttons. Once the walk was seen, the demo opened or the line dismissed, it is gone for good."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("welcome")
        self.setWindowTitle(self.tr("Welcome"))
        self.setAccessibleName(self.tr("Welcome"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.words = QLabel(self.tr("New here? Everything can be tried at once; nothing leaves this computer."))
        self.walk = self._button(
            self.tr("&Walk through the window"), self.tr("Five short stops; Return goes on, Esc ends"), self._walk
        )
        self.demo = self._button(
            self.tr("Open the &demo project"),
            self.tr("Eight garments, one of them worn; takes some seconds"),
            self._demo,
        )
        self.away = self._button(
            self.tr("&Not now"), self.tr("This line does not come again; both stay in the Help menu"), self.dismiss
        )
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(2 * MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        row.addWidget(self.words)
        row.addStretch()
        for button in (self.walk, self.demo, self.away):
            row.addWidget(button)
        self.addWidget(holder)

    def dismiss(self) -> None:
        """Away with it, for good."""
        self._window.habits.tour_seen = True
        self._window.removeToolBar(self)
        self.deleteLater()

    def _button(self, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleName(text.replace("&", ""))
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda: act())
        return button

    def _walk(self) -> None:
        """The line stays for the other button; it does not come at the next start."""
        begin_tour(self._window)

    def _demo(self) -> None:
        open_demo(self._window)
        self.dismiss()


def welcome(window: "MainWindow") -> Welcome | None:
    """Greet whoever is here for the first time."""
    if window.habits.tour_seen:
        return None
    line = Welcome(window)
    window.addToolBar(Qt.ToolBarArea.TopToolBarArea, line)
    line.show()
    return line
