"""What tests of the Scan page share: a page, a person before a camera that is played, and measurements."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fashiongan.body.model import BodyModel
from fashiongan.vault import Vault
from gui.scan.consent import ConsentDialog
from gui.scan.feeds import Feed
from gui.scan.page import ScanPage
from scanning.frame import RgbdFrame
from scanning.simulation.camera import D435, Setup, SimulatedCamera
from tests.conftest import SHIPPED
from tests.scanning.people import Played, random_adult, with_half_the_pixels

WAIT_MS = 60_000
FRAME_US, STAND_FRAMES = 160_000, 13
RECORDINGS = SHIPPED.parent / "tests" / "data" / "recordings"


@pytest.fixture(scope="session")
def model() -> BodyModel:
    return BodyModel.load(SHIPPED / "body.safetensors")


@pytest.fixture(scope="session", autouse=True)
def lasting() -> None:
    """These tests send many signals."""


@dataclass
class Patient(Played):
    """A camera before which somebody stands for two seconds, turns on, and so on; it waits until a frame is seen."""

    seen: threading.Event = field(default_factory=threading.Event)

    def frames(self) -> Iterator[RgbdFrame]:
        for number in count():
            yield replace(self.images[number // STAND_FRAMES % len(self.images)], timestamp_us=number * FRAME_US)
            self.seen.wait(0.2)
            self.seen.clear()


@pytest.fixture(scope="session")
def views(model: BodyModel) -> SimulatedCamera:
    """Somebody at 1.5 m, from eight sides."""
    sensor = with_half_the_pixels(D435)
    return SimulatedCamera(random_adult(model, 3), Setup(sensor, 1500.0, frames_a_view=1, turning_frames=0))


@pytest.fixture(scope="session")
def images(views: SimulatedCamera) -> list[RgbdFrame]:
    return list(views.frames())


@pytest.fixture
def stands(page: ScanPage, views: SimulatedCamera, images: list[RgbdFrame]) -> Patient:
    """The same before a live camera."""
    camera = Patient(views.camera, images)
    page.live.looked.connect(lambda: camera.seen.set())
    return camera


@pytest.fixture
def page(qtbot: QtBot, model: BodyModel, tmp_path: Path) -> Iterator[ScanPage]:
    made = ScanPage(lambda: model, Vault(tmp_path))
    qtbot.addWidget(made)
    made.resize(1180, 760)
    made.show()
    yield made
    made.close_threads()


def answering(act: Callable[[ConsentDialog], None]) -> None:
    """Answer the dialog that asks for consent as soon as it is there."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConsentDialog)
        act(dialog)

    QTimer.singleShot(50, answer)


def as_camera(played: Played) -> Feed:
    """Somebody real, before a camera."""
    return Feed("Test camera", lambda: played, endless=True, person=True)
