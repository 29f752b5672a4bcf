import subprocess
import sys
from itertools import count
from pathlib import Path

import av
import numpy as np
import pytest

from fashiongan.errors import OutputError, RecordingError
from scanning.frame import DepthCamera, RgbdFrame
from scanning.recording import RecordingWriter
from scanning.sources.mkv_recording import MkvRecording
from scanning.sources.source import opened

# A camera that never stops, in a process that will be killed.
ENDLESS = """
import sys, time
from pathlib import Path
import numpy as np
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.recording import RecordingWriter

camera = DepthCamera("Endless", "1", Intrinsics(64, 48, 60.0, 60.0, 31.5, 23.5))
with RecordingWriter(Path(sys.argv[1]), camera) as writer:
    number = 0
    while True:
        writer.write(RgbdFrame(np.full((48, 64), number % 60000 + 1, np.uint16), number * 33333, number))
        print(number, flush=True)
        number += 1
        time.sleep(0.005)
"""


def frames_and_error(path: Path) -> tuple[list[RgbdFrame], str]:
    frames = []
    try:
        with opened(MkvRecording(path)) as source:
            frames.extend(source.frames())
    except RecordingError as error:
        return frames, str(error)
    return frames, ""


def test_depth_times_and_numbers_come_back_exactly(small_recording: Path, small_frames: list[RgbdFrame]) -> None:
    frames, error = frames_and_error(small_recording)
    assert not error
    assert [(one.timestamp_us, one.sequence) for one in frames] == [
        (one.timestamp_us, one.sequence) for one in small_frames
    ]
    assert all(np.array_equal(read.depth, written.depth) for read, written in zip(frames, small_frames, strict=True))


def test_a_skimmed_recording_gives_the_same_frames_only_fewer(
    small_recording: Path, small_frames: list[RgbdFrame]
) -> None:
    with opened(MkvRecording(small_recording)) as source:
        some = list(source.skimmed(5))
    assert [one.sequence for one in some] == [one.sequence for one in small_frames[::5]]
    assert all(np.array_equal(a.depth, b.depth) for a, b in zip(some, small_frames[::5], strict=True))


def test_the_camera_and_the_count_come_back(small_recording: Path, small_camera: DepthCamera) -> None:
    with opened(MkvRecording(small_recording)) as source:
        assert source.camera == small_camera
        assert source.intrinsics == small_camera.depth
        assert source.extrinsics[0, 3] == 15
        assert source.frame_count == 12


def test_color_comes_back_where_it_was_kept(small_recording: Path, small_frames: list[RgbdFrame]) -> None:
    frames, _ = frames_and_error(small_recording)
    for read, written in zip(frames, small_frames, strict=True):
        assert read.rgb is not None
        assert written.rgb is not None
        assert np.abs(read.rgb.astype(int) - written.rgb).max() <= 3


def test_color_is_left_out_unless_it_is_asked_for(
    tmp_path: Path, small_camera: DepthCamera, small_frames: list[RgbdFrame]
) -> None:
    with RecordingWriter(tmp_path / "private.mkv", small_camera) as writer:
        writer.write(small_frames[0])
    frames, _ = frames_and_error(tmp_path / "private.mkv")
    assert frames[0].rgb is None
    with av.open(str(tmp_path / "private.mkv")) as container:
        assert len(container.streams.video) == 1


def test_other_programs_read_the_depth_and_the_times(small_recording: Path, small_frames: list[RgbdFrame]) -> None:
    with av.open(str(small_recording)) as container:
        depth = next(one for one in container.streams.video if one.metadata["title"] == "DEPTH")
        images = list(container.decode(depth))
    assert all(np.array_equal(one.to_ndarray(), two.depth) for one, two in zip(images, small_frames, strict=True))
    start_us = small_frames[0].timestamp_us
    assert [round(one.time * 1e6) for one in images] == [one.timestamp_us - start_us for one in small_frames]


