"""A program that is killed in the middle of its work, and its next start."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from fashiongan.studio import Studio
from gui.app import open_window
from tests.gui.conftest import ended, made

COUNT, SEED, PATIENCE_S = 40, 7, 120
PROGRAM = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fashiongan.attributes import GarmentAttributes
from fashiongan.generator.request import GenerationRequest
from fashiongan.studio import Studio
from gui.app import open_window
application = QApplication([])
window = open_window(Studio(Path(sys.argv[1])))
window.start_drawing(GenerationRequest(GarmentAttributes(), {COUNT}, {SEED}))
application.exec()
"""


def test_killed_while_it_draws_the_program_goes_on_and_draws_nothing_twice(
    qtbot: QtBot, tiny_checkpoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    pictures = tmp_path / "user" / "FashionGAN" / "library" / "pictures"
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(tiny_checkpoints)])
    end = time.monotonic() + PATIENCE_S
    while len(list(pictures.glob("[0-9]*.png"))) < 3 and process.poll() is None and time.monotonic() < end:
        time.sleep(0.002)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    there = len(list(pictures.glob("[0-9]*.png")))
    assert 3 <= there < COUNT
    window = open_window(Studio(tiny_checkpoints))
    qtbot.addWidget(window)
    left = int(window.statusBar().currentMessage().split()[0])
    assert window.statusBar().currentMessage() == f"{left} picture(s) were not finished; they go on."
    assert left == COUNT - there
    ended(qtbot, window)
    assert [image.idea.origin for image in made(window)] == [f"seed {SEED + place}" for place in range(COUNT)]
    assert window.library.waiting.all() == []
    window.close()
