"""The files that were opened last, in a menu."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.settings import Habits

# So many can be reached by a digit.
DIGITS = 9


class RecentMenu(QMenu):
    """`chosen(Path)` when one is to be opened again. Filled when it is shown: files may have gone meanwhile."""

    chosen = Signal(object)

    def __init__(self, habits: Habits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._habits = habits
        self.setTitle(self.tr("Open &recent"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show the files that are still there, the newest first."""
        self.clear()
        paths = self._habits.recent()
        for number, path in enumerate(paths, start=1):
            self._add(number, path)
        if not paths:
            self.addAction(self.tr("Nothing yet")).setEnabled(False)
            return
        self.addSeparator()
        clear = self.addAction(self.tr("&Clear the list"))
        clear.setToolTip(self.tr("Forget these names; the files stay"))
        clear.triggered.connect(self._habits.forget_recent)

    def _add(self, number: int, path: Path) -> None:
        name = path.name.replace("&", "&&")
        action = self.addAction(f"&{number}  {name}" if number <= DIGITS else name)
        action.setToolTip(str(path))
        action.triggered.connect(lambda: self.chosen.emit(path))
