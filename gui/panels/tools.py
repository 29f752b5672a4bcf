"""Below the pictures: what can be done with those that are selected."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.idea_tools import Change
from fashiongan.image import GarmentImage
from fashiongan.style_picture import read_style_picture
from fashiongan.tasks import Blend, FromPhoto, Mix, Recoloring, Steering, Task, Variations
from gui.panels.attributes import PICTURE_FILES, AttributePanel

# A slider's end is this far along a direction.
FARTHEST = 4.0


class ToolPanel(QWidget):
    """Vary one picture, mix or blend two, steer, recolour, or begin with a photo."""

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
        self._lay_out()
        self._connect()
        self.show_possible(False)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for parts in (
            (self.vary, self.change, self.distance),
            (self.steer, self.direction, self.push),
            (self.mix, self.blend, self.recolor, self.photo),
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

    def _ask(self, task: Callable[[], Task]) -> None:
        try:
            self.task_asked.emit(task())
        except FashionGanError as error:
            self.refused.emit(str(error))

    def _mix(self) -> Mix:
        shape, cloth = self._selected()
        return Mix(shape, cloth)

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

    def _choose_photo(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Photo of a garment", "", PICTURE_FILES)
        if name:
            self.begin_with_photo(Path(name))

    def begin_with_photo(self, path: Path) -> None:
        """Ask for a photo's garment; what is chosen on the left is taken as known of it."""
        self._ask(lambda: FromPhoto(read_style_picture(path), self._asked.attributes()))

    def offer_directions(self, names: list[str]) -> None:
        """Fill the box of directions once they are known."""
        if not self.direction.count():
            self.direction.addItems(names)

    def show_possible(self, busy: bool) -> None:
        """Enable what the number of selected pictures allows."""
        count = 0 if busy else len(self._selected())
        for button in (self.vary, self.recolor):
            button.setEnabled(count >= 1)
        self.steer.setEnabled(count >= 1 and self.direction.count() > 0)
        for button in (self.mix, self.blend):
            button.setEnabled(count == 2)
        self.photo.setEnabled(not busy)


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
