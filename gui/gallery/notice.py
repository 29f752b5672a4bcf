"""Above the gallery, only while it is needed: what is shown just now, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.gallery.actions import GalleryActions


class Notice(QWidget):
    """The trash with its two buttons, or an order that is not the usual one. `usual_asked` to leave the order."""

    usual_asked = Signal()

    def __init__(self, actions: GalleryActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.take_out = QPushButton(self.tr("Take out"))
        self.take_out.setToolTip(self.tr("The chosen pictures go back to where they were (Del)"))
        self.empty = QPushButton(self.tr("Empty the trash…"))
        self.empty.setToolTip(actions.empty.toolTip())
        self.usual = QPushButton(self.tr("By age again"))
        self.usual.setToolTip(self.tr("Leave this order: the newest first, or the oldest, as chosen above"))
        self.take_out.clicked.connect(actions.trash.trigger)
        self.empty.clicked.connect(actions.empty.trigger)
        self.usual.clicked.connect(self.usual_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, stretch=1)
        for button in (self.take_out, self.empty, self.usual):
            row.addWidget(button)
        self.hide()

    def show_state(self, in_trash: bool, filled: bool, chosen: bool, order: str) -> None:
        """`filled` : the trash; `chosen` : something of what is shown; `order` : in words, "" for the usual one"""
        for button in (self.take_out, self.empty):
            button.setVisible(in_trash)
        self.take_out.setEnabled(chosen)
        self.empty.setEnabled(filled)
        self.usual.setVisible(bool(order))
        self.words.setText(self._trash_words(filled) if in_trash else order)
        self.setVisible(in_trash or bool(order))

    def _trash_words(self, filled: bool) -> str:
        if not filled:
            return self.tr("The trash is empty.")
        return self.tr("Trash: Del takes the chosen out again.")
