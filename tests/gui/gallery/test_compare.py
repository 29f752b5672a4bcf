from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from gui.gallery.compare import CompareDialog
from gui.main_window import MainWindow
from tests.gui.conftest import choose
from tests.library.pictures import plain_garment


def test_what_differs_is_bold_and_what_is_shared_is_not(qtbot: QtBot) -> None:
    dialog = CompareDialog([plain_garment(Category.TSHIRT, "red"), plain_garment(Category.DRESS, "red")])
    qtbot.addWidget(dialog)
    bold = {row[0].text().split(":")[0]: row[0].font().bold() for row in dialog.words}
    assert bold["category"]
    assert not bold["colours"]
    assert [label.text() for label in dialog.words[0]] == ["category: T-shirt", "category: dress"]


def test_the_best_of_those_compared_gets_a_star_with_its_key(qtbot: QtBot, window: MainWindow) -> None:
    for category in (Category.TSHIRT, Category.DRESS, Category.SKIRT):
        window.library.add(plain_garment(category))
    window.design.refresh()
    choose(window, 2, 0)
    window.design.actions_.compare.trigger()
    dialog = window.findChild(CompareDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for key, starred in ((Qt.Key.Key_2, [False, False, True]), (Qt.Key.Key_1, [True, False, True])):
        qtbot.keyClick(dialog, key)
        assert [window.library.entry(number).starred for number in (3, 2, 1)] == starred
    assert [star.text() for star in dialog.stars] == ["★  1", "★  2"]
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    assert [window.library.entry(number).starred for number in (3, 2, 1)] == [True, False, False]
    window.design.actions_.undo.trigger()
    assert window.library.entry(1).starred
