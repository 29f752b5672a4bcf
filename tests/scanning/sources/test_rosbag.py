import struct
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.sample_recordings import compress_bag
from fashiongan.errors import RecordingError
from scanning.frame import DepthCamera, RgbdFrame
from scanning.sources.pairing import TimedImage, paired
from scanning.sources.realsense_topics import IMAGE, transform_message, transform_of_message, typestore
from scanning.sources.rosbag import RosbagRecording, depth_pixels, rgb_pixels
from scanning.sources.rosbag_file import LARGEST_CHUNK, open_bag
from scanning.sources.rosbag_writer import write_bag
from scanning.sources.source import opened
from tests.scanning.sources.sameness import assert_same_frames


def image(encoding: str, width: int, height: int, content: bytes, step: int, big_endian: int = 0) -> Any:
    types = typestore().types
    stamp = types["builtin_interfaces/msg/Time"](sec=0, nanosec=0)
    header = types["std_msgs/msg/Header"](seq=0, stamp=stamp, frame_id="")
    return types[IMAGE](header, height, width, encoding, big_endian, step, np.frombuffer(content, np.uint8))


def images(*times_us: int) -> list[TimedImage]:
    return [TimedImage(np.full((1, 1), number, np.uint16), time, number) for number, time in enumerate(times_us)]


def colors(*times_us: int) -> list[TimedImage]:
    return [TimedImage(np.full((1, 1, 3), time % 256, np.uint8), time, 0) for time in times_us]


def test_every_frame_comes_back_bit_by_bit(small_bag: Path, small_frames: list[RgbdFrame]) -> None:
    with opened(RosbagRecording(small_bag)) as source:
        assert source.frame_count == len(small_frames)
        assert_same_frames(list(source.frames()), small_frames)


def test_the_camera_comes_back(small_bag: Path, small_camera: DepthCamera) -> None:
    with opened(RosbagRecording(small_bag)) as source:
        assert replace(source.camera, depth_to_color=None) == replace(small_camera, depth_to_color=None)
        assert source.extrinsics == pytest.approx(np.array(small_camera.depth_to_color))


def test_compressed_chunks_are_read(small_bag: Path, small_frames: list[RgbdFrame], tmp_path: Path) -> None:
    compress_bag(small_bag, tmp_path / "small.bag")
    with opened(RosbagRecording(tmp_path / "small.bag")) as source:
        assert_same_frames(list(source.frames()), small_frames)


def test_a_bag_may_be_without_colour(small_camera: DepthCamera, small_frames: list[RgbdFrame], tmp_path: Path) -> None:
    path = tmp_path / "depth.bag"
    write_bag(path, replace(small_camera, color=None, depth_to_color=None), small_frames)
    with opened(RosbagRecording(path)) as source:
        assert source.camera.color is None
        assert all(frame.rgb is None for frame in source.frames())


def test_a_bag_without_a_frame_is_not_written(small_camera: DepthCamera, tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="no frame"):
        write_bag(tmp_path / "none.bag", small_camera, [])
    assert not list(tmp_path.iterdir())


def test_a_frame_of_another_size_is_not_written(small_camera: DepthCamera, tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match=r"\(2, 2\)"):
        write_bag(tmp_path / "odd.bag", small_camera, [RgbdFrame(np.zeros((2, 2), np.uint16), 0, 0)])


@pytest.mark.parametrize(("part", "least"), [(0.5, 4), (0.9, 9), (0.99, 11)])
def test_a_cut_bag_gives_its_whole_frames_and_then_says_so(
    part: float, least: int, small_bag: Path, small_frames: list[RgbdFrame], tmp_path: Path
) -> None:
    content = small_bag.read_bytes()
    (tmp_path / "cut.bag").write_bytes(content[: int(len(content) * part)])
    frames: list[RgbdFrame] = []
    with opened(RosbagRecording(tmp_path / "cut.bag")) as source:
        assert source.frame_count is None
        with pytest.raises(RecordingError, match=r"broke off after \d+ of an unknown number of frames"):
            frames.extend(source.frames())
    assert len(frames) >= least
    for frame, wanted in zip(frames, small_frames, strict=False):
        np.testing.assert_array_equal(frame.depth, wanted.depth)


