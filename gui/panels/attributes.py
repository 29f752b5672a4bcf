"""The left side: what the designer asks for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QSlider, QSpinBox, QVBoxLayout, QWidget

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import FashionGanError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import StylePicture
from fashiongan.image import GarmentImage
from gui.asking.color_row import ColorRow
from gui.asking.seed_row import MOST_PICTURES, SeedRow
from gui.asking.style_row import StyleRow
from gui.asking.word_boxes import WordBoxes
from gui.widgets.main_button import MainButton

USUAL_COUNT, WHOLE = 8, 100


def _no_picture() -> GarmentImage | None:
    return None


class AttributePanel(QWidget):
    """Words, colours, a style picture, sliders, count and seed. `task_asked(GenerationRequest)`.

    current : the picture of the gallery that is chosen, if one is
    """

    task_asked = Signal(object)
    refused = Signal(str)
    changed = Signal()

    def __init__(self, current: Callable[[], GarmentImage | None] = _no_picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = WordBoxes(self)
        self.boxes = self._words.boxes
        self.colors, self.style_row, self.seed = ColorRow(current), StyleRow(), SeedRow()
        self.main_color, self.second_color = self.colors.main, self.colors.second
        self.style_button = self.style_row.button
        self.truncation = _share(WHOLE, self.tr("Varied"), self.tr("Faithful on the left, varied on the right"))
        usual = self.tr("Garments as they are on the left, what is hardest to place on the right")
        self.creativity = _share(0, self.tr("Creative"), usual)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_PICTURES)
        self.count.setValue(USUAL_COUNT)
        self.count.setToolTip(self.tr("How many are drawn at once"))
        self.count.setAccessibleName(self.tr("Pictures"))
        self.generate = MainButton(self.tr("&Generate"))
        self.generate.setToolTip(self.tr("Draw what is asked above (Ctrl+Return)"))
        self.generate.setDefault(True)
        self._lay_out()
        self._connect()

    @property
    def style_picture(self) -> StylePicture | None:
        """The picture that the cloth is taken from."""
        return self.style_row.picture

    def attributes(self) -> GarmentAttributes:
        """What is chosen; "any" is left open.

        Raises
        ------
        VocabularyError : the words exclude each other
        """
        return GarmentAttributes.parse(dict(self._words.words()), tuple(color.hex for color in self.colors.colors))

    def request(self) -> GenerationRequest:
        """The whole request.

        Raises
        ------
        VocabularyError : the words exclude each other
        """
        shares = (self.truncation.value() / WHOLE, self.creativity.value() / WHOLE)
        controls = Controls(*shares, self.style_picture)
        return GenerationRequest(self.attributes(), self.count.value(), self.seed.value(), controls)

    def show_request(self, request: GenerationRequest) -> None:
        """Ask for something else, all but the seed."""
        words = {name: str(word) for name, word in request.attributes.to_dict().items() if name != "colors"}
        self._words.choose(words)
        self.colors.show_colors(request.attributes.colors)
        self.style_row.set_picture(request.controls.style)
        self.truncation.setValue(round(WHOLE * request.controls.truncation))
        self.creativity.setValue(round(WHOLE * request.controls.creativity))
        self.count.setValue(request.count)

    def load_style(self, path: Path) -> None:
        """Take the cloth from a picture; a bad file changes nothing."""
        self.style_row.load(path)

    def put_above(self, label: str, part: QWidget) -> None:
        """Show something else above all that is asked."""
        self._form.insertRow(0, label, part)

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        labels = self._words.labels()
        for name, box in self.boxes.items():
            form.addRow(labels[name], box)
        form.addRow(self.tr("Colo&urs"), self.colors)
        form.addRow(self.tr("St&yle"), self.style_row)
        form.addRow(self.tr("Var&ied"), self.truncation)
        form.addRow(self.tr("Cre&ative"), self.creativity)
        form.addRow(self.tr("Pic&tures"), self.count)
        form.addRow(self.tr("See&d"), self.seed)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.generate)
        layout.addStretch()

    def _connect(self) -> None:
        self.generate.clicked.connect(self._ask)
        for part in (self._words, self.colors, self.style_row, self.seed):
            part.changed.connect(self.changed)
        for number in (self.truncation, self.creativity, self.count):
            number.valueChanged.connect(lambda _: self.changed.emit())
        for asking in (self.colors, self.style_row):
            asking.refused.connect(self.refused)

    def _ask(self) -> None:
        try:
            request = self.request()
        except FashionGanError as error:
            self.refused.emit(str(error))
        else:
            self.task_asked.emit(request)


def _share(value: int, name: str, tip: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, WHOLE)
    slider.setValue(value)
    slider.setToolTip(tip)
    slider.setAccessibleName(name)
    slider.setAccessibleDescription(tip)
    return slider
