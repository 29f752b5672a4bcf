"""The languages of the window, and how one is put on."""

from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

LANGUAGES = {"": "As the desktop", "en": "English", "ro": "Română"}
FOLDER = Path(__file__).resolve().parent.parent / "languages"


def apply_language(application: QApplication, code: str) -> bool:
    """Translate what is built from now on; "" for the desktop's language. False where English stays."""
    wanted = code or QLocale.system().name()[:2]
    translator = QTranslator(application)
    if not translator.load(str(FOLDER / f"fashiongan_{wanted}.qm")):
        return False
    return application.installTranslator(translator)
