"""What many scanning tests share: a small depth camera, what it saw, and recordings of that."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.sample_recordings import write_db3
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.recording import RecordingWriter
from scanning.sources.rosbag_writer import write_bag

SMALL_WIDTH_PX, SMALL_HEIGHT_PX = 64, 48


@pytest.fixture(scope="session")
def small_camera() -> DepthCamera:
    lens = Intrinsics(SMALL_WIDTH_PX, SMALL_HEIGHT_PX, 60.0, 61.0, 31.5, 23.5)
    moved = ((1.0, 0.0, 0.0, 15.0), (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 0.5), (0.0, 0.0, 0.0, 1.0))
    return DepthCamera("Small", "42", lens, color=lens, depth_unit_mm=1.0, baseline_mm=50.0, depth_to_color=moved)


@pytest.fixture(scope="session")
def small_frames() -> list[RgbdFrame]:
    """Twelve frames of every depth there is, with holes; times are uneven and sequence numbers have gaps."""
    generator = np.random.default_rng(5)
    shape = (SMALL_HEIGHT_PX, SMALL_WIDTH_PX)
    frames = []
    for number in range(12):
        depth = generator.integers(0, 65536, shape, dtype=np.uint16)
        depth[generator.random(shape) < 0.2] = 0
        rgb = np.full((*shape, 3), 10 * number + 20, np.uint8)
        frames.append(RgbdFrame(depth, 1_700_000_000_000_000 + number * 33_333 + number % 3, number * 2, rgb))
    return frames


@pytest.fixture(scope="session")
def small_recording(
    small_camera: DepthCamera, small_frames: list[RgbdFrame], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Our own format, with colour."""
    path = tmp_path_factory.mktemp("recordings") / "small.mkv"
    with RecordingWriter(path, small_camera, keep_color=True) as writer:
        for frame in small_frames:
            writer.write(frame)
    return path


@pytest.fixture(scope="session")
def small_bag(
    small_camera: DepthCamera, small_frames: list[RgbdFrame], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """In librealsense's older format, with colour."""
    path = tmp_path_factory.mktemp("recordings") / "small.bag"
    write_bag(path, small_camera, small_frames)
    return path


@pytest.fixture(scope="session")
def small_db3(small_bag: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In librealsense's newer format, written by librealsense, without colour."""
    path = tmp_path_factory.mktemp("recordings") / "small.db3"
    write_db3(small_bag, path)
    return path
