"""Locking what is kept of people under a passphrase, and asking for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from fashiongan.errors import FashionGanError
from fashiongan.locking import Passphrase
from gui.languages.wording import translate
from gui.private.passphrase_dialog import PassphraseDialog

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class LockingWork(QObject):
    """Turns locking on and off; what takes time runs in the queue."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def next_step(self) -> str:
        """What the menu offers now."""
        vault = self._window.vault
        if not vault.locks:
            return translate("Private", "&Lock scans with a passphrase…")
        if not vault.open:
            return translate("Private", "Un&lock…")
        return translate("Private", "Stop &locking scans…")

    def change(self) -> None:
        """Take that step."""
        vault = self._window.vault
        if not vault.locks:
            self._turn_on()
        elif not vault.open:
            ask_to_unlock(self._window)
        elif self._sure():
            self._work(vault.turn_off)

    def _turn_on(self) -> None:
        dialog = PassphraseDialog(new=True, parent=self._window)
        if dialog.exec() == PassphraseDialog.DialogCode.Accepted:
            words = dialog.words.text()
            self._work(lambda: self._window.vault.turn_on(Passphrase(words)))
        dialog.deleteLater()

    def _sure(self) -> bool:
        question = translate("Private", "From now on everybody who uses this computer can read the scans. Go on?")
        return QMessageBox.question(self._window, "FashionGAN", question) == QMessageBox.StandardButton.Yes

    def _work(self, act: Callable[[], None]) -> None:
        self._window.queue.add(translate("Private", "lock and unlock scans"), lambda ticket: act())


def ask_to_unlock(window: "MainWindow") -> None:
    """Ask for the passphrase until it is right or the user gives up; then who was dressed comes back."""
    dialog = PassphraseDialog(new=False, parent=window)
    while dialog.exec() == PassphraseDialog.DialogCode.Accepted:
        try:
            window.vault.unlock(Passphrase(dialog.words.text()))
        except FashionGanError as error:
            dialog.show_error(str(error))
        else:
            window.worn.bring_back()
            break
    dialog.deleteLater()
