from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.fit_colors import FitMap
from fashiongan.garment.picture import skin_of
from fashiongan.garment.style import Ease
from fashiongan.image import GarmentImage
from gui.fit.cut_controls import SETTLED_MS
from gui.fit.page import FitPage
from gui.fit_order import Dressed, FitOrder, dressed
from gui.wearer import Wearer

LEFT = Qt.MouseButton.LeftButton
WEARER = Wearer.of(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980))


@pytest.fixture(scope="module")
def worn(worn_tshirt: FittedGarment) -> Dressed:
    return dressed(worn_tshirt)


@pytest.fixture
def page(qtbot: QtBot, worn: Dressed) -> Iterator[FitPage]:
    made = FitPage(WEARER)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    qtbot.waitExposed(made)
    made.show_dressed(worn)
    yield made
    made.close_renderer()


def warmth(color: QColor) -> int:
    return color.red() - color.blue()


def chest(page: FitPage) -> QColor:
    """The colour in the middle of the T-shirt's front."""
    page.viewport.zoom_to_fit()
    page.viewport.repaint_now()
    return page.viewport.grab().toImage().pixelColor(page.viewport.rect().center())


def test_what_is_worn_is_seen_with_its_pattern_its_layers_and_its_fit(page: FitPage) -> None:
    page.viewport.repaint_now()
    assert page.viewport.has_frame
    assert set(page.pattern.items_by_name) >= {"front", "back", "sleeve_left"}
    assert [page.layers.item(row).text() for row in range(page.layers.count())] == ["T-shirt", "Body"]
    assert page.fit_view.words.text().startswith("Fits.")
    assert page.pattern_title.text() == "Pattern: T-shirt"


def test_a_piece_that_is_chosen_in_the_pattern_stands_out_on_the_body(qtbot: QtBot, page: FitPage) -> None:
    before = warmth(chest(page))
    place = page.pattern.mapFromScene(page.pattern.items_by_name["front"].boundingRect().center())
    qtbot.mouseClick(page.pattern.viewport(), LEFT, pos=place)
    after = warmth(chest(page))
    assert after > before + 40
    page.pattern.choose("back")
    assert warmth(chest(page)) < after - 60


def test_a_click_on_the_body_chooses_the_piece_under_the_pointer(qtbot: QtBot, page: FitPage) -> None:
    page.viewport.zoom_to_fit()
    qtbot.mouseClick(page.viewport, LEFT, pos=page.viewport.rect().center())
    assert page.pattern.chosen == "front"
    qtbot.mouseClick(page.viewport, LEFT, pos=QPoint(3, 3))
    assert page.pattern.chosen == ""


def test_a_click_from_behind_chooses_the_back(qtbot: QtBot, page: FitPage) -> None:
    page.viewport.zoom_to_fit()
    qtbot.keyClick(page.viewport, Qt.Key.Key_2)
    qtbot.mouseClick(page.viewport, LEFT, pos=page.viewport.rect().center())
    assert page.pattern.chosen == "back"


def test_a_piece_that_is_not_draped_is_told_to_be_so(page: FitPage) -> None:
    page.pattern.choose("neckband")
    assert "not draped" in page.pattern_title.text()
    page.pattern.choose("front")
    assert "not draped" not in page.pattern_title.text()


def test_a_layer_that_is_not_ticked_is_not_seen(qtbot: QtBot, page: FitPage) -> None:
    before = chest(page)
    page.layers.setFocus()
    qtbot.keyClick(page.layers, Qt.Key.Key_Space)
    after = chest(page)
    assert abs(after.red() - after.blue()) < abs(before.red() - before.blue())
    qtbot.mouseClick(page.viewport, LEFT, pos=page.viewport.rect().center())
    assert page.pattern.chosen == ""


def test_a_map_of_the_fit_replaces_the_picture_and_shows_its_legend(qtbot: QtBot, page: FitPage) -> None:
    picture = chest(page)
    assert page.fit_view.legend.accessibleName() == ""
    qtbot.mouseClick(page.fit_view.buttons[FitMap.EASE], LEFT)
    assert chest(page) != picture
    assert page.fit_view.legend.accessibleName() == "Distance from the skin"


