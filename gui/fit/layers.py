"""The body and what it wears, from the outside in: what is shown, and whose pattern is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

_LAYER = Qt.ItemDataRole.UserRole
_ROOM_PX = 8


class LayerList(QListWidget):
    """A box to tick in each row; `hidden_changed` and `garment_chosen`, which gives a layer. 0 is the body."""

    hidden_changed = Signal()
    garment_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layers"))
        self.setToolTip(
            self.tr("Tick what is shown; click a name to see that garment's pattern.\n")
            + self.tr("Keys: up and down choose, space ticks.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda item: self.hidden_changed.emit())
        self.currentItemChanged.connect(self._tell)

    def show_layers(self, garments: Sequence[str]) -> None:
        """List garments from the inside out by their titles; the outermost is chosen. What was hidden stays so where
        the same is worn, else only the body."""
        names = [self.tr("Body"), *garments]
        same = names[::-1] == [self.item(row).text() for row in range(self.count())]
        hidden = self.hidden() if same else self.hidden() & {0}
        blocker = QSignalBlocker(self)
        self.clear()
        for layer in reversed(range(len(names))):
            item = QListWidgetItem(names[layer], self)
            item.setData(_LAYER, layer)
            item.setSizeHint(QSize(0, self._row_px))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if layer in hidden else Qt.CheckState.Checked)
        self.setCurrentRow(0)
        blocker.unblock()
        self.updateGeometry()

    def hidden(self) -> frozenset[int]:
        """The layers that are not ticked."""
        items = [self.item(row) for row in range(self.count())]
        return frozenset(item.data(_LAYER) for item in items if item.checkState() is Qt.CheckState.Unchecked)

    def choose(self, layer: int) -> None:
        """Go to a layer's row."""
        self.setCurrentRow(self.count() - 1 - layer)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(200, self._row_px * max(self.count(), 1) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """The same: no row is hidden."""
        return self.sizeHint()

    @property
    def _row_px(self) -> int:
        return self.fontMetrics().height() + _ROOM_PX

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_LAYER):
            self.garment_chosen.emit(item.data(_LAYER))
