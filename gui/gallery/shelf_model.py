"""The shelves of a library as Qt sees them: pictures are dropped on them, boards are renamed in place."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from fashiongan.library.shelves import ALL, Kind, Shelf
from gui.gallery.delegate import LIKED, board_color
from gui.gallery.model import PICTURES, dragged_pictures

MARK_PX = 12
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ShelfRole(IntEnum):
    """What is known of a shelf beside what Qt asks for."""

    SHELF = Qt.ItemDataRole.UserRole
    COUNT = Qt.ItemDataRole.UserRole + 1


class ShelfModel(QAbstractListModel):
    """`put(Shelf, numbers)` when pictures were dropped; `renamed(old, new)` when a board was given another name."""

    put = Signal(object, object)
    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.shelves: list[Shelf] = [ALL]
        self._counts = [0]

    def show_shelves(self, shelves: Mapping[Shelf, int]) -> None:
        """Show these shelves, with how many pictures stand on each."""
        if list(shelves) != self.shelves:
            self.beginResetModel()
            self.shelves, self._counts = list(shelves), list(shelves.values())
            self.endResetModel()
        else:
            self._counts = list(shelves.values())
            self.dataChanged.emit(self.index(0), self.index(len(self.shelves) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many shelves there are."""
        return 0 if parent.isValid() else len(self.shelves)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Everything that a view asks of one shelf."""
        shelf, count = self.shelves[index.row()], self._counts[index.row()]
        match role:
            case ShelfRole.SHELF:
                return shelf
            case ShelfRole.COUNT:
                return count
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.name(shelf)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.name(shelf)}: {count}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(shelf)
            case Qt.ItemDataRole.DecorationRole:
                return _mark(shelf)
        return None

    def name(self, shelf: Shelf) -> str:
        """What a shelf is called."""
        names = {
            Kind.ALL: self.tr("All"),
            Kind.STARRED: self.tr("Starred"),
            Kind.LOOSE: self.tr("On no board"),
            Kind.TRASH: self.tr("Trash"),
        }
        return shelf.board or names[shelf.kind]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A board is given another name."""
        old, new = self.shelves[index.row()].board, str(value).strip()
        if not new or new == old:
            return False
        self.renamed.emit(old, new)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All can be chosen; boards can be renamed; most take pictures."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        shelf = self.shelves[index.row()]
        if shelf.kind is Kind.BOARD:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDropEnabled if shelf.putting else flags

    def mimeTypes(self) -> list[str]:
        """Pictures of the gallery."""
        return [PICTURES]

    def supportedDropActions(self) -> Qt.DropAction:
        """The files stay where they are."""
        return Qt.DropAction.CopyAction

    def dropMimeData(self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Pictures were dropped on a shelf."""
        numbers: Sequence[int] = dragged_pictures(mime)
        if not (parent.isValid() and numbers and self.shelves[parent.row()].putting):
            return False
        self.put.emit(self.shelves[parent.row()], numbers)
        return True

    def _tip(self, shelf: Shelf) -> str:
        tips = {
            Kind.ALL: self.tr("Every picture but the trash"),
            Kind.STARRED: self.tr("What I like; drop pictures here to star them"),
            Kind.LOOSE: self.tr("What lies on no board; drop pictures here to take them off"),
            Kind.BOARD: self.tr("Drop pictures here; F2 renames the board, Del deletes it and keeps its pictures"),
            Kind.TRASH: self.tr("What was deleted; it can be taken back until the trash is emptied"),
        }
        return tips[shelf.kind]


def _mark(shelf: Shelf) -> QPixmap:
    """A board's dot as it is on its pictures, a star, or nothing as large."""
    mark = QPixmap(MARK_PX, MARK_PX)
    mark.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mark)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shelf.kind is Kind.BOARD:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(board_color(shelf.board)))
        painter.drawEllipse(QPointF(MARK_PX / 2, MARK_PX / 2), 4.5, 4.5)
    elif shelf.kind is Kind.STARRED:
        font = painter.font()
        font.setPixelSize(MARK_PX)
        painter.setFont(font)
        painter.setPen(QColor(LIKED))
        painter.drawText(mark.rect(), Qt.AlignmentFlag.AlignCenter, "★")
    painter.end()
    return mark
