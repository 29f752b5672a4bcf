"""`fashiongan`: the desktop studio."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.studio import Studio
from gui.crash_log import start_logging
from gui.main_window import MainWindow
from gui.theme import apply_theme

DEFAULT_BODY = BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980)


def open_window(studio: Studio) -> MainWindow:
    """Build the window with an average body."""
    return MainWindow(studio, DEFAULT_BODY)


def main() -> None:
    """Entry point. `--picture FILE` shows the window's own work as a picture and leaves: for the documentation."""
    start_logging()
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    application = QApplication(sys.argv)
    apply_theme(application)
    window = open_window(Studio())
    window.show()
    if "--picture" in sys.argv:
        _rehearse(window, Path(sys.argv[sys.argv.index("--picture") + 1]))
    sys.exit(application.exec())


def _rehearse(window: MainWindow, path: Path) -> None:
    """Generate, fit, take a picture, leave; each step starts when the one before has ended."""
    panel = window.attributes
    panel.boxes["category"].setCurrentText("tshirt")
    panel.boxes["pattern"].setCurrentText("solid")
    window.jobs.failed.connect(lambda message: QApplication.exit(2))
    panel.count.setValue(12)
    steps = iter((panel.generate.click, lambda: window.gallery.setCurrentRow(0), window.fit.click))

    def advance() -> None:
        if window.jobs.busy:
            return
        step = next(steps, None)
        if step is not None:
            step()
        elif window.viewport.has_frame:
            window.grab().save(str(path))
            QApplication.quit()

    timer = QTimer(window)
    timer.timeout.connect(advance)
    timer.start(200)


if __name__ == "__main__":
    main()
