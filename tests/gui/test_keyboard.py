"""Everything in the window is reached with the keys, and has a name for those who hear it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.gui.conftest import WAIT_MS, choose
from tests.library.pictures import plain_garment

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
)
# Parts of another control; and the buttons that Qt puts on a dock, which the View menu opens and closes.
WHOLES = (QComboBox, QAbstractSpinBox, QDockWidget)
MOST = 200


@pytest.fixture
def filled(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Two pictures, both chosen, and the queue in view."""
    for color in ("red", "blue"):
        window.library.add(plain_garment(color=color, size_px=48))
    window.design.refresh()
    choose(window, 0, 1)
    qtbot.waitUntil(lambda: window.design.preview.image is not None, timeout=WAIT_MS)
    window.queue_dock.show()
    window.activateWindow()
    return window


def controls(window: MainWindow) -> list[QWidget]:
    """What can be pressed, chosen or typed into now."""
    return [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, CONTROLS)
        and not isinstance(one, QScrollBar)
        and not isinstance(one.parent(), WHOLES)
        and one.isVisible()
        and one.isEnabled()
    ]


def reached(window: MainWindow) -> list[QWidget]:
    """What Tab comes to, in order, all around."""
    found: list[QWidget] = []
    window.setFocus()
    for _ in range(MOST):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now in found:
            break
        found.append(now)
    return found


def told(control: QWidget) -> str:
    """What a screen reader says of a control."""
    return str(QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name))


def has_key(control: QWidget) -> bool:
    keys = [action.shortcut() for action in control.actions()]
    if isinstance(control, QAbstractButton):
        keys.append(control.shortcut())
    return any(not key.isEmpty() for key in keys)


def together(control: QWidget) -> list[QWidget]:
    """The buttons of which one is chosen: Tab comes to one of them, the arrows to the others."""
    if not isinstance(control, QAbstractButton):
        return []
    group = control.group()
    if group is not None and group.exclusive():
        return list(group.buttons())
    siblings = control.parentWidget().findChildren(type(control)) if control.autoExclusive() else []
    return [one for one in siblings if isinstance(one, QAbstractButton) and one.autoExclusive()]


@pytest.mark.parametrize("page", range(4))
def test_every_control_is_reached_with_tab_or_has_a_key(filled: MainWindow, qtbot: QtBot, page: int) -> None:
    filled.page_actions[page].trigger()
    qtbot.wait(20)
    found = set(reached(filled))
    lost = [
        f"{type(one).__name__} {told(one)}"
        for one in controls(filled)
        if not ({one, one.focusProxy(), *together(one)} & found or has_key(one))
    ]
    assert len(found) > 5
    assert lost == []


@pytest.mark.parametrize("page", range(4))
def test_every_control_has_a_name(filled: MainWindow, qtbot: QtBot, page: int) -> None:
    filled.page_actions[page].trigger()
    qtbot.wait(20)
    nameless = [f"{type(one).__name__} {one.toolTip()}" for one in controls(filled) if not told(one)]
    assert nameless == []


def test_tab_goes_from_what_is_asked_to_the_pictures_and_what_is_made_of_them(filled: MainWindow) -> None:
    design, found = filled.design, reached(filled)
    way = [
        design.attributes.boxes["category"],
        design.attributes.count,
        design.attributes.generate,
        design.room.shelves,
        design.room.filters.text,
        design.gallery,
        design.tools.vary,
    ]
    places = [found.index(part) for part in way]
    assert places == sorted(places)


def test_arrows_go_on_among_buttons_of_which_one_is_chosen(filled: MainWindow, qtbot: QtBot) -> None:
    filled.show_page(filled.sketch)
    qtbot.wait(20)
    groups = {tuple(together(one)) for one in controls(filled) if len(together(one)) > 1}
    assert groups
    for group in groups:
        usable = {one for one in group if one.isVisible() and one.isEnabled()}
        first = next(one for one in group if one in usable)
        first.setFocus()
        seen = {first}
        for _ in group:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
            seen.add(QApplication.focusWidget())
        assert usable <= seen
