"""The first step: a camera, recordings, or a simulated person."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fashiongan.body.model import BodyModel
from fashiongan.vault import Vault
from gui.panels.camera_choice import CameraChoice
from gui.panels.recordings import RecordingsPanel
from gui.scan.feeds import camera_feed, recordings_feed, simulated_feed


class SourcePanel(QGroupBox):
    """`chosen(Feed)` what is to be looked at; `left()` when nothing is, any more; `cameras_asked()` for the dialog that
    checks and calibrates cameras."""

    chosen = Signal(object)
    left = Signal()
    cameras_asked = Signal()

    def __init__(self, model: Callable[[], BodyModel], vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("1   Where from"))
        self._model, self._vault = model, vault
        self.camera = self._kind(self.tr("A depth camera"), self.tr("Look through a camera that is plugged in"))
        self.recordings = self._kind(self.tr("Recordings"), self.tr("Open what was recorded earlier, or elsewhere"))
        self.simulated = self._kind(self.tr("A simulated person"), self.tr("Try everything without camera and person"))
        self.cameras, self.files = CameraChoice(), RecordingsPanel(self.tr("One, or one of each of several cameras."))
        self.color = QCheckBox(self.tr("Show colour, too"))
        self.color.setToolTip(self.tr("Colour shows the person as others see them, so it is off unless it is wanted"))
        self.again = _button(self.tr("Look again"), self.tr("Look for cameras that were plugged in meanwhile"))
        self.start = _button(self.tr("Start the camera…"), self.tr("Asks the person first"))
        self.check = _button(self.tr("Check, calibrate…"), self.tr("Check and calibrate a depth camera"))
        self.options = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_ready()

    def _kind(self, text: str, tip: str) -> QRadioButton:
        button = QRadioButton(text)
        button.setToolTip(tip)
        return button

    def _lay_out(self) -> None:
        nothing, live = QWidget(), QWidget()
        column = QVBoxLayout(live)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.cameras, self.again, self.start):
            column.addWidget(part)
        column.addStretch()
        # Of a long path the file's own name is worth most.
        self.files.list.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.files.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in (nothing, live, self.files):
            self.options.addWidget(page)
        whole = QVBoxLayout(self)
        for kind in (self.camera, self.recordings, self.simulated):
            whole.addWidget(kind)
        whole.addWidget(self.options, stretch=1)
        whole.addWidget(self.color)
        whole.addWidget(self.check)

    def _connect(self) -> None:
        self.camera.clicked.connect(self._take_camera)
        self.recordings.clicked.connect(self._take_recordings)
        self.simulated.clicked.connect(self._take_simulated)
        self.again.clicked.connect(self.cameras.look_for_cameras)
        self.start.clicked.connect(self._start_camera)
        self.check.clicked.connect(self.cameras_asked)
        self.cameras.changed.connect(self._show_ready)
        self.files.changed.connect(self._show_recording)
        self.files.list.currentRowChanged.connect(self._show_recording)

    def _take_camera(self) -> None:
        self.options.setCurrentIndex(1)
        self.left.emit()
        self.cameras.look_for_cameras()

    def _take_recordings(self) -> None:
        self.options.setCurrentIndex(2)
        self._show_recording()

    def _take_simulated(self) -> None:
        self.options.setCurrentIndex(0)
        self.chosen.emit(simulated_feed(self.simulated.text(), self._model))

    def _start_camera(self) -> None:
        camera = self.cameras.camera()
        if camera is not None:
            self.chosen.emit(camera_feed(camera, self.color.isChecked()))

    def _show_recording(self) -> None:
        paths, row = self.files.paths, self.files.list.currentRow()
        if paths:
            self.chosen.emit(recordings_feed(tuple(paths), paths[max(row, 0)], self._vault.passphrase))
        else:
            self.left.emit()

    def open_recordings(self, paths: list[Path]) -> None:
        """Take in recordings, as if they were chosen here."""
        self.recordings.setChecked(True)
        self.options.setCurrentIndex(2)
        self.files.add(paths)

    def _show_ready(self) -> None:
        self.start.setEnabled(self.cameras.camera() is not None)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    return button
