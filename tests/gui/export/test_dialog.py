from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.exporting.look import LookFile
from fashiongan.exporting.order import ExportOrder
from fashiongan.exporting.pictures import PictureFile
from fashiongan.exporting.sheet.files import SheetFile
from fashiongan.exporting.sheet.layout import Paper, SheetPlan
from fashiongan.garment.fit import FittedGarment
from fashiongan.project.gathering import Chosen
from fashiongan.project.project import KeptBody
from gui.export.dialog import ExportDialog
from gui.export.replacing import may_replace
from gui.export.wishes import PROJECT, WITH_BODY, Exportable, Wishes
from tests.library.pictures import plain_garment

LEFT = Qt.MouseButton.LeftButton
BODY = KeptBody.of(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980))
Show = Callable[..., ExportDialog]


@pytest.fixture
def show(qtbot: QtBot, tmp_path: Path) -> Show:
    """A dialog with so many chosen pictures, in which nothing is ticked."""

    def shown(count: int = 0, look: FittedGarment | None = None) -> ExportDialog:
        paths = [tmp_path / "library" / f"{number}.png" for number in range(count)]
        for path in paths:
            plain_garment().save(path)
        what = Exportable(tuple(map(Chosen, paths)), look, lambda: BODY)
        dialog = ExportDialog(what, Wishes(str(tmp_path / "out"), "summer", frozenset()))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return shown


def names(dialog: ExportDialog) -> list[str]:
    return [dialog.files.item(row).text() for row in range(dialog.files.count())]


def test_every_file_is_named_before_with_what_it_replaces(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    dialog = show(2)
    assert not dialog.export.isEnabled()
    qtbot.keyClick(dialog.pictures.boxes["picture.png"], Qt.Key.Key_Space)
    assert names(dialog) == ["summer-1.png", "summer-2.png"]
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "summer-2.png").write_bytes(b"mine")
    qtbot.keyClick(dialog.sheet.boxes["sheet.pdf"], Qt.Key.Key_Space)
    assert names(dialog) == ["summer-1.png", "summer-2.png — replaces the one that is there", "summer-sheet.pdf"]
    assert dialog.says.text() == "3 file(s), 1 replaced"


