"""The window in Romanian, and the choice of a language."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.gallery.filter_bar import FilterBar
from gui.help.languages import LANGUAGES, apply_language
from gui.main_window import MainWindow
from gui.panels.camera_dialog import CameraDialog
from gui.settings import Habits
from tests.gui.languages.conftest import take_off
from tests.library.pictures import plain_garment

Shown = QAbstractButton | QLabel


def cut_off(widget: QWidget) -> list[str]:
    """Texts on buttons and labels that are wider than their place."""
    parts: list[Shown] = [*widget.findChildren(QAbstractButton), *widget.findChildren(QLabel)]
    return [part.text() for part in parts if part.isVisible() and _width_px(part) > part.width()]


def _width_px(part: Shown) -> int:
    if isinstance(part, QLabel) and (part.wordWrap() or not part.pixmap().isNull()):
        return 0
    text = part.text().replace("&", "")
    return max(part.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))


def languages_of(window: MainWindow) -> dict[str, QAction]:
    named = {action.text(): action for action in window.findChildren(QAction) if action.text() in LANGUAGES.values()}
    return {code: named[name] for code, name in LANGUAGES.items() if name}


@pytest.mark.usefixtures("romanian")
def test_nothing_is_cut_off_on_any_page_in_romanian(window: MainWindow, qtbot: QtBot) -> None:
    for action in window.page_actions:
        action.trigger()
        qtbot.wait(20)
        assert not cut_off(window), action.text()
    window.page_actions[0].trigger()
    for tabs in window.design.findChildren(QTabWidget):
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            qtbot.wait(20)
            assert not cut_off(window), tabs.tabText(place)


def columns(window: MainWindow, qtbot: QtBot) -> int:
    """Pictures in the first row of the gallery, with a scroll bar beside them."""
    for _ in range(7):
        window.library.add(plain_garment())
    gallery = window.design.gallery
    gallery.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    window.design.refresh()
    qtbot.wait(20)
    tops = [gallery.visualRect(gallery.pictures.index(row)).top() for row in range(7)]
    return tops.count(tops[0])


def test_three_pictures_go_side_by_side_in_the_window_as_it_is_at_first(window: MainWindow, qtbot: QtBot) -> None:
    assert columns(window, qtbot) == 3


@pytest.mark.usefixtures("romanian")
def test_three_pictures_go_side_by_side_in_romanian(window: MainWindow, qtbot: QtBot) -> None:
    assert columns(window, qtbot) == 3


@pytest.mark.usefixtures("romanian")
def test_nothing_is_cut_off_where_recordings_are_chosen(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(window.scan)
    window.scan.source.recordings.click()
    qtbot.wait(20)
    assert not cut_off(window.scan)


@pytest.mark.usefixtures("romanian")
def test_nothing_is_cut_off_in_the_dialog_about_cameras(qtbot: QtBot) -> None:
    dialog = CameraDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    for row in range(dialog.procedures.count()):
        dialog.procedures.setCurrentRow(row)
        qtbot.wait(10)
        assert not cut_off(dialog)


@pytest.mark.usefixtures("romanian")
def test_the_menus_and_the_rail_are_in_romanian(window: MainWindow) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["Fișier", "Editare", "Vizualizare", "Ajutor"]
    assert [action.text() for action in window.page_actions] == ["Creație", "Schiță", "Scanare", "Probă"]


@pytest.mark.usefixtures("romanian")
def test_numbers_take_the_romanian_plural(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    said = []
    for count in (0, 1, 2, 19, 20, 101, 120):
        bar.show_count(count)
        said.append(bar.count.text())
    assert said == [
        "0 imagini",
        "1 imagine",
        "2 imagini",
        "19 imagini",
        "20 de imagini",
        "101 imagini",
        "120 de imagini",
    ]


@pytest.mark.usefixtures("romanian")
def test_the_buttons_of_qt_are_in_romanian(qtbot: QtBot) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Yes)
    qtbot.addWidget(buttons)
    assert {button.text().replace("&", "") for button in buttons.buttons()} == {"Renunță", "Da"}
    line = QLineEdit("text")
    qtbot.addWidget(line)
    assert "Copiază" in " ".join(
        action.text().replace("&", "") for action in line.createStandardContextMenu().actions()
    )


def test_english_counts_one_picture(qapp: QApplication, qtbot: QtBot) -> None:
    assert apply_language(qapp, "en")
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_count(1)
    take_off(qapp)
    assert bar.count.text() == "1 picture"


@pytest.mark.parametrize(("desktop", "said"), [("ro_RO", "&Fișier"), ("fr_FR", "&File"), ("en_GB", "&File")])
def test_the_desktop_s_language_is_spoken_where_we_speak_it(
    desktop: str, said: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(desktop))
    assert apply_language(qapp, "")
    found = QCoreApplication.translate("Menus", "&File")
    take_off(qapp)
    assert found == said


def test_a_chosen_language_is_marked_and_kept_for_the_next_start(window: MainWindow) -> None:
    for code, action in languages_of(window).items():
        action.trigger()
        assert action.isChecked()
        assert Habits().language == code
    assert window.statusBar().currentMessage() == "The language changes with the next start."
