"""Open: a file of any kind, told apart by what it is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fashiongan.errors import FashionGanError
from gui.file_kinds import Kind, kind_of

KINDS = "*.fgan *.yaml *.yml *.json *.csv *.smis *.vit *.mkv *.bag *.db3"


class Opener(QObject):
    """`project(Path)`, `measurements(Path)` and `recording(Path)` for what is to be opened."""

    project = Signal(object)
    measurements = Signal(object)
    recording = Signal(object)
    refused = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Let a file be chosen."""
        kinds = self.tr("Projects, measurements, recordings (%1);;All files (*)").replace("%1", KINDS)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open"), "", kinds)
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a file as what it is; what is neither is refused in one line."""
        try:
            kind = kind_of(path)
        except FashionGanError as error:
            self.refused.emit(str(error))
            return
        openings = {Kind.PROJECT: self.project, Kind.RECORDING: self.recording, Kind.MEASUREMENTS: self.measurements}
        if kind in openings:
            openings[kind].emit(path)
        else:
            said = self.tr("%1 is a picture; drop it on the Design page, which asks what is to be made of it.")
            self.refused.emit(said.replace("%1", path.name))
