"""Scanning in the window. One window records a simulated camera and measures; the tests look at what came of it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.body.definitions import DEFINITIONS
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import Figure, read_measurements
from fashiongan.errors import CameraError
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from gui.app import open_window
from gui.main_window import MainWindow
from gui.panels.measurements import MeasurementsDialog, with_ending
from gui.panels.scan_dialog import ScanDialog
from gui.scan_order import LiveCamera, ScanOrder, live_cameras
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
def scanned(qapp: QApplication, woman: FittedBody, recording: Path) -> Iterator[MainWindow]:
    """A window that recorded a person before a camera, and measured."""
    camera = SimulatedCamera(
        Person(woman.mesh.vertices_mm, woman.mesh.faces), Setup(IDEAL, views=3, frames_a_view=5, turning_frames=2)
    )
    window = open_window(Studio(SHIPPED))
    window.show()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scanning.sources.cameras.open_camera", lambda family, serial: camera)
        dialog = window.person.ask_for_scan()
        ask_live(dialog, [SIMULATED], recording)
        dialog.live.consent.setChecked(True)
        dialog.accept()
        QtBot(None).waitUntil(lambda: not window.jobs.busy, timeout=WAIT_MS)
    yield window
    window.close()


def ask_live(dialog: ScanDialog, cameras: list[LiveCamera], path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gui.panels.camera_choice.live_cameras", lambda: cameras)
        dialog.tabs.setCurrentWidget(dialog.live)
    dialog.live.set_path(path)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = open_window(Studio(SHIPPED))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.jobs.busy, timeout=WAIT_MS)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> ScanDialog:
    return window.person.ask_for_scan()


def test_the_scanned_person_is_the_one_before_the_camera(scanned: MainWindow, woman: FittedBody) -> None:
    found, true = scanned.person.wearer.measured.values_mm, woman.measurements
    assert found["height_mm"] == pytest.approx(true.height_mm, abs=4)
    assert [found["bust_mm"], found["waist_mm"], found["hip_mm"]] == pytest.approx(
        [true.bust_mm, true.waist_mm, true.hip_mm], abs=9
    )
    assert scanned.person.label.text().startswith("scanned woman, 168 cm")


def test_a_live_recording_is_kept_and_holds_no_colour(scanned: MainWindow, recording: Path) -> None:
    with opened(open_recording(recording)) as source:
        assert all(frame.rgb is None for frame in source.frames())


def test_the_scan_opens_a_table_that_says_what_to_measure_again(scanned: MainWindow) -> None:
    shown = scanned.findChild(MeasurementsDialog)
    assert shown is not None
    remarks = [shown.table.item(row, 5).text() for row in range(shown.table.rowCount())]
    doubted = [one.reason for one in scanned.person.wearer.measured.measurements if not one.confident]
    assert len(remarks) == len(DEFINITIONS)
    assert [text for text in remarks if text] == [f"measure again: {reason}" for reason in doubted]


def test_a_garment_is_draped_on_the_scanned_skin_itself(
    qtbot: QtBot, scanned: MainWindow, two_sided_tshirt: GarmentImage
) -> None:
    scanned.gallery.add(two_sided_tshirt)
    scanned.gallery.setCurrentRow(0)
    scanned.start_fitting()
    qtbot.waitUntil(lambda: not scanned.jobs.busy, timeout=WAIT_MS)
    scan = scanned.person.wearer.scan
    assert scan is not None
    assert scanned.look is not None
    np.testing.assert_array_equal(scanned.look.body.mesh.vertices_mm, scan.body.vertices_mm)


def test_saving_a_scan_leaves_measurements_details_report_body_and_points(
    qtbot: QtBot, scanned: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = str(tmp_path / "me")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (typed, "A table (*.csv)"))
    shown = scanned.person.show_measurements()
    shown.save.click()
    shown.close()
    qtbot.waitUntil(lambda: not scanned.jobs.busy, timeout=WAIT_MS)
    assert {path.suffix for path in tmp_path.iterdir()} == {".csv", ".json", ".pdf", ".glb", ".ply"}
    again = read_measurement_file(tmp_path / "me.json")
    assert again.values_mm == pytest.approx(scanned.person.wearer.measured.values_mm)


def test_another_body_file_ends_the_scan(window: MainWindow, scanned: MainWindow, body_file: Path) -> None:
    window.person.dress(scanned.person.wearer)
    window.person.load(body_file)
    assert window.person.wearer.scan is None
    assert window.person.wearer.measured.to_body_measurements() == read_measurements(body_file)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_kind_of_measurement_file_is_opened(
    window: MainWindow, scanned: MainWindow, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("woman", True))
    measured = scanned.person.wearer.measured
    write_measurement_file(measured, tmp_path / f"me{ending}")
    window.person.load(tmp_path / f"me{ending}")
    assert window.person.label.text() == scanned.person.label.text().removeprefix("scanned ")


def test_whose_figure_it_is_is_asked_where_a_file_does_not_say(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"height_mm": 1800.0, "bust_mm": 1000.0, "waist_mm": 850.0, "hip_mm": 1000.0}
    write_measurement_file(measurement_set(Figure.MAN, values), tmp_path / "his.csv")
    rows = [line.split(",", 1)[1] for line in (tmp_path / "his.csv").read_text().splitlines()]
    (tmp_path / "his.csv").write_text("\n".join(rows))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("man", False))
    window.person.load(tmp_path / "his.csv")
    assert window.person.wearer.measured.figure is Figure.WOMAN
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("man", True))
    window.person.load(tmp_path / "his.csv")
    assert window.person.label.text().startswith("man, 180 cm")


def test_a_recording_that_is_none_is_told_in_one_line(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no recording")
    before = window.person.wearer
    window.start_scanning(ScanOrder((tmp_path / "notes.txt",), Figure.WOMAN))
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=WAIT_MS)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "notes.txt is no recording that can be read" in box.text()
    assert "\n" not in box.text()
    assert window.person.wearer is before


def test_a_cancelled_scan_changes_nobody(
    qtbot: QtBot, window: MainWindow, scanned: MainWindow, recording: Path
) -> None:
    before = window.person.wearer
    window.start_scanning(ScanOrder((recording,), Figure.WOMAN))
    window.jobs.cancel()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=WAIT_MS)
    assert window.person.wearer is before
    assert "Cancelled" in window.statusBar().currentMessage()


def test_a_live_recording_needs_camera_file_and_consent(dialog: ScanDialog, tmp_path: Path) -> None:
    ask_live(dialog, [SIMULATED], tmp_path / "live.mkv")
    assert not dialog.measure.isEnabled()
    dialog.live.consent.setChecked(True)
    assert dialog.measure.isEnabled()
    dialog.live.choice.offer([], "none")
    assert not dialog.measure.isEnabled()


def test_without_a_camera_the_dialog_says_so_and_what_to_install(
    dialog: ScanDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_driver() -> list[LiveCamera]:
        raise CameraError("The RealSense driver cannot be loaded.")

    monkeypatch.setattr("gui.panels.camera_choice.live_cameras", no_driver)
    dialog.tabs.setCurrentWidget(dialog.live)
    assert "The RealSense driver cannot be loaded." in dialog.live.choice.found.text()
    assert "pip install" in dialog.live.choice.found.text()


def test_recordings_are_asked_for_with_figure_and_calibration(qtbot: QtBot, dialog: ScanDialog) -> None:
    assert not dialog.measure.isEnabled()
    dialog.recordings.add([Path("left.mkv"), Path("right.bag")])
    dialog.recordings.add([Path("left.mkv")])
    dialog.figure.setCurrentText("man")
    dialog.set_calibration(Path("room.json"))
    dialog.ordered.disconnect()
    with qtbot.waitSignal(dialog.ordered) as sent:
        dialog.measure.click()
    assert sent.args == [ScanOrder((Path("left.mkv"), Path("right.bag")), Figure.MAN, Path("room.json"))]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind() -> None:
    assert with_ending("me", "FreeSewing (*.freesewing.json)") == Path("me.freesewing.json")
    assert with_ending("me.csv", "Seamly2D (*.smis)") == Path("me.csv")


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
