from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from fashiongan.garment.fit import FittedGarment
from fashiongan.image import read_garment_image
from gui.export.drag import Dragged, PictureHandle, PictureOut
from gui.fit_order import dressed
from gui.gallery.inspector import Preview
from gui.main_window import MainWindow
from tests.gui.conftest import WAIT_MS, choose, keep
from tests.library.pictures import plain_garment

LEFT = Qt.MouseButton.LeftButton
DRESS = plain_garment(Category.DRESS, "teal")


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What is dragged out; the desktop that would take it is not there."""
    found: list[QMimeData] = []

    def drag(self: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        assert actions == Qt.DropAction.CopyAction
        mime = QMimeData()
        mime.setUrls(self.mimeData().urls())
        mime.setImageData(self.mimeData().imageData())
        found.append(mime)
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", drag)
    return found


def file_of(mime: QMimeData) -> Path:
    [url] = mime.urls()
    return Path(url.toLocalFile())


def drag_out(qtbot: QtBot, widget: Preview | PictureHandle) -> None:
    qtbot.mousePress(widget, LEFT, pos=QPoint(5, 5))
    qtbot.mouseMove(widget, QPoint(5 + 2 * QApplication.startDragDistance(), 8))
    qtbot.mouseRelease(widget, LEFT, pos=QPoint(40, 8))


def test_the_large_picture_is_dragged_out_as_a_file_of_ours_and_as_pixels(qtbot: QtBot, drags: list[QMimeData]) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_image(DRESS)
    out = PictureOut(preview, lambda: Dragged.of(preview.image))
    preview.show()
    drag_out(qtbot, preview)
    [mime] = drags
    assert file_of(mime).name == "dress.png"
    assert read_garment_image(file_of(mime)).provenance() == DRESS.provenance()
    assert mime.imageData().size().toTuple() == (24, 24)
    assert out.copy()


def test_a_click_drags_nothing_and_neither_does_an_empty_place(qtbot: QtBot, drags: list[QMimeData]) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_image(DRESS)
    out = PictureOut(preview, lambda: Dragged.of(preview.image))
    preview.show()
    qtbot.mouseClick(preview, LEFT)
    preview.show_image(None)
    drag_out(qtbot, preview)
    assert drags == []
    assert not out.copy()


def test_the_fitted_garment_is_copied_by_a_button_and_dragged_from_it(
    qtbot: QtBot, window: MainWindow, worn_tshirt: FittedGarment, drags: list[QMimeData]
) -> None:
    window.show_page(window.fit)
    window.show_dressed(dressed(worn_tshirt))
    qtbot.waitUntil(lambda: window.fit.viewport.has_frame, timeout=WAIT_MS)
    handle = window.files.fit_picture
    drag_out(qtbot, handle)
    [mime] = drags
    assert file_of(mime).name == "tshirt.png"
    assert mime.imageData().width() == window.fit.viewport.width() - 2
    QApplication.clipboard().clear()
    qtbot.keyClick(handle, Qt.Key.Key_Space)
    assert QApplication.clipboard().image().width() == mime.imageData().width()


def test_chosen_pictures_are_copied_by_key(qtbot: QtBot, window: MainWindow) -> None:
    keep(window, DRESS)
    keep(window, plain_garment())
    choose(window, 0)
    window.activateWindow()
    window.design.gallery.setFocus()
    qtbot.keyClick(window.design.gallery, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QApplication.clipboard().mimeData()
    assert read_garment_image(file_of(mime)).provenance() == DRESS.provenance()
    assert mime.hasImage()
    choose(window, 0, 1)
    window.files.copy.trigger()
    assert len(QApplication.clipboard().mimeData().urls()) == 2
