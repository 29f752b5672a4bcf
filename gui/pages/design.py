"""The Design page: ask on the left, choose in the middle, look closely on the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.image import GarmentImage
from fashiongan.library.entry import Entry
from fashiongan.library.library import Library
from fashiongan.presets import FOLDER as PRESETS
from fashiongan.studio import Studio
from gui.asking.preset_bar import PresetBar
from gui.gallery.actions import GalleryActions
from gui.gallery.deeds import PictureDeeds
from gui.gallery.inspector import Facts, Preview
from gui.gallery.likeness import find_alike
from gui.gallery.live_panel import LivePanel
from gui.gallery.looking import Look, Looked
from gui.gallery.making_again import make_again
from gui.gallery.menu import fill_gallery_menu
from gui.gallery.model import GalleryModel
from gui.gallery.room import ROOM_WIDTHS, GalleryRoom
from gui.gallery.taste_bar import TasteBar
from gui.gallery.view import GalleryView
from gui.panels.attributes import AttributePanel
from gui.panels.begin import BeginPanel
from gui.panels.tools import ToolPanel
from gui.widgets.main_button import MainButton
from gui.work.live import LiveWorker
from gui.work.queue import WorkQueue

WIDTHS, TABS_PX = [230, 700, 300], 270


class DesignPage(QWidget):
    """Everything about pictures of garments. `fit_asked(GarmentImage)` for the one that was chosen last, and
    `trace_asked(Path)` to draw over it."""

    task_asked = Signal(object)
    fit_asked = Signal(object)
    trace_asked = Signal(object)
    check_asked = Signal(int)
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, library: Library, studio: Studio, queue: WorkQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library, self.studio, self.queue = library, studio, queue
        self.attributes = AttributePanel(self.current_image)
        self.presets = PresetBar(self.attributes, library.folder / PRESETS)
        self.preview, self.facts = Preview(), Facts()
        self.pictures = GalleryModel(library)
        self.gallery = GalleryView(self.pictures)
        self.actions_ = GalleryActions(library, self.gallery.chosen, self.gallery)
        self.tools = ToolPanel(self.chosen_images, lambda: len(self.gallery.chosen()), self.attributes)
        self.live = LivePanel(studio)
        self.taste = TasteBar(library, studio, queue, lambda: self.pictures.numbers, self.attributes.request)
        self.deeds = PictureDeeds(library, self.gallery.chosen, self.attributes, self.tools, self)
        self.room = GalleryRoom(library, studio, self.gallery, self.actions_, self.taste)
        self.begin = BeginPanel(self.attributes)
        # An enlarged picture takes long enough to read to be felt.
        self.reading = LiveWorker(lambda look: look.read(library), self)
        self.fit = QAction(self.tr("Fit it on the body"), self)
        self.fit.setShortcut("Ctrl+F")
        self.fit.setToolTip(self.tr("Cut, sewn and draped on who is dressed (Ctrl+F)"))
        self.check = QAction(self.tr("Is it new?"), self)
        self.check.setShortcut("O")
        self.check.setToolTip(self.tr("The nearest real garments and the nearest of your own, with their distance"))
        self.again = QAction(self.tr("Make it again and compare"), self)
        self.again.setShortcut("Shift+O")
        self.again.setToolTip(self.tr("Whether the same file comes out of what it says of itself, byte for byte"))
        # What else stands in the gallery's menu.
        self.more_actions: list[QAction] = []
        self._lay_out()
        self._connect()
        self._try(lambda: self.deeds.offer(studio.styles))
        self.refresh()

    def chosen_images(self) -> list[GarmentImage]:
        """The chosen pictures, read from the disk.

        Raises
        ------
        ImageError : one was lost or damaged
        """
        return [self.library.image(number) for number in self.gallery.chosen()]

    def current_image(self) -> GarmentImage | None:
        """The picture that was chosen last; ImageError as above."""
        number = self.gallery.current()
        return None if number is None else self.library.image(number)

    def show_new(self, number: int) -> None:
        """A picture came into the library: show it, and choose it if nothing is chosen."""
        self.refresh()
        if not self.gallery.chosen():
            self.gallery.choose([number])

    def offer(self, directions: list[str], styles: list[str]) -> None:
        """What the weights can do is known now."""
        self.tools.offer(directions, styles)
        self.live.offer(directions)
        self.deeds.offer(styles)

    def reset_widths(self) -> None:
        """Everything as wide as it was at first."""
        for splitter, widths in zip(self.splitters, (WIDTHS, ROOM_WIDTHS), strict=True):
            splitter.setSizes(widths)

    def refresh(self) -> None:
        """Show the library as it is now."""
        self.room.refresh()
        self._show_chosen()

    def stop(self) -> None:
        """End what goes on behind the scenes; call it before the window goes."""
        for part in (self.reading, self.live, self.room):
            part.stop()

    def _lay_out(self) -> None:
        parts = QSplitter()
        left, right = _column(self.attributes, self.begin), _column(self.preview, MainButton.of(self.fit), self._tabs())
        for part, stretch in ((left, 0), (self.room, 3), (right, 1)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, stretch)
        self.splitters = [parts, self.room]
        self.reset_widths()
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
        for panel in (self.attributes, self.begin, self.tools, self.live, self.taste, self.deeds):
            panel.task_asked.connect(self.task_asked)
            panel.refused.connect(self.refused)
        self.presets.said.connect(self.said)
        self.presets.refused.connect(self.refused)
        self.task_asked.connect(self.attributes.seed.follow)
        self.reading.done.connect(self._look_at)
        self.reading.failed.connect(self._cannot_look)
        self.live.drawn.connect(self.preview.show_image)
        self.room.strip.task_asked.connect(self.task_asked)
        self.room.strip.looked_at.connect(self.preview.show_image)
        self.room.shown.connect(self._show_chosen)
        self.gallery.selection_changed.connect(self._show_chosen)
        self.gallery.star_pressed.connect(lambda number: self.actions_.toggle_star([number]))
        self.gallery.opened.connect(lambda number: self._ask_fit())
        self.actions_.changed.connect(self.refresh)
        self.actions_.said.connect(self.said)
        self.actions_.refused.connect(self.refused)
        self.fit.triggered.connect(self._ask_fit)
        self.deeds.said.connect(self.said)
        self.deeds.between_asked.connect(self.room.strip.take_focus)
        self.deeds.trace_asked.connect(self.trace_asked)
        self.deeds.alike_asked.connect(lambda number: self._try(lambda: self._find_alike(number)))
        self.check.triggered.connect(lambda: self.check_asked.emit(self.gallery.chosen()[-1]))
        self.again.triggered.connect(lambda: self._try(self._make_again))
        self.gallery.addActions([*self.actions_.of_pictures, self.actions_.compare, self.fit, self.check, self.again])
        self.gallery.addActions(self.deeds.all)
        self.addActions([self.actions_.undo, self.actions_.redo, self.actions_.empty, self.deeds.vary])
        self.addAction(self.attributes.style_row.paste)
        press = QAction(self.tr("Generate"), self)
        press.setShortcut("Ctrl+Return")
        press.triggered.connect(self.attributes.generate.click)
        self.addAction(press)
        self.gallery.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.gallery.customContextMenuRequested.connect(
            lambda where: self._menu().popup(self.gallery.viewport().mapToGlobal(where))
        )

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_gallery_menu(menu, [self.fit, self.check, self.again, *self.more_actions], self.deeds, self.actions_)
        return menu

    def _find_alike(self, number: int) -> None:
        said = self.tr("Sorted by likeness to picture %1.").replace("%1", str(number))
        find_alike(number, self.library, self.studio, self.queue, lambda found: self.room.show_ranked(found, said))

    def _make_again(self) -> None:
        make_again(self.gallery.chosen()[-1], self.library, self.studio, self.queue, self.said.emit)

    def _show_chosen(self) -> None:
        self.actions_.show_possible()
        self.tools.show_possible()
        self.deeds.show_possible()
        self.room.show_state()
        chosen = self.gallery.chosen()
        for action in (self.fit, self.check, self.again):
            action.setEnabled(bool(chosen))
        self.live.begin(())
        self.reading.forget()
        if chosen:
            self._try(lambda: self.reading.ask(Look.at(chosen, self.library)))
        else:
            self._show(None, None)
            self.room.strip.begin((), ())

    def _look_at(self, looked: Looked) -> None:
        self._show(looked.entry, looked.last)
        self.live.begin(looked.first)
        self.room.strip.begin(looked.chosen, looked.first)

    def _cannot_look(self, message: str) -> None:
        self._show(None, None)
        self.refused.emit(message)

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
