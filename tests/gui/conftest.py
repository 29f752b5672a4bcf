"""What tests of the window share: a window with tiny networks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fashiongan.image import GarmentImage
from fashiongan.library.query import Query
from fashiongan.studio import Studio
from gui.app import open_window
from gui.main_window import MainWindow

WAIT_MS = 60_000
SEED = 7
OLDEST_FIRST = Query(oldest_first=True)


def ended(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the queue is empty."""
    qtbot.waitUntil(lambda: not window.queue.busy, timeout=WAIT_MS)


def made(window: MainWindow) -> list[GarmentImage]:
    """The pictures of the library, the first one first."""
    return [window.library.image(number) for number in window.library.numbers(OLDEST_FIRST)]


def choose(window: MainWindow, *places: int) -> None:
    """Choose pictures by their places in `made`, in this order."""
    numbers = window.library.numbers(OLDEST_FIRST)
    window.design.gallery.choose([numbers[place] for place in places])


def keep(window: MainWindow, image: GarmentImage) -> None:
    """Put a picture into the library and choose it."""
    number = window.library.add(image).number
    window.design.refresh()
    window.design.gallery.choose([number])


@pytest.fixture(scope="session", autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing in the clipboard: the offscreen platform of Qt 6.11 crashes at exit with files in it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def window(
    qtbot: QtBot, tiny_checkpoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    # Where the window keeps what is the user's own.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    opened = open_window(Studio(tiny_checkpoints))
    qtbot.addWidget(opened)
    opened.design.attributes.seed.show_seed(SEED, locked=True)
    opened.show()
    yield opened
    opened.queue.cancel_all()
    ended(qtbot, opened)
    opened.close()
