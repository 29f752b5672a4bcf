"""Below the gallery, while two pictures are chosen: what lies between them, drawn while one looks on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from fashiongan.errors import RequestError
from fashiongan.image import GarmentImage
from fashiongan.picture_tasks import coarse_to_fine, steps_between
from fashiongan.studio import Studio
from fashiongan.tasks import Moulding
from gui.gallery.inspector import pixmap_of
from gui.work.live import LiveWorker

COUNT, SIDE_PX, LEAST_PX = 7, 88, 40


class BetweenStrip(QWidget):
    """Pictures between two, the middle one first. `looked_at(GarmentImage)` is under the pointer or the keys;
    `task_asked(Moulding)` is to be kept."""

    looked_at = Signal(object)
    task_asked = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: tuple[int, ...] = ()
        self._steps: tuple[Moulding, ...] = ()
        self._left: list[int] = []
        self.words = QLabel()
        self.cards = [self._card(place) for place in range(COUNT)]
        self._worker = LiveWorker(lambda task: studio.picture(task, 0), self)
        self._worker.done.connect(self._show)
        self._worker.failed.connect(self._fail)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(4)
        for card in self.cards:
            row.addWidget(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addLayout(row)
        self.setAccessibleName(self.tr("Between the two chosen pictures"))
        self.hide()

    def begin(self, numbers: Sequence[int], images: Sequence[GarmentImage]) -> None:
        """Draw what lies between two pictures of these numbers; with fewer or more, stop and hide."""
        pair = tuple(numbers) if len(numbers) == 2 else ()
        if pair == self._pair:
            return
        self._worker.forget()
        self._pair, self._steps, self._left = pair, _steps(images) if pair else (), coarse_to_fine(COUNT)
        for card in self.cards:
            card.show_image(None)
        self.words.setText(self.tr("Between the two: a click or Return keeps one"))
        self.setVisible(bool(self._steps))
        if self._steps:
            self._draw_next()

    def take_focus(self) -> None:
        """Go to the middle picture with the keys."""
        self.cards[COUNT // 2].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """End the thread; call it before the window goes."""
        self._worker.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Seen large is again the picture that was chosen last."""
        if self._steps:
            self.looked_at.emit(self._steps[0].toward)

    def _card(self, place: int) -> "StripCard":
        card = StripCard()
        words = self.tr("%1 of the way; a click or Return keeps it").replace("%1", f"{(place + 1) / (COUNT + 1):.0%}")
        card.setToolTip(words)
        card.setAccessibleName(words)
        card.clicked.connect(lambda: self._keep(place))
        card.looked_at.connect(self.looked_at)
        return card

    def _draw_next(self) -> None:
        if self._left:
            self._worker.ask(self._steps[self._left[0]])

    def _show(self, image: GarmentImage) -> None:
        self.cards[self._left.pop(0)].show_image(image)
        self._draw_next()

    def _fail(self, message: str) -> None:
        """Nobody asked for this by hand, so it is told in passing."""
        self.words.setText(message)

    def _keep(self, place: int) -> None:
        card = self.cards[place]
        if card.image is not None and not card.kept:
            card.mark_kept()
            self.task_asked.emit(self._steps[place])


class StripCard(QAbstractButton):
    """One picture, a button. `looked_at` under the pointer, or with the keyboard on it."""

    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.image: GarmentImage | None = None
        self.kept = False
        self._pixmap = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square, as wide as there is room."""
        return QSize(SIDE_PX, SIDE_PX)

    def minimumSizeHint(self) -> QSize:
        """Seven of them go beside a narrow gallery."""
        return QSize(LEAST_PX, SIDE_PX)

    def show_image(self, image: GarmentImage | None) -> None:
        """Show a picture, or that it is being drawn."""
        self.image, self.kept = image, False
        self._pixmap = QPixmap() if image is None else pixmap_of(image)
        if image is not None and (self.hasFocus() or self.underMouse()):
            self.looked_at.emit(image)
        self.update()

    def mark_kept(self) -> None:
        """It is in the gallery, or on its way."""
        self.kept = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on paper, a frame while it is looked at, a tick once it is kept."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        looked_at = self.hasFocus() or self.underMouse()
        frame = QPalette.ColorRole.Highlight if looked_at else QPalette.ColorRole.Mid
        painter.setPen(self.palette().color(frame))
        painter.setBrush(self.palette().button() if self._pixmap.isNull() else Qt.GlobalColor.white)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 3, 3)
        side = min(self.width(), self.height()) - 6
        square = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        if self._pixmap.isNull():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "…")
        else:
            painter.drawPixmap(square, self._pixmap)
        if self.kept:
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawText(self.rect().adjusted(0, 2, -7, 0), Qt.AlignmentFlag.AlignRight, "✓")
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Seen large while the pointer is on it."""
        self._look()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Seen large while the keyboard is on it."""
        super().focusInEvent(event)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return keeps, as Space does; the arrows go to the next one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        if self.image is not None:
            self.looked_at.emit(self.image)
        self.update()


def _steps(images: Sequence[GarmentImage]) -> tuple[Moulding, ...]:
    """None where a picture was made of another one: there is no way from it, and the menu says so when it is asked."""
    try:
        return steps_between(images[0], images[1], COUNT)
    except RequestError:
        return ()
