"""The languages of the window, and how one is put on."""

from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

# Each by its own name; "" follows the desktop.
LANGUAGES = {"": "", "en": "English", "ro": "Română"}
FOLDER = Path(__file__).resolve().parent.parent / "languages"


def apply_language(application: QApplication, code: str) -> bool:
    """Translate what is built from now on, and write its numbers as the language does; "" for the desktop's language,
    English where we do not speak that.

    False where no translation is there.
    """
    translator = QTranslator(application)
    locales = (QLocale(code) if code else QLocale.system(), QLocale("en"))
    spoken = next((one for one in locales if translator.load(one, "fashiongan", "_", str(FOLDER))), None)
    if spoken is None:
        return False
    # With marks between thousands, a point or a comma would be read as one.
    spoken.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator | QLocale.NumberOption.RejectGroupSeparator)
    QLocale.setDefault(spoken)
    return application.installTranslator(translator)
