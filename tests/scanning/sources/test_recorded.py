from pathlib import Path

import av
import numpy as np
import pytest

from fashiongan.errors import RecordingError
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.sources.k4a_recording import K4aRecording
from scanning.sources.k4a_writer import write_k4a
from scanning.sources.mkv_recording import MkvRecording
from scanning.sources.recorded import open_recording, play_recording
from scanning.sources.rosbag import RosbagRecording
from scanning.sources.tum_folder import TumFolder
from scanning.sources.tum_writer import write_tum


def test_what_a_file_is_does_not_depend_on_its_name(tmp_path: Path, small_recording: Path) -> None:
    renamed = tmp_path / "scan.bag"
    renamed.write_bytes(small_recording.read_bytes())
    assert isinstance(open_recording(renamed), MkvRecording)


def test_a_recording_of_an_azure_kinect_is_known(tmp_path: Path) -> None:
    camera = DepthCamera("Azure Kinect", "1", Intrinsics(320, 288, 252.0, 252.0, 160.0, 144.0))
    write_k4a(tmp_path / "k4a.mkv", camera, [RgbdFrame(np.ones((288, 320), np.uint16), 0, 0)])
    assert isinstance(open_recording(tmp_path / "k4a.mkv"), K4aRecording)


def test_a_bag_is_known_by_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "scan").write_bytes(b"#ROSBAG V2.0\n" + bytes(100))
    assert isinstance(open_recording(tmp_path / "scan"), RosbagRecording)


def test_a_folder_with_a_depth_list_is_known(tmp_path: Path, small_camera: DepthCamera) -> None:
    write_tum(tmp_path / "tum", small_camera, [])
    assert isinstance(open_recording(tmp_path / "tum"), TumFolder)


def test_a_missing_an_empty_and_an_unknown_file_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty.mkv").touch()
    (tmp_path / "picture.bag").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "folder").mkdir()
    for name, said in (
        ("missing.mkv", "is missing"),
        ("empty.mkv", "is empty"),
        ("picture.bag", "is no recording"),
        ("folder", "is a folder without depth.txt"),
    ):
        with pytest.raises(RecordingError, match=said):
            open_recording(tmp_path / name)


def test_a_video_of_no_depth_camera_says_so(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "film.mkv"), "w", format="matroska") as container:
        stream = container.add_stream("ffv1", rate=30)
        stream.width, stream.height, stream.pix_fmt = 16, 16, "gray"
        image = av.VideoFrame.from_ndarray(np.zeros((16, 16), np.uint8), format="gray")
        container.mux([*stream.encode(image), *stream.encode(None)])
    with pytest.raises(RecordingError, match="without a depth camera"):
        open_recording(tmp_path / "film.mkv")


@pytest.mark.parametrize("length", [5, 40, 300, 1500])
def test_the_first_bytes_of_a_recording_alone_are_refused(length: int, tmp_path: Path, small_recording: Path) -> None:
    (tmp_path / "head.mkv").write_bytes(small_recording.read_bytes()[:length])
    with pytest.raises(RecordingError):
        open_recording(tmp_path / "head.mkv").open()


def test_librealsense_is_asked_to_play_nothing_but_its_own_files(small_recording: Path) -> None:
    with pytest.raises(RecordingError, match=r"is no \.bag or \.db3"):
        play_recording(small_recording)
