"""The drawing on the Sketch page, kept beside the library, so that neither a crash nor the next day takes it away."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fashiongan.errors import FashionGanError
from fashiongan.files import write_atomically
from gui.sketch.page import SketchPage
from gui.sketch.sheet_text import from_text

logger = logging.getLogger(__name__)
FILE, PUT_ASIDE = "sketch.json", "sketch-damaged.json"
# What is drawn is written at most so long after.
LAG_MS = 1000


class SketchKeeper(QObject):
    """Writes what the page tells, and brings it back. `refused` : one line, also where a damaged file was put aside."""

    refused = Signal(str)

    def __init__(self, page: SketchPage, folder: Path) -> None:
        super().__init__(page)
        self._page, self._file = page, folder / FILE
        self._told: str | None = None
        self._lag = QTimer(self, singleShot=True, interval=LAG_MS)
        self._lag.timeout.connect(self._write)
        page.drawing_changed.connect(self._hear)

    def bring_back(self) -> None:
        """Show the drawing of the last time, if there is one."""
        try:
            text = self._file.read_text(encoding="utf-8")
            from_text(text)
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError, FashionGanError) as error:
            self._put_aside(error)
        else:
            self._page.restore(text)

    def stop(self) -> None:
        """Write what is not written yet; call it when the page has told its last."""
        self._lag.stop()
        self._write()

    def _hear(self, text: str) -> None:
        self._told = text
        # Not begun anew: a hand that never rests loses no more than another.
        if not self._lag.isActive():
            self._lag.start()

    def _write(self) -> None:
        if self._told is None:
            return
        try:
            write_atomically(self._file, self._told.encode())
            self._told = None
        except FashionGanError as error:
            # Tried again with the next stroke, and when the window goes.
            self.refused.emit(str(error))

    def _put_aside(self, error: Exception) -> None:
        logger.warning("the drawing that was kept cannot be read: %s", error)
        aside = self._file.with_name(PUT_ASIDE)
        try:
            self._file.replace(aside)
        except OSError as trouble:
            self.refused.emit(
                self.tr("The drawing of the last time cannot be read (%1).").replace("%1", str(trouble.strerror))
            )
        else:
            said = self.tr("The drawing of the last time cannot be read; it lies in %1 now, and the page is empty.")
            self.refused.emit(said.replace("%1", str(aside)))
