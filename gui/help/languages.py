"""The languages of the window, and how one is put on."""

from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

# Each by its own name; "" follows the desktop.
LANGUAGES = {"": "", "en": "English", "ro": "Română"}
FOLDER = Path(__file__).resolve().parent.parent / "languages"


def apply_language(application: QApplication, code: str) -> bool:
    """Translate what is built from now on; "" for the desktop's language, English where we do not speak that.

    False where no translation is there.
    """
    translator = QTranslator(application)
    locale = QLocale(code) if code else QLocale.system()
    found = any(translator.load(one, "fashiongan", "_", str(FOLDER)) for one in (locale, QLocale("en")))
    return found and application.installTranslator(translator)