def test_a_project_that_another_program_changed_since_it_was_open_is_told(
    qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    dialog, path = show(1), tmp_path / "out" / "summer.fgan"
    path.parent.mkdir()
    path.write_bytes(b"as it was opened")
    dialog.known.look_at([path])
    path.write_bytes(b"as another program left it")
    qtbot.keyClick(dialog.project.boxes[PROJECT], Qt.Key.Key_Space)
    assert names(dialog) == [
        "summer.fgan — replaces the one that is there, which another program changed since it was open here"
    ]


def test_what_there_is_nothing_of_cannot_be_ticked_and_says_why(show: Show) -> None:
    dialog = show()
    for section, why in (
        (dialog.pictures, "Choose pictures in the gallery first."),
        (dialog.sheet, "Choose pictures in the gallery first."),
        (dialog.look, "Fit a picture's garment on the body first."),
    ):
        assert not any(box.isEnabled() for box in section.boxes.values())
        assert section.why.text() == why
        assert section.why.isVisible()
    assert dialog.project.boxes[PROJECT].isEnabled()


def test_the_order_is_what_is_chosen(qtbot: QtBot, show: Show, worn_tshirt: FittedGarment, tmp_path: Path) -> None:
    dialog = show(3, worn_tshirt)
    for box in (
        dialog.pictures.boxes["picture.jpg"],
        dialog.sheet.boxes["sheet.png"],
        dialog.look.boxes[LookFile.DXF],
        dialog.look.boxes[LookFile.TECH_PACK],
        dialog.project.boxes[PROJECT],
        dialog.project.boxes[WITH_BODY],
    ):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    dialog.sheet.paper.setCurrentText("A3")
    dialog.sheet.rows.setValue(1)
    dialog.sheet.columns.setValue(2)
    dialog.sheet.title_edit.setText("Summer 27")
    with qtbot.waitSignal(dialog.ordered) as ordered:
        qtbot.mouseClick(dialog.export, LEFT)
    order: ExportOrder = ordered.args[0]
    assert (order.pictures, order.sheet) == ((PictureFile.JPEG,), (SheetFile.PNG,))
    assert order.plan == SheetPlan(Paper.A3, 1, 2, captions=True, title="Summer 27")
    assert order.look_kinds == (LookFile.DXF, LookFile.TECH_PACK)
    assert (order.project, order.body) == (True, BODY)
    assert [path.name for path in order.paths()] == [
        *("summer-1.jpg", "summer-2.jpg", "summer-3.jpg", "summer-sheet-1.png", "summer-sheet-2.png"),
        *("summer-pattern.dxf", "summer-techpack.pdf", "summer.fgan"),
    ]
    assert not dialog.isVisible()


def test_without_the_tick_nobodys_body_is_in_a_project(show: Show) -> None:
    dialog = show(1)
    dialog.project.tick([PROJECT])
    assert dialog.wishes().order(Exportable((), None, lambda: BODY)).body is None


@pytest.mark.parametrize(("folder", "name"), [("", "a"), (None, ""), (None, "a/b")])
def test_a_bad_place_is_one_line_and_nothing_is_ordered(show: Show, folder: str | None, name: str) -> None:
    dialog = show(1)
    dialog.pictures.tick(["picture.png"])
    dialog.name.setText(name)
    if folder is not None:
        dialog.folder.setText(folder)
    assert not dialog.export.isEnabled()
    assert "\n" not in dialog.says.text()
    assert "hoose" in dialog.says.text() or "cannot be the name" in dialog.says.text()


def test_a_place_that_cannot_be_written_to_is_told_before(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    dialog = show(1)
    dialog.pictures.tick(["picture.png"])
    (tmp_path / "file").write_text("")
    dialog.folder.setText(str(tmp_path / "file"))
    with qtbot.assertNotEmitted(dialog.ordered):
        qtbot.mouseClick(dialog.export, LEFT)
    assert dialog.isVisible()
    assert "cannot be written" in dialog.says.text()


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_nothing_is_replaced_without_a_yes(
    qtbot: QtBot, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton
) -> None:
    asked: list[str] = []

    def question(parent: QWidget, title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)
    dialog = show(1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "summer.png").write_bytes(b"mine")
    dialog.pictures.tick(["picture.png"])
    orders: list[ExportOrder] = []
    dialog.ordered.connect(orders.append)
    qtbot.mouseClick(dialog.export, LEFT)
    assert "summer.png" in asked[0]
    assert (len(orders) == 1) is (answer is QMessageBox.StandardButton.Yes)


def test_of_many_files_some_are_named(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda parent, title, text: asked.append(text))
    parent = QWidget()
    qtbot.addWidget(parent)
    paths = [tmp_path / f"{number}.png" for number in range(30)]
    assert may_replace(parent, paths)
    assert asked == []
    for path in paths:
        path.write_bytes(b"")
    assert not may_replace(parent, paths)
    assert len(asked[0].splitlines()) < 15
    assert "and 20 more" in asked[0]


def test_wishes_come_back_next_time_and_bad_ones_are_forgotten(tmp_path: Path) -> None:
    wished = Wishes("/x", "summer", frozenset({"glb"}), SheetPlan(Paper.A3, 2, 5, captions=False, title="Today"))
    back = Wishes.from_text(wished.to_text(), tmp_path)
    assert (back.folder, back.ticked, back.plan) == ("/x", {"glb"}, SheetPlan(Paper.A3, 2, 5, captions=False))
    for text in ("", "[]", "{}", "null", wished.to_text().replace("A3", "A9"), wished.to_text().replace("5", "99")):
        assert Wishes.from_text(text, tmp_path) == Wishes(str(tmp_path))
