"""What tests of the window share: a window with tiny networks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from fashiongan.studio import Studio
from gui.app import open_window
from gui.main_window import MainWindow

WAIT_MS = 60_000


@pytest.fixture
def window(
    qtbot: QtBot, tiny_checkpoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    # Where the window keeps what is the user's own.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    made = open_window(Studio(tiny_checkpoints))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.queue.cancel_all()
    qtbot.waitUntil(lambda: not made.queue.busy, timeout=WAIT_MS)
    made.close()
