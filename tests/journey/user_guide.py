"""The pictures of the user guide: `xvfb-run -a -s "-screen 0 1280x800x24" python -m tests.journey.user_guide FOLDER`.

The journey with the released checkpoints and a simulated person; after each step the screen goes to NN-name.png.
"""

import io
import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QSettings
from PySide6.QtWidgets import QApplication

from fashiongan.body.measurements import read_measurements
from fashiongan.studio import Studio
from gui.app import open_window
from gui.help.languages import apply_language
from gui.help.welcome import welcome
from gui.main_window import MainWindow
from gui.theme import Theme, apply_theme
from scanning.record import record
from scanning.simulation.camera import D435, Setup, SimulatedCamera
from scanning.simulation.person import SWAYING, Person
from tests.journey.hand import wait
from tests.journey.steps import Journey

BODY = Path("examples/body.yaml")
SETUP = Setup(D435, views=8, frames_a_view=12, restlessness=SWAYING)
COLORS, SETTLE_MS, MANY, MORE = 192, 400, 12, 12


@dataclass
class Camera:
    """Numbers its pictures."""

    folder: Path
    taken: list[str] = field(default_factory=list)

    def shoot(self, name: str) -> None:
        """The whole screen, as a small PNG."""
        wait(SETTLE_MS)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QApplication.primaryScreen().grabWindow(0).save(buffer, "PNG")  # type: ignore[call-overload]
        self.taken.append(name)
        with Image.open(io.BytesIO(buffer.data().data())) as seen:
            small = seen.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
            small.save(self.folder / f"{len(self.taken):02d}-{name}.png", optimize=True)


def main() -> None:
    """Go the whole way, in a home of its own."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="studio-") as home:
        os.environ["XDG_DATA_HOME"] = home
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)
        application = QApplication(sys.argv[:1])
        apply_theme(application, Theme.LIGHT)
        apply_language(application, "en")
        _travel(Journey(Camera(folder).shoot, _recording(Path(home)), Path(home) / "export", MANY, MORE))


def _travel(journey: Journey) -> None:
    window = _shown(Studio())
    welcome(window)
    for step in (journey.begin, journey.ask, journey.star, journey.vary, journey.sketch, journey.scan, journey.fit):
        step(window)
    journey.export(window, "summer")
    journey.leave(window)
    again = _shown(window.studio)
    journey.come_back(again)
    journey.open_demo(again)
    again.close()


def _shown(studio: Studio) -> MainWindow:
    window = open_window(studio)
    window.setGeometry(QApplication.primaryScreen().geometry())
    window.show()
    return window


def _recording(folder: Path) -> Path:
    """Somebody with the example's measurements, who sways a little."""
    body = Studio().body(read_measurements(BODY)).mesh
    record(SimulatedCamera(Person(body.vertices_mm, body.faces), SETUP), folder / "client-07.mkv")
    return folder / "client-07.mkv"


if __name__ == "__main__":
    main()
