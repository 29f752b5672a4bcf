"""Beside the pictures: what can be made of those that are chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.ideas.tools import Change
from fashiongan.image import GarmentImage
from fashiongan.tasks import (
    Blend,
    Mix,
    Recoloring,
    Restyling,
    Steering,
    Task,
    Upscaling,
    Variations,
)
from fashiongan.tools.filling import FillSilhouette, in_other_cloth
from gui.languages.wording import in_words
from gui.panels.attributes import AttributePanel

# A slider's end is this far along a direction.
FARTHEST = 4.0


class ToolPanel(QWidget):
    """Vary one picture, mix or blend two, steer, recolour, restyle, enlarge."""

    task_asked = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        selected: Callable[[], list[GarmentImage]],
        selected_count: Callable[[], int],
        asked: AttributePanel,
        parent: QWidget | None = None,
    ) -> None:
        """`selected` : reads the chosen pictures, for which they are looked at; errors of reading are told"""
        super().__init__(parent)
        self._selected, self._count, self._asked = selected, selected_count, asked
        self.vary = _button(self.tr("Vary"), self.tr("Draw pictures like the selected one"))
        self.change = QComboBox()
        for change in Change:
            self.change.addItem(in_words("Choice", change), change)
        self.change.setToolTip(self.tr("What variations may change; the rest stays"))
        self.change.setAccessibleName(self.change.toolTip())
        self.distance = _slider(1, 100, 35, self.tr("How different variations are"))
        self.mix = _button(
            self.tr("Mix"), self.tr("The shape of the first selected picture in the cloth of the second")
        )
        self.blend = _button(self.tr("Blend"), self.tr("What lies between the two selected pictures"))
        self.recolor = _button(self.tr("Recolour"), self.tr("The selected garment in the colours chosen on the left"))
        self.steer = _button(self.tr("Steer"), self.tr("Push the selected picture along a direction"))
        self.direction = QComboBox()
        self.direction.setToolTip(self.tr("Directions are known once pictures have been drawn"))
        self.direction.setAccessibleName(self.tr("Direction"))
        self.push = _slider(-100, 100, 50, self.tr("How far, and which way"))
        self.other_cloth = _button(
            self.tr("Other cloth"), self.tr("The outline of the first selected picture, the cloth of the second")
        )
        self.restyle = _button(self.tr("Restyle"), self.tr("The selected garment in another style, in the same cut"))
        self.styles = QComboBox()
        self.styles.setToolTip(self.tr("Styles are known once pictures have been drawn"))
        self.styles.setAccessibleName(self.tr("Style"))
        self.enlarge = _button(self.tr("Enlarge"), self.tr("The selected picture, four times as wide and high"))
        self.realism = _slider(0, 100, 50, self.tr("Faithful to the picture on the left, most detail on the right"))
        self._lay_out()
        self._connect()
        self.show_possible()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for parts in (
            (self.vary, self.change, self.distance),
            (self.steer, self.direction, self.push),
            (self.restyle, self.styles),
            (self.enlarge, self.realism),
            (self.mix, self.blend),
            (self.other_cloth, self.recolor),
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
        self.other_cloth.clicked.connect(lambda: self._ask(self._in_other_cloth))
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
        change = Change(self.change.currentData())
        return Variations(self._selected()[0], count, self.distance.value() / 100, seed, change)

    def _recoloring(self) -> Recoloring:
        return Recoloring(self._selected()[0], self._asked.attributes().colors)

    def _steering(self) -> Steering:
        amount = FARTHEST * self.push.value() / 100
        return Steering(self._selected()[0], str(self.direction.currentData()), amount)

    def _restyling(self) -> Restyling:
        return Restyling(self._selected()[0], str(self.styles.currentData()))

    def _upscaling(self) -> Upscaling:
        return Upscaling(self._selected()[0], self.realism.value() / 100)

    def offer(self, directions: list[str], styles: list[str]) -> None:
        """Fill the boxes of directions and styles once they are known."""
        for box, names in ((self.direction, directions), (self.styles, styles)):
            if not box.count():
                for name in names:
                    box.addItem(in_words("Choice", name), name)
        self.show_possible()

    def show_possible(self) -> None:
        """Enable what the number of selected pictures allows."""
        count = self._count()
        for button in (self.vary, self.recolor, self.enlarge):
            button.setEnabled(count >= 1)
        self.steer.setEnabled(count >= 1 and self.direction.count() > 0)
        self.restyle.setEnabled(count >= 1 and self.styles.count() > 0)
        for button in (self.mix, self.blend, self.other_cloth):
            button.setEnabled(count == 2)


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
