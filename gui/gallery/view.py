"""The gallery: thousands of thumbnails, chosen with the mouse or the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.gallery.delegate import ThumbnailDelegate
from gui.gallery.model import GalleryModel, Role

# Three go side by side in a window as wide as it is at first.
SMALLEST_PX, USUAL_PX, LARGEST_PX, STEP_PX = 80, 136, 320, 24


class GalleryView(QListView):
    """A grid of pictures. `opened(number)` comes of a double click or Return."""

    selection_changed = Signal()
    star_pressed = Signal(int)
    opened = Signal(int)

    def __init__(self, model: GalleryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = model
        self._chosen: list[int] = []
        self._delegate = ThumbnailDelegate(USUAL_PX)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        self.setUniformItemSizes(True)
        self.setSpacing(3)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Gallery"))
        self._delegate.star_pressed.connect(self.star_pressed)
        self.selectionModel().selectionChanged.connect(self._follow_selection)
        self.activated.connect(lambda index: self.opened.emit(index.data(Role.NUMBER)))

    def chosen(self) -> list[int]:
        """The numbers of the chosen pictures, in the order in which they were chosen."""
        shown = set(self.pictures.numbers)
        return [number for number in self._chosen if number in shown]

    def current(self) -> int | None:
        """The number of the picture that was chosen last."""
        chosen = self.chosen()
        return chosen[-1] if chosen else None

    def choose(self, numbers: Sequence[int]) -> None:
        """Choose these pictures and no other, as far as they are shown, and bring the last one into view."""
        picked = self.selectionModel()
        picked.clear()
        for number in numbers:
            row = self.pictures.row_of(number)
            if row is not None:
                picked.setCurrentIndex(self.pictures.index(row), QItemSelectionModel.SelectionFlag.Select)
        if picked.currentIndex().isValid():
            self.scrollTo(picked.currentIndex())

    def set_side(self, side_px: int) -> None:
        """Show thumbnails in another size."""
        self._delegate.side_px = min(max(side_px, SMALLEST_PX), LARGEST_PX)
        self.setIconSize(QSize(self._delegate.side_px, self._delegate.side_px))
        self.scheduleDelayedItemsLayout()

    @property
    def side_px(self) -> int:
        """How large thumbnails are shown."""
        return self._delegate.side_px

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_side(self.side_px + (STEP_PX if event.angleDelta().y() > 0 else -STEP_PX))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was chosen last stays in view when something opens below."""
        super().resizeEvent(event)
        current = self.visualRect(self.currentIndex())
        if self.height() < current.bottom() <= event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def _follow_selection(self, added: QItemSelection, removed: QItemSelection) -> None:
        chosen = {index.data(Role.NUMBER): None for index in self.selectedIndexes()}
        kept = [number for number in self._chosen if number in chosen]
        self._chosen = kept + [number for number in chosen if number not in kept]
        self.selection_changed.emit()
