"""`fashiongan`: the desktop studio."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.errors import FashionGanError
from fashiongan.files import sweep
from fashiongan.library.library import Library
from fashiongan.studio import Studio
from gui.crash_log import start_logging
from gui.help.languages import apply_language
from gui.help.welcome import welcome
from gui.languages.wording import in_words
from gui.main_window import MainWindow
from gui.private.locking import ask_to_unlock
from gui.settings import Habits
from gui.theme import apply_theme
from gui.work.warming import Warming

ICON = Path(__file__).resolve().with_name("fashiongan.svg")
# Of the pictures in the documentation.
SEED = 7
DEFAULT_BODY = BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980)


def library_folder() -> Path:
    """Where everything that was made lies: the user's own folder for application data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "FashionGAN" / "library"


def open_window(studio: Studio) -> MainWindow:
    """Build the window over the user's library, with an average body; what was left last time goes on.

    Raises
    ------
    LibraryError : the library cannot be used
    """
    sweep(library_folder().parent)
    window = MainWindow(studio, Library(library_folder()), DEFAULT_BODY, Habits())
    window.bring_back()
    return window


def main() -> None:
    """Entry point. `--picture FILE` shows the window's own work as a picture and leaves: for the documentation."""
    start_logging()
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    application = QApplication(sys.argv)
    application.setWindowIcon(QIcon(str(ICON)))
    application.setDesktopFileName("fashiongan")
    habits = Habits()
    apply_theme(application, habits.theme)
    apply_language(application, habits.language)
    try:
        window = open_window(Studio())
    except FashionGanError as error:
        QMessageBox.critical(None, "FashionGAN", in_words("Error", str(error)))
        sys.exit(2)
    window.show()
    Warming(window)
    if "--picture" in sys.argv:
        _rehearse(window, Path(sys.argv[sys.argv.index("--picture") + 1]))
    else:
        if not window.vault.open:
            ask_to_unlock(window)
        welcome(window)
    sys.exit(application.exec())


def _rehearse(window: MainWindow, path: Path) -> None:
    """Generate, choose, take a picture, leave; each step starts when the one before has ended."""
    design = window.design
    design.attributes.boxes["category"].choose("tshirt")
    design.attributes.boxes["pattern"].choose("solid")
    design.attributes.seed.show_seed(SEED, locked=True)
    window.queue.failed.connect(lambda message: QApplication.exit(2))
    design.attributes.count.setValue(12)
    steps = iter((design.attributes.generate.click, lambda: design.gallery.choose(design.pictures.numbers[:1])))

    def advance() -> None:
        if window.queue.busy:
            return
        step = next(steps, None)
        if step is not None:
            step()
        else:
            window.grab().save(str(path))
            QApplication.quit()

    timer = QTimer(window)
    timer.timeout.connect(advance)
    timer.start(200)
