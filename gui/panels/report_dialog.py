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
from gui.languages.wording import in_words, translate
from scanning.calibration.report import Report, Row, write_report

COLUMNS = 4
FAILED = QColor("#fbead9")
ROW_PX = 24


class ReportDialog(QDialog):
    """A row a figure; what failed stands out with what to do."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Camera"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = report
        self.words = QLabel(self._summary())
        self.words.setWordWrap(True)
        self.table = _table(report)
        self.save = QPushButton(self.tr("Save picture…"))
        self.save.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.table, stretch=1)
        column.addLayout(row)
        self.resize(820, 420)

    def _summary(self) -> str:
        rows = self.report.rows
        failed = sum(row.passed is False for row in rows)
        said = self.tr("%1: good.") if not failed else self.tr("%1: %n not good enough.", "", failed)
        if all(row.passed is None for row in rows):
            said = self.tr("%1: done.")
        return said.replace("%1", in_words("Camera", self.report.title))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save picture"), "camera.png", self.tr("Picture (*.png)"))
        if name:
            self._write(Path(name if name.lower().endswith(".png") else f"{name}.png"))

    def _write(self, path: Path) -> None:
        try:
            write_report(self.report, path)
            saved = self.tr("Saved as %1.").replace("%1", path.name)
            self.words.setText(f"{self._summary()} {saved}")
        except OutputError as error:
            self.words.setText(in_words("Error", str(error)))


def _table(report: Report) -> QTableWidget:
    table = QTableWidget(len(report.rows), COLUMNS)
    found, limit = translate("ReportDialog", "found"), translate("ReportDialog", "limit")
    table.setHorizontalHeaderLabels(["", found, limit, ""])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setShowGrid(False)
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    table.verticalHeader().hide()
    for index, row in enumerate(report.rows):
        for column, text in enumerate(_cells(row)):
            item = QTableWidgetItem(text)
            if row.passed is False:
                item.setBackground(FAILED)
            table.setItem(index, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(COLUMNS - 1, QHeaderView.ResizeMode.Stretch)
    return table


def _cells(row: Row) -> tuple[str, ...]:
    return (*(in_words("Camera", text) for text in (row.name, row.value, row.limit)), _verdict(row))


def _verdict(row: Row) -> str:
    if row.passed is None:
        return ""
    if row.passed:
        return translate("ReportDialog", "good")
    return translate("ReportDialog", "not good enough: %1").replace("%1", in_words("Camera", row.advice))
