"""The Scan page, with a camera that is played."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from fashiongan.body.measurements import Figure
from gui.scan.consent import ConsentDialog
from gui.scan.feeds import Feed
from gui.scan.page import ScanPage
from gui.scan_order import LiveCamera, ScanOrder
from scanning.consent import read_consent
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened
from tests.gui.scan.conftest import RECORDINGS, WAIT_MS, answering, as_camera
from tests.scanning.people import Played

LEFT = Qt.MouseButton.LeftButton
LENS = Intrinsics(64, 48, 60.0, 60.0, 31.5, 23.5)
COLOR = np.full((48, 64, 3), 120, np.uint8)


def agree(qtbot: QtBot, page: ScanPage, stands: Played) -> None:
    def answer(dialog: ConsentDialog) -> None:
        assert dialog.pseudonym.text().startswith("P-")
        assert not dialog.start.isEnabled()
        dialog.pseudonym.clear()
        qtbot.keyClicks(dialog.pseudonym, "K-07")
        assert not dialog.start.isEnabled()
        dialog.agree.click()
        qtbot.mouseClick(dialog.start, LEFT)

    answering(answer)
    page.look_at(as_camera(stands))


def test_who_refuses_is_not_shown(qtbot: QtBot, page: ScanPage, stands: Played) -> None:
    answering(lambda dialog: dialog.reject())
    page.look_at(as_camera(stands))
    qtbot.wait(300)
    assert not page.live.running
    assert not page.preview.picture.has_picture
    assert not page.steps.record.isEnabled()
    assert "nobody agreed" in page.preview.words.text()


def test_after_consent_the_picture_comes_with_words(qtbot: QtBot, page: ScanPage, stands: Played) -> None:
    agree(qtbot, page, stands)
    qtbot.waitUntil(lambda: page.preview.picture.has_picture, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Stand like this" in page.preview.words.text(), timeout=WAIT_MS)
    assert "1.3" in page.preview.facts.text()


def test_recording_goes_by_itself_once_around_and_is_then_to_be_measured(
    qtbot: QtBot, page: ScanPage, stands: Played
) -> None:
    agree(qtbot, page, stands)
    assert not page.steps.measure.isEnabled()
    qtbot.waitUntil(page.steps.record.isEnabled, timeout=WAIT_MS)
    qtbot.mouseClick(page.steps.record, LEFT)
    said: set[str] = set()
    page.live.looked.connect(lambda: said.add(page.preview.words.text()))
    qtbot.waitUntil(page.steps.measure.isEnabled, timeout=WAIT_MS)
    assert "Turn a little to the left" in said
    assert {f"Hold still  ·  {stand} of 8" for stand in range(1, 9)} <= said
    assert page.steps.wheel.held == 8
    with qtbot.waitSignal(page.scan_asked) as asked:
        qtbot.mouseClick(page.steps.measure, LEFT)
    (order,) = asked.args
    assert order.figure is Figure.WOMAN
    (path,) = order.recordings
    consent = read_consent(path)
    assert consent is not None
    assert consent.pseudonym == "K-07"
    assert not consent.keep_color
    with opened(open_recording(path)) as source:
        assert len(list(source.frames())) > 60


def test_stopped_in_the_countdown_nothing_is_kept(qtbot: QtBot, page: ScanPage, stands: Played, tmp_path: Path) -> None:
    agree(qtbot, page, stands)
    qtbot.waitUntil(lambda: page.preview.picture.has_picture, timeout=WAIT_MS)
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.steps.record.text() == "Stop", timeout=WAIT_MS)
    qtbot.mouseClick(page.steps.record, LEFT)
    assert page.steps.record.text() == "Record"
    assert not (tmp_path / "scans").exists()
    assert not page.steps.measure.isEnabled()


def test_recordings_are_shown_and_measured_as_they_are(qtbot: QtBot, page: ScanPage) -> None:
    paths = [RECORDINGS / "d435.mkv", RECORDINGS / "azure.mkv"]
    page.source.open_recordings(paths)
    qtbot.waitUntil(lambda: page.preview.picture.has_picture, timeout=WAIT_MS)
    assert not page.steps.record.isEnabled()
    page.steps.figure.setCurrentIndex(1)
    page.steps.set_calibration(Path("room.json"))
    with qtbot.waitSignal(page.scan_asked) as asked:
        qtbot.mouseClick(page.steps.measure, LEFT)
    assert asked.args == [ScanOrder(tuple(paths), Figure.MAN, Path("room.json"))]


def test_a_recording_that_is_none_is_told_where_the_picture_would_be(
    qtbot: QtBot, page: ScanPage, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("no recording")
    page.source.open_recordings([tmp_path / "notes.txt"])
    qtbot.waitUntil(lambda: "is no recording" in page.preview.words.text(), timeout=WAIT_MS)
    assert not page.steps.measure.isEnabled()


def test_a_simulated_person_needs_no_consent(qtbot: QtBot, page: ScanPage) -> None:
    qtbot.mouseClick(page.source.simulated, LEFT)
    qtbot.waitUntil(lambda: page.preview.picture.has_picture, timeout=WAIT_MS)
    assert page.steps.record.isEnabled()


def test_cameras_that_answer_are_offered(qtbot: QtBot, page: ScanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.panels.camera_choice.live_cameras", list)
    qtbot.mouseClick(page.source.camera, LEFT)
    assert not page.source.start.isEnabled()
    monkeypatch.setattr("gui.panels.camera_choice.live_cameras", lambda: [LiveCamera("D435", "realsense", "1")])
    qtbot.mouseClick(page.source.again, LEFT)
    assert page.source.start.isEnabled()


def test_colour_is_shown_only_if_it_is_wanted_and_kept_only_if_it_was_agreed_to(qtbot: QtBot, page: ScanPage) -> None:
    asked: list[bool] = []

    def camera(color: bool) -> Played:
        asked.append(color)
        frames = [RgbdFrame(np.full((48, 64), 1500, np.uint16), n * 33_333, n, COLOR) for n in range(9)]
        return Played(DepthCamera("Small", "42", LENS, color=LENS), frames)

    feed = Feed("Test camera", lambda: camera(False), person=True, make_colored=lambda: camera(True))

    def answer(dialog: ConsentDialog) -> None:
        dialog.pseudonym.setText("K-07")
        dialog.agree.click()
        dialog.keep_color.click()
        dialog.start.click()

    answering(answer)
    page.look_at(feed)
    qtbot.waitUntil(lambda: page.preview.picture.has_picture, timeout=WAIT_MS)
    assert asked[0] is True
    assert not page.preview.color.isVisible()
    page.source.color.click()
    qtbot.waitUntil(page.preview.color.isVisible, timeout=WAIT_MS)


def test_every_control_says_what_it_is_for(page: ScanPage) -> None:
    silent = [
        button.text()
        for button in page.findChildren(QPushButton)
        if not button.toolTip() and button.isVisibleTo(page) and button.text()
    ]
    assert silent == []
