"""The table of measurements and the body beside it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from fashiongan.body.definitions import BY_NAME
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyModel
from fashiongan.body.tailoring import tape_body
from gui.scan.body_drawing import BodyDrawing, TapedShape, draw_body
from gui.scan.body_view import BodyView
from gui.scan.depth_picture import WRONG
from gui.scan.measurement_model import Column
from gui.scan.measurements_view import MeasurementsView
from gui.scan.units import Unit
from scanning.body_picture import View
from scanning.body_scan import BodyScan
from scanning.formats.files import write_measurement_file
from scanning.measurement_set import MeasurementSet, measurement_set

WAIT_MS = 30_000


@pytest.fixture(scope="module")
def scan(woman: FittedBody, measurer: BodyMeasurer) -> BodyScan:
    """What scanning would find of this body, with one doubt."""
    taped = tape_body(woman.mesh.vertices_mm, measurer)
    measured = measurement_set(
        Figure.WOMAN, taped.values_mm, dict.fromkeys(taped.values_mm, 3.0), {"neck_mm": "seen badly"}
    )
    return BodyScan(woman.mesh, woman.mesh.vertices_mm, np.zeros((0, 3)), measured, taped.lines_mm)


@pytest.fixture
def view(qtbot: QtBot, model: BodyModel, scan: BodyScan) -> Iterator[MeasurementsView]:
    made = MeasurementsView(lambda: model)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.show_scan(scan)
    yield made
    made.close_threads()


def texts(view: MeasurementsView, column: Column) -> list[str]:
    found = view.table.model()
    return [str(found.index(row, column).data()) for row in range(found.rowCount())]


def text_of(view: MeasurementsView, name: str, column: Column) -> str:
    return texts(view, column)[texts(view, Column.TITLE).index(BY_NAME[name].title)]


def type_value(qtbot: QtBot, view: MeasurementsView, name: str, text: str) -> None:
    """Double-click the value, type, Enter."""
    view.choose(name)
    index = view.table.currentIndex().siblingAtColumn(Column.VALUE)
    view.table.scrollTo(index)
    place: QPoint = view.table.visualRect(index).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = view.table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_all_measurements_are_there_with_uncertainty_clause_and_doubt(view: MeasurementsView, scan: BodyScan) -> None:
    assert len(texts(view, Column.TITLE)) == 63
    assert text_of(view, "waist_mm", Column.CLAUSE) == "5.3.10"
    assert text_of(view, "waist_mm", Column.UNCERTAINTY) == "0.30"
    assert text_of(view, "neck_mm", Column.REMARK) == "measure again: seen badly"
    assert "1 to be taken again" in view.words.text()


def test_lengths_are_shown_in_the_chosen_unit(view: MeasurementsView, scan: BodyScan) -> None:
    waist_mm = scan.measured.values_mm["waist_mm"]
    assert text_of(view, "waist_mm", Column.VALUE) == f"{waist_mm / 10:.1f}"
    view.unit.setCurrentText(Unit.INCH)
    assert text_of(view, "waist_mm", Column.VALUE) == f"{waist_mm / 25.4:.2f}"
    view.unit.setCurrentText(Unit.MM)
    assert text_of(view, "waist_mm", Column.VALUE) == f"{waist_mm:.0f}"


def test_the_search_finds_names_and_clauses(qtbot: QtBot, view: MeasurementsView) -> None:
    qtbot.keyClicks(view.search, "waist girth")
    assert texts(view, Column.TITLE) == ["Waist girth"]
    view.search.clear()
    qtbot.keyClicks(view.search, "5.3.10")
    assert texts(view, Column.TITLE) == ["Waist girth"]


def test_choosing_a_row_explains_it_and_draws_its_tape(qtbot: QtBot, view: MeasurementsView) -> None:
    view.choose("waist_mm")
    assert "midway between the lowest rib" in view.definition.text()
    qtbot.waitUntil(lambda: view.body.has_tape, timeout=WAIT_MS)


def test_the_tape_is_drawn_at_its_height_on_the_body(qtbot: QtBot, scan: BodyScan) -> None:
    body = BodyView()
    qtbot.addWidget(body)
    body.resize(1000, 600)
    body.show_drawing(draw_body(TapedShape(scan.body.vertices_mm, scan.body.faces, scan.lines_mm)))
    body.show_tape("waist_mm")
    image = body.grab().toImage()
    columns = range(0, image.width(), 2)
    rows = [y for y in range(image.height()) if any(_is(image.pixelColor(x, y), WRONG) for x in columns)]
    # Feet to head fill the picture but for the margins and the titles.
    top, bottom = 12, body.height() - 12 - body.fontMetrics().height()
    level = float(scan.lines_mm["waist_mm"][:, 1].mean()) / scan.measured.values_mm["height_mm"]
    assert np.mean(rows) == pytest.approx(bottom - level * (bottom - top), abs=4)


def _is(color: QColor, other: QColor) -> bool:
    return abs(color.red() - other.red()) + abs(color.green() - other.green()) + abs(color.blue() - other.blue()) < 30


def test_what_lies_on_the_back_is_drawn_from_the_back(scan: BodyScan) -> None:
    drawing = BodyDrawing(TapedShape(scan.body.vertices_mm, scan.body.faces, scan.lines_mm), {})
    assert drawing.views_of("across_back_mm") == (View.BACK, View.SIDE)
    assert drawing.views_of("across_front_mm") == (View.FRONT, View.SIDE)
    assert drawing.views_of("waist_mm") == (View.FRONT, View.SIDE)


def test_a_value_is_typed_marked_and_put_back(qtbot: QtBot, view: MeasurementsView, scan: BodyScan) -> None:
    was = scan.measured.values_mm["waist_mm"]
    with qtbot.waitSignal(view.edited) as edited:
        type_value(qtbot, view, "waist_mm", "75,2")
    assert edited.args[0].values_mm["waist_mm"] == pytest.approx(752.0)
    assert text_of(view, "waist_mm", Column.REMARK) == f"by hand; measured {was / 10:.1f}"
    qtbot.mouseClick(view.put_back, Qt.MouseButton.LeftButton)
    assert view.measured == scan.measured
    assert not view.put_back.isEnabled()


@pytest.mark.parametrize(("typed", "said"), [("wide", "is no number"), ("752", "look at the unit")])
def test_a_wrong_value_is_refused_in_one_line_beside_the_table(
    qtbot: QtBot, view: MeasurementsView, scan: BodyScan, typed: str, said: str
) -> None:
    type_value(qtbot, view, "waist_mm", typed)
    assert said in view.problem.text()
    assert "\n" not in view.problem.text()
    assert view.measured == scan.measured


def test_an_editor_that_is_left_as_it_was_changes_nothing(qtbot: QtBot, view: MeasurementsView, scan: BodyScan) -> None:
    shown = view.rows.unit.shown(scan.measured.values_mm["hip_mm"], finer=1)
    type_value(qtbot, view, "hip_mm", shown)
    assert view.measured == scan.measured


def test_another_file_is_compared_and_what_is_more_than_chance_is_marked(
    qtbot: QtBot, view: MeasurementsView, scan: BodyScan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = _moved(_moved(scan.measured, "waist_mm", 20.0), "hip_mm", 2.0)
    write_measurement_file(other, tmp_path / "later.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "later.json"), ""))
    assert view.table.isColumnHidden(Column.DIFFERENCE)
    qtbot.mouseClick(view.compare, Qt.MouseButton.LeftButton)
    assert text_of(view, "waist_mm", Column.DIFFERENCE) == "● +2.0"
    assert text_of(view, "hip_mm", Column.DIFFERENCE) == "+0.2"
    assert "1 differ by more than chance" in view.words.text()
    qtbot.mouseClick(view.compare, Qt.MouseButton.LeftButton)
    assert view.table.isColumnHidden(Column.DIFFERENCE)


def _moved(measured: MeasurementSet, name: str, by_mm: float) -> MeasurementSet:
    rows = (replace(one, value_mm=one.value_mm + by_mm) if one.name == name else one for one in measured.measurements)
    return replace(measured, measurements=tuple(rows))


def test_a_file_that_is_none_is_told_and_nothing_is_compared(
    qtbot: QtBot, view: MeasurementsView, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    with qtbot.waitSignal(view.refused):
        view.load_to_compare(tmp_path / "notes.txt")
    assert not view.compare.isChecked()


def test_measurements_without_a_scan_are_drawn_on_somebody_ordinary(
    qtbot: QtBot, view: MeasurementsView, scan: BodyScan
) -> None:
    view.show_measured(measurement_set(Figure.MAN, {"height_mm": 1800.0, "hip_mm": 1000.0}))
    assert texts(view, Column.TITLE) == ["Stature", "Hip girth"]
    qtbot.waitUntil(lambda: view.body.has_tape, timeout=WAIT_MS)


def test_saving_asks_for_the_file_that_was_chosen(
    qtbot: QtBot, view: MeasurementsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("/tmp/me", "A table (*.csv)"))
    with qtbot.waitSignal(view.save_asked) as asked:
        qtbot.mouseClick(view.save, Qt.MouseButton.LeftButton)
    assert asked.args == [Path("/tmp/me.csv")]
