import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fashiongan import warming
from gui.work.warming import Warming

OPEN_A_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fashiongan.studio import Studio
from gui.app import open_window
application = QApplication([])
window = open_window(Studio(Path(sys.argv[1])))
window.show()
application.processEvents()
print(*(name for name in ("torch", "open3d", "warp", "trimesh") if name in sys.modules))
window.close()
"""


def test_a_window_is_shown_before_torch_open3d_warp_or_trimesh_are_loaded(
    tiny_checkpoints: Path, tmp_path: Path
) -> None:
    own = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", OPEN_A_WINDOW, str(tiny_checkpoints)]

    shown = subprocess.run(command, env=os.environ | own, capture_output=True, text=True, check=True)

    assert shown.stdout.split() == []


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was loaded, in place of loading it."""
    names: list[str] = []
    monkeypatch.setattr(warming.importlib, "import_module", names.append)
    monkeypatch.setattr(warming, "_load_library", lambda path: None)
    return names


def test_a_shown_window_loads_what_is_slow_behind_its_first_picture(qtbot: QtBot, loaded: list[str]) -> None:
    window = QObject()
    Warming(window)
    assert loaded == []

    qtbot.waitUntil(lambda: loaded == list(warming.SLOW_MODULES))


def test_nothing_more_is_loaded_once_somebody_says_stop(loaded: list[str]) -> None:
    stop = threading.Event()
    stop.set()

    warming.warm_up(stop)

    assert loaded == []


def test_the_machine_code_of_each_large_package_is_found_before_it_is_imported() -> None:
    found = warming.large_libraries()
    assert all(path.is_file() for path in found)
    assert {package for package, _ in warming.LARGE_LIBRARIES} <= {part for path in found for part in path.parts}
