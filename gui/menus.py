"""The menus: everything that the window can do, with its keys."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from gui.help.about import show_about
from gui.help.demo import open_demo
from gui.help.languages import LANGUAGES
from gui.help.shortcuts import ShortcutSheet, in_group, shortcuts_of
from gui.help.walk import begin_tour
from gui.languages.wording import translate
from gui.private.menu import private_menu
from gui.theme import Theme, apply_theme

if TYPE_CHECKING:
    from gui.main_window import MainWindow

Keys = str | QKeySequence.StandardKey


def fill_menus(window: "MainWindow") -> None:
    """Make the menu bar of a window."""
    _fill_file(window, window.menuBar().addMenu(translate("Menus", "&File")))
    edit, actions = window.menuBar().addMenu(translate("Menus", "&Edit")), window.design.actions_
    edit.addActions([actions.undo, actions.redo])
    edit.addSeparator()
    edit.addActions([window.files.copy, *actions.of_pictures, actions.compare, actions.empty])
    window.design.deeds.fill_menu(edit.addMenu(translate("Menus", "Make of the chosen picture")))
    for action in (actions.undo, actions.redo, window.files.copy, *actions.of_pictures, actions.compare):
        in_group(action, translate("Menus", "Pictures"))
    _fill_view(window, window.menuBar().addMenu(translate("Menus", "&View")))
    _fill_help(window, window.menuBar().addMenu(translate("Menus", "&Help")))


def _fill_file(window: "MainWindow", menu: QMenu) -> None:
    _action(window, menu, translate("Menus", "Open…"), "Ctrl+O", window.files.opener.ask)
    menu.addMenu(window.files.recent)
    menu.addSeparator()
    menu.addAction(in_group(window.files.export, translate("Menus", "Window")))
    menu.addMenu(private_menu(window))
    menu.addSeparator()
    _action(window, menu, translate("Menus", "Quit"), QKeySequence.StandardKey.Quit, window.close)


def _fill_view(window: "MainWindow", menu: QMenu) -> None:
    menu.addActions(window.page_actions)
    menu.addSeparator()
    queue = _action(
        window, menu, translate("Menus", "Queue"), "Ctrl+J", lambda: window.queue_dock.setVisible(queue.isChecked())
    )
    queue.setCheckable(True)
    window.queue_dock.visibilityChanged.connect(queue.setChecked)
    _action(window, menu, translate("Menus", "Cancel what runs"), "Escape", window.queue.cancel)
    menu.addSeparator()
    themes = QActionGroup(window)
    looks = {
        Theme.SYSTEM: translate("Menus", "As the desktop"),
        Theme.LIGHT: translate("Menus", "Light"),
        Theme.DARK: translate("Menus", "Dark"),
    }
    appearance = menu.addMenu(translate("Menus", "Appearance"))
    for theme, name in looks.items():
        action = _action(window, appearance, name, "", partial(_choose_theme, window, theme))
        action.setCheckable(True)
        action.setChecked(window.habits.theme is theme)
        themes.addAction(action)
    languages = menu.addMenu(translate("Menus", "Language"))
    chosen = QActionGroup(window)
    for code, name in LANGUAGES.items():
        action = _action(
            window, languages, name or translate("Menus", "As the desktop"), "", partial(_choose_language, window, code)
        )
        action.setCheckable(True)
        action.setChecked(window.habits.language == code)
        chosen.addAction(action)
    _action(window, menu, translate("Menus", "Reset the layout"), "", window.reset_layout)


def _fill_help(window: "MainWindow", menu: QMenu) -> None:
    _action(window, menu, translate("Menus", "Keys"), "F1", lambda: ShortcutSheet(shortcuts_of(window), window).show())
    _action(window, menu, translate("Menus", "A walk through the window"), "", lambda: begin_tour(window))
    _action(window, menu, translate("Menus", "Open the demo project"), "", lambda: open_demo(window))
    _action(window, menu, translate("Menus", "About FashionGAN"), "", lambda: show_about(window))


def _choose_theme(window: "MainWindow", theme: Theme) -> None:
    window.habits.theme = theme
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, theme)


def _choose_language(window: "MainWindow", code: str) -> None:
    window.habits.language = code
    window.say(translate("Menus", "The language changes with the next start."))


def _action(window: "MainWindow", menu: QMenu, text: str, keys: Keys, act: Callable[[], object]) -> QAction:
    action = in_group(QAction(text, window), translate("Menus", "Window"))
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: act())
    menu.addAction(action)
    return action
