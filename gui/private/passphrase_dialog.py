"""Typing a passphrase: twice where it is new, as nobody can open what was locked with a slip."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fashiongan.locking import LEAST_LETTERS
from gui.languages.wording import translate

WIDTH_PX = 440


class PassphraseDialog(QDialog):
    """`words` holds the passphrase once it is accepted. new : it is chosen now"""

    def __init__(self, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passphrase"))
        lost = self.tr(
            "Recordings, consents and who is dressed are locked from now on. Nobody can open them without the "
            "passphrase: if it is lost, they are lost, and we cannot help. Write it down where only you find it."
        )
        known = self.tr("Scans are locked here. Without the passphrase the window goes on without them.")
        self.told = QLabel(lost if new else known)
        self.told.setWordWrap(True)
        self.words, self.again = _unseen(self.tr("Passphrase")), _unseen(self.tr("Once more"))
        self._new = new
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        text = self.tr("Lock") if new else self.tr("Unlock")
        self.accept_button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for line in (self.words, self.again):
            line.textChanged.connect(self._show_ready)
        self._show_ready()

    def show_error(self, message: str) -> None:
        """Say why it did not open, and let it be typed anew."""
        self.told.setText(message)
        self.words.clear()
        self.words.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Passphrase"), self.words)
        if self._new:
            form.addRow(self.tr("Once more"), self.again)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(WIDTH_PX)

    def _show_ready(self) -> None:
        typed = self.words.text()
        same = not self._new or typed == self.again.text()
        self.accept_button.setEnabled(len(typed) >= LEAST_LETTERS and same)


def _unseen(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(name)
    tip = translate("PassphraseDialog", "At least %1 letters; a few words are best").replace("%1", str(LEAST_LETTERS))
    line.setToolTip(tip)
    return line
