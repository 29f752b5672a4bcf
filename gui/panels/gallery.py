"""The middle: the pictures that were made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from fashiongan.image import GarmentImage
from gui.widgets.star import STAR_ROLE, StarDelegate

THUMBNAIL_PX = 150


def pixmap_from(image: GarmentImage, size_px: int) -> QPixmap:
    """A garment on white as a Qt picture."""
    plain = image.in_square(size_px)
    pixels = QImage(plain.tobytes(), size_px, size_px, 3 * size_px, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(pixels.copy())


class Gallery(QListWidget):
    """Thumbnails in rows; the newest come last."""

    selection_changed = Signal()
    star_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(6)
        self.setAccessibleName("Gallery")
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._order: list[QListWidgetItem] = []
        stars = StarDelegate(self)
        self.setItemDelegate(stars)
        stars.pressed.connect(lambda row: self.star_pressed.emit(self.images()[row]))
        self.itemSelectionChanged.connect(self._follow_selection)

    def add(self, image: GarmentImage) -> None:
        """Append one picture."""
        category = str(image.attributes.category)
        item = QListWidgetItem(QIcon(pixmap_from(image, THUMBNAIL_PX)), f"{category} · {image.idea.origin}")
        item.setData(Qt.ItemDataRole.UserRole, image)
        item.setToolTip(", ".join(f"{name} {value}" for name, value in image.attributes.to_dict().items()))
        self.addItem(item)

    def images(self) -> list[GarmentImage]:
        """All pictures in order."""
        return [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())]

    def show_stars(self, liked: Callable[[GarmentImage], bool]) -> None:
        """Fill the stars of the pictures that are liked."""
        for row, image in enumerate(self.images()):
            self.item(row).setData(STAR_ROLE, liked(image))

    def reorder(self, order: Sequence[int]) -> None:
        """Show all pictures in another order, given by the rows that they are in."""
        self.clearSelection()
        items = [self.takeItem(0) for _ in range(self.count())]
        for row in order:
            self.addItem(items[row])

    def selected_images(self) -> list[GarmentImage]:
        """The selected pictures in the order in which they were selected."""
        return [item.data(Qt.ItemDataRole.UserRole) for item in self._order]

    def _follow_selection(self) -> None:
        selected = self.selectedItems()
        kept = [item for item in self._order if item in selected]
        self._order = kept + [item for item in selected if item not in kept]
        self.selection_changed.emit()

    def current_image(self) -> GarmentImage | None:
        """The selected picture."""
        item = self.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None
