import io

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.originality.finding import Match, Nearness, Scale
from gui.gallery.originality import PICTURE_PX, OriginalityDialog
from gui.originality_order import Found, Neighbour
from gui.widgets.nearness_bar import NearnessBar
from gui.work.queue import Item, State

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


@pytest.fixture
def dialog(qtbot: QtBot) -> OriginalityDialog:
    made = OriginalityDialog(lambda number: jpeg())
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_picture_keeps_its_place_until_it_comes(dialog: OriginalityDialog) -> None:
    assert dialog.cards == []
    before = dialog.picture.geometry()
    dialog.show_picture(Image.new("RGB", (PICTURE_PX, PICTURE_PX), (200, 30, 30)))
    assert dialog.picture.geometry() == before
    assert dialog.picture.pixmap().toImage().pixelColor(100, 100).getRgb()[:3] == (200, 30, 30)


def test_three_of_the_training_set_and_ones_own_stand_beside_the_picture(dialog: OriginalityDialog) -> None:
    dialog.show_found(found())
    assert [card.title.text() for card in dialog.cards] == [
        "tshirt 0",
        "tshirt 1",
        "tshirt 2",
        "your picture 7",
        "your picture 8",
    ]
    assert "Too near" in dialog.headline.text()
    assert "too near to call it new" in dialog.cards[0].words.text()
    assert "no legal clearance" in dialog.limits.text()
    assert "2825" in dialog.limits.text()


@pytest.mark.parametrize(("distance", "nearness"), [(0.05, "Near to"), (0.5, "As near"), (2.0, "Farther")])
def test_the_headline_tells_how_near_the_nearest_is(dialog: OriginalityDialog, distance: float, nearness: str) -> None:
    dialog.show_found(found(distance))
    assert dialog.headline.text().startswith(nearness)


def test_a_garment_with_a_logo_is_told_but_not_shown(dialog: OriginalityDialog) -> None:
    dialog.show_found(found())
    assert dialog.cards[0].picture.pixmap().width() == 128
    assert dialog.cards[1].picture.pixmap().isNull()
    assert "logo" in dialog.cards[1].picture.text()


def test_a_later_answer_takes_the_place_of_an_earlier_one(dialog: OriginalityDialog) -> None:
    dialog.show_found(found(unseen=4, own=0))
    assert "4 more" in dialog.own_title.text()
    dialog.show_found(found(own=3))
    assert len(dialog.cards) == 6
    assert "of 3" in dialog.own_title.text()


def test_every_card_is_reached_with_tab_and_one_of_ones_own_opens_with_enter(
    qtbot: QtBot, dialog: OriginalityDialog
) -> None:
    dialog.show_found(found())
    cards = dialog.cards
    qtbot.waitUntil(lambda: all(card.isVisible() for card in cards))
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right):
        cards[0].setFocus()
        for card in cards[1:]:
            qtbot.keyClick(dialog.focusWidget(), key)
            assert dialog.focusWidget() is card
    with qtbot.waitSignal(dialog.picture_asked) as asked:
        qtbot.keyClick(cards[4], Qt.Key.Key_Return)
    assert asked.args == [8]
    with qtbot.assertNotEmitted(dialog.picture_asked):
        qtbot.mouseDClick(cards[0], Qt.MouseButton.LeftButton)
    assert cards[4].accessibleName().startswith("your picture 8: nearer than")


def test_escape_closes_and_an_answer_that_comes_too_late_does_no_harm(qtbot: QtBot, dialog: OriginalityDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.show_found(found())


def test_why_nothing_was_found_is_said_in_the_dialog(dialog: OriginalityDialog) -> None:
    dialog.item = Item("mine", print, print, State.FAILED, says="The picture has a background.")
    other = Item("other", print, print, State.FAILED, says="Something else.")
    dialog.follow(dialog.item)
    dialog.follow(other)
    assert dialog.headline.text() == "The picture has a background."


def test_the_mark_of_a_farther_garment_stands_farther_right(qtbot: QtBot) -> None:
    bars = [NearnessBar(SCALE, match(0, distance)) for distance in (0.0, 0.4, 1.0, 3.0)]
    for bar in bars:
        qtbot.addWidget(bar)
        bar.resize(160, bar.sizeHint().height())
    places = [bar.mark_x() for bar in bars]
    assert places[0] < places[1] < places[2] <= places[3] < 160
    assert bars[0].match.nearness is Nearness.TOO_NEAR


def test_the_thumbnail_of_a_picture_that_was_lost_meanwhile_leaves_a_gap(qtbot: QtBot) -> None:
    dialog = OriginalityDialog(lambda number: b"")
    qtbot.addWidget(dialog)
    dialog.show_found(found())
    assert dialog.cards[3].picture.pixmap().isNull()
