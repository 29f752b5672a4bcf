"""Numbers of the window follow its language; a point and a comma are both typed."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.help.languages import apply_language
from gui.languages.numbers import in_locale, written
from gui.languages.wording import in_words
from gui.scan.units import Unit
from gui.widgets.length_box import LengthBox
from tests.gui.languages.conftest import take_off


@pytest.mark.usefixtures("romanian")
def test_romanian_writes_decimals_with_a_comma_and_no_marks_between_thousands() -> None:
    assert Unit.CM.shown(925) == "92,5"
    assert Unit.CM.shown(-12, sign=True) == "-1,2"
    assert Unit.CM.shown(12, sign=True) == "+1,2"
    assert written(12345.678, 2) == "12345,68"
    assert in_words("Fit", "bust 92.5 cm, M is 90 to 98 cm") == "bust 92,5 cm, M înseamnă 90 până la 98 cm"


def test_english_writes_them_with_a_point(qapp: QApplication) -> None:
    assert apply_language(qapp, "en")
    said = Unit.CM.shown(925), in_locale("0.35 mm")
    take_off(qapp)
    assert said == ("92.5", "0.35 mm")


@pytest.mark.usefixtures("romanian")
def test_only_what_is_a_number_is_written_otherwise() -> None:
    assert in_locale("0.35 mm") == "0,35 mm"
    assert in_locale("+3.2") == "+3,2"
    for text in ("3.5.png", "scan 1.5", "v1.2-final", "e.g."):
        assert in_locale(text) == text


@pytest.mark.usefixtures("romanian")
@pytest.mark.parametrize("typed", ["92.5", "92,5", " 92,5 cm"])
def test_a_length_is_typed_with_a_point_or_a_comma(typed: str) -> None:
    assert Unit.CM.typed(typed) == 925


@pytest.mark.parametrize("language", ["en", "ro"])
@pytest.mark.parametrize("typed", ["12.5", "12,5"])
def test_a_box_takes_both_and_shows_its_own(qapp: QApplication, qtbot: QtBot, language: str, typed: str) -> None:
    assert apply_language(qapp, language)
    box = LengthBox()
    qtbot.addWidget(box)
    box.setRange(0, 200)
    box.setDecimals(1)
    box.setSuffix(" mm")
    box.selectAll()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    value, text = box.value(), box.text()
    take_off(qapp)
    assert value == 12.5
    assert text == {"en": "12.5 mm", "ro": "12,5 mm"}[language]


def test_a_language_that_is_not_spoken_gets_english_numbers(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_DE"))
    assert apply_language(qapp, "")
    said = written(1.5, 1)
    take_off(qapp)
    assert said == "1.5"
