"""The left side: what the designer asks for."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, valid_values
from fashiongan.errors import FashionGanError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import StylePicture, read_style_picture
from fashiongan.ideas.latent import MAX_SEED
from gui.widgets.color_button import ColorButton

ANY = "any"
PICTURE_FILES = "Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)"
MAX_GALLERY_COUNT = 64


class AttributePanel(QWidget):
    """One box an attribute, colours, count and seed. Only words that go with the chosen category are offered."""

    task_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {name: self._box(name) for name in VOCABULARY}
        self.main_color = ColorButton("Main colour")
        self.second_color = ColorButton("Second colour")
        self.count = self._number(1, MAX_GALLERY_COUNT, 8)
        self.seed = self._number(0, MAX_SEED - MAX_GALLERY_COUNT, 7)
        self.truncation = self._share(100, "Faithful on the left, varied on the right")
        self.creativity = self._share(0, "Usual cloth on the left, unexpected on the right")
        self.style_picture: StylePicture | None = None
        self.style_button = QPushButton("Style picture…")
        self.style_button.setToolTip("A garment or fabric to take the cloth from; press again to go without")
        self.style_button.clicked.connect(self._choose_style)
        self.generate = QPushButton("Generate")
        self.generate.setDefault(True)
        self.generate.clicked.connect(self._ask)
        self.main_color.changed.connect(self._offer_second_color)
        self._offer_second_color()
        self.boxes["category"].currentTextChanged.connect(self._offer_valid_words)
        self._lay_out()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItems([ANY, *VOCABULARY[name]])
        return box

    def _ask(self) -> None:
        try:
            request = self.request()
        except FashionGanError as error:
            self.refused.emit(str(error))
        else:
            self.task_asked.emit(request)

    @staticmethod
    def _number(low: int, high: int, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(low, high)
        box.setValue(value)
        return box

    @staticmethod
    def _share(value: int, tip: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setValue(value)
        slider.setToolTip(tip)
        slider.setAccessibleName(tip)
        return slider

    def _lay_out(self) -> None:
        form = QFormLayout()
        for name, box in self.boxes.items():
            form.addRow(name.capitalize(), box)
        colors = QHBoxLayout()
        colors.addWidget(self.main_color)
        colors.addWidget(self.second_color)
        form.addRow("Colours", colors)
        form.addRow("Style", self.style_button)
        form.addRow("Varied", self.truncation)
        form.addRow("Creative", self.creativity)
        form.addRow("Pictures", self.count)
        form.addRow("Seed", self.seed)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.generate)
        layout.addStretch()

    def _offer_valid_words(self, category: str) -> None:
        for name, box in self.boxes.items():
            if name == "category":
                continue
            words: tuple[StrEnum, ...] = (
                tuple(VOCABULARY[name]) if category == ANY else valid_values(Category(category), name)
            )
            before = box.currentText()
            box.clear()
            box.addItems([ANY, *words])
            box.setCurrentText(before if before in words else ANY)

    def _offer_second_color(self) -> None:
        if self.main_color.color is None:
            self.second_color.set_color(None)
        self.second_color.setEnabled(self.main_color.color is not None)

    def attributes(self) -> GarmentAttributes:
        """What is chosen; "any" is left open.

        Raises
        ------
        VocabularyError : the words exclude each other
        """
        words = {name: box.currentText() for name, box in self.boxes.items()}
        first, second = self.main_color.color, self.second_color.color
        colors = tuple(color.hex for color in (first, second) if color)
        return GarmentAttributes.parse(dict(words), colors)

    def request(self) -> GenerationRequest:
        """The whole request."""
        creativity = 0.0 if self.style_picture else self.creativity.value() / 100
        controls = Controls(self.truncation.value() / 100, creativity, self.style_picture)
        return GenerationRequest(self.attributes(), self.count.value(), self.seed.value(), controls)

    def _choose_style(self) -> None:
        if self.style_picture:
            self._set_style(None)
            return
        name, _ = QFileDialog.getOpenFileName(self, "Style picture", "", PICTURE_FILES)
        if name:
            self.load_style(Path(name))

    def load_style(self, path: Path) -> None:
        """Take the cloth from a picture; a bad file changes nothing."""
        try:
            self._set_style(read_style_picture(path))
        except FashionGanError as error:
            self.refused.emit(str(error))

    def _set_style(self, style: StylePicture | None) -> None:
        self.style_picture = style
        self.style_button.setText(style.name if style else "Style picture…")
        self.creativity.setEnabled(style is None)
