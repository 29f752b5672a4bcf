"""The newest picture of a 3D scene, drawn elsewhere: whoever shows it never waits."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from fashiongan.garment.picture import Surface
from gui.widgets.camera import Camera
from gui.widgets.drawing_process import DrawingProcess, Drawn, Scene, Shot
from gui.widgets.ground import Ground
from gui.widgets.pixels import image_within
from gui.work.live import LiveWorker

# One for all views: only one of them is looked at.
PROCESS = DrawingProcess()


class ScenePicture(QObject):
    """`changed` says that `image` is a new one, or gone; `failed`, that none can be drawn."""

    changed = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.scale = 1.0
        self._scene: Scene | None = None
        self._wanted: Shot | None = None
        self._worker = LiveWorker(_draw, self)
        self._worker.done.connect(self._take)
        self._worker.failed.connect(self._give_up)

    def prepare(self) -> None:
        """Be quick when the first picture is asked for."""
        threading.Thread(target=PROCESS.begin, name="3D view", daemon=True).start()

    def show(self, surfaces: Sequence[Surface], ground: Ground) -> None:
        """Draw this from now on; the picture there is stays until there is a newer one, but for no surfaces."""
        self._scene = Scene(tuple(surfaces), ground) if surfaces else None
        if self._scene is None:
            self._worker.forget()
            self.image = self._wanted = None
            self.changed.emit()

    def ask(self, camera: Camera, size: QSize, moving: bool) -> None:
        """Draw it from here, in so many pixels; the newest wish wins."""
        if self._scene is not None and min(size.width(), size.height()) >= 2:
            self._wanted = Shot(camera, size.width(), size.height(), moving)
            self._worker.ask((self._scene, self._wanted))

    def wait(self) -> None:
        """Until what was asked for last is there, while everything goes on."""
        while self._wanted is not None:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def stop(self) -> None:
        """Draw no more; call before the window goes."""
        self._wanted = None
        self._worker.stop()

    def _take(self, answer: tuple[Drawn, QImage]) -> None:
        drawn, self.image = answer
        self.scale = drawn.scale
        if drawn.shot is self._wanted:
            self._wanted = None
        self.changed.emit()

    def _give_up(self) -> None:
        self.show((), Ground.LIGHT)
        self.failed.emit()


def _draw(wish: tuple[Scene, Shot]) -> tuple[Drawn, QImage]:
    drawn = PROCESS.draw(*wish)
    return drawn, image_within(drawn.pixels, QSize(drawn.shot.width_px, drawn.shot.height_px))
