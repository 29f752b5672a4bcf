from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.fit_colors import SCALES, FitMap
from fashiongan.garment.size_words import size_words
from fashiongan.image import GarmentImage
from gui.fit_order import dressed
from gui.main_window import MainWindow
from gui.wearer import Wearer
from gui.widgets.legend import MARGIN_PX, Legend
from tests.gui.conftest import WAIT_MS, ended, keep


def test_a_chosen_picture_is_fitted_and_shown(qtbot: QtBot, window: MainWindow, two_sided_tshirt: GarmentImage) -> None:
    assert not window.design.fit.isEnabled()
    keep(window, two_sided_tshirt)
    qtbot.keyClick(window.design.gallery, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.fit
    ended(qtbot, window)
    qtbot.waitUntil(lambda: window.fit.viewport.has_frame, timeout=WAIT_MS)
    assert window.files.exports.exportable().look is window.fit.look


def test_a_picture_without_a_garment_is_told_in_a_dialog(
    qtbot: QtBot, window: MainWindow, two_sided_tshirt: GarmentImage
) -> None:
    keep(window, replace(two_sided_tshirt, rgba=np.zeros((128, 128, 4), np.uint8)))
    window.design.fit.trigger()
    ended(qtbot, window)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "The picture shows no garment" in box.text()
    assert window.fit.look is None


def test_a_map_of_the_fit_replaces_the_picture_from_the_same_side(
    qtbot: QtBot, window: MainWindow, worn_tshirt: FittedGarment
) -> None:
    window.show_page(window.fit)
    assert not window.fit.fit_view.isVisible()
    window.show_dressed(dressed(worn_tshirt))
    qtbot.waitUntil(lambda: window.fit.viewport.has_frame, timeout=WAIT_MS)
    seen = {}
    for which, button in window.fit.fit_view.buttons.items():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.wait(800)
        seen[which] = window.fit.viewport.grab().toImage()
    assert seen[None] != seen[FitMap.EASE] != seen[FitMap.STRETCH] != seen[None]
    head = QPoint(window.fit.viewport.width() // 2, 40)
    assert len({image.pixel(head) for image in seen.values()}) == 1


def test_the_fit_is_told_in_words_with_the_size(window: MainWindow, worn_tshirt: FittedGarment) -> None:
    window.show_dressed(dressed(worn_tshirt))
    assert window.fit.fit_view.words.text() == f"Fits.\n{size_words(worn_tshirt)}"


def test_what_is_kept_on_is_worn_under_the_next_garment(
    qtbot: QtBot, window: MainWindow, worn_tshirt: FittedGarment, two_sided_tshirt: GarmentImage
) -> None:
    window.show_dressed(dressed(worn_tshirt))
    window.fit.keep_on.setChecked(True)
    keep(window, two_sided_tshirt)
    window.design.fit.trigger()
    ended(qtbot, window)
    assert window.fit.look is not None
    assert window.fit.look.under == (worn_tshirt,)
    assert window.fit.dressed is not None
    assert len(window.fit.dressed.surfaces) == 3


def test_what_another_body_wore_goes_and_nothing_is_put_over_it(
    qtbot: QtBot, window: MainWindow, worn_tshirt: FittedGarment, two_sided_tshirt: GarmentImage
) -> None:
    window.show_dressed(dressed(worn_tshirt))
    window.fit.keep_on.setChecked(True)
    window.fit.dress(Wearer.of(BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000)))
    assert window.fit.look is None
    assert window.fit.order_for(two_sided_tshirt).over == ()


def test_a_legend_shows_the_colors_of_its_scale_from_left_to_right(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(300, 40)
    legend.show_scale(SCALES[FitMap.EASE])
    shown = legend.grab().toImage()
    for x, color in ((MARGIN_PX + 1, "#440154"), (300 - MARGIN_PX - 2, "#fde725")):
        found, wanted = QColor(shown.pixel(QPoint(x, 4))), QColor(color)
        assert max(abs(a - b) for a, b in zip(found.getRgb(), wanted.getRgb(), strict=True)) < 8
