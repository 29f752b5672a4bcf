"""The Scan page: choose a source, stand well, record, measure; then what was measured."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from fashiongan.body.measurements import Figure
from fashiongan.body.model import BodyModel
from fashiongan.errors import FashionGanError
from fashiongan.vault import Vault
from gui.panels.camera_dialog import CameraDialog
from gui.scan.consent import ConsentDialog
from gui.scan.feeds import Feed
from gui.scan.kept import new_recording, what_is_there
from gui.scan.live import LiveView, Look
from gui.scan.measurements_view import MeasurementsView
from gui.scan.preview import ScanPreview
from gui.scan.source_panel import SourcePanel
from gui.scan.steps_panel import StepsPanel
from gui.scan_order import ScanOrder
from scanning.consent import Consent

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from scanning.body_scan import BodyScan
    from scanning.measurement_set import MeasurementSet
    from scanning.turning import Turning

LEFT_PX, RIGHT_PX = 290, 230


class ScanPage(QWidget):
    """`scan_asked(ScanOrder)` measure this; `camera_asked(CameraOrder)` check or calibrate; `edited(MeasurementSet)`;
    `save_asked(Path)`; `refused(str)`, one line for the user.

    model : gives the body model; vault : keeps the recordings
    """

    scan_asked = Signal(object)
    camera_asked = Signal(object)
    edited = Signal(object)
    save_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, model: Callable[[], BodyModel], vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._feed: Feed | None = None
        self._consent: Consent | None = None
        self._turning: Turning | None = None
        # Where it is recorded to, and what of it is complete.
        self._target: Path | None = None
        self._recorded: Path | None = None
        self._cameras: CameraDialog | None = None
        self.live = LiveView(self)
        self.source, self.preview, self.steps = SourcePanel(model, vault), ScanPreview(), StepsPanel()
        self.measurements = MeasurementsView(model)
        self.to_scan = _tab(self.tr("Scan"), self.tr("Camera, recording, measuring"))
        self.to_measurements = _tab(self.tr("Measurements"), self.tr("What was measured: read, correct, compare, save"))
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._leave()

    def _lay_out(self) -> None:
        standing = QGroupBox(self.tr("2   Stand"))
        QVBoxLayout(standing).addWidget(self.preview)
        self.source.setFixedWidth(LEFT_PX)
        self.steps.setFixedWidth(RIGHT_PX)
        scanning = QWidget()
        row = QHBoxLayout(scanning)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.source)
        row.addWidget(standing, stretch=1)
        row.addWidget(self.steps)
        self.stack.addWidget(scanning)
        self.stack.addWidget(self.measurements)
        tabs = QHBoxLayout()
        self._tabs = QButtonGroup(self)
        for button in (self.to_scan, self.to_measurements):
            self._tabs.addButton(button)
            tabs.addWidget(button)
        tabs.addStretch()
        self.to_scan.setChecked(True)
        whole = QVBoxLayout(self)
        whole.addLayout(tabs)
        whole.addWidget(self.stack, stretch=1)

    def _connect(self) -> None:
        self.source.chosen.connect(self.look_at)
        self.source.left.connect(self._leave)
        self.source.cameras_asked.connect(self.ask_for_camera_work)
        self.live.looked.connect(self._show_look)
        self.live.recorded.connect(self._keep_recorded)
        self.live.failed.connect(self._fail)
        self.steps.record_asked.connect(self._begin_recording)
        self.steps.stop_asked.connect(self._end_recording)
        self.steps.measure_asked.connect(self._measure)
        self.to_scan.clicked.connect(lambda: self.stack.setCurrentIndex(0))
        self.to_measurements.clicked.connect(lambda: self.stack.setCurrentIndex(1))
        self.measurements.edited.connect(self.edited)
        self.measurements.save_asked.connect(self.save_asked)
        self.measurements.refused.connect(self.refused)

    def look_at(self, feed: Feed) -> None:
        """Show something; somebody real is asked before the first frame."""
        self._leave()
        if feed.person and not self._ask(feed):
            self.preview.clear(self.tr("Nothing is shown: nobody agreed to it."))
            return
        if feed.make_colored is not None and self._consent is not None and self._consent.keep_color:
            feed = replace(feed, make=feed.make_colored)
        self._feed = feed
        self.preview.clear(self.tr("Opening %1 …").replace("%1", feed.name))
        self.live.start(feed)
        self._show_possible()

    def _ask(self, feed: Feed) -> bool:
        """Whether the person agrees."""
        dialog = ConsentDialog(feed.name, parent=self)
        agreed = dialog.exec() == ConsentDialog.DialogCode.Accepted
        self._consent = dialog.consent(datetime.now().astimezone()) if agreed else None
        dialog.deleteLater()
        return agreed

    def _leave(self) -> None:
        """Show nothing, of nobody."""
        self._end_recording()
        self.live.stop()
        self._feed = self._consent = self._target = self._recorded = None
        self.steps.wheel.show_held(0)
        self.preview.clear(self.tr("Choose on the left where the pictures come from."))
        self._show_possible()

    def _show_look(self, look: Look | None) -> None:
        from scanning.turning import Phase, advanced, begun

        if look is None or self._feed is None:
            return
        if self._turning is not None:
            before = self._turning
            # The first look after the button was pressed begins the countdown.
            started = before if before.since_us >= 0 else begun(look.time_us)
            self._turning = advanced(started, look.guidance, look.time_us)
            if started.phase is Phase.COUNTDOWN and self._turning.phase is Phase.STAND:
                self._record()
        self.preview.show_look(look, self._turning, self.source.color.isChecked())
        self.steps.show_turning(self._turning)
        if self._turning is not None and self._turning.phase is Phase.DONE:
            self._end_recording()

    def _begin_recording(self) -> None:
        """The countdown starts with the next look."""
        from scanning.turning import Phase, Turning

        self._turning = Turning(Phase.COUNTDOWN, -1, -1)
        self.steps.show_turning(self._turning)
        self._show_possible()

    def _record(self) -> None:
        """Keep what comes from now on, with the consent beside it."""
        who = self._consent.pseudonym if self._consent else self.tr("simulated")
        try:
            path = new_recording(self._vault, who, self._consent)
        except FashionGanError as error:
            self._end_recording()
            self.refused.emit(str(error))
            return
        self._target, self._recorded = path, None
        self.live.record(path, self._consent is not None and self._consent.keep_color, self._vault.keep)

    def _end_recording(self) -> None:
        self._turning = None
        self.live.stop_recording()
        self.steps.show_turning(None)
        self._show_possible()

    def _keep_recorded(self, path: Path) -> None:
        if path == self._target:
            self._recorded = path
            self._show_possible()

    def _fail(self, message: str) -> None:
        self._end_recording()
        self._feed = None
        self.preview.clear(message)
        self._show_possible()

    def _show_possible(self) -> None:
        recordings = self._recordings()
        recordable = self._feed is not None and not self._feed.recordings
        measurable = bool(recordings) and self._turning is None
        self.steps.show_possible(recordable, measurable, what_is_there(self._vault, recordings))

    def _recordings(self) -> tuple[Path, ...]:
        """What can be measured."""
        if self._feed is not None and self._feed.recordings:
            return self._feed.recordings
        return () if self._recorded is None else (self._recorded,)

    def _measure(self) -> None:
        recordings = self._recordings()
        if recordings:
            if self._feed is not None and self._feed.recordings:
                self.live.stop()  # What is played for the eye must not slow down what is measured.
            figure = Figure(self.steps.figure.currentData())
            self.scan_asked.emit(
                ScanOrder(recordings, figure, self.steps.calibration, passphrase=self._vault.passphrase)
            )

    def show_scan(self, scan: "BodyScan") -> None:
        """What was measured, on the body that was measured."""
        self.measurements.show_scan(scan)
        self.to_measurements.click()

    def show_measurements(self, measured: "MeasurementSet") -> None:
        """Measurements of somebody who was not scanned here, drawn on somebody ordinary."""
        self.measurements.show_measured(measured)
        self.to_measurements.click()

    def ask_for_camera_work(self) -> CameraDialog:
        """Open the dialog about cameras, which still holds what it was given before; the camera is let go first."""
        if self._feed is not None and self._feed.endless:
            self._leave()
        if self._cameras is None:
            self._cameras = CameraDialog(self)
            self._cameras.ordered.connect(self.camera_asked)
        self._cameras.open()
        return self._cameras

    def rest(self) -> None:
        """Let go of the camera while another page is shown."""
        if self._turning is None:
            self._leave()

    def close_threads(self) -> None:
        """End what runs; call it before the window goes."""
        self.live.close()
        self.measurements.close_threads()


def _tab(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
