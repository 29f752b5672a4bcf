"""Above the gallery: what is looked for."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from fashiongan.attributes import VOCABULARY
from fashiongan.library.query import Query
from gui.vocabulary import meant, shown
from gui.widgets.color_button import ColorButton

# A search begins when the typing rests.
REST_MS = 150
# On a narrow screen the boxes give way to the pictures.
LEAST_BOX_PX = 70
WORDS = ("category", "pattern", "fabric")


class FilterBar(QWidget):
    """Words, colour, stars and text. `changed(Query)`."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Search words, tags, notes…"))
        self.text.setClearButtonEnabled(True)
        self.text.setAccessibleName(self.tr("Search"))
        self.text.setToolTip(self.tr("Every word must be in a picture's attributes, tags, board or note (Ctrl+K)"))
        self.boxes = {name: self._box(name) for name in WORDS}
        self.color = ColorButton(self.tr("Colour of most of the cloth"))
        self.starred = QCheckBox(self.tr("Starred"))
        self.starred.setToolTip(self.tr("Only what I like"))
        self.oldest_first = QToolButton()
        self.oldest_first.setCheckable(True)
        self.oldest_first.setText("↓")
        self.oldest_first.setToolTip(self.tr("Oldest first"))
        self.oldest_first.setAccessibleName(self.tr("Oldest first"))
        self.count = QLabel()
        self.clear = QToolButton()
        self.clear.setText(self.tr("Show all"))
        self.clear.setToolTip(self.tr("Every picture but the trash: no words, no colour, no board"))
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._lay_out()
        self._connect()

    def query(self) -> Query:
        """What is looked for."""
        words = {name: frozenset({box.currentData()} - {""}) for name, box in self.boxes.items()}
        return Query(
            words,
            self.color.color,
            self.text.text(),
            meant(self.text.text()),
            starred=self.starred.isChecked(),
            oldest_first=self.oldest_first.isChecked(),
        )

    def show_count(self, shown: int) -> None:
        """Say how many pictures are found."""
        self.count.setText(self.tr("%n picture(s)", "", shown))

    def show_all(self) -> None:
        """Look for nothing."""
        self.text.clear()
        self.color.set_color(None)
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        for check in (self.starred, self.oldest_first):
            check.setChecked(False)

    def stop(self) -> None:
        """Tell no more of what was typed; call it before the window goes."""
        self._timer.stop()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(shown(name))
        box.setMinimumWidth(LEAST_BOX_PX)
        box.setToolTip(self.tr("Only pictures of this %1").replace("%1", shown(name)))
        box.addItem(self.tr("any %1").replace("%1", shown(name)), "")
        for word in VOCABULARY[name]:
            box.addItem(shown(word), str(word))
        return box

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.text, stretch=1)
        first: list[QWidget] = [self.starred, self.oldest_first, self.clear]
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
        for box in self.boxes.values():
            box.currentIndexChanged.connect(lambda: self._timer.start())
        for check in (self.starred, self.oldest_first):
            check.toggled.connect(lambda: self._timer.start())
        self.color.changed.connect(self._timer.start)
        self.clear.clicked.connect(self.show_all)
        QShortcut(QKeySequence("Ctrl+K"), self, self.text.setFocus)