def test_a_killed_recording_opens_up_to_its_last_moment(tmp_path: Path) -> None:
    path = tmp_path / "killed.mkv"
    command = [sys.executable, "-c", ENDLESS, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        last = next(int(line) for line in writer.stdout if int(line) >= 30)
        # SIGKILL: nothing of the writer runs any more.
        writer.kill()
    frames, error = frames_and_error(path)
    assert len(frames) > last
    assert [one.sequence for one in frames] == list(range(len(frames)))
    assert all((one.depth == one.sequence + 1).all() for one in frames)
    assert f"broke off after {len(frames)} of an unknown number" in error


def test_frames_reach_the_disk_once_a_second_and_at_the_end(
    tmp_path: Path, small_camera: DepthCamera, small_frames: list[RgbdFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, synced = tmp_path / "synced.mkv", []
    now_s = count(0, 0.4)
    monkeypatch.setattr("scanning.matroska.monotonic", lambda: next(now_s))
    monkeypatch.setattr("os.fsync", lambda _: synced.append(path.stat().st_size))
    with RecordingWriter(path, small_camera) as writer:
        for frame in small_frames:
            writer.write(frame)
        during = list(synced)
    assert 3 <= len(during) <= 6
    assert during == sorted(set(during))
    assert synced[-1] == path.stat().st_size


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_cut_recording_gives_its_whole_frames_and_then_says_so(
    part: float, tmp_path: Path, small_recording: Path, small_frames: list[RgbdFrame]
) -> None:
    content = small_recording.read_bytes()
    (tmp_path / "cut.mkv").write_bytes(content[: int(len(content) * part)])
    frames, error = frames_and_error(tmp_path / "cut.mkv")
    assert 0 < len(frames) < len(small_frames)
    assert all(np.array_equal(one.depth, two.depth) for one, two in zip(frames, small_frames, strict=False))
    assert f"broke off after {len(frames)} of 12 frames" in error


def test_a_damaged_frame_is_left_out_and_the_others_are_kept(
    tmp_path: Path, small_recording: Path, small_frames: list[RgbdFrame]
) -> None:
    content = bytearray(small_recording.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8] = b"\xff" * 8
    (tmp_path / "damaged.mkv").write_bytes(content)
    frames, error = frames_and_error(tmp_path / "damaged.mkv")
    assert len(frames) == len(small_frames) - 1
    written = {one.sequence: one.depth for one in small_frames}
    assert all(np.array_equal(one.depth, written[one.sequence]) for one in frames)
    assert "broke off after 11 of 12 frames" in error


def test_a_recording_without_a_whole_frame_does_not_open(tmp_path: Path, small_recording: Path) -> None:
    (tmp_path / "head.mkv").write_bytes(small_recording.read_bytes()[:2500])
    frames, error = frames_and_error(tmp_path / "head.mkv")
    assert not frames
    assert "has no whole frame" in error


@pytest.mark.parametrize("side_px", [8_000, 16_000, 60_000])
def test_a_header_of_a_huge_size_is_refused(side_px: int, tmp_path: Path, small_recording: Path) -> None:
    content = small_recording.read_bytes()
    for element, length_px in ((b"\xb0", 64), (b"\xba", 48)):
        start = element + b"\x01" + (8).to_bytes(7, "big")
        content = content.replace(start + length_px.to_bytes(8, "big"), start + side_px.to_bytes(8, "big"))
    (tmp_path / "huge.mkv").write_bytes(content)
    _, error = frames_and_error(tmp_path / "huge.mkv")
    assert "says a size of DEPTH that no camera has" in error


def test_a_recording_is_never_replaced(tmp_path: Path, small_camera: DepthCamera) -> None:
    (tmp_path / "there.mkv").write_bytes(b"a customer")
    with pytest.raises(OutputError, match="exists already"):
        RecordingWriter(tmp_path / "there.mkv", small_camera)
    assert (tmp_path / "there.mkv").read_bytes() == b"a customer"


def test_a_recording_without_frames_leaves_no_file(tmp_path: Path, small_camera: DepthCamera) -> None:
    with RecordingWriter(tmp_path / "empty.mkv", small_camera):
        pass
    assert not list(tmp_path.iterdir())


def test_a_frame_of_another_size_is_refused(tmp_path: Path, small_camera: DepthCamera) -> None:
    with (
        RecordingWriter(tmp_path / "sizes.mkv", small_camera) as writer,
        pytest.raises(RecordingError, match=r"its camera says \(48, 64\)"),
    ):
        writer.write(RgbdFrame(np.ones((4, 4), np.uint16), 0, 0))


def test_a_newer_format_asks_for_an_update(tmp_path: Path, small_recording: Path) -> None:
    newer = small_recording.read_bytes().replace(b'"format": 1', b'"format": 9', 1)
    (tmp_path / "newer.mkv").write_bytes(newer)
    assert "update FashionGAN" in frames_and_error(tmp_path / "newer.mkv")[1]
