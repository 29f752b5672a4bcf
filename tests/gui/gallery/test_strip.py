from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fashiongan.attributes import GarmentAttributes
from fashiongan.generator.request import GenerationRequest
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from fashiongan.tasks import Blend, Moulding
from gui.gallery.strip import COUNT, BetweenStrip
from gui.main_window import MainWindow
from tests.gui.conftest import choose, ended, made

WAIT_MS = 20_000


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    return Studio(tiny_checkpoints)


@pytest.fixture
def images(studio: Studio) -> list[GarmentImage]:
    return list(studio.make(GenerationRequest(GarmentAttributes(), 3)))


@pytest.fixture
def strip(qtbot: QtBot, studio: Studio) -> Iterator[BetweenStrip]:
    shown = BetweenStrip(studio)
    qtbot.addWidget(shown)
    shown.resize(600, 120)
    yield shown
    shown.stop()


def drawn(qtbot: QtBot, strip: BetweenStrip) -> None:
    qtbot.waitUntil(lambda: all(card.image is not None for card in strip.cards), timeout=WAIT_MS)


def latent(card_image: GarmentImage | None) -> np.ndarray:
    assert card_image is not None
    return card_image.drawn_from.code.latent


def test_the_strip_shows_what_blending_gives(
    qtbot: QtBot, strip: BetweenStrip, studio: Studio, images: list[GarmentImage]
) -> None:
    strip.begin([1, 2], images[:2])
    drawn(qtbot, strip)
    blended = studio.make(Blend(images[0], images[1], COUNT))
    for card, wanted in zip(strip.cards, blended, strict=True):
        assert card.image is not None
        assert np.array_equal(card.image.rgba, wanted.rgba)


def test_another_choice_stops_what_was_being_drawn(
    qtbot: QtBot, strip: BetweenStrip, images: list[GarmentImage]
) -> None:
    strip.begin([1, 2], images[:2])
    strip.begin([1, 3], [images[0], images[2]])
    assert all(card.image is None for card in strip.cards)
    drawn(qtbot, strip)
    ends = [latent(strip.cards[place].image) for place in (0, COUNT - 1)]
    near, far = (np.linalg.norm(ends[1] - latent(images[number])) for number in (2, 1))
    assert near < far
    strip.begin([1], images[:1])
    assert strip.isHidden()


def test_the_same_choice_draws_nothing_anew(qtbot: QtBot, strip: BetweenStrip, images: list[GarmentImage]) -> None:
    strip.begin([1, 2], images[:2])
    drawn(qtbot, strip)
    before = [card.image for card in strip.cards]
    strip.begin([1, 2], images[:2])
    assert [card.image for card in strip.cards] == before


def test_keys_go_along_the_strip_and_keep_one_once(
    qtbot: QtBot, strip: BetweenStrip, images: list[GarmentImage]
) -> None:
    kept: list[Moulding] = []
    strip.task_asked.connect(kept.append)
    strip.show()
    strip.begin([1, 2], images[:2])
    drawn(qtbot, strip)
    strip.take_focus()
    with qtbot.waitSignal(strip.looked_at) as looked:
        qtbot.keyClick(strip.cards[3], Qt.Key.Key_Right)
    assert looked.args == [strip.cards[4].image]
    for _ in range(2):
        qtbot.keyClick(strip.cards[4], Qt.Key.Key_Return)
    assert [task.share for task in kept] == [5 / 8]


def test_under_the_pointer_a_picture_is_seen_large_and_then_the_chosen_one_again(
    qtbot: QtBot, strip: BetweenStrip, images: list[GarmentImage]
) -> None:
    looked: list[GarmentImage] = []
    strip.looked_at.connect(looked.append)
    strip.show()
    strip.begin([1, 2], images[:2])
    drawn(qtbot, strip)
    looked.clear()
    middle = QPointF(strip.cards[2].rect().center())
    QApplication.sendEvent(strip.cards[2], QEnterEvent(middle, middle, middle))
    QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    assert looked == [strip.cards[2].image, images[1]]


def test_pictures_of_other_weights_are_told_of_in_passing(
    qtbot: QtBot, strip: BetweenStrip, images: list[GarmentImage]
) -> None:
    strip.begin([1, 2], [images[0], replace(images[1], checkpoint_sha256="f" * 64)])
    qtbot.waitUntil(lambda: "--checkpoints" in strip.words.text(), timeout=WAIT_MS)


def test_a_key_goes_into_the_strip_and_what_is_chosen_stays_in_view(qtbot: QtBot, window: MainWindow) -> None:
    window.design.attributes.count.setValue(2)
    window.start_drawing(window.design.attributes.request())
    ended(qtbot, window)
    gallery, strip = window.design.gallery, window.design.room.strip
    gallery.set_side(gallery.viewport().height() - 40)
    choose(window, 1, 0)
    window.activateWindow()
    gallery.setFocus()
    qtbot.keyClick(gallery, Qt.Key.Key_I)
    assert strip.cards[COUNT // 2].hasFocus()
    assert gallery.viewport().rect().intersects(gallery.visualRect(gallery.currentIndex()))


def test_one_that_is_clicked_comes_into_the_gallery_as_it_was_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.design.attributes.count.setValue(2)
    window.start_drawing(window.design.attributes.request())
    ended(qtbot, window)
    choose(window, 0, 1)
    strip = window.design.room.strip
    qtbot.waitUntil(strip.isVisible, timeout=WAIT_MS)
    drawn(qtbot, strip)
    shown = strip.cards[1].image
    qtbot.mouseClick(strip.cards[1], Qt.MouseButton.LeftButton)
    ended(qtbot, window)
    kept = made(window)[2]
    assert shown is not None
    assert np.array_equal(kept.rgba, shown.rgba)
    assert kept.idea.origin == "0.25 of the way between two"
