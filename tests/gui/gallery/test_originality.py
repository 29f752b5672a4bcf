import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.originality.finding import Match, Nearness, Scale
from gui.gallery.originality import OriginalityDialog, Show
from gui.originality_order import Found, Neighbour
from gui.widgets.nearness_bar import NearnessBar
from tests.library.pictures import plain_garment

SCALE = Scale(np.arange(1, 101, dtype=np.float32) / 100)


def jpeg() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (128, 128), (200, 30, 30)).save(buffer, "JPEG")
    return buffer.getvalue()


def match(row: int, distance: float) -> Match:
    return Match(row, distance, SCALE.share_nearer(distance), SCALE.nearness(distance))


def found(nearest: float = 0.005, unseen: int = 0, own: int = 2) -> Found:
    training = tuple(
        Neighbour(match(row, nearest + 0.3 * row), f"tshirt {row}", jpeg() if row != 1 else None) for row in range(3)
    )
    return Found(SCALE, 2825, training, tuple((7 + row, match(row, 0.5)) for row in range(own)), own, unseen)


class Opened:
    """A dialog whose search is answered by the test."""

    def __init__(self, qtbot: QtBot) -> None:
        self.answers: list[Show] = []
        self.dialog = OriginalityDialog(plain_garment(), self.answers.append, lambda number: jpeg())
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def answer(self, found: Found) -> None:
        self.answers[0](found)


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_it_looks_at_once_and_shows_nothing_before_the_answer(opened: Opened) -> None:
    assert len(opened.answers) == 1
    assert opened.dialog.cards == []


def test_three_of_the_training_set_and_ones_own_stand_beside_the_picture(opened: Opened) -> None:
    opened.answer(found())
    assert [card.title.text() for card in opened.dialog.cards] == [
        "tshirt 0",
        "tshirt 1",
        "tshirt 2",
        "your picture 7",
        "your picture 8",
    ]
    assert "Too near" in opened.dialog.headline.text()
    assert "too near to call it new" in opened.dialog.cards[0].words.text()
    assert "no legal clearance" in opened.dialog.limits.text()
    assert "2825" in opened.dialog.limits.text()


@pytest.mark.parametrize(("distance", "nearness"), [(0.05, "Near to"), (0.5, "As near"), (2.0, "Farther")])
def test_the_headline_tells_how_near_the_nearest_is(opened: Opened, distance: float, nearness: str) -> None:
    opened.answer(found(distance))
    assert opened.dialog.headline.text().startswith(nearness)


def test_a_garment_with_a_logo_is_told_but_not_shown(opened: Opened) -> None:
    opened.answer(found())
    assert opened.dialog.cards[0].picture.pixmap().width() == 128
    assert opened.dialog.cards[1].picture.pixmap().isNull()
    assert "logo" in opened.dialog.cards[1].picture.text()


def test_a_later_answer_takes_the_place_of_an_earlier_one(opened: Opened) -> None:
    opened.answer(found(unseen=4, own=0))
    assert "4 more" in opened.dialog.own_title.text()
    opened.answer(found(own=3))
    assert len(opened.dialog.cards) == 6
    assert "of 3" in opened.dialog.own_title.text()


def test_every_card_is_reached_with_tab_and_one_of_ones_own_opens_with_enter(qtbot: QtBot, opened: Opened) -> None:
    opened.answer(found())
    cards = opened.dialog.cards
    qtbot.waitUntil(lambda: all(card.isVisible() for card in cards))
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right):
        cards[0].setFocus()
        for card in cards[1:]:
            qtbot.keyClick(opened.dialog.focusWidget(), key)
            assert opened.dialog.focusWidget() is card
    with qtbot.waitSignal(opened.dialog.picture_asked) as asked:
        qtbot.keyClick(cards[4], Qt.Key.Key_Return)
    assert asked.args == [8]
    with qtbot.assertNotEmitted(opened.dialog.picture_asked):
        qtbot.mouseDClick(cards[0], Qt.MouseButton.LeftButton)
    assert cards[4].accessibleName().startswith("your picture 8: nearer than")


def test_escape_closes_and_an_answer_that_comes_too_late_does_no_harm(qtbot: QtBot, opened: Opened) -> None:
    qtbot.keyClick(opened.dialog, Qt.Key.Key_Escape)
    assert not opened.dialog.isVisible()
    opened.answer(found())


def test_why_nothing_was_found_is_said_in_the_dialog(opened: Opened) -> None:
    opened.dialog.show_problem("The picture has a background.")
    assert opened.dialog.headline.text() == "The picture has a background."


def test_the_mark_of_a_farther_garment_stands_farther_right(qtbot: QtBot) -> None:
    bars = [NearnessBar(SCALE, match(0, distance)) for distance in (0.0, 0.4, 1.0, 3.0)]
    for bar in bars:
        qtbot.addWidget(bar)
        bar.resize(160, bar.sizeHint().height())
    places = [bar.mark_x() for bar in bars]
    assert places[0] < places[1] < places[2] <= places[3] < 160
    assert bars[0].match.nearness is Nearness.TOO_NEAR


def test_the_thumbnail_of_a_picture_that_was_lost_meanwhile_leaves_a_gap(qtbot: QtBot, tmp_path: Path) -> None:
    answers: list[Show] = []
    dialog = OriginalityDialog(plain_garment(), answers.append, lambda number: b"")
    qtbot.addWidget(dialog)
    answers[0](found())
    assert dialog.cards[3].picture.pixmap().isNull()
