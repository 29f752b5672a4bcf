"""A picture, large; and everything that is known of it, read-only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from fashiongan.attributes import GarmentAttributes
from fashiongan.image import GarmentImage
from fashiongan.library.entry import Entry
from gui.languages.wording import in_words
from gui.vocabulary import shown


class Preview(QLabel):
    """A picture as large as its place, on white."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: GarmentImage | None = None
        self._pixmap: QPixmap | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(160, 160)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_image(self, image: GarmentImage | None) -> None:
        """Show a picture, or none."""
        self.image = image
        self._pixmap = None if image is None else pixmap_of(image)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as it fits."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._pixmap is None:
            self.clear()
            return
        smooth, whole = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
        self.setPixmap(self._pixmap.scaled(self.size(), whole, smooth))


class Facts(QScrollArea):
    """What a picture says of itself. Reading changes nothing of what is asked next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        self._facts = QFormLayout(inside)
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def show_picture(self, entry: Entry | None, image: GarmentImage | None) -> None:
        """Tell of a picture of the library, or of none."""
        while self._facts.rowCount():
            self._facts.removeRow(0)
        if entry is not None and image is not None:
            for name, value in self._known(entry, image):
                self._facts.addRow(name, _selectable(value))

    def facts(self) -> dict[str, str]:
        """What is shown, by name."""
        roles = QFormLayout.ItemRole
        rows = range(self._facts.rowCount())
        return {_text(self._facts, row, roles.LabelRole): _text(self._facts, row, roles.FieldRole) for row in rows}

    def _known(self, entry: Entry, image: GarmentImage) -> list[tuple[str, str]]:
        height, width = image.rgba.shape[:2]
        rows = [
            (self.tr("Picture"), f"{entry.number} · {width} x {height} px"),
            (self.tr("Garment"), _words(image.attributes)),
            (self.tr("Asked"), _words(image.asked) or self.tr("nothing")),
            (self.tr("From"), in_words("Origin", image.idea.origin)),
            (self.tr("Made"), entry.made.replace("T", " ").split("+")[0] + " UTC"),
            (self.tr("Weights"), f"{image.checkpoint} {image.checkpoint_sha256[:12]}"),
            (self.tr("Board"), entry.board),
            (self.tr("Tags"), ", ".join(entry.tags)),
            (self.tr("Note"), entry.note),
        ]
        return [(name, value) for name, value in rows if value]


def _words(attributes: GarmentAttributes) -> str:
    words = attributes.to_dict()
    colors = words.pop("colors", [])
    return ", ".join([*(shown(str(word)) for word in words.values() if word != "na"), *colors])


def _selectable(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _text(form: QFormLayout, row: int, role: QFormLayout.ItemRole) -> str:
    item = form.itemAt(row, role)
    widget = item.widget() if item else None
    return widget.text() if isinstance(widget, QLabel) else ""


def pixmap_of(image: GarmentImage) -> QPixmap:
    """A picture on white, as large as it is."""
    plain = image.on_ground()
    pixels = QImage(plain.tobytes(), plain.width, plain.height, 3 * plain.width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(pixels.copy())
