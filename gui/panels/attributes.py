"""The left side: what the designer asks for."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, valid_values
from fashiongan.errors import FashionGanError
from fashiongan.generation import GenerationRequest
from fashiongan.latent import MAX_SEED
from gui.widgets.color_button import ColorButton

ANY = "any"
MAX_GALLERY_COUNT = 64


class AttributePanel(QWidget):
    """One box an attribute, colours, count and seed. Only words that go with the chosen category are offered."""

    generate_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {name: self._box(name) for name in VOCABULARY}
        self.main_color = ColorButton("Main colour")
        self.second_color = ColorButton("Second colour")
        self.count = self._number(1, MAX_GALLERY_COUNT, 8)
        self.seed = self._number(0, MAX_SEED - MAX_GALLERY_COUNT, 7)
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
            self.generate_asked.emit(request)

    @staticmethod
    def _number(low: int, high: int, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(low, high)
        box.setValue(value)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        for name, box in self.boxes.items():
            form.addRow(name.capitalize(), box)
        colors = QHBoxLayout()
        colors.addWidget(self.main_color)
        colors.addWidget(self.second_color)
        form.addRow("Colours", colors)
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
        return GenerationRequest(self.attributes(), self.count.value(), self.seed.value())
