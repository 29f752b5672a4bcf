import _thread
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from fashiongan.errors import CameraError, RecordingError
from scanning.cli import app
from scanning.frame import DepthCamera, RgbdFrame
from scanning.record import record
from scanning.sources.described import Described
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened


class RecordedCamera(Described):
    """Stands in for a live camera: gives these frames, then fails as told."""

    def __init__(self, camera: DepthCamera, frames: list[RgbdFrame], end: BaseException | None = None) -> None:
        self._known, self._frames, self._end = camera, frames, end
        self.frame_count = None
        self.closed = False

    def open(self) -> None:
        self._camera = self._known

    def frames(self) -> Iterator[RgbdFrame]:
        yield from self._frames
        if self._end is not None:
            raise self._end

    def close(self) -> None:
        self.closed = True


def read(path: Path) -> list[RgbdFrame]:
    with opened(open_recording(path)) as source:
        return list(source.frames())


def test_a_recording_becomes_one_of_ours_frame_by_frame(
    tmp_path: Path, small_recording: Path, small_frames: list[RgbdFrame]
) -> None:
    seen: list[int] = []
    assert record(open_recording(small_recording), tmp_path / "copy.mkv", on_frame=seen.append) == 12
    assert seen == list(range(1, 13))
    copied = read(tmp_path / "copy.mkv")
    assert all(np.array_equal(one.depth, two.depth) for one, two in zip(copied, small_frames, strict=True))
    assert all(one.rgb is None for one in copied)


def test_it_stops_at_the_number_of_frames(
    tmp_path: Path, small_camera: DepthCamera, small_frames: list[RgbdFrame]
) -> None:
    source = RecordedCamera(small_camera, small_frames)
    assert record(source, tmp_path / "five.mkv", frames=5, keep_color=True) == 5
    assert [one.rgb is not None for one in read(tmp_path / "five.mkv")] == [True] * 5
    assert source.closed


def test_it_stops_after_the_seconds_of_the_cameras_clock(
    tmp_path: Path, small_camera: DepthCamera, small_frames: list[RgbdFrame]
) -> None:
    # Every 33 ms or so: the frames at 0, 33, 67 and 100 ms come before 110 ms.
    assert record(RecordedCamera(small_camera, small_frames), tmp_path / "short.mkv", seconds=0.11) == 4


def test_ctrl_c_keeps_what_was_written(
    tmp_path: Path, small_camera: DepthCamera, small_frames: list[RgbdFrame]
) -> None:
    def press_ctrl_c(count: int) -> None:
        if count == 3:
            _thread.interrupt_main()

    source = RecordedCamera(small_camera, small_frames * 50)
    count = record(source, tmp_path / "stopped.mkv", on_frame=press_ctrl_c)
    assert 3 <= count < 600
    assert len(read(tmp_path / "stopped.mkv")) == count


def test_a_camera_that_goes_away_leaves_a_complete_file(
    tmp_path: Path, small_camera: DepthCamera, small_frames: list[RgbdFrame]
) -> None:
    source = RecordedCamera(small_camera, small_frames[:4], CameraError("The camera went away."))
    with pytest.raises(CameraError, match="went away"):
        record(source, tmp_path / "gone.mkv")
    assert len(read(tmp_path / "gone.mkv")) == 4


def test_a_camera_that_gives_nothing_leaves_no_file(tmp_path: Path, small_camera: DepthCamera) -> None:
    with pytest.raises(RecordingError, match="Not one frame came"):
        record(RecordedCamera(small_camera, []), tmp_path / "none.mkv")
    assert not (tmp_path / "none.mkv").exists()


def run(*arguments: object) -> None:
    CliRunner().invoke(app, ["record", *map(str, arguments)], catch_exceptions=False)


def test_a_recording_is_converted_frame_by_frame(tmp_path: Path, small_recording: Path) -> None:
    run(tmp_path / "copy.mkv", "--from-recording", small_recording, "--frames", 3)
    assert len(read(tmp_path / "copy.mkv")) == 3


def test_librealsense_plays_a_bag_frame_by_frame_where_it_is_asked_to(
    tmp_path: Path, small_bag: Path, small_frames: list[RgbdFrame]
) -> None:
    run(tmp_path / "copy.mkv", "--from-recording", small_bag, "--librealsense")
    depths = [frame.depth for frame in read(tmp_path / "copy.mkv")]
    np.testing.assert_array_equal(depths, [frame.depth for frame in small_frames])


def test_without_a_recording_librealsense_has_nothing_to_play(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="give one"):
        run(tmp_path / "live.mkv", "--librealsense")
