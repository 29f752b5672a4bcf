import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fashiongan.errors import RecordingError
from scanning.frame import DepthCamera, RgbdFrame
from scanning.sources.frame_pipe import FRAME, IMAGES, TEXT, FrameReceiver
from scanning.sources.realsense import RealsenseRecording
from scanning.sources.source import opened
from scanning.sources.stated_frames import stated_frames
from tests.scanning.sources.sameness import assert_same_frames


def test_librealsense_plays_our_bag_bit_by_bit(small_bag: Path, small_frames: list[RgbdFrame]) -> None:
    with opened(RealsenseRecording(small_bag)) as source:
        assert source.frame_count == len(small_frames)
        assert_same_frames(list(source.frames()), small_frames)


def test_librealsense_reads_the_camera_that_we_wrote(small_bag: Path, small_camera: DepthCamera) -> None:
    with opened(RealsenseRecording(small_bag)) as source:
        assert replace(source.camera, depth_to_color=None) == replace(small_camera, depth_to_color=None)
        assert source.extrinsics == pytest.approx(np.array(small_camera.depth_to_color), abs=1e-4)


def test_a_newer_recording_comes_back_bit_by_bit(small_db3: Path, small_frames: list[RgbdFrame]) -> None:
    with opened(RealsenseRecording(small_db3)) as source:
        frames = list(source.frames())
    assert stated_frames(small_db3) == len(frames) == len(small_frames)
    for frame, wanted in zip(frames, small_frames, strict=True):
        np.testing.assert_array_equal(frame.depth, wanted.depth)


def test_a_cut_recording_breaks_off_or_is_refused(small_db3: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.db3"
    cut.write_bytes(small_db3.read_bytes()[: small_db3.stat().st_size * 2 // 3])
    with (
        pytest.raises(RecordingError, match=r"broke off|damaged|cannot be played"),
        opened(RealsenseRecording(cut)) as source,
    ):
        list(source.frames())


def test_a_missing_recording_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="missing"):
        RealsenseRecording(tmp_path / "none.db3").open()


def child(code: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-S", "-c", code], stdout=subprocess.PIPE)


def complaint(code: str, silence_s: float = 5) -> str:
    process = child(code)
    with process, pytest.raises(RecordingError) as refused:
        FrameReceiver(process, "a.db3", silence_s).camera()
    return str(refused.value)


def test_a_player_that_crashes_is_a_damaged_recording() -> None:
    assert "crashed" in complaint("import os; os.abort()")


def test_a_player_that_hangs_is_killed() -> None:
    assert "said nothing for 0.2 s" in complaint("import time; time.sleep(60)", silence_s=0.2)


def test_garbage_from_a_player_is_not_believed() -> None:
    assert "sent b'AAAA'" in complaint("print('A' * 8)")


def test_a_frame_of_gigabytes_is_not_believed() -> None:
    header = TEXT.pack(FRAME, IMAGES.size) + IMAGES.pack(0, 0, 60000, 60000, 0, 0)
    process = child(f"import sys; sys.stdout.buffer.write({header!r})")
    with process, pytest.raises(RecordingError, match="FRAM"):
        next(FrameReceiver(process, "a.db3", 5).frames())


def test_a_player_ends_when_nobody_wants_its_frames_any_more(small_bag: Path) -> None:
    command = [sys.executable, "-m", "scanning.sources.realsense_player", str(small_bag)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as player:
        assert player.stdin is not None
        # Unread, its pipe is full after the first frames.
        player.stdin.close()
        assert player.wait(timeout=10) == 0
