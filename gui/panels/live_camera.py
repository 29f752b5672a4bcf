"""Asking for a live recording: which camera, how long, into which file, and the person's consent."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.panels.camera_choice import CameraChoice
from gui.scan_order import LiveRecording

HOW_TO_STAND = (
    "Camera upright and fixed, at waist height, 1.3 m away. Tight clothes, hair up, feet apart, arms off the body. "
    "Stand still for two seconds, turn on by an eighth, stand again, and so on all around."
)
CONSENT = (
    "The person agrees: their shape is recorded in depth, without colour, to measure them for clothes. "
    "Everything stays on this computer."
)
NO_FILE = "Choose…"


class LiveCameraPanel(QWidget):
    """Gives a `LiveRecording` once a camera answers, a file is chosen and the person agrees."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = CameraChoice()
        self.seconds = QSpinBox()
        self.seconds.setRange(5, 600)
        self.seconds.setValue(60)
        self.seconds.setSuffix(" s")
        self.path: Path | None = None
        self.choose_file = QPushButton(NO_FILE)
        self.consent = QCheckBox()
        self.consent.setAccessibleName("Consent")
        self._lay_out()
        self.choice.changed.connect(self.changed)
        self.choose_file.clicked.connect(self._choose_file)
        self.consent.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("Camera", self.choice)
        form.addRow("Record for", self.seconds)
        form.addRow("Into", self.choose_file)
        agreed = QLabel(CONSENT)
        agreed.setBuddy(self.consent)
        form.addRow(self.consent, agreed)
        how = QLabel(HOW_TO_STAND)
        for words in (how, agreed):
            words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(how)
        column.addLayout(form)
        column.addStretch()

    def recording(self) -> LiveRecording | None:
        """What is asked for; None while something is missing."""
        camera = self.choice.camera()
        if camera is None or self.path is None or not self.consent.isChecked():
            return None
        return LiveRecording(camera, self.path, float(self.seconds.value()))

    def set_path(self, path: Path | None) -> None:
        """Record into this file."""
        self.path = path
        self.choose_file.setText(path.name if path else NO_FILE)
        self.changed.emit()

    def _choose_file(self) -> None:
        # A recording is never replaced, so the dialog need not ask.
        name, _ = QFileDialog.getSaveFileName(
            self, "Recording", "scan.mkv", "Recording (*.mkv)", options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            self.set_path(Path(name if name.lower().endswith(".mkv") else f"{name}.mkv"))
