"""What was measured: a table to search, correct and compare, and beside it the body with the tape of each row."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fashiongan.body.definitions import BY_NAME
from fashiongan.body.measurements import Figure
from fashiongan.body.model import BodyModel
from fashiongan.errors import MeasurementError
from gui.languages.wording import in_words
from gui.scan.body_drawing import BodyDrawing, TapedShape, draw_body, somebody_ordinary
from gui.scan.body_view import BodyView
from gui.scan.measurement_files import ask_where_to_save, ask_which_to_open, read_asking
from gui.scan.measurement_model import NUMBERS, Column, MeasurementModel
from gui.scan.units import Unit
from gui.work.live import LiveWorker
from scanning.measurement_set import MeasurementSet

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from scanning.body_scan import BodyScan

ROW_PX, TITLE_PX, NUMBER_PX = 24, 166, 88
SIZES = [720, 420]


class MeasurementsView(QWidget):
    """`edited(MeasurementSet)` after each correction; `save_asked(Path)`; `refused(str)`, one line for the user.

    model : gives the body model, for measurements of somebody who was not scanned
    """

    edited = Signal(object)
    save_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, model: Callable[[], BodyModel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MeasurementModel(MeasurementSet(Figure.WOMAN, ()))
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.rows)
        self._found.setFilterKeyColumn(-1)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setSortRole(Qt.ItemDataRole.UserRole)
        self._artist = LiveWorker(lambda shape: draw_body(shape or somebody_ordinary(model())), self)
        self.table, self.body = QTableView(), BodyView()
        self.words, self.definition, self.problem = QLabel(), QLabel(), QLabel()
        self.search, self.unit = QLineEdit(), QComboBox()
        self.compare = QPushButton(self.tr("Compare with…"))
        self.compare.setToolTip(self.tr("Show another measurement file beside these; pressed again, no more"))
        self.compare.setCheckable(True)
        self.put_back = QPushButton(self.tr("Put back"))
        self.put_back.setToolTip(self.tr("Take the measured value again in place of the one that was typed"))
        self.save = QPushButton(self.tr("Save…"))
        self.save.setToolTip(self.tr("Write a measurement file; of a scan also every detail, a report and the body"))
        self._set_up()
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def measured(self) -> MeasurementSet:
        """The measurements with every correction."""
        return self.rows.measured

    def show_scan(self, scan: "BodyScan") -> None:
        """Show what a scan measured, on the body that it measured."""
        self._show(scan.measured, TapedShape(scan.body.vertices_mm, scan.body.faces, scan.lines_mm))

    def show_measured(self, measured: MeasurementSet) -> None:
        """Show measurements of somebody whose body is not known, on somebody ordinary."""
        self._show(measured, None)

    def compare_with(self, other: MeasurementSet | None, name: str = "") -> None:
        """Show others beside these; `name` : what they are called."""
        self.rows.compare(other, name)
        self.compare.setChecked(other is not None)
        self._show_state()

    def choose(self, name: str) -> None:
        """Choose the row of a measurement."""
        names = [one.name for one in self.measured.measurements]
        self.table.selectRow(self._found.mapFromSource(self.rows.index(names.index(name), 0)).row())

    def close_threads(self) -> None:
        """End what runs; call it before the window goes."""
        self._artist.stop()

    def _show(self, measured: MeasurementSet, shape: TapedShape | None) -> None:
        self.rows.show_measured(measured)
        self.table.resizeColumnToContents(Column.TITLE)
        self.compare_with(None)
        self._artist.forget()
        self.body.show_drawing(None)
        self._artist.ask(shape)
        self.table.selectRow(0)

    def _set_up(self) -> None:
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setToolTip(self.tr("Show only measurements in which this occurs"))
        self.search.setAccessibleName(self.tr("Search measurements"))
        self.unit.addItems([unit.value for unit in Unit])
        self.unit.setCurrentText(self.rows.unit)
        self.unit.setToolTip(self.tr("The unit in which lengths are shown and typed"))
        self.unit.setAccessibleName(self.tr("Unit"))
        self.problem.setForegroundRole(QPalette.ColorRole.Link)
        for label in (self.words, self.definition, self.problem):
            label.setWordWrap(True)
        table = self.table
        table.setModel(self._found)
        table.setAccessibleName(self.tr("Measurements"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        table.verticalHeader().hide()
        table.setColumnWidth(Column.TITLE, TITLE_PX)
        for column in NUMBERS:
            table.setColumnWidth(column, NUMBER_PX)
        table.horizontalHeader().setSectionResizeMode(Column.REMARK, QHeaderView.ResizeMode.Stretch)
        # Sorted as they were taken until a title is pressed.
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.search, stretch=1)
        for part in (self.unit, self.put_back, self.compare, self.save):
            bar.addWidget(part)
        left, right, parts = QWidget(), QWidget(), QSplitter()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addLayout(bar)
        column.addWidget(self.table, stretch=1)
        column.addWidget(self.problem)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.body, stretch=1)
        beside.addWidget(self.definition)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setStretchFactor(0, 1)
        parts.setSizes(SIZES)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.unit.currentTextChanged.connect(lambda text: self.rows.set_unit(Unit(text)))
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.rows.edited.connect(self._show_edited)
        self.rows.refused.connect(self._refuse)
        self.compare.clicked.connect(self._ask_compare)
        self.put_back.clicked.connect(lambda: self.rows.put_back(self._chosen()))
        self.save.clicked.connect(self._ask_save)
        self._artist.done.connect(self._show_body)
        self._artist.failed.connect(self.refused)

    def _show_body(self, drawing: BodyDrawing) -> None:
        self.body.show_drawing(drawing)

    def _chosen(self) -> str:
        """The name of the chosen measurement, or an empty one."""
        index = self._found.mapToSource(self.table.currentIndex())
        return self.measured.measurements[index.row()].name if index.isValid() else ""

    def _show_row(self, now: QModelIndex) -> None:
        self.problem.clear()
        name = self._chosen()
        self.body.show_tape(name)
        known = BY_NAME.get(name)
        title, text = (in_words("Measurement", known.title), in_words("Measurement", known.text)) if known else ("", "")
        self.definition.setText(f"<b>{title}</b><br>{text}" if known else "")
        self.put_back.setEnabled(bool(name) and self.rows.is_by_hand(name))

    def _show_edited(self, measured: MeasurementSet) -> None:
        self.problem.clear()
        self._show_state()
        self.edited.emit(measured)

    def _refuse(self, message: str) -> None:
        """Beside the table, where it was typed."""
        self.problem.setText(message)

    def _show_state(self) -> None:
        measured, name = self.measured, self._chosen()
        self.save.setEnabled(bool(measured.measurements))
        self.compare.setEnabled(bool(measured.measurements))
        self.put_back.setEnabled(bool(name) and self.rows.is_by_hand(name))
        for column in (Column.OTHER, Column.DIFFERENCE):
            self.table.setColumnHidden(column, not self.compare.isChecked())
        self.words.setText("; ".join(self._facts(measured)) + ".")

    def _facts(self, measured: MeasurementSet) -> list[str]:
        doubted = sum(not one.confident for one in measured.measurements)
        state = self.tr("%1 to be taken again").replace("%1", str(doubted)) if doubted else self.tr("none in doubt")
        facts = [self.tr("%n measurement(s)", "", len(measured.measurements)), state]
        if self.compare.isChecked():
            facts.append(self.tr("%1 differ by more than chance").replace("%1", str(self.rows.beyond())))
        return facts

    def _ask_compare(self, wanted: bool) -> None:
        path = ask_which_to_open(self) if wanted else None
        if path is None:
            self.compare_with(None)
        else:
            self.load_to_compare(path)

    def load_to_compare(self, path: Path) -> None:
        """Compare with a file; a bad one changes nothing."""
        try:
            other = read_asking(path, self)
        except MeasurementError as error:
            self.compare_with(None)
            self.refused.emit(str(error))
        else:
            self.compare_with(other, path.name)

    def _ask_save(self) -> None:
        path = ask_where_to_save(self)
        if path is not None:
            self.save_asked.emit(path)
