"""Below the pictures: what can be done with those that are selected."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.generator.style_picture import read_style_picture
from fashiongan.ideas.tools import Change
from fashiongan.image import GarmentImage
from fashiongan.tasks import (
    Blend,
    FromPhoto,
    FromSketch,
    IntoPhoto,
    Mix,
    Recoloring,
    Restyling,
    Steering,
    Task,
    Upscaling,
    Variations,
)
from fashiongan.tools.composing import Place
from fashiongan.tools.dressing_up import Redressing, read_person
from fashiongan.tools.filling import FillSilhouette, in_other_cloth
from fashiongan.tools.silhouette_picture import read_silhouette
from fashiongan.tools.sketch_picture import read_sketch
from gui.panels.attributes import PICTURE_FILES, AttributePanel
from gui.panels.region_dialog import RegionDialog

# A slider's end is this far along a direction.
FARTHEST = 4.0


class ToolPanel(QWidget):
    """Vary one picture, mix or blend two, steer, recolour, restyle, enlarge, or begin with a photo or a sketch."""

    task_asked = Signal(object)
    refused = Signal(str)

    def __init__(
        self, selected: Callable[[], list[GarmentImage]], asked: AttributePanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._selected, self._asked = selected, asked
        self.vary = _button("Vary", "Draw pictures like the selected one")
        self.change = QComboBox()
        self.change.addItems(list(Change))
        self.change.setToolTip("What variations may change; the rest stays")
        self.distance = _slider(1, 100, 35, "How different variations are")
        self.mix = _button("Mix", "The shape of the first selected picture in the cloth of the second")
        self.blend = _button("Blend", "What lies between the two selected pictures")
        self.recolor = _button("Recolour", "The selected garment in the colours chosen on the left")
        self.steer = _button("Steer", "Push the selected picture along a direction")
        self.direction = QComboBox()
        self.direction.setToolTip("Directions are known once pictures have been drawn")
        self.push = _slider(-100, 100, 50, "How far, and which way")
        self.photo = _button("From photo…", "Draw a real garment as the generator sees it, and go on from there")
        self.sketch = _button("From sketch…", "Garments for a line drawing, with what is chosen on the left")
        self.fill = _button("Fill a silhouette…", "Garments of an outline, with what is chosen on the left")
        self.other_cloth = _button("Other cloth", "The outline of the first selected picture, the cloth of the second")
        self.into_photo = _button("Into a photo…", "Garments inside a photo, with what is chosen on the left")
        self.person = _button("Redress a person…", "Somebody in what is chosen on the left; all else stays as it is")
        self.restyle = _button("Restyle", "The selected garment in another style, in the same cut")
        self.styles = QComboBox()
        self.styles.setToolTip("Styles are known once pictures have been drawn")
        self.enlarge = _button("Enlarge", "The selected picture, four times as wide and high")
        self.realism = _slider(0, 100, 50, "Faithful to the picture on the left, most detail on the right")
        self._lay_out()
        self._connect()
        self.show_possible(False)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for parts in (
            (self.vary, self.change, self.distance),
            (self.steer, self.direction, self.push),
            (self.restyle, self.styles, self.enlarge, self.realism),
            (self.mix, self.blend, self.other_cloth, self.recolor),
            (self.photo, self.sketch, self.fill, self.into_photo, self.person),
        ):
            row = QHBoxLayout()
            for part in parts:
                row.addWidget(part, stretch=1 if isinstance(part, QSlider) else 0)
            rows.addLayout(row)

    def _connect(self) -> None:
        self.vary.clicked.connect(lambda: self._ask(self._variations))
        self.mix.clicked.connect(lambda: self._ask(self._mix))
        self.blend.clicked.connect(lambda: self._ask(self._blend))
        self.recolor.clicked.connect(lambda: self._ask(self._recoloring))
        self.steer.clicked.connect(lambda: self._ask(self._steering))
        self.photo.clicked.connect(self._choose_photo)
        self.sketch.clicked.connect(self._choose_sketch)
        self.fill.clicked.connect(self._choose_silhouette)
        self.other_cloth.clicked.connect(lambda: self._ask(self._in_other_cloth))
        self.into_photo.clicked.connect(self._choose_scene)
        self.person.clicked.connect(self._choose_person)
        self.restyle.clicked.connect(lambda: self._ask(self._restyling))
        self.enlarge.clicked.connect(lambda: self._ask(self._upscaling))

    def _ask(self, task: Callable[[], Task]) -> None:
        try:
            self.task_asked.emit(task())
        except FashionGanError as error:
            self.refused.emit(str(error))

    def _mix(self) -> Mix:
        shape, cloth = self._selected()
        return Mix(shape, cloth)

    def _in_other_cloth(self) -> FillSilhouette:
        cut, cloth = self._selected()
        return in_other_cloth(cut, cloth, self._asked.count.value(), self._asked.seed.value())

    def _blend(self) -> Blend:
        first, second = self._selected()
        return Blend(first, second, self._asked.count.value())

    def _variations(self) -> Variations:
        count, seed = self._asked.count.value(), self._asked.seed.value()
        change = Change(self.change.currentText())
        return Variations(self._selected()[0], count, self.distance.value() / 100, seed, change)

    def _recoloring(self) -> Recoloring:
        return Recoloring(self._selected()[0], self._asked.attributes().colors)

    def _steering(self) -> Steering:
        amount = FARTHEST * self.push.value() / 100
        return Steering(self._selected()[0], self.direction.currentText(), amount)

    def _restyling(self) -> Restyling:
        return Restyling(self._selected()[0], self.styles.currentText())

    def _upscaling(self) -> Upscaling:
        return Upscaling(self._selected()[0], self.realism.value() / 100)

    def _choose_sketch(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Line drawing of a garment", "", PICTURE_FILES)
        if name:
            self.begin_with_sketch(Path(name))

    def begin_with_sketch(self, path: Path) -> None:
        """Ask for garments for a drawing, with what is chosen on the left."""
        count, seed = self._asked.count.value(), self._asked.seed.value()
        self._ask(lambda: FromSketch(read_sketch(path), self._asked.attributes(), count, seed))

    def _choose_photo(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Photo of a garment", "", PICTURE_FILES)
        if name:
            self.begin_with_photo(Path(name))

    def begin_with_photo(self, path: Path) -> None:
        """Ask for a photo's garment; what is chosen on the left is taken as known of it."""
        self._ask(lambda: FromPhoto(read_style_picture(path), self._asked.attributes()))

    def _choose_silhouette(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Silhouette of a garment", "", PICTURE_FILES)
        if name:
            self.begin_with_silhouette(Path(name))

    def begin_with_silhouette(self, path: Path) -> None:
        """Ask for an outline to be filled, with the words, colours and cloth that are chosen on the left."""
        self._ask(lambda: FillSilhouette(read_silhouette(path), self._asked.request()))

    def _choose_person(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Picture of a person", "", PICTURE_FILES)
        if name:
            self.redress(Path(name))

    def redress(self, path: Path) -> None:
        """Ask for the person of a picture in what is chosen on the left."""
        self._ask(lambda: Redressing(read_person(path), self._asked.request()))

    def _choose_scene(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Photo to put a garment into", "", PICTURE_FILES)
        if name:
            self.open_scene(Path(name))

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
        """Ask for garments in a place, with what is chosen on the left."""
        count, seed = self._asked.count.value(), self._asked.seed.value()
        self._ask(lambda: IntoPhoto(place, self._asked.attributes(), count, seed))

    def offer(self, directions: list[str], styles: list[str]) -> None:
        """Fill the boxes of directions and styles once they are known."""
        for box, names in ((self.direction, directions), (self.styles, styles)):
            if not box.count():
                box.addItems(names)

    def show_possible(self, busy: bool) -> None:
        """Enable what the number of selected pictures allows."""
        count = 0 if busy else len(self._selected())
        for button in (self.vary, self.recolor, self.enlarge):
            button.setEnabled(count >= 1)
        self.steer.setEnabled(count >= 1 and self.direction.count() > 0)
        self.restyle.setEnabled(count >= 1 and self.styles.count() > 0)
        for button in (self.mix, self.blend, self.other_cloth):
            button.setEnabled(count == 2)
        for button in (self.photo, self.sketch, self.fill, self.into_photo, self.person):
            button.setEnabled(not busy)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    return button


def _slider(low: int, high: int, value: int, tip: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(low, high)
    slider.setValue(value)
    slider.setToolTip(tip)
    slider.setAccessibleName(tip)
    return slider
