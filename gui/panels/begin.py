"""Below what is asked: other beginnings than words, each from a picture of the designer's own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGroupBox, QPushButton, QVBoxLayout, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.generator.style_picture import read_style_picture
from fashiongan.tasks import FromPhoto, FromSketch, IntoPhoto, Task
from fashiongan.tools.dressing_up import Redressing, read_person
from fashiongan.tools.filling import FillSilhouette
from fashiongan.tools.place import Place
from fashiongan.tools.silhouette_picture import read_silhouette
from fashiongan.tools.sketch_picture import read_sketch
from gui.asking.picture_file import choose_picture
from gui.panels.attributes import AttributePanel
from gui.panels.region_dialog import RegionDialog


class BeginPanel(QGroupBox):
    """A photo, a drawing, an outline, a place in a photo, or a person; with what is asked above."""

    task_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, asked: AttributePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Or begin with"))
        self._asked = asked
        self.photo, self.sketch, self.fill, self.into_photo, self.person = (
            QPushButton(text)
            for text in (
                self.tr("A garment's photo…"),
                self.tr("A line drawing…"),
                self.tr("A silhouette…"),
                self.tr("A place in a photo…"),
                self.tr("A person…"),
            )
        )
        self.photo.setToolTip(self.tr("Draw a real garment as the generator sees it, and go on from there"))
        self.sketch.setToolTip(self.tr("Garments for a line drawing, with what is chosen above"))
        self.fill.setToolTip(self.tr("Garments of an outline, with what is chosen above"))
        self.into_photo.setToolTip(self.tr("Garments inside a photo, with what is chosen above"))
        self.person.setToolTip(self.tr("Somebody in what is chosen above; all else stays as it is"))
        column = QVBoxLayout(self)
        for button in (self.photo, self.sketch, self.fill, self.into_photo, self.person):
            column.addWidget(button)
        self._connect()

    def _connect(self) -> None:
        asks = (
            (self.photo, self.tr("Photo of a garment"), self.begin_with_photo),
            (self.sketch, self.tr("Line drawing of a garment"), self.begin_with_sketch),
            (self.fill, self.tr("Silhouette of a garment"), self.begin_with_silhouette),
            (self.into_photo, self.tr("Photo to put a garment into"), self.open_scene),
            (self.person, self.tr("Picture of a person"), self.redress),
        )
        for button, title, begin in asks:
            button.clicked.connect(lambda _, title=title, begin=begin: self._choose(title, begin))

    def _choose(self, title: str, begin: Callable[[Path], object]) -> None:
        if path := choose_picture(self, title):
            begin(path)

    def _ask(self, task: Callable[[], Task]) -> None:
        try:
            self.task_asked.emit(task())
        except FashionGanError as error:
            self.refused.emit(str(error))

    def _many(self) -> tuple[int, int]:
        return self._asked.count.value(), self._asked.seed.value()

    def begin_with_photo(self, path: Path) -> None:
        """Ask for a photo's garment; what is chosen above is taken as known of it."""
        self._ask(lambda: FromPhoto(read_style_picture(path), self._asked.attributes()))

    def begin_with_sketch(self, path: Path) -> None:
        """Ask for garments for a drawing, with what is chosen above."""
        self._ask(lambda: FromSketch(read_sketch(path), self._asked.attributes(), *self._many()))

    def begin_with_silhouette(self, path: Path) -> None:
        """Ask for an outline to be filled, with the words, colours and cloth that are chosen above."""
        self._ask(lambda: FillSilhouette(read_silhouette(path), self._asked.request()))

    def redress(self, path: Path) -> None:
        """Ask for the person of a picture in what is chosen above."""
        self._ask(lambda: Redressing(read_person(path), self._asked.request()))

    def open_scene(self, path: Path) -> RegionDialog | None:
        """Let a place in a photo be chosen; a bad file is refused."""
        try:
            dialog = RegionDialog(path, self)
        except FashionGanError as error:
            self.refused.emit(str(error))
            return None
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.compose_into)
        dialog.open()
        return dialog

    def compose_into(self, place: Place) -> None:
        """Ask for garments in a place, with what is chosen above."""
        self._ask(lambda: IntoPhoto(place, self._asked.attributes(), *self._many()))
