"""Above the gallery: what is looked for."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from fashiongan.attributes import VOCABULARY
from fashiongan.library.query import Query
from gui.widgets.color_button import ColorButton

# A search begins when the typing rests.
REST_MS = 150
WORDS = ("category", "pattern", "fabric")


class FilterBar(QWidget):
    """Words, colour, stars, board and text. `changed(Query)`."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Search words, tags, notes…"))
        self.text.setClearButtonEnabled(True)
        self.text.setToolTip(self.tr("Every word must be in a picture's attributes, tags, board or note (Ctrl+K)"))
        self.boxes = {name: self._box(name) for name in WORDS}
        self.color = ColorButton(self.tr("Colour of most of the cloth"))
        self.starred = QCheckBox(self.tr("Starred"))
        self.starred.setToolTip(self.tr("Only what I like"))
        self.board = QComboBox()
        self.board.setToolTip(self.tr("Only what lies on a board; pictures are put there with M"))
        self.trash = QCheckBox(self.tr("Trash"))
        self.trash.setToolTip(self.tr("What was deleted; it can be taken back until the trash is emptied"))
        self.oldest_first = QToolButton()
        self.oldest_first.setCheckable(True)
        self.oldest_first.setText("↓")
        self.oldest_first.setToolTip(self.tr("Oldest first"))
        self.count = QLabel()
        self.clear = QToolButton()
        self.clear.setText(self.tr("Show all"))
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._connect()
        self.offer_boards({})

    def query(self) -> Query:
        """What is looked for."""
        words = {name: frozenset({box.currentData()} - {""}) for name, box in self.boxes.items()}
        return Query(
            words,
            self.color.color,
            self.text.text(),
            self.starred.isChecked(),
            self.board.currentData(),
            trashed=self.trash.isChecked(),
            oldest_first=self.oldest_first.isChecked(),
        )

    def offer_boards(self, boards: dict[str, int]) -> None:
        """Fill the box of boards; the chosen one stays chosen while it is there."""
        before = self.board.currentData()
        self.board.blockSignals(True)
        self.board.clear()
        self.board.addItem(self.tr("All boards"), None)
        self.board.addItem(self.tr("On no board"), "")
        for name, count in boards.items():
            self.board.addItem(f"{name} ({count})", name)
        self.board.setCurrentIndex(max(0, self.board.findData(before)) if before is not None else 0)
        self.board.blockSignals(False)

    def show_count(self, shown: int) -> None:
        """Say how many pictures are found."""
        self.count.setText(self.tr("%n picture(s)", "", shown))

    def show_all(self) -> None:
        """Look for nothing."""
        self.text.clear()
        self.color.set_color(None)
        for box in (*self.boxes.values(), self.board):
            box.setCurrentIndex(0)
        for check in (self.starred, self.trash, self.oldest_first):
            check.setChecked(False)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(self.tr("Only pictures of this %1").replace("%1", name))
        box.addItem(self.tr("any %1").replace("%1", name), "")
        for word in VOCABULARY[name]:
            box.addItem(str(word), str(word))
        return box

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.text, stretch=1)
        first: list[QWidget] = [self.board, self.starred, self.trash, self.oldest_first, self.clear]
        second: list[QWidget] = [*self.boxes.values(), self.color]
        for row, parts in ((above, first), (below, second)):
            for part in parts:
                row.addWidget(part)
        below.addStretch()
        below.addWidget(self.count)
        rows.addLayout(above)
        rows.addLayout(below)

    def _connect(self) -> None:
        self._timer.timeout.connect(lambda: self.changed.emit(self.query()))
        self.text.textChanged.connect(lambda: self._timer.start())
        for box in (*self.boxes.values(), self.board):
            box.currentIndexChanged.connect(lambda: self._timer.start())
        for check in (self.starred, self.trash, self.oldest_first):
            check.toggled.connect(lambda: self._timer.start())
        self.color.changed.connect(self._timer.start)
        self.clear.clicked.connect(self.show_all)
        QShortcut(QKeySequence("Ctrl+K"), self, self.text.setFocus)
