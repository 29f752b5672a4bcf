"""Choosing recordings: files of every format, or TUM folders."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget


class RecordingsPanel(QWidget):
    """A list of recordings, files or TUM folders."""

    changed = Signal()

    def __init__(self, how_to_choose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paths: list[Path] = []
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Recordings"))
        self.words = QLabel(how_to_choose)
        self.words.setWordWrap(True)
        row = QHBoxLayout()
        for text, tip, act in (
            (self.tr("Add files…"), self.tr("Ours, Azure Kinect's .mkv, RealSense's .bag or .db3"), self._add_files),
            (self.tr("Add folder…"), self.tr("A folder in the layout of the TUM RGB-D benchmark"), self._add_folder),
            (self.tr("Clear"), self.tr("Begin the list again"), self.clear),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.list, stretch=1)
        column.addLayout(row)

    def add(self, paths: list[Path]) -> None:
        """Take in more recordings, each once."""
        new = [path for path in paths if path not in self.paths]
        self.paths += new
        self.list.addItems([str(path) for path in new])
        self.changed.emit()

    def clear(self) -> None:
        """Take all out."""
        self.paths.clear()
        self.list.clear()
        self.changed.emit()

    def _add_files(self) -> None:
        kinds = self.tr("Recordings (*.mkv *.bag *.db3);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Recordings"), "", kinds)
        self.add([Path(name) for name in names])

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder with a recording"))
        self.add([Path(name)] if name else [])
