"""Checking and calibrating a camera in the window, on recordings of simulated walls."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.errors import Cancelled
from gui.camera_work import PROCEDURES, CameraInputs, CameraOrder, carry_out
from gui.main_window import MainWindow
from gui.panels.camera_dialog import CameraDialog
from gui.panels.report_dialog import ReportDialog
from gui.scan_order import LiveCamera
from scanning.calibration.calibration import Calibration, read_calibration, write_calibration
from scanning.recording import RecordingWriter
from scanning.sources.recorded import open_recording
from scanning.sources.source import Source, opened
from tests.scanning.rooms import Floats, Room, frame_of, look, noisy, stereo_camera, wall_depth_mm

WAIT_MS = 60_000
CAMERA = stereo_camera("817")
LIVE = LiveCamera("Simulated", "realsense", "817")


def recorded(path: Path, depth_mm: Floats) -> Path:
    random = np.random.default_rng(0)
    with RecordingWriter(path, CAMERA, False) as writer:
        for number in range(3):
            writer.write(frame_of(noisy(depth_mm, 2.0, random), CAMERA, number))
    return path


@pytest.fixture(scope="module")
def wall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("wall") / "wall.mkv", wall_depth_mm(CAMERA.depth, 1300))


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cylinder on a floor, from 1 m height."""
    shown = Room(cylinders=[(0, 0, 150, 0, 700)]).depth_mm(CAMERA.depth, look(1000, 1300, down_deg=25))
    return recorded(tmp_path_factory.mktemp("room") / "room.mkv", shown)


@pytest.fixture
def dialog(window: MainWindow) -> CameraDialog:
    return window.scan.ask_for_camera_work()


def choose(dialog: CameraDialog, title: str) -> None:
    dialog.procedures.setCurrentRow([one.title for one in PROCEDURES].index(title))


def done(qtbot: QtBot, window: MainWindow, dialog: CameraDialog) -> ReportDialog:
    dialog.begin.click()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not window.queue.busy, timeout=WAIT_MS)
    shown = window.findChildren(ReportDialog)
    assert shown, window.statusBar().currentMessage()
    return shown[-1]


def cells(shown: ReportDialog) -> dict[str, list[str]]:
    texts = [[shown.table.item(row, column).text() for column in range(4)] for row in range(shown.table.rowCount())]
    return {name: others for name, *others in texts}


def answer_live(monkeypatch: pytest.MonkeyPatch, recording: Path) -> None:
    def camera(family: str, serial: str | None, color: bool = False) -> Source:
        return open_recording(recording)

    monkeypatch.setattr("gui.panels.camera_choice.live_cameras", lambda: [LIVE])
    monkeypatch.setattr("scanning.sources.cameras.open_camera", camera)


def test_a_wall_3_percent_off_fails_the_check_with_an_advice(
    qtbot: QtBot, window: MainWindow, dialog: CameraDialog, wall: Path
) -> None:
    assert not dialog.begin.isEnabled()
    dialog.recordings.add([wall])
    dialog.distances.setText("1260")
    shown = done(qtbot, window, dialog)
    assert shown.words.text().endswith("1 not good enough.")
    assert "calibrate" in cells(shown)["Z accuracy"][2]
    assert cells(shown)["fill rate"][2] == "good"


def test_the_result_is_saved_as_a_picture(
    qtbot: QtBot, window: MainWindow, dialog: CameraDialog, wall: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.recordings.add([wall])
    shown = done(qtbot, window, dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "check"), ""))
    shown.save.click()
    with Image.open(tmp_path / "check.png") as picture:
        assert picture.width > 600