def test_another_size_is_asked_for_once_it_has_settled(qtbot: QtBot, page: FitPage, worn: Dressed) -> None:
    orders: list[FitOrder] = []
    page.order_asked.connect(orders.append)
    page.cut.size_box.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.cut.size_box, Qt.Key.Key_Down)
    assert orders == []
    qtbot.waitUntil(lambda: len(orders) == 1, timeout=5000)
    assert (orders[0].size, orders[0].ease) == ("M", Ease.REGULAR)
    assert (orders[0].image, orders[0].wearer, orders[0].over) == (worn.look.image, WEARER, ())
    assert page.look is worn.look
    assert page.waiting.isVisible()
    assert "Size M" in page.waiting.text()


def test_nothing_is_asked_for_that_is_shown_already(qtbot: QtBot, page: FitPage) -> None:
    with qtbot.assertNotEmitted(page.order_asked, wait=2 * SETTLED_MS):
        page.cut.size_box.setCurrentIndex(2)
        page.cut.size_box.setCurrentIndex(0)


def test_what_does_not_come_leaves_the_controls_at_what_is_shown(qtbot: QtBot, page: FitPage) -> None:
    with qtbot.waitSignal(page.order_asked):
        page.cut.ease_box.setCurrentIndex(0)
    page.stop_waiting()
    assert page.cut.ease is Ease.REGULAR
    assert not page.waiting.isVisible()


def test_an_earlier_order_that_comes_leaves_the_later_choice_alone(qtbot: QtBot, page: FitPage, worn: Dressed) -> None:
    with qtbot.waitSignal(page.order_asked):
        page.cut.size_box.setCurrentIndex(3)
    page.show_dressed(worn)
    assert page.cut.size_box.currentIndex() == 3
    assert page.waiting.isVisible()
    page.show_dressed(replace(worn, look=replace(worn.look, size="M")))
    assert not page.waiting.isVisible()


def test_a_new_look_is_seen_from_where_the_old_one_was(page: FitPage, worn: Dressed) -> None:
    page.viewport.orbit(70, 10)
    before = page.viewport.camera
    page.show_dressed(worn)
    assert page.viewport.camera == before


def test_the_next_picture_is_fitted_as_is_chosen_here(page: FitPage, two_sided_tshirt: GarmentImage) -> None:
    page.cut.size_box.setCurrentIndex(page.cut.size_box.findData("L"))
    order = page.order_for(two_sided_tshirt)
    assert (order.size, order.over) == ("L", ())
    page.keep_on.setChecked(True)
    assert page.order_for(two_sided_tshirt).over == (page.look,)


def test_somebody_else_wears_nothing_yet(page: FitPage, worn_tshirt: FittedGarment) -> None:
    man = Wearer.of(BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000))
    page.dress(man, [skin_of(worn_tshirt.body.mesh)])
    assert page.look is None
    assert page.pattern.items_by_name == {}
    assert not page.layers.isVisible()
    page.viewport.repaint_now()
    assert page.viewport.has_frame
    assert page.order_for(worn_tshirt.image).wearer is man


def test_after_everything_was_hidden_somebody_else_is_told_how_to_begin(qtbot: QtBot, page: FitPage) -> None:
    page.layers.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(page.layers, key)
    assert "hidden" in page.viewport.placeholder
    page.dress(WEARER)
    assert page.viewport.placeholder == "Choose a picture and press Fit."


def test_every_control_has_a_tooltip_and_a_name(page: FitPage) -> None:
    controls = [page.viewport, page.layers, page.cut.ease_box, page.cut.size_box, page.keep_on]
    assert all(control.toolTip() for control in controls)
    named = [page.viewport, page.layers, page.pattern, page.cut.ease_box, page.cut.size_box, page.view_bar]
    assert all(control.accessibleName() for control in named)
    assert np.all([button.toolTip() for button in page.fit_view.buttons.values()])
