"""What tests of the languages share: the window's texts in Romanian, for one test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.help.languages import apply_language


def take_off(application: QApplication) -> None:
    """No translation any more."""
    QLocale.setDefault(QLocale.c())
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.setParent(None)


@pytest.fixture
def romanian(qapp: QApplication) -> Iterator[None]:
    """Whatever is built after this speaks Romanian."""
    assert apply_language(qapp, "ro")
    yield
    take_off(qapp)
