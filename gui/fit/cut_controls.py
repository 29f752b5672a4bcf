"""How the garment is cut: with how much ease, made to measure or in a size that is bought."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from fashiongan.garment.style import Ease

# Who steps through a list does not want what lies on the way.
SETTLED_MS = 300


class CutControls(QWidget):
    """`settled` comes once what was chosen has stayed for a moment."""

    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ease_box, self.size_box = QComboBox(), QComboBox()
        names = {Ease.SLIM: self.tr("Slim"), Ease.REGULAR: self.tr("Regular"), Ease.LOOSE: self.tr("Loose")}
        for ease, name in names.items():
            self.ease_box.addItem(name, ease)
        self.ease_box.setCurrentIndex(list(names).index(Ease.REGULAR))
        self.ease_box.setToolTip(self.tr("How much wider than the body the garment is cut"))
        self.size_box.setToolTip(
            self.tr("Made to measure, or cut for the middle of a size by EN 13402-3, in the wearer's length:\n")
            + self.tr("so a size too small or too large can be seen on this body")
        )
        self.offer_sizes(())
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self.settled)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for name, box in ((self.tr("&Ease"), self.ease_box), (self.tr("&Size"), self.size_box)):
            form.addRow(name, box)
            box.setAccessibleName(name.replace("&", ""))
            box.currentIndexChanged.connect(self._settling.start)

    @property
    def ease(self) -> Ease:
        """How much wider than the body."""
        return Ease(self.ease_box.currentData())

    @property
    def size_name(self) -> str:
        """The size, "" if made to measure."""
        return str(self.size_box.currentData())

    @property
    def settling(self) -> bool:
        """Something was chosen a moment ago."""
        return self._settling.isActive()

    def offer_sizes(self, names: Sequence[str]) -> None:
        """Offer other sizes beside made to measure; what is chosen stays if it can."""
        before, blocker = self.size_box.currentData(), QSignalBlocker(self.size_box)
        self.size_box.clear()
        self.size_box.addItem(self.tr("Made to measure"), "")
        for name in names:
            self.size_box.addItem(self.tr("Size %1").replace("%1", name), name)
        self.size_box.setCurrentIndex(max(0, self.size_box.findData(before)))
        blocker.unblock()

    def show_cut(self, ease: Ease, size: str) -> None:
        """Say how a garment is cut, which asks for nothing."""
        for box, value in ((self.ease_box, ease), (self.size_box, size)):
            blocker = QSignalBlocker(box)
            box.setCurrentIndex(max(0, box.findData(value)))
            blocker.unblock()
        self._settling.stop()
