"""The menu of what is kept of people."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.languages.wording import translate
from gui.private.erasing import ErasingWork
from gui.private.locking import LockingWork

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def private_menu(window: "MainWindow") -> QMenu:
    """Lock or unlock, erase a person, erase everything."""
    menu = QMenu(translate("Private", "&Private"), window)
    locking, erasing = LockingWork(window), ErasingWork(window)
    lock = QAction(window)
    lock.triggered.connect(lambda: locking.change())
    person = QAction(translate("Private", "Erase everything about a &person…"), window)
    person.triggered.connect(lambda: erasing.ask_about_person())
    everything = QAction(translate("Private", "&Erase all my data…"), window)
    everything.triggered.connect(lambda: erasing.ask_about_everything())
    menu.addAction(lock)
    menu.addSeparator()
    menu.addActions([person, everything])
    menu.aboutToShow.connect(lambda: lock.setText(locking.next_step()))
    lock.setText(locking.next_step())
    return menu
