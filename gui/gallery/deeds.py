"""What can be made of the chosen pictures, each with its key: in the menu of the gallery and in the Edit menu."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.image import GarmentImage
from fashiongan.library.library import Library
from fashiongan.picture_tasks import colors_of, fill_in_cloth_of, put_into, put_on, steps_between
from fashiongan.tasks import Restyling, Task, Upscaling
from gui.asking.picture_file import choose_picture
from gui.help.shortcuts import in_group
from gui.languages.wording import in_words
from gui.panels.attributes import AttributePanel
from gui.panels.region_dialog import RegionDialog
from gui.panels.tools import ToolPanel


class PictureDeeds(QObject):
    """One QAction each; all work on `chosen()`, those for one picture on the last of it.

    task_asked : a Task; trace_asked : the Path of a picture to draw over; alike_asked : the number of a picture;
    between_asked : what lies between two is to be looked through
    """

    task_asked = Signal(object)
    trace_asked = Signal(object)
    alike_asked = Signal(int)
    between_asked = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        library: Library,
        chosen: Callable[[], Sequence[int]],
        asked: AttributePanel,
        tools: ToolPanel,
        window: QWidget,
    ) -> None:
        """`asked` : gives the seed and takes colours; `tools` : vary, mix and blend as its sliders say"""
        super().__init__(window)
        self._library, self._chosen, self._asked, self._tools, self._window = library, chosen, asked, tools, window
        self.restyle = QMenu(self.tr("Restyle"), window)
        self.restyle.setToolTip(self.tr("The same cut in another style"))
        self._make_actions_of_any()
        self._make_actions_of_one()
        self.of_two = self._actions_of_two()
        self.all = (self.alike, self.vary, *self.of_two, self.enlarge, *self.of_one)
        self.offer([])

    def _make_actions_of_any(self) -> None:
        like, enlarge = self.tr("The gallery, sorted by likeness to this one"), self.tr("Four times as wide and high")
        self.alike = self._action(self.tr("More like this"), "L", self._ask_alike, like)
        self.vary = self._action(self.tr("Vary"), "Ctrl+L", self._tools.vary.click, self.tr("Draw more like it"))
        self.enlarge = self._action(self.tr("Enlarge"), "U", self._enlarge, enlarge)

    def _actions_of_two(self) -> tuple[QAction, ...]:
        tools, strip = self._tools, self.tr("To the strip below the gallery, with the keys")
        return (
            self._action(self.tr("Mix"), "X", tools.mix.click, tools.mix.toolTip()),
            self._action(self.tr("Blend"), "B", tools.blend.click, tools.blend.toolTip()),
            self._action(self.tr("Between the two"), "I", self._go_between, strip),
        )

    def _make_actions_of_one(self) -> None:
        photo = self.tr("This garment itself, or one like it where other weights drew it; its caption tells which")
        person = self.tr("Somebody in its words, cloth and colours")
        trace = self.tr("It lies under the page, to be traced")
        colors = self.tr("Ask for them next")
        fill = self.tr("Fill a silhouette in its cloth…")
        self.into_photo = self._action(self.tr("Put it into a photo…"), "P", self._choose_photo, photo)
        self.on_person = self._action(self.tr("Put it on a person…"), "R", self._choose_person, person)
        self.fill = self._action(fill, "F", self._choose_silhouette, self.tr("Your outline, its cloth"))
        self.sketch_over = self._action(self.tr("Sketch over it"), "S", self._sketch, trace)
        self.colors = self._action(self.tr("Take its colours"), "K", self._take_colors, colors)
        self.of_one = (self.into_photo, self.on_person, self.fill, self.sketch_over, self.colors)

    def offer(self, styles: Sequence[str]) -> None:
        """The styles that garments can be changed into are known now."""
        self.restyle.clear()
        for style in styles:
            action = self.restyle.addAction(in_words("Choice", style))
            action.triggered.connect(lambda _, style=style: self._try(lambda: self._restyle(style)))
        self.show_possible()

    def show_possible(self) -> None:
        """Enable what the number of chosen pictures allows."""
        count = len(self._chosen())
        for action in self.all:
            action.setEnabled(count == 2 if action in self.of_two else count > 0)
        self.restyle.menuAction().setEnabled(count > 0 and not self.restyle.isEmpty())

    def fill_menu(self, menu: QMenu) -> None:
        """Put everything into a menu."""
        menu.addActions([self.alike, self.vary, *self.of_two])
        menu.addMenu(self.restyle)
        menu.addAction(self.enlarge)
        menu.addSeparator()
        menu.addActions(self.of_one)

    def put_into(self, photo: Path) -> RegionDialog:
        """Let a place in a photo be chosen for the garment.

        Raises
        ------
        ImageError : not a picture
        """
        garment, seed = self._garment(), self._seed
        dialog = RegionDialog(photo, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda place: self._ask(lambda: put_into(place, garment, seed=seed)))
        dialog.open()
        return dialog

    def put_on(self, person: Path) -> None:
        """Ask for the person of a picture in such a garment."""
        self._ask(lambda: put_on(person, self._garment(), seed=self._seed))

    def fill_in_cloth(self, silhouette: Path) -> None:
        """Ask for an outline in the garment's cloth."""
        self._ask(lambda: fill_in_cloth_of(silhouette, self._garment(), seed=self._seed))

    @property
    def _seed(self) -> int:
        return self._asked.seed.value()

    def _garment(self) -> GarmentImage:
        return self._library.image(self._chosen()[-1])

    def _enlarge(self) -> None:
        for number in self._chosen():
            self.task_asked.emit(Upscaling(self._library.image(number), self._tools.realism.value() / 100))

    def _restyle(self, style: str) -> None:
        for number in self._chosen():
            self.task_asked.emit(Restyling(self._library.image(number), style))

    def _go_between(self) -> None:
        first, second = (self._library.image(number) for number in self._chosen())
        steps_between(first, second, 1)  # It says why, where nothing lies between.
        self.between_asked.emit()

    def _ask_alike(self) -> None:
        self.alike_asked.emit(self._chosen()[-1])

    def _sketch(self) -> None:
        self.trace_asked.emit(self._library.path(self._chosen()[-1]))

    def _take_colors(self) -> None:
        self._asked.colors.show_colors(colors_of(self._garment()))
        self.said.emit(self.tr("Its colours are asked for from now on."))

    def _choose_photo(self) -> None:
        self._choose(self.tr("Photo to put it into"), self.put_into)

    def _choose_person(self) -> None:
        self._choose(self.tr("Picture of a person"), self.put_on)

    def _choose_silhouette(self) -> None:
        self._choose(self.tr("Silhouette of a garment"), self.fill_in_cloth)

    def _choose(self, title: str, then: Callable[[Path], object]) -> None:
        if path := choose_picture(self._window, title):
            then(path)

    def _action(self, text: str, key: str, act: Callable[[], None], tip: str) -> QAction:
        action = in_group(QAction(text, self._window), self.tr("Make of a picture"))
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(tip)
        action.triggered.connect(lambda: self._try(act))
        return action

    def _ask(self, task: Callable[[], Task]) -> None:
        self._try(lambda: self.task_asked.emit(task()))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))
