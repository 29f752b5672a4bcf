"""The Design page: ask on the left, choose in the middle, look closely on the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.image import GarmentImage
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from gui.gallery.actions import GalleryActions
from gui.gallery.filter_bar import FilterBar
from gui.gallery.inspector import Inspector
from gui.gallery.model import GalleryModel
from gui.gallery.view import GalleryView
from gui.panels.attributes import AttributePanel
from gui.panels.begin import BeginPanel
from gui.panels.tools import ToolPanel

WIDTHS = [230, 700, 300]


class DesignPage(QWidget):
    """Everything about pictures of garments. `fit_asked(GarmentImage)` for the one that was chosen last."""

    task_asked = Signal(object)
    fit_asked = Signal(object)
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.attributes, self.filters, self.inspector = AttributePanel(), FilterBar(), Inspector()
        self.pictures = GalleryModel(library)
        self.gallery = GalleryView(self.pictures)
        self.actions_ = GalleryActions(library, self.gallery.chosen, self.gallery)
        self.tools = ToolPanel(self.chosen_images, lambda: len(self.gallery.chosen()), self.attributes)
        self.begin = BeginPanel(self.attributes)
        self.fit = QAction(self.tr("Fit it on the body"), self)
        self.fit.setShortcut("Ctrl+F")
        self._lay_out()
        self._connect()
        self.refresh()

    def chosen_images(self) -> list[GarmentImage]:
        """The chosen pictures, read from the disk.

        Raises
        ------
        ImageError : one was lost or damaged
        """
        return [self.library.image(number) for number in self.gallery.chosen()]

    def add(self, image: GarmentImage) -> int:
        """Keep a picture that was made, show it and choose it; returns its number.

        Raises
        ------
        OutputError : it cannot be written
        """
        number = self.library.add(image).number
        self.refresh()
        return number

    def refresh(self) -> None:
        """Show the library as it is now."""
        self.pictures.refresh()
        self.filters.offer_boards(self.library.boards())
        self.filters.show_count(self.pictures.rowCount())
        self._show_chosen()

    def _lay_out(self) -> None:
        middle, parts = QWidget(), QSplitter()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filters)
        column.addWidget(self.gallery, stretch=1)
        left, right = _column(self.attributes, self.begin), _column(self.inspector, self.tools)
        for part, stretch in ((left, 0), (middle, 3), (right, 1)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, stretch)
        parts.setSizes(WIDTHS)
        self.splitter = parts
        whole = QVBoxLayout(self)
        whole.addWidget(parts)

    def _connect(self) -> None:
        for panel in (self.attributes, self.begin, self.tools):
            panel.task_asked.connect(self.task_asked)
            panel.refused.connect(self.refused)
        self.filters.changed.connect(self._ask)
        self.gallery.selection_changed.connect(self._show_chosen)
        self.gallery.star_pressed.connect(lambda number: self.actions_.toggle_star([number]))
        self.gallery.opened.connect(lambda number: self._ask_fit())
        self.actions_.changed.connect(self.refresh)
        self.actions_.said.connect(self.said)
        self.actions_.refused.connect(self.refused)
        self.fit.triggered.connect(self._ask_fit)
        self.gallery.addActions([*self.actions_.of_pictures, self.fit])
        for action in (self.actions_.undo, self.actions_.redo, self.actions_.empty):
            self.addAction(action)
        self.gallery.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.gallery.customContextMenuRequested.connect(
            lambda where: self._menu().popup(self.gallery.viewport().mapToGlobal(where))
        )

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.fit)
        menu.addSeparator()
        menu.addActions(self.actions_.of_pictures)
        menu.addSeparator()
        menu.addActions([self.actions_.undo, self.actions_.redo, self.actions_.empty])
        return menu

    def _ask(self, query: Query) -> None:
        self.pictures.ask(query)
        self.filters.show_count(self.pictures.rowCount())
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.actions_.show_possible()
        self.tools.show_possible()
        number = self.gallery.current()
        self.fit.setEnabled(number is not None)
        if number is None:
            self.inspector.show_picture(None, None)
        else:
            self._try(lambda: self.inspector.show_picture(self.library.entry(number), self.library.image(number)))

    def _ask_fit(self) -> None:
        number = self.gallery.current()
        if number is None:
            self.said.emit(self.tr("Choose a picture first."))
        else:
            self._try(lambda: self.fit_asked.emit(self.library.image(number)))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))


def _column(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return holder
