"""The stops of the first walk through the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.help.tour import Stop, Tour

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def begin_tour(window: "MainWindow") -> Tour:
    """Walk through the Design page and the rail."""
    window.show_page(window.design)
    design = window.design
    tour = Tour(
        window,
        [
            Stop(
                design.attributes,
                _tr("Ask"),
                _tr("Choose words and colours, leave the rest open, and press Generate (Ctrl+Return)."),
            ),
            Stop(
                design.begin,
                _tr("Or begin with a picture"),
                _tr("A photo, a drawing, an outline, a place in a room, or a person, with the same words."),
            ),
            Stop(
                design.gallery,
                _tr("Choose"),
                _tr("Everything is kept here. D stars, M puts on a board, Del deletes, Ctrl+Z takes back."),
            ),
            Stop(
                design.tabs,
                _tr("Change"),
                _tr("Variations, mixes, other styles; or sliders that draw while you drag."),
            ),
            Stop(
                window.rail,
                _tr("Go on"),
                _tr("Draw one yourself, measure a person, and see it sewn and worn. F1 shows all keys."),
            ),
        ],
    )
    tour.ended.connect(lambda: setattr(window.habits, "tour_seen", True))
    return tour


def _tr(text: str) -> str:
    return QCoreApplication.translate("Walk", text)
