"""Asking for a scan: recordings or a live camera, whose figure, which calibration."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fashiongan.body.measurements import Figure
from gui.panels.live_camera import LiveCameraPanel
from gui.panels.recordings import RecordingsPanel
from gui.scan_order import ScanOrder

CALIBRATION_FILES = "Calibration (*.json);;All files (*)"
NO_CALIBRATION = "none"
HOW_TO_CHOOSE = (
    "One recording of a person who stands, turns on, stands again, and so on all around; "
    "or one of each of several cameras, with their calibration."
)


class ScanDialog(QDialog):
    """Sends `ordered` with a `ScanOrder` when everything that it needs is given."""

    ordered = Signal(object)

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Scan a person")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.recordings = RecordingsPanel(HOW_TO_CHOOSE)
        self.live = LiveCameraPanel()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.recordings, "From recordings")
        self.tabs.addTab(self.live, "From a camera")
        self.figure = QComboBox()
        self.figure.addItems(list(Figure))
        self.figure.setCurrentText(figure)
        self.figure.setToolTip("Written into the files; it changes no measured value")
        self.calibration: Path | None = None
        self.choose_calibration = QPushButton(NO_CALIBRATION)
        self.choose_calibration.setToolTip("What fashiongan-scan calibrate wrote; several cameras need it")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.measure = self.buttons.addButton("Measure", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._show_ready()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("Figure", self.figure)
        form.addRow("Calibration", self.choose_calibration)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, stretch=1)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.resize(560, 480)

    def _connect(self) -> None:
        self.recordings.changed.connect(self._show_ready)
        self.live.changed.connect(self._show_ready)
        self.tabs.currentChanged.connect(self._show_tab)
        self.choose_calibration.clicked.connect(self._choose_calibration)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def order(self) -> ScanOrder | None:
        """What is asked for; None while something is missing."""
        figure = Figure(self.figure.currentText())
        if self.tabs.currentWidget() is self.live:
            live = self.live.recording()
            return None if live is None else ScanOrder((), figure, self.calibration, live)
        paths = self.recordings.paths
        return ScanOrder(tuple(paths), figure, self.calibration) if paths else None

    def accept(self) -> None:
        """Send the order and close."""
        order = self.order()
        if order is not None:
            self.ordered.emit(order)
            super().accept()

    def set_calibration(self, path: Path | None) -> None:
        """Use a calibration file, or none."""
        self.calibration = path
        self.choose_calibration.setText(path.name if path else NO_CALIBRATION)

    def _show_tab(self) -> None:
        if self.tabs.currentWidget() is self.live:
            self.live.choice.look_for_cameras()
        self._show_ready()

    def _show_ready(self) -> None:
        self.measure.setEnabled(self.order() is not None)
        self.measure.setText("Record and measure" if self.tabs.currentWidget() is self.live else "Measure")

    def _choose_calibration(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Calibration", "", CALIBRATION_FILES)
        self.set_calibration(Path(name) if name else None)
