"""Erasing a person, or everything, from the window."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMessageBox

from fashiongan.erasing import Erased, erase_everything, erase_person
from fashiongan.errors import FashionGanError
from fashiongan.own_folders import OwnFolders, own_folders
from gui.crash_log import end_logging
from gui.languages.wording import translate
from scanning.consent import ENDING, read_consent

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class ErasingWork(QObject):
    """Asks, lets go of whoever is shown, and erases."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def ask_about_person(self) -> None:
        """Let a pseudonym be chosen or typed, and forget whoever it is."""
        if self._busy():
            return
        title, label = translate("Private", "Erase a person"), translate("Private", "The person's pseudonym:")
        name, said = QInputDialog.getItem(self._window, title, label, self.pseudonyms(), editable=True)
        question = translate(
            "Private",
            "Erase the recordings, consents and notes of %1, and who is dressed now? Files that you exported stay. "
            "This cannot be undone.",
        ).replace("%1", name)
        if said and name.strip() and self._sure(question):
            try:
                self._tell(self.erase_person(name.strip()))
            except FashionGanError as error:
                self._window.show_error(str(error))

    def ask_about_everything(self) -> None:
        """Erase all that the programs keep, and end."""
        question = translate(
            "Private",
            "Erase all pictures, boards, scans, presets, drawings and settings of this program? It closes afterwards. "
            "Files that you exported stay. This cannot be undone.",
        )
        if not self._busy() and self._sure(question):
            self._window.erase_when_closed = True
            self._window.close()

    def pseudonyms(self) -> list[str]:
        """Everybody of whom a consent is kept that can be read now."""
        return sorted(set(self._consents().values()))

    def erase_person(self, pseudonym: str) -> Erased:
        """Forget somebody, in the window and on the disk.

        Raises
        ------
        RequestError, LibraryError, OutputError : as `fashiongan.erasing.erase_person`
        """
        window = self._window
        locked = self._scans_of(pseudonym)
        window.scan.source.files.clear()
        window.scan.live.close()
        window.people.dress(window.somebody)
        for keeper in (window.worn, window.session, window.sketch_keeper):
            keeper.stop()
        for path in locked:
            path.unlink(missing_ok=True)
        with window.library.let_go():
            erased = erase_person(folders_of(window), pseudonym)
        window.habits.forget_paths()
        window.design.refresh()
        return replace(erased, files=erased.files + len(locked))

    def _scans_of(self, pseudonym: str) -> list[Path]:
        """The files of the scans whose consent says the name, also where it is locked."""
        who = self._consents().items()
        stems = [path.name.removesuffix(ENDING) for path, one in who if one.casefold() == pseudonym.casefold()]
        return [path for path in self._window.vault.files() if path.name.partition(".")[0] in stems]

    def _consents(self) -> dict[Path, str]:
        """The pseudonym of every consent that can be read; one that is locked or damaged can still be typed."""
        vault, found = self._window.vault, {}
        for path in vault.scans.glob(f"*{ENDING}"):
            with suppress(FashionGanError), vault.plain(path) as plain:
                consent = read_consent(plain.with_name(plain.name.removesuffix(ENDING) + ".mkv"))
                if consent is not None:
                    found[path] = consent.pseudonym
        return found

    def _busy(self) -> bool:
        if self._window.queue.busy:
            self._window.show_error(translate("Private", "Work is not done yet; wait for it, or cancel it first."))
        return self._window.queue.busy

    def _sure(self, question: str) -> bool:
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        return QMessageBox.warning(self._window, "FashionGAN", question, yes | no, no) == yes

    def _tell(self, erased: Erased) -> None:
        said = translate("Private", "Erased: %1 files, %2 notes and entries.")
        self._window.say(said.replace("%1", str(erased.files)).replace("%2", str(erased.rows)))


def folders_of(window: "MainWindow") -> OwnFolders:
    """Where a window keeps everything; its settings are seen to by itself."""
    return replace(own_folders(), data=window.library.folder.parent, settings=None)


def erase_after_closing(window: "MainWindow") -> None:
    """Everything, when nothing of the window writes any more. OutputError : something cannot be taken away"""
    end_logging()
    settings = window.habits.forget_everything()
    erase_everything(folders_of(window))
    if settings.is_file():
        settings.unlink()
