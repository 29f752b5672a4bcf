"""All keys of the window on one sheet, made from the actions themselves, so that none is forgotten."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

GROUP = "group"


@dataclass(frozen=True, slots=True, order=True)
class Shortcut:
    """group : which page or panel it is for; text : what it does; keys : as this system writes them"""

    group: str
    text: str
    keys: str


def in_group(action: QAction, group: str) -> QAction:
    """Say where on the sheet an action stands."""
    action.setProperty(GROUP, group)
    return action


def shortcuts_of(window: QWidget) -> list[Shortcut]:
    """Every action below a widget that has keys, sorted."""
    native = QKeySequence.SequenceFormat.NativeText
    return sorted(
        {
            Shortcut(str(action.property(GROUP) or ""), action.text().replace("&", "").split(":")[0], key)
            for action in window.findChildren(QAction)
            if (key := ", ".join(one.toString(native) for one in action.shortcuts()))
        }
    )


class ShortcutSheet(QDialog):
    """A table of all keys, with a line to search."""

    def __init__(self, shortcuts: list[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(520, 560)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search…"))
        self.table = QTableWidget(len(shortcuts), 3)
        self.table.setHorizontalHeaderLabels([self.tr("Where"), self.tr("What"), self.tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, one in enumerate(shortcuts):
            for column, text in enumerate((one.group, one.text, one.keys)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        column_ = QVBoxLayout(self)
        column_.addWidget(self.search)
        column_.addWidget(self.table)
        self.search.textChanged.connect(self._show_only)

    def _show_only(self, text: str) -> None:
        found = {item.row() for item in self.table.findItems(text, Qt.MatchFlag.MatchContains)}
        for row in range(self.table.rowCount()):
            self.table.setRowHidden(row, row not in found)
