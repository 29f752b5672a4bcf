"""How a picture looks in the gallery: its thumbnail, a star to press, and a mark of the board that it lies on."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fashiongan.library.entry import Entry
from gui.gallery.model import Role

STAR_PX, MARGIN_PX = 28, 5
LIKED = QColor("#c98a00")
Index = QModelIndex | QPersistentModelIndex


def star_rect(item: QRect) -> QRect:
    """Where the star of an item lies."""
    return QRect(item.right() - STAR_PX - 2, item.top() + 2, STAR_PX, STAR_PX)


class ThumbnailDelegate(QStyledItemDelegate):
    """Draws one picture; tells of a press on its star."""

    star_pressed = Signal(int)

    def __init__(self, side_px: int) -> None:
        super().__init__()
        self.side_px = side_px

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The picture, a line of text, and room around."""
        return QSize(self.side_px + 2 * MARGIN_PX, self.side_px + option.fontMetrics.height() + 3 * MARGIN_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, picture, words, star."""
        entry: Entry = index.data(Role.ENTRY)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, rect = option.palette, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = palette.color(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Base)
        painter.fillRect(rect.adjusted(1, 1, -1, -1), ground)
        side = QRect(rect.left() + MARGIN_PX, rect.top() + MARGIN_PX, self.side_px, self.side_px)
        picture: QPixmap = index.data(Qt.ItemDataRole.DecorationRole)
        painter.drawPixmap(side, picture)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        below = QRect(side.left(), side.bottom() + MARGIN_PX, side.width(), option.fontMetrics.height())
        words = index.data(Qt.ItemDataRole.DisplayRole)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, _shortened(option, words, below.width()))
        _draw_star(painter, star_rect(rect), entry.starred)
        if entry.board:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(board_color(entry.board))
            painter.drawEllipse(QPoint(side.left() + 7, side.top() + 7), 5, 5)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Take presses on the star for itself."""
        if isinstance(event, QMouseEvent) and star_rect(option.rect).contains(event.position().toPoint()):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.star_pressed.emit(index.data(Role.NUMBER))
            return True
        return super().editorEvent(event, model, option, index)


def board_color(name: str) -> QColor:
    """The colour that a board is marked with: the same for the same name."""
    return QColor.fromHsv(sum(ord(letter) * (place + 7) for place, letter in enumerate(name)) * 47 % 360, 150, 190)


def _draw_star(painter: QPainter, where: QRect, liked: bool) -> None:
    font = painter.font()
    font.setPixelSize(STAR_PX - 6)
    painter.setFont(font)
    painter.setPen(LIKED if liked else QColor("#9a958c"))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "★" if liked else "☆")


def _shortened(option: QStyleOptionViewItem, words: str, width_px: int) -> str:
    return option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, width_px)
