"""Beside the gallery: all pictures, the starred, the boards and the trash, to look at and to drop pictures on."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fashiongan.library.library import Library
from fashiongan.library.shelves import ALL, Kind, Shelf, shelves_of
from gui.gallery.shelf_model import ShelfModel, ShelfRole
from gui.help.shortcuts import in_group

ROW_PX, MARGIN_PX = 26, 8
Index = QModelIndex | QPersistentModelIndex


class ShelfList(QListView):
    """`shelf_chosen(Shelf)`; `put(Shelf, numbers)` when pictures are dropped; `renamed(old, new)`, of which "" deletes
    a board; `board_asked` for a new one."""

    shelf_chosen = Signal(object)
    put = Signal(object, object)
    renamed = Signal(str, str)
    board_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelves = ShelfModel()
        self._chosen = self._next = ALL
        self._delegate = ShelfDelegate()
        self.setModel(self._shelves)
        self.setItemDelegate(self._delegate)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDragDropOverwriteMode(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(90)
        self.setAccessibleName(self.tr("Boards"))
        self.new = self._action(self.tr("New board…"), "Ins", self.board_asked.emit)
        self.new.setToolTip(self.tr("An empty board, to drop pictures on (Ins)"))
        self.rename = self._action(self.tr("Rename the board"), "F2", lambda: self.edit(self.currentIndex()))
        self.delete = self._action(self.tr("Delete the board, keep its pictures"), "Del", self._delete)
        # Queued, so that the view has done with the drop or the editor before its rows change.
        queued = Qt.ConnectionType.QueuedConnection
        self._shelves.put.connect(self.put, queued)
        self._shelves.renamed.connect(self._rename, queued)
        self.selectionModel().currentChanged.connect(lambda now, before: self._follow(now))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.choose(ALL)

    @property
    def chosen(self) -> Shelf:
        """The shelf that is looked at."""
        return self._chosen

    def choose(self, shelf: Shelf) -> None:
        """Look at a shelf; at all pictures if it is there no more."""
        shelves = self._shelves.shelves
        row = shelves.index(shelf) if shelf in shelves else 0
        self.setCurrentIndex(self._shelves.index(row))

    def refresh(self, library: Library) -> None:
        """Show what stands where in a library by now; what is looked at stays so while it is there."""
        blocker, shelves = QSignalBlocker(self.selectionModel()), shelves_of(library)
        self._shelves.show_shelves(shelves)
        self.choose(self._next if self._next in shelves else self._chosen)
        blocker.unblock()
        self._follow(self.currentIndex())
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As narrow as it can be."""
        return QSize(150, 300)

    def _action(self, text: str, keys: str, act: Callable[[], object]) -> QAction:
        action = in_group(QAction(text, self), self.tr("Boards"))
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: act())
        self.addAction(action)
        return action

    def _follow(self, index: QModelIndex) -> None:
        shelf = index.data(ShelfRole.SHELF) or ALL
        for action in (self.rename, self.delete):
            action.setEnabled(shelf.kind is Kind.BOARD)
        self._next = shelf
        if shelf != self._chosen:
            self._chosen = shelf
            self.shelf_chosen.emit(shelf)

    def _rename(self, old: str, new: str) -> None:
        if self._chosen.board == old:  # It is looked at under its new name.
            self._next = Shelf(Kind.BOARD, new)
        self.renamed.emit(old, new)

    def _delete(self) -> None:
        self.renamed.emit(self._chosen.board, "")

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.new, self.rename, self.delete])
        menu.popup(self.viewport().mapToGlobal(where))


class ShelfDelegate(QStyledItemDelegate):
    """A line with the count at its right end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for a finger, and for dropping."""
        return QSize(super().sizeHint(option, index).width(), max(ROW_PX, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The line, then the count over it."""
        super().paint(painter, option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setPen(option.palette.color(role))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -MARGIN_PX, 0), right, str(index.data(ShelfRole.COUNT)))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The name gives way to the count."""
        super().initStyleOption(option, index)
        taken = option.fontMetrics.horizontalAdvance(str(index.data(ShelfRole.COUNT))) + 4 * MARGIN_PX
        mode = Qt.TextElideMode.ElideRight
        option.text = option.fontMetrics.elidedText(option.text, mode, max(20, option.rect.width() - taken))
