"""The whole way through the window with mouse and keys alone, and what is there the next day."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from fashiongan.body.fitting import FittedBody
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.request import GenerationRequest
from fashiongan.ideas.idea import Idea
from fashiongan.image import GarmentImage
from fashiongan.library.query import Query
from fashiongan.studio import Studio
from gui.app import open_window
from gui.help.welcome import welcome
from gui.main_window import MainWindow
from gui.sketch.sheet_text import to_text
from scanning.measurement_set import MeasurementSet
from scanning.record import record
from scanning.simulation.camera import IDEAL, Setup, SimulatedCamera
from scanning.simulation.person import Person
from tests.journey.hand import strike
from tests.journey.steps import BOARD, Journey
from tests.tools.translators import add_translators

# So slowly are the last pictures drawn that the window is closed before all are there.
MANY, MORE, SLOW_S = 3, 12, 0.25


@dataclass(frozen=True)
class There:
    """What must not be lost. pictures : hash by file; undo : what it would take back"""

    pictures: dict[str, str]
    starred: list[int]
    boards: dict[str, int]
    undo: str | None
    asked: GenerationRequest
    drawing: str
    measured: MeasurementSet
    queue_shown: bool
    export_wishes: str

    @classmethod
    def of(cls, window: MainWindow) -> "There":
        library, design = window.library, window.design
        return cls(
            {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in library.files().values()},
            library.numbers(Query(starred=True)),
            library.boards(),
            library.can_undo(),
            design.attributes.request(),
            to_text(window.sketch.sheet.drawing, None),
            window.fit.wearer.measured,
            not window.queue_dock.isHidden(),
            window.habits.export_wishes,
        )


@pytest.fixture
def recording(woman: FittedBody, tmp_path: Path) -> Path:
    """Somebody who stood three times before a camera without noise."""
    person = Person(woman.mesh.vertices_mm, woman.mesh.faces)
    path = tmp_path / "person.mkv"
    record(SimulatedCamera(person, Setup(IDEAL, views=3, frames_a_view=5, turning_frames=2)), path)
    return path


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    add_translators(tiny_checkpoints)
    return Studio(tiny_checkpoints)


def test_from_an_idea_to_an_export_and_everything_is_there_the_next_day(
    qtbot: QtBot,
    studio: Studio,
    recording: Path,
    two_sided_tshirt: GarmentImage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    journey = Journey(lambda name: None, recording, tmp_path / "out", MANY, MORE)
    window = open_window(studio)
    # Untrained weights draw nothing that could be sewn.
    window.library.add(two_sided_tshirt)
    window.design.refresh()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    welcome(window)
    for step in (journey.begin, journey.ask, journey.star, journey.vary, journey.sketch, journey.scan, journey.fit):
        step(window)
    journey.export(window, "before")
    strike(window, Qt.Key.Key_J)
    before = There.of(window)
    assert before.queue_shown
    assert len(before.pictures) == 1 + MANY + 2 + 1
    assert len(before.starred) == 2
    assert before.boards == {BOARD: 2}
    scan = window.fit.wearer.scan
    with monkeypatch.context() as slowly:
        slowly.setattr(GarmentGenerator, "draw", _slow(GarmentGenerator.draw))
        journey.leave(window)
    again = open_window(Studio(studio.checkpoints))
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert "were not finished; they go on." in again.statusBar().currentMessage()
    assert 1 <= int(again.statusBar().currentMessage().split()[0]) < MORE
    journey.come_back(again)
    _compare(before, There.of(again))
    assert again.fit.wearer.scan is not None
    assert scan is not None
    np.testing.assert_array_equal(again.fit.wearer.scan.points_mm, scan.points_mm)
    journey.export(again, "after")
    assert _exported(tmp_path / "out", "before") == _exported(tmp_path / "out", "after")
    journey.open_demo(again)
    again.close()


def _slow(draw: Callable[[GarmentGenerator, Idea], GarmentImage]) -> Callable[[GarmentGenerator, Idea], GarmentImage]:
    def drawn(generator: GarmentGenerator, idea: Idea) -> GarmentImage:
        time.sleep(SLOW_S)
        return draw(generator, idea)

    return drawn


def _compare(before: There, after: There) -> None:
    """Everything is as it was, and the pictures that were not done have come, each once."""
    new = dict(after.pictures.items() - before.pictures.items())
    assert before.pictures.items() <= after.pictures.items()
    assert len(new) == MORE
    assert len(set(new.values())) == MORE
    unchanged = ("starred", "boards", "undo", "drawing", "measured", "queue_shown", "export_wishes")
    assert {name: getattr(after, name) for name in unchanged} == {name: getattr(before, name) for name in unchanged}
    assert after.asked.attributes == before.asked.attributes
    assert (after.asked.seed, after.asked.count) == (before.asked.seed, MORE)


def _exported(folder: Path, name: str) -> dict[str, bytes]:
    """What says nothing of when it was written or under which name, by its ending."""
    return {path.suffix: path.read_bytes() for path in folder.glob(f"{name}*") if path.suffix in (".glb", ".dxf")}
