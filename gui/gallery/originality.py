"""Is this picture new? It stands beside its nearest garments of the training set and of one's own."""

from collections.abc import Callable
from itertools import pairwise

from PIL import Image
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fashiongan.originality.finding import Match
from gui.gallery.originality_words import headline, limits, told
from gui.originality_order import Found, Neighbour
from gui.vocabulary import shown
from gui.widgets.garment_card import GarmentCard
from gui.widgets.nearness_bar import NearnessBar
from gui.work.queue import Item, State

PICTURE_PX, SPACE_PX = 288, 10


class OriginalityDialog(QDialog):
    """Shows the picture, and what is found, when they come. `picture_asked` : one of one's own."""

    picture_asked = Signal(int)

    def __init__(self, thumbnail: Callable[[int], bytes], parent: QWidget | None = None) -> None:
        """`thumbnail` : JPEG of a picture of one's own"""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Originality"))
        self._thumbnail = thumbnail
        self.item: Item | None = None
        self.picture = QLabel()
        self.headline, self.limits = QLabel(self.tr("Comparing…")), QLabel()
        self.training_title, self.own_title = QLabel(), QLabel()
        self.training, self.own = QHBoxLayout(), QHBoxLayout()
        self.cards: list[GarmentCard] = []
        self._lay_out()

    def show_picture(self, square: Image.Image) -> None:
        """Show the picture that is checked: RGB of PICTURE_PX each way."""
        pixels = QImage(square.tobytes(), PICTURE_PX, PICTURE_PX, 3 * PICTURE_PX, QImage.Format.Format_RGB888)
        self.picture.setPixmap(QPixmap.fromImage(pixels.copy()))

    def show_found(self, found: Found) -> None:
        """Show what was found, in place of what was found before."""
        self.headline.setText(headline(found.nearness))
        self.limits.setText(limits(found.training_size))
        self.training_title.setText(self.tr("Nearest of the training set"))
        self.own_title.setText(self._own_words(found))
        for card in self.cards:
            card.setParent(None)
        self.cards = [self._training_card(one, found) for one in found.training]
        self.cards += [self._own_card(number, match, found) for number, match in found.own]
        for place, card in enumerate(self.cards):
            row = self.training if place < len(found.training) else self.own
            row.insertWidget(row.count() - 1, card)
        for before, after in pairwise([*self.cards, self.close_button]):
            self.setTabOrder(before, after)
        self.adjustSize()

    def follow(self, item: Item) -> None:
        """Say in one line why nothing was found, where it is the work for this dialog that failed."""
        if item is self.item and item.state is State.FAILED:
            self.headline.setText(item.says)

    def _training_card(self, one: Neighbour, found: Found) -> GarmentCard:
        return GarmentCard(one.jpeg, _title(one), NearnessBar(found.scale, one.match), told(one.match))

    def _own_card(self, number: int, match: Match, found: Found) -> GarmentCard:
        title = self.tr("your picture %1").replace("%1", str(number))
        bar = NearnessBar(found.scale, match)
        card = GarmentCard(self._thumbnail(number), title, bar, told(match), can_be_chosen=True)
        card.chosen.connect(lambda: self.picture_asked.emit(number))
        return card

    def _own_words(self, found: Found) -> str:
        if found.unseen:
            return self.tr("Nearest of your own pictures, while %n more are looked at…", "", found.unseen)
        if not found.own:
            return self.tr("There is no other picture of your own to compare with.")
        return self.tr("Nearest of your own pictures, of %n", "", found.own_size)

    def _lay_out(self) -> None:
        for label in (self.headline, self.limits):
            label.setWordWrap(True)
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.headline.setFont(font)
        self.picture.setFixedSize(PICTURE_PX, PICTURE_PX)
        self.picture.setAccessibleName(self.tr("The picture that is checked"))
        right = QVBoxLayout()
        right.setSpacing(SPACE_PX)
        for title, row in ((self.training_title, self.training), (self.own_title, self.own)):
            right.addWidget(title)
            row.addStretch()
            right.addLayout(row)
        right.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(2 * SPACE_PX)
        middle.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        middle.addLayout(right, stretch=1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_button = buttons.button(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_PX)
        column.addWidget(self.headline)
        column.addLayout(middle)
        column.addWidget(self.limits)
        column.addWidget(buttons)


def _title(one: Neighbour) -> str:
    return ", ".join(shown(word) for word in one.words.split(", "))
