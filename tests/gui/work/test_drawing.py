"""Drawing into a library that takes nothing more."""

from pytestqt.qtbot import QtBot

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import OutputError
from fashiongan.generator.request import GenerationRequest
from gui.app import open_window
from gui.main_window import MainWindow
from tests.gui.conftest import SEED, ended, made

COUNT = 4


def test_with_a_full_disk_drawing_stops_with_one_line_and_goes_on_at_the_next_start(
    qtbot: QtBot, window: MainWindow
) -> None:
    keep, said = window.library.keep, []

    def take_two(*arguments: object, **named: object) -> object:
        if len(window.library.numbers()) == 2:
            raise OutputError("The disk is full.")
        return keep(*arguments, **named)  # type: ignore[arg-type]

    window.library.keep = take_two  # type: ignore[assignment,method-assign]
    window.drawing.refused.connect(said.append)
    window.start_drawing(GenerationRequest(GarmentAttributes(), COUNT, SEED))
    ended(qtbot, window)
    assert said == ["The disk is full."]
    assert len(made(window)) == 2
    window.close()
    again = open_window(window.studio)
    qtbot.addWidget(again)
    ended(qtbot, again)
    assert [image.idea.origin for image in made(again)] == [f"seed {SEED + place}" for place in range(COUNT)]
    assert again.library.waiting.all() == []
    again.close()
