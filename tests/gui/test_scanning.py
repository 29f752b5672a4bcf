"""Scanning in the window. One window records a simulated camera and measures; the tests look at what came of it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.body.definitions import DEFINITIONS
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import Figure, read_measurements
from fashiongan.errors import CameraError
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from gui.app import open_window
from gui.main_window import MainWindow
from gui.scan_order import LiveCamera, LiveRecording, ScanOrder, live_cameras
from scanning.devices import AZURE_PYTHON_VARIABLE, DRIVERS
from scanning.formats.files import ENDINGS, read_measurement_file, write_measurement_file
from scanning.measurement_set import measurement_set
from scanning.simulation.camera import IDEAL, Setup, SimulatedCamera
from scanning.simulation.person import Person
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened
from tests.conftest import SHIPPED

WAIT_MS = 120_000
SIMULATED = LiveCamera("Simulated", "realsense", "1")


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the window records to."""
    return tmp_path_factory.mktemp("scan") / "person.mkv"


@pytest.fixture(scope="module")
def scanned(
    qapp: QApplication, woman: FittedBody, recording: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """A window that recorded a person before a camera, and measured."""
    camera = SimulatedCamera(
        Person(woman.mesh.vertices_mm, woman.mesh.faces), Setup(IDEAL, views=3, frames_a_view=5, turning_frames=2)
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("user")))
        window = open_window(Studio(SHIPPED))
    window.show()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scanning.sources.cameras.open_camera", lambda family, serial: camera)
        window.people.measure(ScanOrder((), Figure.WOMAN, None, LiveRecording(SIMULATED, recording, 60)))
        QtBot(None).waitUntil(lambda: not window.queue.busy, timeout=WAIT_MS)
    yield window
    window.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    opened_window = open_window(Studio(SHIPPED))
    qtbot.addWidget(opened_window)
    opened_window.show()
    yield opened_window
    opened_window.queue.cancel_all()
    qtbot.waitUntil(lambda: not opened_window.queue.busy, timeout=WAIT_MS)
    opened_window.close()


def test_the_scanned_person_is_the_one_before_the_camera(scanned: MainWindow, woman: FittedBody) -> None:
    found, true = scanned.fit.wearer.measured.values_mm, woman.measurements
    assert found["height_mm"] == pytest.approx(true.height_mm, abs=4)
    assert [found["bust_mm"], found["waist_mm"], found["hip_mm"]] == pytest.approx(
        [true.bust_mm, true.waist_mm, true.hip_mm], abs=9
    )
    assert scanned.fit.wearer.line.startswith("scanned woman, 168 cm")


def test_a_live_recording_is_kept_and_holds_no_colour(scanned: MainWindow, recording: Path) -> None:
    with opened(open_recording(recording)) as source:
        assert all(frame.rgb is None for frame in source.frames())


def test_the_scan_is_shown_with_all_that_was_measured(scanned: MainWindow) -> None:
    assert len(scanned.scan.measurements.measured.measurements) == len(DEFINITIONS)
    assert scanned.scan.to_measurements.isChecked()


def test_a_garment_is_draped_on_the_scanned_skin_itself(
    qtbot: QtBot, scanned: MainWindow, two_sided_tshirt: GarmentImage
) -> None:
    scanned.start_fitting(two_sided_tshirt)
    qtbot.waitUntil(lambda: not scanned.queue.busy, timeout=WAIT_MS)
    scan = scanned.fit.wearer.scan
    assert scan is not None
    assert scanned.fit.look is not None
    np.testing.assert_array_equal(scanned.fit.look.body.mesh.vertices_mm, scan.body.vertices_mm)


