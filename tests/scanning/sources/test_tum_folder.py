import json
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.errors import OutputError, RecordingError
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.sources.source import opened
from scanning.sources.tum_folder import TumFolder
from scanning.sources.tum_writer import write_tum


@pytest.fixture
def freiburg(tmp_path: Path) -> Path:
    """Two depth images and three colour ones, as the benchmark lays them out, written by hand."""
    folder = tmp_path / "freiburg"
    for name in ("depth", "rgb"):
        (folder / name).mkdir(parents=True)
    for time in ("1.000000", "1.100000"):
        Image.fromarray(np.full((480, 640), 10_000, np.uint16)).save(folder / f"depth/{time}.png")
    for time, shade in (("0.985000", 10), ("1.005000", 90), ("1.130000", 200)):
        Image.new("RGB", (640, 480), (shade, shade, shade)).save(folder / f"rgb/{time}.png")
    (folder / "depth.txt").write_text("# depth maps\n1.000000 depth/1.000000.png\n1.100000 depth/1.100000.png\n")
    times = ("0.985000", "1.005000", "1.130000")
    (folder / "rgb.txt").write_text("# color\n" + "".join(f"{time} rgb/{time}.png\n" for time in times))
    return folder


def frames_of(folder: Path) -> list[RgbdFrame]:
    with opened(TumFolder(folder)) as source:
        return list(source.frames())


