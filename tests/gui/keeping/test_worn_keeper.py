from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.garment.export import glb_of
from fashiongan.garment.fit import FittedGarment
from fashiongan.image import GarmentImage
from gui.app import DEFAULT_BODY, open_window
from gui.fit_order import dressed
from gui.keeping.worn_keeper import FILE, PUT_ASIDE
from gui.main_window import MainWindow
from gui.wearer import Wearer
from tests.gui.conftest import WAIT_MS, ended

MAN = BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000)


def reopened(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.close()
    again = open_window(window.studio)
    qtbot.addWidget(again)
    ended(qtbot, again)
    return again


def test_who_is_dressed_wears_the_same_after_a_restart(
    qtbot: QtBot, window: MainWindow, worn_tshirt: FittedGarment, two_sided_tshirt: GarmentImage
) -> None:
    window.fit.dress(Wearer.of(DEFAULT_BODY))
    window.show_dressed(dressed(worn_tshirt))
    again = reopened(qtbot, window)
    look = again.fit.look
    assert look is not None
    assert look.image.provenance() == two_sided_tshirt.provenance()
    np.testing.assert_array_equal(look.body.mesh.vertices_mm, worn_tshirt.body.mesh.vertices_mm)
    assert glb_of(look) == glb_of(worn_tshirt)
    again.close()


def test_it_is_on_the_disk_before_the_window_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    window.fit.dress(Wearer.of(MAN))
    qtbot.waitUntil((window.library.folder / FILE).exists, timeout=WAIT_MS)


def test_a_correction_by_hand_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    window.people.dress(Wearer.of(MAN))
    rows = window.scan.measurements.rows
    row = [one.name for one in window.fit.wearer.measured.measurements].index("waist_mm")
    assert rows.setData(rows.index(row, 1), rows.unit.shown(900.0, finer=1))
    again = reopened(qtbot, window)
    assert again.fit.wearer.measured.to_body_measurements() == replace(MAN, waist_mm=900.0)
    again.close()


def test_who_is_dressed_meanwhile_stays(qtbot: QtBot, window: MainWindow) -> None:
    window.fit.dress(Wearer.of(MAN))
    window.close()
    again = open_window(window.studio)
    qtbot.addWidget(again)
    somebody = Wearer.of(DEFAULT_BODY)
    again.fit.dress(somebody)
    ended(qtbot, again)
    assert again.fit.wearer is somebody
    again.close()


def test_a_damaged_file_is_put_aside_and_it_is_told(qtbot: QtBot, window: MainWindow) -> None:
    (window.library.folder / FILE).write_bytes(b"PK nothing")
    again = reopened(qtbot, window)
    box = again.findChild(QMessageBox)
    assert box is not None
    assert PUT_ASIDE in box.text()
    assert (window.library.folder / PUT_ASIDE).exists()
    assert again.fit.wearer == Wearer.of(DEFAULT_BODY)
    again.close()
