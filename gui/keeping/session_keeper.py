"""What is asked, looked at and chosen, written a moment after it changes, and shown again at the next start."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fashiongan.errors import FashionGanError, VocabularyError
from fashiongan.files import write_atomically
from fashiongan.presets.preset import Preset
from gui.keeping.session import Session, from_text, to_text

if TYPE_CHECKING:
    from gui.main_window import MainWindow

logger = logging.getLogger(__name__)
FILE, NAME = "session.json", "last"
# What changes is written at most so long after.
LAG_MS = 1000


class SessionKeeper(QObject):
    """Make it when the window is filled. `refused` : one line where the disk takes nothing."""

    refused = Signal(str)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._file = window, window.library.folder / FILE
        self._written = ""
        self._lag = QTimer(self, singleShot=True, interval=LAG_MS)
        self._lag.timeout.connect(self._write)

    def bring_back(self) -> None:
        """Show what was there the last time, and keep what changes from now on."""
        try:
            self._show(from_text(self._file.read_text(encoding="utf-8")))
        except FileNotFoundError:
            pass
        except (OSError, UnicodeDecodeError, FashionGanError) as error:
            # It costs a few clicks to have it again; nobody is stopped for that.
            logger.warning("%s: %s", self._file, error)
        design = self._window.design
        for changed in (design.attributes.changed, design.gallery.selection_changed, self._window.pages.currentChanged):
            changed.connect(lambda *_: self._hear())

    def stop(self) -> None:
        """Write what is not written yet; call it before the window goes."""
        self._lag.stop()
        self._write()

    def _hear(self) -> None:
        # Not begun anew: whoever never rests loses no more than others.
        if not self._lag.isActive():
            self._lag.start()

    def _show(self, session: Session) -> None:
        window, panel = self._window, self._window.design.attributes
        if session.asked is not None:
            panel.show_request(session.asked.request)
            panel.seed.show_seed(session.asked.request.seed, session.asked.seed_locked)
        window.design.gallery.choose(session.chosen)
        window.show_page(window.pages.widget(session.page) or window.design)

    def _session(self) -> Session:
        window, panel = self._window, self._window.design.attributes
        try:
            asked = Preset(NAME, panel.request(), panel.seed.locked)
        except VocabularyError:
            asked = None
        return Session(asked, window.pages.currentIndex(), tuple(window.design.gallery.chosen()))

    def _write(self) -> None:
        text = to_text(self._session())
        if text == self._written:
            return
        try:
            write_atomically(self._file, text.encode())
            self._written = text
        except FashionGanError as error:
            self.refused.emit(str(error))
