"""Somebody at the window: finds things by their names, and has nothing but mouse and keys."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListView, QMenu, QPushButton, QWidget

from gui.main_window import MainWindow

LEFT, CONTROL, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
PATIENCE_S, POLL_MS, STUCK_MS = 120.0, 20, 10_000
W = TypeVar("W", bound=QWidget)


def wait(time_ms: int) -> None:
    """Let the window go on. QTest.qWait would keep Python to itself, and work on other threads would all but stop."""
    loop = QEventLoop()
    QTimer.singleShot(time_ms, loop.quit)
    loop.exec()


def until(happens: Callable[[], object], what: str = "") -> None:
    """Wait, while the window goes on, until something is so.

    Raises
    ------
    TimeoutError : it never was
    """
    end = time.monotonic() + PATIENCE_S
    while not happens():
        if time.monotonic() > end:
            raise TimeoutError(f"Waited in vain for: {what or happens}")
        wait(POLL_MS)


def name_of(widget: QWidget) -> str:
    """What a widget is called: by a screen reader, else by what stands on it."""
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")


def find(kind: type[W], name: str, inside: QWidget) -> W:
    """The one thing of a kind and name that can be seen.

    Raises
    ------
    LookupError : none, or several
    """
    every = [one for one in inside.findChildren(kind) if one.isVisible()]
    found = [one for one in every if name_of(one).replace("&", "") == name]
    if len(found) != 1:
        raise LookupError(f"{len(found)} of {kind.__name__} {name!r} among {sorted(map(name_of, every))}")
    return found[0]


def click(widget: QWidget, where: QPoint | None = None, held: Qt.KeyboardModifier = PLAIN) -> None:
    """One click, in the middle if not elsewhere."""
    QTest.mouseClick(widget, LEFT, held, where or widget.rect().center())


def press(inside: QWidget, name: str) -> None:
    """Click the button of a name; check boxes are clicked at their box."""
    button = find(QPushButton, name, inside)
    assert button.isEnabled(), name
    click(button)


def strike(window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    """Strike a key of the window; where no desktop does it, it is brought to the front first."""
    window.activateWindow()
    until(window.isActiveWindow, "the window in front")
    QTest.keyClick(window.focusWidget() or window, key, held)


def picture(view: QListView, row: int) -> QPoint:
    """Where a picture of the gallery is."""
    return view.visualRect(view.model().index(row, 0)).center()


def write(line: QWidget, text: str) -> None:
    """Write something instead of what stands in a line or a box."""
    click(line, QPoint(line.width() // 4, line.height() // 2))
    QTest.keyClick(line, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(line, text)


def open_menu(window: MainWindow, menu: str, entry: str) -> None:
    """Choose an entry of the menu bar."""
    bar = window.menuBar()
    click(bar, bar.actionGeometry(_action(bar.actions(), menu)).center())
    until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), menu)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    click(shown, shown.actionGeometry(_action(shown.actions(), entry)).center())


def _action(actions: Sequence[QAction], text: str) -> QAction:
    return next(one for one in actions if one.text().replace("&", "") == text)


@contextmanager
def answering(act: Callable[[QDialog], None]) -> Iterator[None]:
    """What is done within opens a dialog that waits; it is answered by `act`, which must end it.

    Raises
    ------
    TimeoutError : no dialog came
    Exception : what `act` raised
    """
    errors: list[Exception] = []
    answered: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        timer.stop()
        try:
            act(dialog)
            QTimer.singleShot(STUCK_MS, dialog, dialog.reject)
        except Exception as error:  # noqa: BLE001 - raised again below, where it is not lost in Qt
            errors.append(error)
            dialog.reject()
        answered.append(True)

    timer = QTimer(interval=POLL_MS)
    timer.timeout.connect(look)
    timer.start()
    yield
    until(lambda: answered, "a dialog")
    if errors:
        raise errors[0]


def opened(window: MainWindow, kind: type[W]) -> W:
    """A dialog of a kind that lets the window go on, once it is there."""
    until(lambda: [one for one in window.findChildren(kind) if one.isVisible()], kind.__name__)
    return next(one for one in window.findChildren(kind) if one.isVisible())
