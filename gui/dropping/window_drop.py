"""Files dropped anywhere in the window: each goes to the page that it is for."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from fashiongan.errors import RequestError
from gui.dropping.dropped import what_was_dropped
from gui.dropping.picture_menu import PictureMenu
from gui.file_kinds import Kind

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class WindowDrop(QObject):
    """`picture_dropped(Path, QPoint)` and where on the screen; `recordings_dropped(tuple of Path)`;
    `measurements_dropped(Path)`; `project_dropped(Path)`; `refused(str)`, one line. What is dragged inside the window
    is not taken."""

    picture_dropped = Signal(object, object)
    recordings_dropped = Signal(object)
    measurements_dropped = Signal(object)
    project_dropped = Signal(object)
    refused = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        for line in window.findChildren(QLineEdit):
            line.setAcceptDrops(False)  # It would take a file for text.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what comes from other programs."""
        if not isinstance(event, QDropEvent) or event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        # A thumbnail that is let go over the gallery again was not meant for it.
        if event.source() is not None or not (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._take(event)
        return True

    def _take(self, event: QDropEvent) -> None:
        try:
            dropped = what_was_dropped(event.mimeData().urls())
        except RequestError as error:
            self.refused.emit(str(error))
            return
        match dropped.kind:
            case Kind.PICTURE:
                where = self._window.mapToGlobal(event.position().toPoint())
                self.picture_dropped.emit(dropped.paths[0], where)
            case Kind.RECORDING:
                self.recordings_dropped.emit(dropped.paths)
            case Kind.MEASUREMENTS:
                self.measurements_dropped.emit(dropped.paths[0])
            case Kind.PROJECT:
                self.project_dropped.emit(dropped.paths[0])


def route_drops(window: "MainWindow") -> WindowDrop:
    """Pictures to the Design page, which asks what they are; recordings to Scan, measurements to Fit."""

    def ask(path: Path, where: QPoint) -> None:
        window.show_page(window.design)
        PictureMenu(window.design, path).popup(where)

    def open_recordings(paths: tuple[Path, ...]) -> None:
        window.show_page(window.scan)
        window.scan.source.open_recordings(list(paths))

    def dress(path: Path) -> None:
        window.show_page(window.fit)
        window.people.load(path)

    drop = WindowDrop(window)
    drop.picture_dropped.connect(ask)
    drop.recordings_dropped.connect(open_recordings)
    drop.measurements_dropped.connect(dress)
    drop.project_dropped.connect(window.files.opener.open)
    drop.refused.connect(window.show_error)
    return drop
