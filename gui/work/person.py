"""Everything slow about who is dressed: scanning, cameras, reading and writing measurements."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fashiongan.errors import FashionGanError
from fashiongan.garment.picture import skin_of
from fashiongan.studio import Studio
from gui import camera_work, scan_order
from gui.export.replacing import may_replace
from gui.fit.page import FitPage
from gui.panels.report_dialog import ReportDialog
from gui.scan.measurement_files import read_asking
from gui.scan.page import ScanPage
from gui.wearer import Wearer
from gui.work.queue import WorkQueue
from scanning.measurement_set import MeasurementSet

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from scanning.body_scan import BodyScan


class PersonWork(QObject):
    """Stands between the Scan page, which measures, and the Fit page, which dresses. `opened(Path)` of a file."""

    refused = Signal(str)
    said = Signal(str)
    opened = Signal(object)

    def __init__(self, studio: Studio, queue: WorkQueue, scan: ScanPage, fit: FitPage, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._queue, self._scan, self._fit, self._window = studio, queue, scan, fit, window
        scan.scan_asked.connect(self.measure)
        scan.camera_asked.connect(self.work_on_camera)
        scan.edited.connect(self._correct)
        scan.save_asked.connect(self._confirm_save)
        scan.refused.connect(self.refused)

    def measure(self, order: scan_order.ScanOrder) -> None:
        """Measure a person, who is dressed from then on."""
        self._queue.add(
            self.tr("measure"),
            lambda ticket: ticket.deliver(scan_order.carry_out(order, self._studio.measurer.model, ticket.progress)),
            self.dress_scan,
        )

    def work_on_camera(self, order: camera_work.CameraOrder) -> None:
        """Check or calibrate a camera, and show what was found."""
        self._queue.add(
            self.tr("camera"),
            lambda ticket: ticket.deliver(camera_work.carry_out(order, ticket.progress)),
            lambda report: ReportDialog(report, self._window).show(),
        )

    def dress_scan(self, scan: "BodyScan") -> None:
        """A scanned person is dressed from now on."""
        self.dress(Wearer(scan.measured, scan))

    def dress(self, wearer: Wearer) -> None:
        """Somebody else is dressed from now on."""
        if wearer.scan is None:
            self._fit.dress(wearer)
            self._scan.show_measurements(wearer.measured)
        else:
            self._fit.dress(wearer, [skin_of(wearer.scan.body)])
            self._scan.show_scan(wearer.scan)

    def load(self, path: Path) -> None:
        """Dress who is measured in a file; a bad file changes nothing."""
        self._try(lambda: self._load(path))

    def save(self, wearer: Wearer, path: Path) -> None:
        """Write the measurements, and of a scan everything else beside."""
        self._queue.add(self.tr("save %1").replace("%1", path.name), lambda ticket: wearer.save(path))

    def _load(self, path: Path) -> None:
        measured = read_asking(path, self._window)
        if measured is not None:
            measured.to_body_measurements()
            self.dress(Wearer(measured))
            self.opened.emit(path)
            self.said.emit(self._fit.wearer.line)

    def _correct(self, measured: MeasurementSet) -> None:
        """What was corrected by hand counts from now on; a scanned body stays as it was seen."""
        scan = self._fit.wearer.scan
        if scan is None:
            self._fit.dress(Wearer(measured))
        else:
            self._fit.wearer = Wearer(measured, replace(scan, measured=measured))

    def _confirm_save(self, path: Path) -> None:
        wearer = self._fit.wearer
        if may_replace(self._window, wearer.paths(path)):
            self.save(wearer, path)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))