def test_a_live_camera_is_checked_too(
    qtbot: QtBot, window: MainWindow, dialog: CameraDialog, wall: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_live(monkeypatch, wall)
    dialog.tabs.setCurrentIndex(1)
    distance = cells(done(qtbot, window, dialog))["distance to the wall"][0]
    assert float(distance.split()[0]) == pytest.approx(1300, abs=1)


def test_a_still_scene_is_recorded_without_colour(
    qtbot: QtBot, window: MainWindow, dialog: CameraDialog, wall: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_live(monkeypatch, wall)
    choose(dialog, "Record a still scene")
    dialog.recording_out.set_path(tmp_path / "again.mkv")
    done(qtbot, window, dialog)
    with opened(open_recording(tmp_path / "again.mkv")) as source:
        assert [frame.rgb for frame in source.frames()] == [None] * 3


def test_walls_at_known_distances_correct_the_depth(
    qtbot: QtBot, window: MainWindow, dialog: CameraDialog, tmp_path: Path
) -> None:
    choose(dialog, "Correct the depth")
    for true in (700, 1000, 1500, 2200):
        dialog.recordings.add([recorded(tmp_path / f"{true}.mkv", wall_depth_mm(CAMERA.depth, 1.01 * true))])
    dialog.distances.setText("700, 1000, 1500, 2200")
    assert not dialog.begin.isEnabled()
    dialog.calibration.set_path(tmp_path / "calibration.json")
    assert cells(done(qtbot, window, dialog))["kept in"][0] == str(tmp_path / "calibration.json")
    assert read_calibration(tmp_path / "calibration.json").camera("817").correction.a == pytest.approx(1.01, abs=5e-4)


def test_a_cylinder_on_the_floor_places_and_verifies_the_camera(
    qtbot: QtBot, window: MainWindow, dialog: CameraDialog, room: Path, tmp_path: Path
) -> None:
    dialog.recordings.add([room])
    dialog.calibration.set_path(tmp_path / "calibration.json")
    choose(dialog, "Floor")
    dialog.up.setCurrentText("top")
    height = cells(done(qtbot, window, dialog))["height of the camera"][0]
    assert float(height.split()[0]) == pytest.approx(1000, abs=5)
    window.scan.ask_for_camera_work()
    choose(dialog, "Verify")
    dialog.sizes.setText("300x700")
    assert done(qtbot, window, dialog).words.text() == "Verification on a cylinder: good."


def test_a_board_is_written_to_print(qtbot: QtBot, window: MainWindow, dialog: CameraDialog, tmp_path: Path) -> None:
    choose(dialog, "Print a board")
    assert not dialog.tabs.isVisible()
    dialog.board_out.set_path(tmp_path / "board.pdf")
    assert cells(done(qtbot, window, dialog))["print it on"][0] == "A4 at 100 %"
    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("title", ["Colour camera", "Several cameras", "Turntable", "Floor"])
def test_what_cannot_be_found_is_told_in_one_line_and_nothing_is_written(
    qtbot: QtBot, window: MainWindow, dialog: CameraDialog, wall: Path, tmp_path: Path, title: str
) -> None:
    choose(dialog, title)
    dialog.recordings.add([wall])
    dialog.calibration.set_path(tmp_path / "calibration.json")
    dialog.begin.click()
    qtbot.waitUntil(lambda: not window.queue.busy, timeout=WAIT_MS)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "\n" not in box.text()
    assert any(words in box.text() for words in ("no colour", "two or more", "no floor"))
    assert not (tmp_path / "calibration.json").exists()


def test_a_number_that_cannot_be_is_told_before_the_dialog_closes(dialog: CameraDialog, wall: Path) -> None:
    choose(dialog, "Verify")
    dialog.recordings.add([wall])
    dialog.sizes.setText("40 cm")
    dialog.begin.click()
    assert dialog.isVisible()
    assert "'40 cm' is no size" in dialog.problem.text()
    dialog.sizes.setText("400x250x600")
    assert not dialog.problem.text()


def test_a_cancelled_calibration_leaves_the_file_as_it_was(
    qtbot: QtBot, window: MainWindow, dialog: CameraDialog, room: Path, tmp_path: Path
) -> None:
    write_calibration(Calibration(), tmp_path / "calibration.json")
    before = (tmp_path / "calibration.json").read_bytes()
    choose(dialog, "Floor")
    dialog.recordings.add([room])
    dialog.calibration.set_path(tmp_path / "calibration.json")
    dialog.begin.click()
    window.queue.cancel()
    qtbot.waitUntil(lambda: not window.queue.busy, timeout=WAIT_MS)
    assert "Cancelled" in window.statusBar().currentMessage()
    assert (tmp_path / "calibration.json").read_bytes() == before


def test_what_was_worked_out_is_dropped_if_it_was_cancelled_meanwhile(room: Path, tmp_path: Path) -> None:
    floor = next(one for one in PROCEDURES if one.title == "Floor")
    order = CameraOrder(floor, CameraInputs(recordings=(room,), calibration=tmp_path / "calibration.json"))
    said: list[str] = []

    def progress(share: float, what: str) -> None:
        if said and "working it out" in said[-1]:
            raise Cancelled("Cancelled.")
        said.append(what)

    with pytest.raises(Cancelled):
        carry_out(order, progress)
    assert not (tmp_path / "calibration.json").exists()
