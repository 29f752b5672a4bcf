"""The seed: a fresh one for each drawing, or a locked one."""

from random import Random

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QSpinBox, QWidget

from fashiongan.generator.request import GenerationRequest
from fashiongan.ideas.latent import MAX_SEED
from fashiongan.tasks import FromSketch, IntoPhoto, Task, Variations
from fashiongan.taste.for_taste import ForTaste
from fashiongan.tools.dressing_up import Redressing
from fashiongan.tools.filling import FillSilhouette

MOST_PICTURES = 64
# Fresh seeds are short, so that they can be told to somebody; any seed can be typed.
FRESH_SEEDS = 1_000_000


def fresh_seed(before: int, random: Random) -> int:
    """A seed of which no picture is among those of an earlier one: picture i of a task has the seed + i."""
    while True:
        seed = random.randrange(FRESH_SEEDS)
        if abs(seed - before) >= MOST_PICTURES:
            return seed


def seed_of(task: Task) -> int | None:
    """The seed that a task begins with; None where it has none."""
    match task:
        case GenerationRequest() | Variations() | FromSketch() | IntoPhoto():
            return task.seed
        case FillSilhouette() | Redressing() | ForTaste():
            return task.request.seed
        case _:
            return None


class SeedRow(QWidget):
    """Shows the seed of the next drawing, and after it the one that was drawn with, to be had again."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._random = Random()
        self._drawn: int | None = None
        self.box, self.lock, self.again = QSpinBox(), QCheckBox(self.tr("Loc&k")), QPushButton()
        self.box.setRange(0, MAX_SEED - MOST_PICTURES)
        self.box.setValue(fresh_seed(-MOST_PICTURES, self._random))
        self.box.setAccessibleName(self.tr("Seed"))
        self.box.setToolTip(
            self.tr("The number that chance begins with: the same words and seed draw the same picture")
        )
        self.lock.setToolTip(self.tr("Locked, every drawing takes this seed; else each takes a fresh one"))
        self.lock.setAccessibleName(self.tr("Lock the seed"))
        self.again.setToolTip(self.tr("Take the seed that was drawn with last, and lock it"))
        self.setFocusProxy(self.box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.box, 0, 0)
        grid.addWidget(self.lock, 0, 1)
        grid.addWidget(self.again, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.box.valueChanged.connect(self._show)
        self.lock.toggled.connect(self._show)
        self.again.clicked.connect(self._take_drawn)
        self._show()

    @property
    def locked(self) -> bool:
        """Whether the next drawings take this seed."""
        return self.lock.isChecked()

    def value(self) -> int:
        """The seed of the next drawing."""
        return self.box.value()

    def show_seed(self, seed: int, locked: bool) -> None:
        """Take a seed, to be kept or for one drawing."""
        self.box.setValue(seed)
        self.lock.setChecked(locked)

    def follow(self, task: Task) -> None:
        """Something was asked: if it took the seed, it can be had again, and unlocked the next one is fresh."""
        if seed_of(task) == self.value():
            self._drawn = self.value()
            if not self.locked:
                self.box.setValue(fresh_seed(self._drawn, self._random))
            self._show()

    def _take_drawn(self) -> None:
        if self._drawn is not None:
            self.show_seed(self._drawn, locked=True)
            self.box.setFocus()

    def _show(self) -> None:
        self.again.setEnabled(self._drawn is not None and self._drawn != self.value())
        drawn = self.tr("none yet") if self._drawn is None else str(self._drawn)
        self.again.setText(self.tr("Last drawn: %1").replace("%1", drawn))
        self.changed.emit()
