"""The middle: the pictures that were made."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from fashiongan.image import GarmentImage

THUMBNAIL_PX = 150


def pixmap_from(image: GarmentImage, size_px: int) -> QPixmap:
    """A garment on white as a Qt picture."""
    plain = image.on_ground().resize((size_px, size_px))
    pixels = QImage(plain.tobytes(), size_px, size_px, 3 * size_px, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(pixels.copy())


class Gallery(QListWidget):
    """Thumbnails in rows; the newest come last."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(6)
        self.setAccessibleName("Gallery")
        self.currentItemChanged.connect(lambda item, before: self.chosen.emit(self.current_image()))

    def add(self, image: GarmentImage) -> None:
        """Append one picture."""
        category = str(image.attributes.category)
        item = QListWidgetItem(QIcon(pixmap_from(image, THUMBNAIL_PX)), f"{category} · {image.source.seed}")
        item.setData(Qt.ItemDataRole.UserRole, image)
        item.setToolTip(", ".join(f"{name} {value}" for name, value in image.attributes.to_dict().items()))
        self.addItem(item)

    def images(self) -> list[GarmentImage]:
        """All pictures in order."""
        return [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())]

    def current_image(self) -> GarmentImage | None:
        """The selected picture."""
        item = self.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None
