"""A box for each attribute. Words are shown in the user's language and held in the vocabulary's."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from fashiongan.attributes import VOCABULARY, Category, valid_values
from gui.vocabulary import shown

OPEN = ""


class WordBox(QComboBox):
    """One attribute; the first line leaves it open."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(shown(name))
        self.setToolTip(tip)
        self.offer(tuple(VOCABULARY[name]))

    @property
    def word(self) -> str:
        """What is chosen, in the vocabulary's own word; "" is open."""
        return str(self.currentData())

    def choose(self, word: str) -> None:
        """Choose a word, or leave it open where the word is not offered."""
        self.setCurrentIndex(max(0, self.findData(word)))

    def offer(self, words: Sequence[StrEnum]) -> None:
        """Offer other words; the chosen one stays chosen while it is among them."""
        before = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem(self.tr("any"), OPEN)
        for word in words:
            self.addItem(shown(word), str(word))
        self.choose(before or OPEN)
        self.blockSignals(False)
        if before is not None and before != self.word:
            self.currentIndexChanged.emit(self.currentIndex())


class WordBoxes(QObject):
    """All attributes. Only words that go with the chosen category are offered."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        tips = self._tips()
        self.boxes = {name: WordBox(name, tips[name]) for name in VOCABULARY}
        self.boxes["category"].currentIndexChanged.connect(self._offer_valid_words)
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self.changed)

    def labels(self) -> dict[str, str]:
        """What stands before each box, with the letter that leads to it."""
        return {
            "category": self.tr("&Category"),
            "sleeve": self.tr("&Sleeve"),
            "neckline": self.tr("&Neckline"),
            "length": self.tr("&Length"),
            "pattern": self.tr("&Pattern"),
            "closure": self.tr("Cl&osure"),
            "fabric": self.tr("Fa&bric"),
        }

    def words(self) -> dict[str, str]:
        """What is chosen, by attribute; "" is open."""
        return {name: box.word for name, box in self.boxes.items()}

    def choose(self, words: Mapping[str, str]) -> None:
        """Choose words, and leave open what has none."""
        for name, box in self.boxes.items():  # The category comes first and decides what the others offer.
            box.choose(words.get(name, OPEN))

    def _offer_valid_words(self) -> None:
        category = self.boxes["category"].word
        for name, box in self.boxes.items():
            if name != "category":
                box.offer(valid_values(Category(category), name) if category else tuple(VOCABULARY[name]))

    def _tips(self) -> dict[str, str]:
        return {
            "category": self.tr("Which garment; the boxes below then offer what it can have"),
            "sleeve": self.tr("How long the sleeves are"),
            "neckline": self.tr("How it ends at the neck"),
            "length": self.tr("How far down it reaches"),
            "pattern": self.tr("What is printed on the cloth or woven into it"),
            "closure": self.tr("How it is closed in front"),
            "fabric": self.tr("What it is made of"),
        }
