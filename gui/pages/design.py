"""The Design page: ask on the left, choose in the middle, look closely on the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.image import GarmentImage
from fashiongan.library.entry import Entry
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from fashiongan.studio import Studio
from gui.gallery.actions import GalleryActions
from gui.gallery.filter_bar import FilterBar
from gui.gallery.inspector import Facts, Preview
from gui.gallery.live_panel import LivePanel
from gui.gallery.model import GalleryModel
from gui.gallery.taste_bar import TasteBar
from gui.gallery.view import GalleryView
from gui.panels.attributes import AttributePanel
from gui.panels.begin import BeginPanel
from gui.panels.tools import ToolPanel
from gui.work.queue import WorkQueue

WIDTHS, TABS_PX = [230, 700, 300], 270


class DesignPage(QWidget):
    """Everything about pictures of garments. `fit_asked(GarmentImage)` for the one that was chosen last."""

    task_asked = Signal(object)
    fit_asked = Signal(object)
    check_asked = Signal(int)
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, library: Library, studio: Studio, queue: WorkQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.attributes, self.filters = AttributePanel(), FilterBar()
        self.preview, self.facts = Preview(), Facts()
        self.pictures = GalleryModel(library)
        self.gallery = GalleryView(self.pictures)
        self.actions_ = GalleryActions(library, self.gallery.chosen, self.gallery)
        self.tools = ToolPanel(self.chosen_images, lambda: len(self.gallery.chosen()), self.attributes)
        self.live = LivePanel(studio)
        self.taste = TasteBar(library, studio, queue, lambda: self.pictures.numbers, self.attributes.request)
        self.begin = BeginPanel(self.attributes)
        self.fit = QAction(self.tr("Fit it on the body"), self)
        self.fit.setShortcut("Ctrl+F")
        self.check = QAction(self.tr("Is it new?"), self)
        self.check.setShortcut("O")
        self.check.setToolTip(self.tr("The nearest real garments and the nearest of your own, with their distance"))
        # What else stands in the gallery's menu.
        self.more_actions: list[QAction] = []
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

    def show_new(self, number: int) -> None:
        """A picture came into the library: show it, and choose it if nothing is chosen."""
        self.refresh()
        if not self.gallery.chosen():
            self.gallery.choose([number])

    def offer(self, directions: list[str], styles: list[str]) -> None:
        """What the weights can do is known now."""
        self.tools.offer(directions, styles)
        self.live.offer(directions)

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
        column.addWidget(self.taste)
        left, right = _column(self.attributes, self.begin), _column(self.preview, self._tabs())
        for part, stretch in ((left, 0), (middle, 3), (right, 1)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, stretch)
        parts.setSizes(WIDTHS)
        self.splitter = parts
        whole = QVBoxLayout(self)
        whole.addWidget(parts)

    def _tabs(self) -> QTabWidget:
        self.tabs = tabs = QTabWidget()
        tabs.addTab(self.tools, self.tr("New from it"))
        tabs.addTab(self.live, self.tr("Sliders"))
        tabs.addTab(self.facts, self.tr("About it"))
        tabs.setFixedHeight(TABS_PX)
        return tabs

    def _connect(self) -> None:
        for panel in (self.attributes, self.begin, self.tools, self.live, self.taste):
            panel.task_asked.connect(self.task_asked)
            panel.refused.connect(self.refused)
        self.taste.order_found.connect(self.pictures.order)
        self.live.drawn.connect(self.preview.show_image)
        self.filters.changed.connect(self._ask)
        self.gallery.selection_changed.connect(self._show_chosen)
        self.gallery.star_pressed.connect(lambda number: self.actions_.toggle_star([number]))
        self.gallery.opened.connect(lambda number: self._ask_fit())
        self.actions_.changed.connect(self.refresh)
        self.actions_.said.connect(self.said)
        self.actions_.refused.connect(self.refused)
        self.fit.triggered.connect(self._ask_fit)
        self.check.triggered.connect(lambda: self.check_asked.emit(self.gallery.chosen()[-1]))
        self.gallery.addActions([*self.actions_.of_pictures, self.actions_.compare, self.fit, self.check])
        for action in (self.actions_.undo, self.actions_.redo, self.actions_.empty):
            self.addAction(action)
        for text, keys, button in (
            (self.tr("Generate"), "Ctrl+Return", self.attributes.generate),
            (self.tr("Vary"), "Ctrl+L", self.tools.vary),
        ):
            press = QAction(text, self)
            press.setShortcut(keys)
            press.triggered.connect(button.click)
            self.addAction(press)
        self.gallery.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.gallery.customContextMenuRequested.connect(
            lambda where: self._menu().popup(self.gallery.viewport().mapToGlobal(where))
        )

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.fit, self.check, self.actions_.compare, *self.more_actions])
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
        for action in (self.fit, self.check):
            action.setEnabled(number is not None)
        self.live.begin(())
        if number is None:
            self._show(None, None)
        else:
            self._try(lambda: self._look_at(number))

    def _look_at(self, number: int) -> None:
        self._show(self.library.entry(number), self.library.image(number))
        self.live.begin([self.library.image(one) for one in self.gallery.chosen()[:2]])

    def _show(self, entry: Entry | None, image: GarmentImage | None) -> None:
        self.preview.show_image(image)
        self.facts.show_picture(entry, image)

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
