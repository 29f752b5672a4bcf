"""Choosing a camera that answers; without one, what to install."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QVBoxLayout, QWidget

from fashiongan.errors import CameraError
from gui.languages.wording import in_words
from gui.scan_order import LiveCamera, live_cameras
from scanning.devices import missing_drivers


class CameraChoice(QWidget):
    """A box with the cameras, or the reason why there is none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self.found = QComboBox(), QLabel()
        self.box.setAccessibleName(self.tr("Camera"))
        self.found.setWordWrap(True)
        self._cameras: list[LiveCamera] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.found)

    def look_for_cameras(self) -> None:
        """Ask the drivers anew; they may take some tenths of a second."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            none = self.tr("No camera answers. Plug one into a USB 3 port, then choose this tab again.")
            self.offer(live_cameras(), none)
        except CameraError as error:
            self.offer([], in_words("Error", str(error)))
        finally:
            QApplication.restoreOverrideCursor()

    def offer(self, cameras: list[LiveCamera], otherwise: str) -> None:
        """Fill the box; without any camera tell why, and which drivers are missing."""
        self._cameras = cameras
        self.box.clear()
        self.box.addItems([one.name for one in cameras])
        self.box.setEnabled(bool(cameras))
        lines = [otherwise, *(in_words("Camera", driver.line) for driver in missing_drivers())]
        self.found.setText("" if cameras else "\n".join(lines))
        self.found.setVisible(not cameras)
        self.changed.emit()

    def camera(self) -> LiveCamera | None:
        """The chosen one."""
        return self._cameras[self.box.currentIndex()] if self._cameras else None
