"""What can be done with chosen pictures in place: star, board, tags, trash, and take all of it back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from fashiongan.errors import FashionGanError
from fashiongan.library.entry import Field, Value
from fashiongan.library.library import Library
from fashiongan.library.shelves import Kind, Shelf, rename_board
from gui.gallery.compare import FEWEST, MOST, CompareDialog


class GalleryActions(QObject):
    """One QAction each, with its key; all work on `chosen()`. `changed` comes after the library was."""

    changed = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, library: Library, chosen: Callable[[], Sequence[int]], window: QWidget) -> None:
        super().__init__(window)
        self._library, self._chosen, self._window = library, chosen, window
        self.star = self._action(self.tr("Star"), "D", self._star, self.tr("I like it; again takes the star away"))
        self.board = self._action(self.tr("To a board…"), "M", self._ask_board, self.tr("Put it on a board"))
        self.tag = self._action(self.tr("Tags…"), "T", self._ask_tags, self.tr("Words of your own to find it by"))
        self.note = self._action(self.tr("Note…"), "N", self._ask_note, self.tr("What you want to remember of it"))
        self.trash = self._action(self.tr("Delete"), "Del", self._trash, self.tr("Into the trash; undo takes it back"))
        self.compare = self._action(self.tr("Side by side"), "C", self._compare, self.tr("Two to four pictures, large"))
        self.empty = self._action(self.tr("Empty the trash…"), "", self._empty, self.tr("Delete it from the disk"))
        self.undo = self._action(self.tr("Undo"), QKeySequence.StandardKey.Undo, self._undo, "")
        self.redo = self._action(self.tr("Redo"), QKeySequence.StandardKey.Redo, self._redo, "")
        self.of_pictures = (self.star, self.board, self.tag, self.note, self.trash)
        self.show_possible()

    def show_possible(self) -> None:
        """Enable what can be done now, and say what undo would undo."""
        for action in self.of_pictures:
            action.setEnabled(bool(self._chosen()))
        self.compare.setEnabled(FEWEST <= len(self._chosen()) <= MOST)
        gone = any(self._library.entry(number).trashed for number in self._chosen())
        self.trash.setText(self.tr("Take out of the trash") if gone else self.tr("Delete"))
        back, again = self._library.can_undo(), self._library.can_redo()
        for action, name, what in ((self.undo, self.tr("Undo"), back), (self.redo, self.tr("Redo"), again)):
            action.setEnabled(what is not None)
            action.setText(f"{name}: {what}" if what else name)

    def toggle_star(self, numbers: Sequence[int]) -> None:
        """Star pictures; where all are starred, take the stars away."""
        self._set_star(numbers, not all(self._library.entry(number).starred for number in numbers))

    def put_on_board(self, numbers: Sequence[int], board: str) -> None:
        """Move pictures to a board, or off any with ""."""
        what = self.tr("move to %1").replace("%1", board) if board else self.tr("take off the board")
        self._change(numbers, Field.BOARD, board.strip(), what)

    def put_on(self, shelf: Shelf, numbers: Sequence[int]) -> None:
        """Put pictures where they were dropped."""
        self._try(lambda: self._put_on(shelf, numbers))

    def _rename_board(self, old: str, new: str, what: str) -> None:
        if rename_board(self._library, old, new, what):
            self.changed.emit()

    def _put_on(self, shelf: Shelf, numbers: Sequence[int]) -> None:
        if shelf.kind is Kind.STARRED:
            self._set_star(numbers, True)
        elif shelf.kind is Kind.TRASH:
            self._change(numbers, Field.TRASHED, True, self.tr("delete"))
        elif shelf.putting:
            self.put_on_board(numbers, shelf.board)

    def rename_board(self, old: str, new: str) -> None:
        """Call a board otherwise; "" deletes it, and its pictures are on none."""
        what = self.tr("rename %1").replace("%1", old) if new else self.tr("delete the board %1").replace("%1", old)
        self._try(lambda: self._rename_board(old, new, what))

    def ask_new_board(self) -> str:
        """Have a board named and make it, empty; "" where none was wanted."""
        name, said = QInputDialog.getText(self._window, self.tr("New board"), self.tr("Its name:"))
        name = name.strip() if said else ""
        if name:
            self._try(lambda: self._library.ahead.make(name))
            self.changed.emit()
        return name

    def set_tags(self, numbers: Sequence[int], words: str) -> None:
        """Tag pictures with words between commas."""
        tags = tuple(word.strip() for word in words.split(",") if word.strip())
        self._change(numbers, Field.TAGS, tags, self.tr("tag"))

    def set_note(self, numbers: Sequence[int], text: str) -> None:
        """Write a note on pictures."""
        self._change(numbers, Field.NOTE, text.strip(), self.tr("write a note"))

    def _action(self, text: str, key: str | QKeySequence.StandardKey, act: Callable[[], None], tip: str) -> QAction:
        action = QAction(text, self._window)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(tip)
        action.triggered.connect(lambda: self._try(act))
        return action

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))

    def _change(self, numbers: Sequence[int], field: Field, value: Value, what: str) -> None:
        if numbers and self._library.change(numbers, field, value, what):
            self.changed.emit()

    def _star(self) -> None:
        self.toggle_star(self._chosen())

    def _trash(self) -> None:
        numbers = self._chosen()
        gone = all(self._library.entry(number).trashed for number in numbers)
        self._change(numbers, Field.TRASHED, not gone, self.tr("take out of the trash") if gone else self.tr("delete"))

    def _ask_board(self) -> None:
        numbers, boards = self._chosen(), ["", *self._library.boards()]
        now = boards.index(board) if (board := self._library.entry(numbers[0]).board) in boards else 0
        title, label = self.tr("Board"), self.tr("Its name; a new one makes a board, none takes it off:")
        name, said = QInputDialog.getItem(self._window, title, label, boards, now)
        if said:
            self.put_on_board(numbers, name)

    def _ask_tags(self) -> None:
        numbers = self._chosen()
        before = ", ".join(self._library.entry(numbers[0]).tags)
        words, said = QInputDialog.getText(self._window, self.tr("Tags"), self.tr("With commas between:"), text=before)
        if said:
            self.set_tags(numbers, words)

    def _ask_note(self) -> None:
        numbers = self._chosen()
        before = self._library.entry(numbers[0]).note
        text, said = QInputDialog.getMultiLineText(self._window, self.tr("Note"), self.tr("Remember:"), before)
        if said:
            self.set_note(numbers, text)

    def _compare(self) -> None:
        numbers = tuple(self._chosen())
        starred = [self._library.entry(number).starred for number in numbers]
        dialog = CompareDialog([self._library.image(number) for number in numbers], self._window, starred)
        dialog.starred.connect(lambda place, liked: self._try(lambda: self._set_star([numbers[place]], liked)))
        dialog.show()

    def _set_star(self, numbers: Sequence[int], liked: bool) -> None:
        what = self.tr("star") if liked else self.tr("take the star away")
        self._change(numbers, Field.STARRED, liked, what)

    def _empty(self) -> None:
        question = self.tr("Delete everything in the trash from the disk? This cannot be undone.")
        answer = QMessageBox.question(self._window, self.tr("Empty the trash"), question)
        if answer is QMessageBox.StandardButton.Yes:
            self.said.emit(self.tr("%n picture(s) deleted.", "", self._library.empty_trash()))
            self.changed.emit()

    def _undo(self) -> None:
        if (what := self._library.undo()) is not None:
            self.said.emit(self.tr("Undone: %1.").replace("%1", what))
            self.changed.emit()

    def _redo(self) -> None:
        if (what := self._library.redo()) is not None:
            self.said.emit(self.tr("Done again: %1.").replace("%1", what))
            self.changed.emit()
