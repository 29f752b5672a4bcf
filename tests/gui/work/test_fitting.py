import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.style import Ease
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from gui.fit.page import FitPage
from gui.fit_order import Dressed, FitOrder, Progress, dressed
from gui.wearer import Wearer
from gui.work import fitting
from gui.work.fitting import FittingWork
from gui.work.queue import State, WorkQueue

WAIT_MS = 10_000
WEARER = Wearer.of(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[FitPage]:
    made = FitPage(WEARER)
    qtbot.addWidget(made)
    yield made
    made.close_renderer()


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch, worn_tshirt: FittedGarment) -> threading.Event:
    """Fits go on once this is set, or are cancelled before; they come back as they were ordered."""
    may_go_on, worn = threading.Event(), dressed(worn_tshirt)

    def slow_fit(order: FitOrder, studio: Studio, progress: Progress) -> Dressed:
        while not may_go_on.wait(0.01):
            progress(0.5, "sewing")
        return replace(worn, look=replace(worn.look, ease=order.ease))

    monkeypatch.setattr(fitting, "carry_out", slow_fit)
    return may_go_on


@pytest.fixture
def work(qtbot: QtBot, page: FitPage) -> FittingWork:
    made = FittingWork(Studio(), WorkQueue(page), page)
    made.dressed.connect(page.show_dressed)
    return made


def order(image: GarmentImage, ease: Ease) -> FitOrder:
    return FitOrder(image, WEARER, ease)


def states(work: FittingWork) -> list[State]:
    return [item.state for item in work._queue.items]


def test_a_new_order_of_the_same_garment_takes_the_place_of_those_before(
    qtbot: QtBot, work: FittingWork, page: FitPage, go: threading.Event, two_sided_tshirt: GarmentImage
) -> None:
    for ease in (Ease.SLIM, Ease.REGULAR, Ease.LOOSE):
        work.fit(order(replace(two_sided_tshirt), ease))
    qtbot.waitUntil(lambda: states(work)[2] is State.RUNNING, timeout=WAIT_MS)
    assert states(work)[:2] == [State.CANCELLED] * 2
    go.set()
    qtbot.waitUntil(lambda: states(work)[2] is State.DONE, timeout=WAIT_MS)
    assert page.look is not None
    assert page.look.ease is Ease.LOOSE


def test_another_garment_waits_its_turn(
    qtbot: QtBot, work: FittingWork, go: threading.Event, two_sided_tshirt: GarmentImage
) -> None:
    other = replace(two_sided_tshirt, rgba=two_sided_tshirt.rgba[:, ::-1].copy())
    for image in (two_sided_tshirt, other):
        work.fit(order(image, Ease.SLIM))
    go.set()
    qtbot.waitUntil(lambda: states(work) == [State.DONE] * 2, timeout=WAIT_MS)


def test_what_is_chosen_stays_chosen_when_it_takes_the_place_of_another(
    qtbot: QtBot, work: FittingWork, page: FitPage, go: threading.Event, worn_tshirt: FittedGarment
) -> None:
    page.show_dressed(dressed(worn_tshirt))
    page.order_asked.connect(work.fit)
    for ease in (Ease.SLIM, Ease.LOOSE):
        with qtbot.waitSignal(page.order_asked):
            page.cut.ease_box.setCurrentIndex(page.cut.ease_box.findData(ease))
    qtbot.waitUntil(lambda: states(work) == [State.CANCELLED, State.RUNNING], timeout=WAIT_MS)
    assert not page.waiting.isHidden()
    assert chosen(page.cut.ease_box) is Ease.LOOSE
    go.set()
    qtbot.waitUntil(lambda: page.waiting.isHidden(), timeout=WAIT_MS)
    assert page.look is not None
    assert page.look.ease is Ease.LOOSE


def test_a_fit_that_is_cancelled_by_hand_leaves_the_controls_at_what_is_shown(
    qtbot: QtBot, work: FittingWork, page: FitPage, go: threading.Event, worn_tshirt: FittedGarment
) -> None:
    page.show_dressed(dressed(worn_tshirt))
    page.order_asked.connect(work.fit)
    with qtbot.waitSignal(page.order_asked):
        page.cut.ease_box.setCurrentIndex(page.cut.ease_box.findData(Ease.LOOSE))
    work._queue.cancel()
    qtbot.waitUntil(lambda: page.waiting.isHidden(), timeout=WAIT_MS)
    assert chosen(page.cut.ease_box) is Ease.REGULAR


def chosen(box: QComboBox) -> Ease:
    return Ease(box.currentData())
