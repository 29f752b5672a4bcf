"""Frames on a thread of their own, from sources that a test holds in its hand."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from fashiongan.errors import CameraError
from gui.scan.feeds import Feed, recordings_feed
from gui.scan.live import LiveView, Look
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened
from tests.gui.scan.conftest import RECORDINGS
from tests.scanning.people import Played

WAIT_MS = 20_000
SMALL = DepthCamera("Small", "42", Intrinsics(64, 48, 60.0, 60.0, 31.5, 23.5))


def frame(number: int) -> RgbdFrame:
    return RgbdFrame(np.full((48, 64), 1000 + number, np.uint16), number * 33_333, number)


@dataclass
class Endless(Played):
    """A camera that gives frames until it is unplugged."""

    unplugged: threading.Event
    closed: bool = False

    def frames(self) -> Iterator[RgbdFrame]:
        number = 0
        while not self.unplugged.is_set():
            time.sleep(0.005)
            yield frame(number)
            number += 1
        raise CameraError("The camera went away; plug it in again.")

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def camera() -> Endless:
    return Endless(SMALL, [], threading.Event())


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[LiveView]:
    made = LiveView()
    yield made
    made.close()


def feed_of(source: Played) -> Feed:
    return Feed("Test", lambda: source, endless=True)


def test_a_busy_window_gets_the_newest_frame_and_none_that_is_out_of_date(
    qtbot: QtBot, view: LiveView, camera: Endless
) -> None:
    looks: list[Look] = []
    view.looked.connect(looks.append)
    view.start(feed_of(camera))
    qtbot.waitUntil(lambda: bool(looks), timeout=WAIT_MS)
    time.sleep(0.4)
    before = len(looks)
    qtbot.waitUntil(lambda: len(looks) > before + 1, timeout=WAIT_MS)
    skipped = looks[before].frame.sequence - looks[before - 1].frame.sequence
    assert skipped > 5


def test_starting_and_stopping_keep_nobody_waiting_and_the_source_is_closed(
    qtbot: QtBot, view: LiveView, camera: Endless
) -> None:
    before = time.perf_counter()
    with qtbot.waitSignal(view.looked, timeout=WAIT_MS):
        view.start(feed_of(camera))
    with qtbot.waitSignal(view.stopped, timeout=WAIT_MS):
        before = time.perf_counter()
        view.stop()
        assert time.perf_counter() - before < 0.2
    assert camera.closed
    assert not view.running


def test_a_camera_that_goes_away_is_told_in_one_line(qtbot: QtBot, view: LiveView, camera: Endless) -> None:
    with qtbot.waitSignal(view.looked, timeout=WAIT_MS):
        view.start(feed_of(camera))
    with qtbot.waitSignal(view.failed, timeout=WAIT_MS) as failed:
        camera.unplugged.set()
    assert failed.args == ["The camera went away; plug it in again."]


def test_a_camera_that_falls_silent_is_told_too(qtbot: QtBot, view: LiveView) -> None:
    with qtbot.waitSignal(view.failed, timeout=WAIT_MS) as failed:
        view.start(feed_of(Played(SMALL, [frame(0)])))
    assert "no more frames" in str(failed.args)


def test_a_missing_recording_is_told_in_one_line(qtbot: QtBot, view: LiveView, tmp_path: Path) -> None:
    missing = tmp_path / "none.mkv"
    with qtbot.waitSignal(view.failed, timeout=WAIT_MS) as failed:
        view.start(recordings_feed((missing,), missing))
    assert "is missing" in str(failed.args)


def test_another_source_follows_when_the_first_is_closed(qtbot: QtBot, view: LiveView, camera: Endless) -> None:
    with qtbot.waitSignal(view.looked, timeout=WAIT_MS):
        view.start(feed_of(camera))
    other, closed = Played(SMALL, [frame(7)] * 3), list[bool]()
    view.start(Feed("Other", lambda: closed.append(camera.closed) or other))
    qtbot.waitUntil(lambda: bool(closed), timeout=WAIT_MS)
    assert closed[0] is True


@pytest.mark.parametrize("name", ["d435.mkv", "d435.bag", "azure.mkv"])
def test_every_kind_of_recording_is_played_over_and_over_in_its_own_time(
    qtbot: QtBot, view: LiveView, name: str
) -> None:
    looks: list[Look] = []
    view.looked.connect(looks.append)
    path = RECORDINGS / name
    with opened(open_recording(path)) as source:
        times = [one.timestamp_us for one in source.frames()]
    length_s, start = (times[-1] - times[0]) / 1e6, time.monotonic()
    view.start(recordings_feed((path,), path))
    qtbot.waitUntil(lambda: any(one.time_us / 1e6 > 1.2 * length_s for one in looks), timeout=WAIT_MS)
    assert time.monotonic() - start > length_s
    assert [one.time_us for one in looks] == sorted(one.time_us for one in looks)


def test_what_is_recorded_is_complete_and_bit_exact(
    qtbot: QtBot, view: LiveView, camera: Endless, tmp_path: Path
) -> None:
    looks: list[Look] = []
    view.looked.connect(looks.append)
    view.start(feed_of(camera))
    qtbot.waitUntil(lambda: bool(looks), timeout=WAIT_MS)
    view.record(tmp_path / "a.mkv")
    qtbot.waitUntil(lambda: looks[-1].recorded > 5, timeout=WAIT_MS)
    with qtbot.waitSignal(view.recorded, timeout=WAIT_MS) as recorded:
        view.stop_recording()
    assert recorded.args == [tmp_path / "a.mkv"]
    with opened(open_recording(tmp_path / "a.mkv")) as source:
        kept = list(source.frames())
    numbers = [one.sequence for one in kept]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert all((one.depth == 1000 + one.sequence).all() for one in kept)


def test_a_recording_is_completed_even_if_the_camera_goes_away(
    qtbot: QtBot, view: LiveView, camera: Endless, tmp_path: Path
) -> None:
    looks: list[Look] = []
    view.looked.connect(looks.append)
    view.start(feed_of(camera))
    qtbot.waitUntil(lambda: bool(looks), timeout=WAIT_MS)
    view.record(tmp_path / "a.mkv")
    qtbot.waitUntil(lambda: looks[-1].recorded > 2, timeout=WAIT_MS)
    with qtbot.waitSignals([view.recorded, view.failed], timeout=WAIT_MS):
        camera.unplugged.set()
    with opened(open_recording(tmp_path / "a.mkv")) as source:
        assert len(list(source.frames())) > 2
