"""A star in the corner of each thumbnail: full where the picture is liked, and pressed to like it."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

STAR_ROLE = Qt.ItemDataRole.UserRole + 1
SIZE_PX = 28
_LIKED, _OPEN = QColor("#c98a00"), QColor("#9a958c")
Index = QModelIndex | QPersistentModelIndex


def star_rect(item: QRect) -> QRect:
    """Where the star of an item lies."""
    return QRect(item.right() - SIZE_PX, item.top(), SIZE_PX, SIZE_PX)


class StarDelegate(QStyledItemDelegate):
    """Draws an item with its star; tells of a press on it."""

    pressed = Signal(int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the item, and the star over it."""
        super().paint(painter, option, index)
        liked = bool(index.data(STAR_ROLE))
        painter.save()
        font = painter.font()
        font.setPixelSize(SIZE_PX - 6)
        painter.setFont(font)
        painter.setPen(_LIKED if liked else _OPEN)
        painter.drawText(star_rect(_rect(option)), Qt.AlignmentFlag.AlignCenter, "★" if liked else "☆")
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Take presses on the star for itself."""
        if isinstance(event, QMouseEvent) and star_rect(_rect(option)).contains(event.position().toPoint()):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.pressed.emit(index.row())
            return True
        return super().editorEvent(event, model, option, index)


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect
