"""Sliders that change a picture while they are dragged: along directions, and towards a second picture."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSlider, QVBoxLayout, QWidget

from fashiongan.ideas.reworked import Reworked
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from fashiongan.tasks import Moulding
from gui.languages.wording import in_words
from gui.work.live import LiveWorker

# A slider's end is this far along a direction; more leaves what garments look like.
FARTHEST, STEPS = 4.0, 100


class LivePanel(QWidget):
    """`drawn(GarmentImage)` while a slider moves; `task_asked(Moulding)` when the picture is to be kept."""

    drawn = Signal(object)
    task_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: Sequence[GarmentImage] = ()
        self.sliders: dict[str, QSlider] = {}
        self.toward = _slider(0, STEPS, self.tr("From the first chosen picture towards the second"))
        self.toward_name = QLabel(self.tr("Towards"))
        self.keep = QPushButton(self.tr("Keep this"))
        self.keep.setToolTip(self.tr("Put what is shown into the gallery"))
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.setToolTip(self.tr("All sliders back to the picture as it is"))
        self._worker = LiveWorker(lambda task: studio.picture(task, 0), self)
        self._form = QFormLayout()
        self._form.addRow(self.toward_name, self.toward)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.reset)
        inside, area = QWidget(), QScrollArea()
        inside.setLayout(self._form)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(area)
        column.addLayout(buttons)
        self._worker.done.connect(self.drawn)
        self._worker.failed.connect(self.refused)
        self.toward.valueChanged.connect(self._draw)
        self.keep.clicked.connect(lambda: self.task_asked.emit(self.task()))
        self.reset.clicked.connect(self.put_back)
        self.begin(())

    def offer(self, directions: Sequence[str]) -> None:
        """Make a slider for each direction, once they are known."""
        if self.sliders:
            return
        # What has a name of its own comes first.
        for name in sorted(directions, key=lambda one: one[-1].isdigit()):
            title = in_words("Choice", name)
            slider = _slider(-STEPS, STEPS, title)
            slider.valueChanged.connect(self._draw)
            self.sliders[name] = slider
            self._form.addRow(title, slider)
        self.begin(self._images)

    def begin(self, images: Sequence[GarmentImage]) -> None:
        """Start from other pictures: the first is changed, a second one may be gone towards."""
        self._worker.forget()
        self._images = images
        possible = bool(images) and not any(isinstance(one.idea, Reworked) for one in images[:2])
        self.put_back()
        for slider in self.sliders.values():
            slider.setEnabled(possible)
        for part in (self.toward, self.toward_name):
            part.setVisible(possible and len(images) == 2)
        for button in (self.keep, self.reset):
            button.setEnabled(possible)

    def task(self) -> Moulding:
        """What the sliders ask for now."""
        pushes = [(name, FARTHEST * slider.value() / STEPS) for name, slider in self.sliders.items()]
        second = self._images[1] if len(self._images) == 2 else None
        moved = tuple((name, amount) for name, amount in pushes if amount)
        return Moulding(self._images[0], moved, second, self.toward.value() / STEPS)

    def put_back(self) -> None:
        """All sliders in the middle, and the picture as it is."""
        for slider in (self.toward, *self.sliders.values()):
            slider.blockSignals(True)
            slider.setValue(0)
            slider.blockSignals(False)
        self._worker.forget()
        if self._images:
            self.drawn.emit(self._images[0])

    def stop(self) -> None:
        """End the thread; call it before the window goes."""
        self._worker.stop()

    def _draw(self) -> None:
        if self._images:
            self._worker.ask(self.task())


def _slider(low: int, high: int, tip: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(low, high)
    slider.setToolTip(tip)
    slider.setAccessibleName(tip)
    return slider
