"""The fields of the camera dialog: the board, and files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from gui.languages.wording import translate
from gui.widgets.length_box import LengthBox
from scanning.calibration.board import BoardSpec


class BoardFields(QWidget):
    """How many squares, and how large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        usual = BoardSpec()
        self.columns, self.rows = (
            _count(usual.columns, self.tr("Squares across")),
            _count(usual.rows, self.tr("Squares down")),
        )
        self.square = _length(usual.square_mm, self.tr("Side of a square"))
        self.marker = _length(usual.marker_mm, self.tr("Side of a marker"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        of, markers = QLabel(self.tr("of")), QLabel(self.tr("markers"))
        for part in (self.columns, QLabel("×"), self.rows, of, self.square, markers, self.marker):
            row.addWidget(part)
        row.addStretch()

    def spec(self) -> BoardSpec:
        """The board.

        Raises
        ------
        CalibrationError : there can be no such board
        """
        return BoardSpec(self.columns.value(), self.rows.value(), self.square.value(), self.marker.value())


class FileField(QPushButton):
    """Shows the chosen file and asks for another; `ask` opens a file dialog and gives a name, empty if cancelled."""

    changed = Signal()

    def __init__(self, ask: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Choose…"))
        self._ask = ask
        self.path: Path | None = None
        self.setAutoDefault(False)
        self.clicked.connect(self._choose)

    def set_path(self, path: Path | None) -> None:
        """Use this file."""
        self.path = path
        self.setText(path.name if path else self.tr("Choose…"))
        self.setToolTip(str(path) if path else "")
        self.changed.emit()

    def _choose(self) -> None:
        name = self._ask()
        if name:
            self.set_path(Path(name))


def calibration_field(parent: QWidget) -> FileField:
    """What is found is added to this file, so it may exist."""

    def ask() -> str:
        return QFileDialog.getSaveFileName(
            parent,
            translate("FileField", "Calibration file, to go on with or to begin"),
            "calibration.json",
            translate("FileField", "Calibration (*.json)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )[0]

    return FileField(ask, parent)


def out_field(parent: QWidget, suggested: str, kinds: str) -> FileField:
    """A file to write."""
    return FileField(
        lambda: QFileDialog.getSaveFileName(parent, translate("FileField", "Write"), suggested, kinds)[0], parent
    )


def _count(value: int, name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(3, 20)
    box.setValue(value)
    box.setAccessibleName(name)
    box.setToolTip(name)
    return box


def _length(value_mm: float, name: str) -> LengthBox:
    box = LengthBox()
    box.setRange(2, 200)
    box.setDecimals(1)
    box.setSuffix(" mm")
    box.setValue(value_mm)
    box.setAccessibleName(name)
    box.setToolTip(name)
    return box
