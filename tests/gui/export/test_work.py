from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from fashiongan.exporting.look import LookFile
from fashiongan.files import TEMPORARY_PREFIX
from fashiongan.garment.fit import FittedGarment
from fashiongan.library.entry import Field
from fashiongan.project.files import read_project
from fashiongan.project.project import Noted
from gui.app import open_window
from gui.export.dialog import ExportDialog
from gui.export.wishes import PROJECT, WITH_BODY, WITH_NOTES
from gui.fit_order import dressed
from gui.main_window import MainWindow
from tests.gui.conftest import ended, keep
from tests.library.pictures import plain_garment


def ask(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    window.files.export.trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    return dialog


def test_pictures_and_the_look_are_exported_in_the_queue_and_the_folder_is_offered(
    qtbot: QtBot,
    window: MainWindow,
    worn_tshirt: FittedGarment,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep(window, plain_garment(Category.DRESS))
    [number] = window.library.numbers()
    window.show_dressed(dressed(worn_tshirt))
    dialog = ask(qtbot, window)
    assert dialog.pictures.title() == "Pictures: 1 chosen"
    assert dialog.look.title() == "The fitted garment: T-shirt"
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.name.setText("gala")
    dialog.look.tick([LookFile.GLB, LookFile.SVG])
    dialog.accept()
    ended(qtbot, window)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"gala.png", "gala.glb", "gala-pattern.svg"}
    assert (tmp_path / "out" / "gala.png").read_bytes() == window.library.path(number).read_bytes()
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "3 file(s)" in box.text()
    next(button for button in box.buttons() if button.text() == "Show in folder").click()
    assert [url.toLocalFile() for url in shown] == [str(tmp_path / "out")]
    again = ask(qtbot, window)
    assert again.folder.text() == str(tmp_path / "out")
    assert again.look.ticked() == {LookFile.GLB, LookFile.SVG}


def test_a_project_says_what_is_noted_who_is_dressed_and_is_recent(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    keep(window, plain_garment(Category.DRESS))
    [number] = window.library.numbers()
    window.library.change([number], Field.NOTE, "for Ana", "note")
    dialog = ask(qtbot, window)
    dialog.folder.setText(str(tmp_path))
    dialog.name.setText("gala")
    dialog.pictures.tick([])
    dialog.project.tick([PROJECT, WITH_BODY, WITH_NOTES])
    dialog.accept()
    ended(qtbot, window)
    project = read_project(tmp_path / "gala.fgan")
    assert [one.noted.note for one in project.pictures] == ["for Ana"]
    assert project.body is not None
    assert project.body.values_mm["height_mm"] == 1680
    assert window.habits.recent() == [tmp_path / "gala.fgan"]


def test_what_a_killed_export_left_is_gone_after_the_next_start(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    keep(window, plain_garment())
    dialog = ask(qtbot, window)
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.pictures.tick(["picture.png"])
    dialog.accept()
    ended(qtbot, window)
    (tmp_path / "out" / f"{TEMPORARY_PREFIX}abc.png").write_bytes(b"half")
    window.close()
    again = open_window(window.studio)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: [path.name for path in (tmp_path / "out").iterdir()] == ["fashiongan.png"])
    again.close()


def test_a_project_says_nothing_of_what_was_written_unless_that_is_ticked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    keep(window, plain_garment(Category.DRESS))
    numbers = window.library.numbers()
    for field, value in ((Field.NOTE, "for Ana"), (Field.BOARD, "Ana"), (Field.TAGS, ("Ana",)), (Field.STARRED, True)):
        window.library.change(numbers, field, value, "write")
    dialog = ask(qtbot, window)
    dialog.folder.setText(str(tmp_path))
    dialog.project.tick([PROJECT])
    dialog.accept()
    ended(qtbot, window)
    [picture] = read_project(tmp_path / "fashiongan.fgan").pictures
    assert picture.noted == Noted(starred=True)


def test_an_export_that_fails_is_one_line(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    keep(window, plain_garment())
    dialog = ask(qtbot, window)
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.pictures.tick(["picture.png"])
    [number] = window.library.numbers()
    window.library.path(number).unlink()
    dialog.accept()
    ended(qtbot, window)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "leave this picture out" in box.text()


def test_export_stands_in_the_gallerys_menu_and_on_the_fit_page(window: MainWindow) -> None:
    assert window.files.export in window.design.more_actions
    assert window.files.export in window.fit.view_bar.actions()