def test_a_correction_by_hand_goes_with_the_scan_and_is_saved_with_everything_else(
    qtbot: QtBot, scanned: MainWindow, tmp_path: Path
) -> None:
    scan, before = scanned.fit.wearer.scan, scanned.fit.wearer.measured
    model = scanned.scan.measurements.rows
    row = [one.name for one in before.measurements].index("waist_mm")
    assert model.setData(model.index(row, 1), model.unit.shown(755.0, finer=1))
    wearer = scanned.fit.wearer
    assert wearer.measured.values_mm["waist_mm"] == pytest.approx(755)
    assert wearer.scan is not None
    assert scan is not None
    assert wearer.scan.body is scan.body
    scanned.people.save(wearer, tmp_path / "me.csv")
    qtbot.waitUntil(lambda: not scanned.queue.busy, timeout=WAIT_MS)
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv", ".json", ".pdf", ".glb", ".ply"}
    assert read_measurement_file(tmp_path / "me.json").values_mm == pytest.approx(wearer.measured.values_mm)


def test_another_body_file_ends_the_scan(window: MainWindow, scanned: MainWindow, body_file: Path) -> None:
    window.fit.dress(scanned.fit.wearer)
    window.people.load(body_file)
    assert window.fit.wearer.scan is None
    assert window.fit.wearer.measured.to_body_measurements() == read_measurements(body_file)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_kind_of_measurement_file_is_opened(
    window: MainWindow, scanned: MainWindow, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("woman", True))
    measured = scanned.fit.wearer.measured
    write_measurement_file(measured, tmp_path / f"me{ending}")
    window.people.load(tmp_path / f"me{ending}")
    assert window.fit.wearer.line == scanned.fit.wearer.line.removeprefix("scanned ")


def test_whose_figure_it_is_is_asked_where_a_file_does_not_say(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"height_mm": 1800.0, "bust_mm": 1000.0, "waist_mm": 850.0, "hip_mm": 1000.0}
    write_measurement_file(measurement_set(Figure.MAN, values), tmp_path / "his.csv")
    rows = [line.split(",", 1)[1] for line in (tmp_path / "his.csv").read_text().splitlines()]
    (tmp_path / "his.csv").write_text("\n".join(rows))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("man", False))
    window.people.load(tmp_path / "his.csv")
    assert window.fit.wearer.measured.figure is Figure.WOMAN
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("man", True))
    window.people.load(tmp_path / "his.csv")
    assert window.fit.wearer.line.startswith("man, 180 cm")


def test_a_recording_that_is_none_is_told_in_one_line(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no recording")
    before = window.fit.wearer
    window.people.measure(ScanOrder((tmp_path / "notes.txt",), Figure.WOMAN))
    qtbot.waitUntil(lambda: not window.queue.busy, timeout=WAIT_MS)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "notes.txt is no recording that can be read" in box.text()
    assert "\n" not in box.text()
    assert window.fit.wearer is before


def test_a_cancelled_scan_changes_nobody(
    qtbot: QtBot, window: MainWindow, scanned: MainWindow, recording: Path
) -> None:
    before = window.fit.wearer
    window.people.measure(ScanOrder((recording,), Figure.WOMAN))
    window.queue.cancel()
    qtbot.waitUntil(lambda: not window.queue.busy, timeout=WAIT_MS)
    assert window.fit.wearer is before
    assert "Cancelled" in window.statusBar().currentMessage()


def test_cameras_that_cannot_be_listed_are_offered_when_their_driver_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_driver() -> list[object]:
        raise CameraError("no driver")

    monkeypatch.setattr("scanning.devices.realsense_cameras", no_driver)
    monkeypatch.setattr("scanning.devices.DRIVERS", [one for one in DRIVERS if one.family == "azure"])
    monkeypatch.delenv(AZURE_PYTHON_VARIABLE, raising=False)
    with pytest.raises(CameraError, match="no driver"):
        live_cameras()
    monkeypatch.setenv(AZURE_PYTHON_VARIABLE, "/opt/azure/bin/python")
    assert live_cameras() == [LiveCamera("Azure Kinect", "azure", None)]
