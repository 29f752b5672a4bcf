"""The middle of the Design page: the boards, what is looked for, the gallery, and what lies between two pictures."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QSplitter, QToolButton, QVBoxLayout, QWidget

from fashiongan.library.library import Library
from fashiongan.library.query import Query
from fashiongan.library.shelves import ALL, TRASH, Kind, Shelf
from fashiongan.studio import Studio
from gui.gallery.actions import GalleryActions
from gui.gallery.filter_bar import FilterBar
from gui.gallery.model import GalleryModel
from gui.gallery.notice import Notice
from gui.gallery.shelves import ShelfList
from gui.gallery.strip import BetweenStrip
from gui.gallery.taste_bar import TasteBar
from gui.gallery.view import GalleryView

ROOM_WIDTHS = [140, 560]


class GalleryRoom(QSplitter):
    """Lays out parts that are made elsewhere, and has them show the same. `shown` when other pictures are shown."""

    shown = Signal()

    def __init__(
        self, library: Library, studio: Studio, gallery: GalleryView, actions: GalleryActions, taste: TasteBar
    ) -> None:
        super().__init__()
        self._library, self._gallery, self._actions, self._taste = library, gallery, actions, taste
        self._pictures: GalleryModel = gallery.pictures
        self._order = ""
        self.filters, self.shelves = FilterBar(), ShelfList()
        self.notice, self.strip = Notice(actions), BetweenStrip(studio)
        self.new_board, self.to_board = _button(self.shelves.new), _button(actions.board)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the library as it is now."""
        self._pictures.refresh()
        self.shelves.refresh(self._library)
        self.show_state()

    def show_ranked(self, numbers: Sequence[int], order: str) -> None:
        """Show pictures in an order of their own; `order` says which."""
        self._pictures.order(numbers)
        self._order = order
        self._gallery.scrollToTop()
        self.show_state()

    def show_state(self) -> None:
        """Say how many pictures there are, and what is special about them."""
        self.filters.show_count(self._pictures.rowCount())
        in_trash = self.shelves.chosen == TRASH
        filled = in_trash and self._library.count(TRASH.narrowed(Query())) > 0
        order = self._order if self._pictures.ranked else ""
        self.notice.show_state(in_trash, filled, bool(self._gallery.chosen()), order)

    def stop(self) -> None:
        """End what goes on behind the scenes; call it before the window goes."""
        self.filters.stop()
        self.strip.stop()

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for holder, parts in (
            (left, (self.shelves, self.new_board, self.to_board)),
            (right, (self.filters, self.notice, self._gallery, self.strip, self._taste)),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            for part in parts:
                column.addWidget(part, stretch=1 if part in (self.shelves, self._gallery) else 0)
            self.addWidget(holder)
        self.setStretchFactor(1, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _: self._ask())
        self.filters.clear.clicked.connect(lambda: self.shelves.choose(ALL))
        self.shelves.shelf_chosen.connect(lambda _: self._ask())
        self.shelves.board_asked.connect(self._make_board)
        self.shelves.put.connect(self._actions.put_on)
        self.shelves.renamed.connect(self._actions.rename_board)
        self.notice.usual_asked.connect(self._leave_order)
        self._taste.order_found.connect(lambda numbers: self.show_ranked(numbers, self.tr("Sorted by my taste.")))

    def _ask(self) -> None:
        query = self.shelves.chosen.narrowed(self.filters.query())
        if query != self._pictures.query:
            self._pictures.ask(query)
        self.show_state()
        self.shown.emit()

    def _make_board(self) -> None:
        if name := self._actions.ask_new_board():
            self.shelves.choose(Shelf(Kind.BOARD, name))

    def _leave_order(self) -> None:
        self._pictures.usual_order()
        self.show_state()


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