def test_a_bag_without_a_whole_message_is_refused_in_one_line(small_bag: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.bag"
    cut.write_bytes(small_bag.read_bytes()[:4200])
    with pytest.raises(RecordingError, match=r"damaged or was never closed.*record again") as refused:
        RosbagRecording(cut).open()
    assert "\n" not in str(refused.value)


def test_a_lost_image_breaks_it_off_after_the_good_frames(small_bag: Path, tmp_path: Path) -> None:
    content = bytearray(small_bag.read_bytes())
    last = content.rfind(b"mono16")
    content[last - 20 : last] = bytes(20)
    (tmp_path / "lost.bag").write_bytes(content)
    with opened(RosbagRecording(tmp_path / "lost.bag")) as source:
        frames = source.frames()
        assert len(list(islice(frames, 11))) == 11
        with pytest.raises(RecordingError, match="broke off after 11 of 12 frames"):
            next(frames)


def test_a_missing_bag_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="missing"):
        RosbagRecording(tmp_path / "none.bag").open()


def test_a_record_of_gigabytes_is_refused_before_it_is_read(small_bag: Path, tmp_path: Path) -> None:
    content = bytearray(small_bag.read_bytes())
    # The length of the first record's header stands behind the magic line.
    content[13:17] = struct.pack("<I", LARGEST_CHUNK + 1)
    (tmp_path / "huge.bag").write_bytes(content)
    with pytest.raises(RecordingError, match=f"record of {LARGEST_CHUNK + 1} bytes"):
        open_bag(tmp_path / "huge.bag")


def test_big_endian_depth_is_turned_round() -> None:
    assert depth_pixels(image("mono16", 2, 1, b"\x01\x02\x00\x05", 4, big_endian=1)).tolist() == [[0x102, 5]]


def test_padding_at_the_end_of_rows_is_skipped() -> None:
    assert depth_pixels(image("mono16", 1, 2, b"\x07\x00\xff\xff\x08\x00\xff\xff", 4)).tolist() == [[7], [8]]


def test_bgr_comes_out_as_rgb() -> None:
    assert rgb_pixels(image("bgr8", 1, 1, b"\x01\x02\x03", 3)).tolist() == [[[3, 2, 1]]]


def test_yuyv_grey_comes_out_as_grey() -> None:
    # Y of 128 with neutral chroma is (128 - 16) * 255 / 219 in full range.
    grey = rgb_pixels(image("YUYV", 2, 1, b"\x80\x80\x80\x80", 4))
    assert grey.shape == (1, 2, 3)
    assert np.abs(grey.astype(int) - 130).max() <= 1


@pytest.mark.parametrize("wrong", [image("mono16", 2, 2, b"\0" * 6, 4), image("mono16", 60000, 60000, b"", 0)])
def test_an_image_with_too_few_bytes_is_no_image(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"reshape|pixels"):
        depth_pixels(wrong)


def test_a_quaternion_of_a_quarter_turn_turns_x_to_y() -> None:
    turn = np.array([[0.0, -1, 0, 10], [1, 0, 0, 20], [0, 0, 1, 30], [0, 0, 0, 1]])
    message = transform_message(turn)
    assert (message.rotation.z, message.rotation.w) == pytest.approx((0.5**0.5, 0.5**0.5))
    assert message.translation.x == pytest.approx(0.010)
    assert transform_of_message(message) == pytest.approx(turn)


def test_depth_gets_the_colour_nearest_in_time() -> None:
    frames = list(paired(iter(images(100, 30_100, 60_100)), iter(colors(10, 20_000, 59_000, 70_000))))
    seen = [None if frame.rgb is None else int(frame.rgb[0, 0, 0]) for frame in frames]
    assert seen == [10, 20_000 % 256, 59_000 % 256]


def test_colour_of_another_moment_is_left_out() -> None:
    assert [frame.rgb for frame in paired(iter(images(0, 1_000_000)), iter(colors(500_000)))] == [None, None]