def test_five_thousand_steps_are_a_metre_and_the_default_camera_is_freiburgs(
    freiburg: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with opened(TumFolder(freiburg)) as source:
        frames = list(source.frames())
        assert source.camera.depth_unit_mm * frames[0].depth[0, 0] == pytest.approx(2000)
        assert (source.intrinsics.fx_px, source.intrinsics.cx_px) == (525, 319.5)
        assert source.frame_count == 2
    assert [one.timestamp_us for one in frames] == [1_000_000, 1_100_000]
    assert "says nothing of its camera" in caplog.text


def test_color_is_the_nearest_within_twenty_milliseconds(freiburg: Path) -> None:
    first, second = frames_of(freiburg)
    assert first.rgb is not None
    assert first.rgb[0, 0, 0] == 90
    assert second.rgb is None


@pytest.mark.parametrize("order", ["{d} {c}", "{c} {d}"])
def test_associations_may_name_either_first(order: str, freiburg: Path) -> None:
    (freiburg / "depth.txt").unlink()
    (freiburg / "rgb.txt").unlink()
    line = order.format(d="1.000000 depth/1.000000.png", c="1.005000 rgb/1.005000.png")
    (freiburg / "associations.txt").write_text(f"{line}\n")
    (frame,) = frames_of(freiburg)
    assert frame.depth[0, 0] == 10_000
    assert frame.rgb is not None


def test_intrinsics_may_be_given(freiburg: Path) -> None:
    (freiburg / "intrinsics.txt").write_text("570 0 320\n0 571 240\n0 0 1\n")
    with opened(TumFolder(freiburg)) as source:
        assert (source.intrinsics.fx_px, source.intrinsics.fy_px, source.intrinsics.cy_px) == (570, 571, 240)


@pytest.mark.parametrize("name", ["/etc/passwd", "../secret.png", "depth/../../secret.png"])
def test_a_list_that_leads_out_of_the_folder_is_refused(name: str, freiburg: Path) -> None:
    (freiburg / "depth.txt").write_text(f"1.0 {name}\n")
    with pytest.raises(RecordingError, match="outside the folder"):
        TumFolder(freiburg).open()


def test_a_link_that_leads_out_of_the_folder_is_refused(freiburg: Path, tmp_path: Path) -> None:
    Image.fromarray(np.ones((480, 640), np.uint16)).save(tmp_path / "secret.png")
    (freiburg / "depth" / "link.png").symlink_to(tmp_path / "secret.png")
    (freiburg / "depth.txt").write_text("1.0 depth/link.png\n")
    with pytest.raises(RecordingError, match="outside the folder"):
        TumFolder(freiburg).open()


@pytest.mark.parametrize("line", ["soon depth/1.000000.png", "1.0", "nan depth/1.000000.png", "1.0 \0"])
def test_a_line_that_is_no_time_and_file_is_refused(line: str, freiburg: Path) -> None:
    (freiburg / "depth.txt").write_text(f"{line}\n")
    with pytest.raises(RecordingError, match="no time and file"):
        TumFolder(freiburg).open()


def test_a_cut_depth_image_is_left_out_and_said_at_the_end(freiburg: Path) -> None:
    path = freiburg / "depth" / "1.000000.png"
    path.write_bytes(path.read_bytes()[:-60])
    with opened(TumFolder(freiburg)) as source:
        frames = source.frames()
        assert next(frames).timestamp_us == 1_100_000
        with pytest.raises(RecordingError, match="only 1 of 2 depth images"):
            next(frames)


def test_a_picture_that_says_it_is_huge_is_not_read(freiburg: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 16, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    huge = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    for path in (freiburg / "depth").iterdir():
        path.write_bytes(huge)
    with pytest.raises(RecordingError, match="no readable depth image"):
        TumFolder(freiburg).open()


def test_an_8_bit_picture_is_no_depth(freiburg: Path) -> None:
    for path in (freiburg / "depth").iterdir():
        Image.new("L", (640, 480), 9).save(path)
    with pytest.raises(RecordingError, match="no readable depth image"):
        TumFolder(freiburg).open()


def test_what_is_written_in_the_steps_of_the_layout_comes_back_exactly(
    tmp_path: Path, small_camera: DepthCamera, small_frames: list[RgbdFrame]
) -> None:
    camera = replace(small_camera, depth_unit_mm=0.2)
    assert write_tum(tmp_path / "out", camera, small_frames) == 12
    with opened(TumFolder(tmp_path / "out")) as source:
        assert source.camera == camera
        for read, written in zip(source.frames(), small_frames, strict=True):
            assert read.timestamp_us == written.timestamp_us
            assert np.array_equal(read.depth, written.depth)
            assert read.rgb is not None
            assert np.array_equal(read.rgb, written.rgb)


def test_millimetres_become_steps_and_what_is_too_deep_becomes_nothing(
    tmp_path: Path, small_camera: DepthCamera
) -> None:
    depth = np.full((48, 64), 2000, np.uint16)
    depth[0, 0] = 14_000
    write_tum(tmp_path / "out", small_camera, [RgbdFrame(depth, 1_000_000, 0)])
    (frame,) = frames_of(tmp_path / "out")
    assert frame.depth[1, 1] == 10_000
    assert frame.depth[0, 0] == 0


def test_a_camera_of_another_size_is_refused(freiburg: Path, small_camera: DepthCamera) -> None:
    write_tum(freiburg / "other", small_camera, [])
    (freiburg / "camera.json").write_bytes((freiburg / "other" / "camera.json").read_bytes())
    with pytest.raises(RecordingError, match="is not for 640 x 480"):
        TumFolder(freiburg).open()


@pytest.mark.parametrize("change", [{"depth": None}, {"depth_unit_mm": "1"}, {"depth_to_color": [[1]]}])
def test_a_camera_that_makes_no_sense_is_refused(change: dict[str, object], tmp_path: Path) -> None:
    camera = DepthCamera("Any", "", Intrinsics(64, 48, 60.0, 60.0, 31.5, 23.5))
    write_tum(tmp_path / "out", camera, [RgbdFrame(np.ones((48, 64), np.uint16), 0, 0)])
    content = json.loads((tmp_path / "out" / "camera.json").read_text())
    content["camera"] |= change
    (tmp_path / "out" / "camera.json").write_text(json.dumps(content))
    with pytest.raises(RecordingError, match="does not describe a depth camera"):
        TumFolder(tmp_path / "out").open()


def test_a_folder_is_never_replaced(freiburg: Path, small_camera: DepthCamera) -> None:
    with pytest.raises(OutputError, match="exists already"):
        write_tum(freiburg, small_camera, [])


@pytest.mark.parametrize("name", ["camera.json", "depth.txt", "intrinsics.txt"])
def test_a_text_of_gigabytes_is_refused_before_it_is_read(name: str, freiburg: Path) -> None:
    with (freiburg / name).open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(RecordingError, match=f"{name} is too long .10000000000 bytes"):
        TumFolder(freiburg).open()
