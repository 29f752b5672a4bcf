from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from fashiongan.library.query import Query
from fashiongan.project.demo import COLLECTION, WEARER
from gui.help.demo import demo_file
from gui.help.tour import Tour
from gui.help.welcome import welcome
from gui.main_window import MainWindow
from gui.wearer import Wearer
from tests.gui.conftest import ended

LEFT = Qt.MouseButton.LeftButton


def test_who_dismisses_the_welcome_never_sees_it_again(qtbot: QtBot, window: MainWindow) -> None:
    line = welcome(window)
    assert line is not None
    assert line.isVisible()
    qtbot.mouseClick(line.away, LEFT)
    assert welcome(window) is None


def test_the_walk_is_taken_from_the_welcome_and_then_seen(qtbot: QtBot, window: MainWindow) -> None:
    line = welcome(window)
    assert line is not None
    qtbot.keyClick(line.walk, Qt.Key.Key_Space)
    tour = window.findChild(Tour)
    assert tour is not None
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert line.isVisible()
    assert window.habits.tour_seen


def test_the_demo_is_a_project_with_stars_a_board_and_somebody_dressed(qtbot: QtBot, window: MainWindow) -> None:
    line = welcome(window)
    assert line is not None
    qtbot.mouseClick(line.demo, LEFT)
    assert window.habits.tour_seen
    ended(qtbot, window)
    assert demo_file(window.library.folder).stat().st_size < 2_000_000
    assert window.library.boards() == {"Demo": len(COLLECTION)}
    starred = window.library.entries(Query(starred=True))
    assert sorted(one.attributes.category for one in starred) == [Category.DRESS, Category.SHIRT, Category.TSHIRT]
    assert window.fit.wearer == Wearer.of(WEARER)


def test_the_help_menu_opens_the_demo_any_time_and_doubles_nothing(qtbot: QtBot, window: MainWindow) -> None:
    [action] = [one for one in window.findChildren(QAction) if one.text() == "Open the demo project"]
    for _ in range(2):
        action.trigger()
        ended(qtbot, window)
    assert len(window.library.numbers()) == len(COLLECTION)
