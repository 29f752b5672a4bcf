"""What a check or calibration of a camera found."""

from pathlib import Path

from PySide6.QtCore import Qt
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

from fashiongan.errors import OutputError
from scanning.calibration.report import Report, Row, write_report

COLUMNS = ("", "found", "limit", "")
FAILED = QColor("#fbead9")
ROW_PX = 24


class ReportDialog(QDialog):
    """A row a figure; what failed stands out with what to do."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Camera")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = report
        self.words = QLabel(_summary(report))
        self.words.setWordWrap(True)
        self.table = _table(report)
        self.save = QPushButton("Save picture…")
        self.save.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.table, stretch=1)
        column.addLayout(row)
        self.resize(820, 420)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save picture", "camera.png", "Picture (*.png)")
        if name:
            self._write(Path(name if name.lower().endswith(".png") else f"{name}.png"))

    def _write(self, path: Path) -> None:
        try:
            write_report(self.report, path)
            self.words.setText(f"{_summary(self.report)} Saved as {path.name}.")
        except OutputError as error:
            self.words.setText(str(error))


def _summary(report: Report) -> str:
    failed = sum(row.passed is False for row in report.rows)
    if all(row.passed is None for row in report.rows):
        return f"{report.title}: done."
    return f"{report.title}: {f'{failed} not good enough' if failed else 'good'}."


def _table(report: Report) -> QTableWidget:
    table = QTableWidget(len(report.rows), len(COLUMNS))
    table.setHorizontalHeaderLabels(COLUMNS)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setShowGrid(False)
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    table.verticalHeader().hide()
    for index, row in enumerate(report.rows):
        for column, text in enumerate((row.name, row.value, row.limit, _verdict(row))):
            item = QTableWidgetItem(text)
            if row.passed is False:
                item.setBackground(FAILED)
            table.setItem(index, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
    return table


def _verdict(row: Row) -> str:
    if row.passed is None:
        return ""
    return "good" if row.passed else f"not good enough: {row.advice}"
