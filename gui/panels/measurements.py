"""The measurements of whoever is dressed, as a table to read and save."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fashiongan.body.definitions import BY_NAME
from gui.wearer import Wearer
from scanning.formats.files import ENDINGS
from scanning.measurement_set import BodyMeasurement

COLUMNS = ("Measurement", "ISO 8559-1", "cm", "±", "limit", "")
DOUBT = QColor("#fbead9")
ROW_PX = 22
FILTERS = ";;".join(f"{words[0].upper()}{words[1:]} (*{ending})" for ending, words in ENDINGS.items())
SAVE_ALL_TIP = "Measurements, and beside them every detail, a PDF report, the body as GLB and the points as PLY"
SAVE_TIP = "The kind of file goes by its ending"
LEGEND = "± is half the 95 % interval, beside it the limit of ISO 20685-1. Rest the mouse on a row for its definition."


class MeasurementsDialog(QDialog):
    """One row a measurement, in centimetres; what is to be taken again stands out with its reason."""

    save_asked = Signal(object)

    def __init__(self, wearer: Wearer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Measurements")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = _table(wearer.measured.measurements)
        self.save = QPushButton("Save measurements…")
        self.save.setToolTip(SAVE_ALL_TIP if wearer.scan else SAVE_TIP)
        self.save.clicked.connect(self._choose_file)
        self.words = QLabel(_words(wearer))
        self.words.setWordWrap(True)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.table, stretch=1)
        column.addLayout(row)
        self.resize(900, 640)

    def _choose_file(self) -> None:
        name, chosen = QFileDialog.getSaveFileName(
            self, "Save measurements", "measurements.yaml", FILTERS, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            self.save_asked.emit(with_ending(name, chosen))


def with_ending(name: str, chosen_filter: str) -> Path:
    """The file that is meant: a name without a known ending gets that of the chosen kind."""
    if name.lower().endswith((*ENDINGS, ".yml")):
        return Path(name)
    return Path(name + next((one for one in ENDINGS if chosen_filter.endswith(f"(*{one})")), ".yaml"))


def _words(wearer: Wearer) -> str:
    doubted = sum(not one.confident for one in wearer.measured.measurements)
    state = f"{doubted} to be taken again" if doubted else "none in doubt"
    facts = [wearer.line, f"{len(wearer.measured.measurements)} measurements, {state}", *wearer.measured.notes]
    return f"{'; '.join(facts)}.\n{LEGEND}"


def _table(measurements: tuple[BodyMeasurement, ...]) -> QTableWidget:
    table = QTableWidget(len(measurements), len(COLUMNS))
    table.setHorizontalHeaderLabels(COLUMNS)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    table.verticalHeader().hide()
    for row, one in enumerate(measurements):
        for column, text in enumerate(_cells(one)):
            table.setItem(row, column, _item(one, text, to_the_right=2 <= column <= 4))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
    return table


def _cells(one: BodyMeasurement) -> tuple[str, ...]:
    known = BY_NAME[one.name]
    unsure = "" if one.uncertainty_mm is None else f"{one.uncertainty_mm / 10:.1f}"
    remark = "" if one.confident else f"measure again: {one.reason}"
    return known.title, one.clause, f"{one.value_mm / 10:.1f}", unsure, f"{known.kind.limit_mm / 10:.1f}", remark


def _item(one: BodyMeasurement, text: str, to_the_right: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(f"{one.definition}\n{one.reason}".strip())
    if to_the_right:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if not one.confident:
        item.setBackground(DOUBT)
    return item
