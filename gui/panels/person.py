"""Below the 3D view: who is dressed, and how to dress somebody else."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from fashiongan.body.measurements import Figure
from fashiongan.errors import MeasurementError
from gui.panels.camera_dialog import CameraDialog
from gui.panels.measurements import MeasurementsDialog
from gui.panels.report_dialog import ReportDialog
from gui.panels.scan_dialog import ScanDialog
from gui.wearer import Wearer
from scanning.calibration.report import Report
from scanning.formats.files import read_measurement_file
from scanning.measurement_set import MeasurementSet

MEASUREMENT_FILES = "Measurements (*.yaml *.yml *.json *.csv *.smis *.vit);;All files (*)"


class PersonPanel(QWidget):
    """Holds the wearer. Files are read here; scanning and saving are slow, so they are asked of the window."""

    changed = Signal()
    scan_asked = Signal(object)
    camera_asked = Signal(object)
    save_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, wearer: Wearer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wearer = wearer
        self.label = QLabel()
        self.open, self.scan, self.camera, self.measurements = (
            QPushButton(text) for text in ("Body…", "Scan…", "Camera…", "Measurements…")
        )
        self.camera_dialog: CameraDialog | None = None
        self.open.setToolTip("Open measurements: a body file, JSON, CSV, Seamly2D, FreeSewing or GarmentCode")
        self.scan.setToolTip("Measure a person from recordings or with a depth camera")
        self.camera.setToolTip("Check and calibrate a depth camera, and print its board")
        self.measurements.setToolTip("Every measurement of this person, to read and save")
        self.open.clicked.connect(self._choose_file)
        self.scan.clicked.connect(self.ask_for_scan)
        self.camera.clicked.connect(self.ask_for_camera_work)
        self.measurements.clicked.connect(self.show_measurements)
        buttons = QHBoxLayout()
        for button in (self.open, self.scan, self.camera, self.measurements):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addLayout(buttons)
        self.dress(wearer)

    def dress(self, wearer: Wearer) -> None:
        """Somebody else is dressed from now on."""
        self.wearer = wearer
        self.label.setText(wearer.line)
        self.changed.emit()

    def load(self, path: Path) -> None:
        """Take the measurements of a file; a bad file changes nothing."""
        try:
            measured = self._read(path)
            if measured is not None:
                measured.to_body_measurements()
                self.dress(Wearer(measured))
        except MeasurementError as error:
            self.refused.emit(str(error))

    def ask_for_scan(self) -> ScanDialog:
        """Open the dialog that asks for a scan."""
        dialog = ScanDialog(self.wearer.measured.figure, self)
        dialog.ordered.connect(self.scan_asked)
        dialog.open()
        return dialog

    def ask_for_camera_work(self) -> CameraDialog:
        """Open the dialog about cameras, which still holds what it was given before."""
        if self.camera_dialog is None:
            self.camera_dialog = CameraDialog(self)
            self.camera_dialog.ordered.connect(self.camera_asked)
        self.camera_dialog.open()
        return self.camera_dialog

    def show_report(self, report: Report) -> None:
        """Show beside the window what was found of a camera."""
        ReportDialog(report, self).show()

    def allow_work(self, allowed: bool) -> None:
        """Scanning and work on cameras are slow; one thing is done at a time."""
        self.scan.setEnabled(allowed)
        self.camera.setEnabled(allowed)

    def show_measurements(self) -> MeasurementsDialog:
        """Open the table beside the window."""
        dialog = MeasurementsDialog(self.wearer, self)
        dialog.save_asked.connect(self.save_asked)
        dialog.show()
        return dialog

    def _read(self, path: Path) -> MeasurementSet | None:
        """The measurements; None if the user does not say whose they are."""
        try:
            return read_measurement_file(path)
        except MeasurementError:
            # Other programs' files may lack nothing but whose they are; what else is wrong is raised here again.
            read_measurement_file(path, Figure.WOMAN)
        figure, said = QInputDialog.getItem(self, "Figure", f"{path.name} is of a", list(Figure), editable=False)
        return read_measurement_file(path, Figure(figure)) if said else None

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Measurements", "", MEASUREMENT_FILES)
        if name:
            self.load(Path(name))
