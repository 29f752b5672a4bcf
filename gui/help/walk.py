"""The stops of the first walk through the window."""

from typing import TYPE_CHECKING

from gui.help.tour import Stop, Tour
from gui.languages.wording import translate

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
                translate("Walk", "Ask"),
                translate("Walk", "Choose words and colours, leave the rest open, and press Generate (Ctrl+Return)."),
            ),
            Stop(
                design.begin,
                translate("Walk", "Or begin with a picture"),
                translate(
                    "Walk", "A photo, a drawing, an outline, a place in a room, or a person, with the same words."
                ),
            ),
            Stop(
                design.gallery,
                translate("Walk", "Choose"),
                translate(
                    "Walk", "Everything is kept here. D stars, M puts on a board, Del deletes, Ctrl+Z takes back."
                ),
            ),
            Stop(
                design.tabs,
                translate("Walk", "Change"),
                translate("Walk", "Variations, mixes, other styles; or sliders that draw while you drag."),
            ),
            Stop(
                window.rail,
                translate("Walk", "Go on"),
                translate("Walk", "Draw one yourself, measure a person, and see it sewn and worn. F1 shows all keys."),
            ),
        ],
    )
    tour.ended.connect(lambda: setattr(window.habits, "tour_seen", True))
    return tour
