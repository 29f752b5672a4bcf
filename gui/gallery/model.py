"""The pictures of a library as Qt sees them: numbers at once, everything else when it comes into view."""

from collections import OrderedDict
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QUrl,
)
from PySide6.QtGui import QImage, QPixmap

from fashiongan.errors import FashionGanError
from fashiongan.library.entry import Entry
from fashiongan.library.library import Library
from fashiongan.library.prepared import THUMBNAIL_PX
from fashiongan.library.query import EVERYTHING, Query
from gui.languages.wording import in_words
from gui.vocabulary import shown

# Thumbnails of so many pictures are kept, some 150 KB each.
KEPT = 600
Index = QModelIndex | QPersistentModelIndex
# Dragged inside the window, pictures are their numbers.
PICTURES = "application/x-fashiongan-pictures"
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What is known of a picture beside what Qt asks for."""

    NUMBER = Qt.ItemDataRole.UserRole
    ENTRY = Qt.ItemDataRole.UserRole + 1


class GalleryModel(QAbstractListModel):
    """The pictures for which a query holds. Dragged out, they are files."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.query = EVERYTHING
        self._numbers = library.numbers(self.query)
        self._ranked: dict[int, int] = {}
        self._entries: dict[int, Entry] = {}
        self._thumbnails: OrderedDict[int, QPixmap] = OrderedDict()

    @property
    def numbers(self) -> list[int]:
        """The numbers of the pictures in the order in which they are shown."""
        return list(self._numbers)

    def ask(self, query: Query) -> None:
        """Show the pictures for which another query holds, in the usual order."""
        self.query = query
        self.usual_order()

    @property
    def ranked(self) -> bool:
        """They are in an order of their own, by taste or likeness."""
        return bool(self._ranked)

    def usual_order(self) -> None:
        """By age, as the query says."""
        self._ranked = {}
        self.refresh()

    def order(self, numbers: Sequence[int]) -> None:
        """Show these pictures first and in this order, until something else is asked for; what is made later comes
        before them."""
        every = [*numbers, *self.library.numbers(self.query)]
        self._ranked = {number: rank for rank, number in enumerate(dict.fromkeys(every))}
        self.refresh()

    def refresh(self) -> None:
        """Look again; what stands in view stays where it is as far as it can."""
        numbers = self.library.numbers(self.query)
        if self._ranked:
            numbers.sort(key=lambda number: self._ranked.get(number, -1))
        before = self.persistentIndexList()
        kept = [index.data(Role.NUMBER) for index in before]
        self.layoutAboutToBeChanged.emit()
        self._numbers = numbers
        self._entries.clear()
        rows = {number: row for row, number in enumerate(self._numbers)}
        after = [self.index(rows[number]) if number in rows else QModelIndex() for number in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def row_of(self, number: int) -> int | None:
        """Where a picture is shown, if it is."""
        return self._numbers.index(number) if number in self._numbers else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many pictures are shown."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Everything that a view asks of one picture."""
        number = self._numbers[index.row()]
        match role:
            case Role.NUMBER:
                return number
            case Role.ENTRY:
                return self._entry(number)
            case Qt.ItemDataRole.DecorationRole:
                return self._thumbnail(number)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                entry = self._entry(number)
                return f"{shown(str(entry.attributes.category))} · {in_words('Origin', entry.origin)}"
            case Qt.ItemDataRole.ToolTipRole:
                return ", ".join(f"{name} {value}" for name, value in self._entry(number).attributes.to_dict().items())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Pictures can be chosen, and dragged to other programs."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The chosen pictures as files and as numbers; a single one also as pixels, for programs that take no files."""
        mime = QMimeData()
        numbers = [index.data(Role.NUMBER) for index in indexes]
        mime.setData(PICTURES, QByteArray(" ".join(map(str, numbers)).encode()))
        paths = [str(self.library.path(number)) for number in numbers]
        mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
        if len(paths) == 1:
            mime.setImageData(QImage(paths[0]))
        return mime

    def mimeTypes(self) -> list[str]:
        """How pictures are dragged."""
        return [PICTURES, "text/uri-list"]

    def _entry(self, number: int) -> Entry:
        if number not in self._entries:
            self._entries[number] = self.library.entry(number)
        return self._entries[number]

    def _thumbnail(self, number: int) -> QPixmap:
        if number in self._thumbnails:
            self._thumbnails.move_to_end(number)
            return self._thumbnails[number]
        pixmap = self._load(number)
        self._thumbnails[number] = pixmap
        if len(self._thumbnails) > KEPT:
            self._thumbnails.popitem(last=False)
        return pixmap

    def _load(self, number: int) -> QPixmap:
        pixmap = QPixmap(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        try:
            pixmap.loadFromData(self.library.thumbnail(number))
        except FashionGanError:  # The file was lost; its place is shown empty, and opening it says why.
            pixmap.fill(Qt.GlobalColor.lightGray)
        return pixmap


def dragged_pictures(mime: QMimeData) -> list[int]:
    """The numbers of pictures that are dragged inside the window."""
    return [int(number) for number in mime.data(PICTURES).toStdString().split()]
