"""The window in a child, over folders of its own."""

import os
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from fashiongan.studio import Studio
from gui.app import open_window
from gui.main_window import MainWindow


def open_own_window(folder: Path) -> tuple[QApplication, MainWindow]:
    """The real one, as its next start opens it."""
    os.environ["XDG_DATA_HOME"] = str(folder)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    application = QApplication([])
    window = open_window(Studio())
    window.show()
    return application, window
