"""One small recording of every format, all of the same frames: `python -m benchmarks.sample_recordings BAG DB3`.

librealsense writes `.db3` only; it does so in a process of its own, since its recorder completes the file on leaving.
"""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.recording import RecordingWriter
from scanning.sources.k4a_writer import write_k4a
from scanning.sources.rosbag import RosbagRecording
from scanning.sources.rosbag_writer import write_bag
from scanning.sources.source import opened
from scanning.sources.tum_writer import write_tum

SMALL_PX, AZURE_PX = (64, 48), (320, 288)
FRAMES = 6
RECORDER_S = 30


def sample_camera(size_px: tuple[int, int] = SMALL_PX) -> DepthCamera:
    """A small stereo camera with colour."""
    lens = Intrinsics(*size_px, 60.0, 61.0, size_px[0] / 2 - 0.5, size_px[1] / 2 - 0.5)
    moved = ((1.0, 0.0, 0.0, 15.0), (0.0, 1.0, 0.0, 2.0), (0.0, 0.0, 1.0, 0.5), (0.0, 0.0, 0.0, 1.0))
    return DepthCamera("Sample", "42", lens, lens, depth_unit_mm=1.0, baseline_mm=50.0, depth_to_color=moved)


def sample_frames(size_px: tuple[int, int] = SMALL_PX) -> list[RgbdFrame]:
    """Random depth, so that no frame is like another."""
    generator = np.random.default_rng(1)
    shape = size_px[::-1]
    return [
        RgbdFrame(
            generator.integers(0, 8000, shape, dtype=np.uint16),
            1_700_000_000_000_000 + number * 33_333,
            number + 1,
            np.full((*shape, 3), 20 * number, np.uint8),
        )
        for number in range(FRAMES)
    ]


def write_samples(folder: Path) -> dict[str, Path]:
    """Every format by name; a TUM recording is a folder."""
    camera, frames = sample_camera(), sample_frames()
    paths = {name: folder / f"sample{name}" for name in (".bag", ".lz4.bag", ".db3", ".mkv", ".k4a.mkv", ".tum")}
    write_bag(paths[".bag"], camera, frames)
    compress_bag(paths[".bag"], paths[".lz4.bag"])
    write_db3(paths[".bag"], paths[".db3"])
    with RecordingWriter(paths[".mkv"], camera, keep_color=True) as writer:
        for frame in frames:
            writer.write(frame)
    write_k4a(paths[".k4a.mkv"], sample_camera(AZURE_PX), sample_frames(AZURE_PX))
    write_tum(paths[".tum"], camera, frames)
    return paths


def compress_bag(bag: Path, compressed: Path) -> None:
    """The same messages in LZ4 chunks, as librealsense wrote them up to 2.57."""
    from rosbags.rosbag1 import Reader, Writer

    writer = Writer(compressed)
    writer.set_compression(Writer.CompressionFormat.LZ4)
    with Reader(bag) as reader, writer:
        copies: dict[int, Any] = {}
        for connection, at_ns, content in reader.messages():
            if connection.id not in copies:
                definition = {"msgdef": connection.msgdef.data, "md5sum": connection.digest}
                copies[connection.id] = writer.add_connection(connection.topic, connection.msgtype, **definition)
            writer.write(copies[connection.id], at_ns, content)


def write_db3(bag: Path, db3: Path) -> None:
    """Have librealsense record the frames of a bag."""
    command = [sys.executable, "-m", "benchmarks.sample_recordings", str(bag), str(db3)]
    subprocess.run(command, check=True, timeout=RECORDER_S, cwd=Path(__file__).resolve().parents[1])


def _record(bag: Path, db3: Path) -> None:
    import pyrealsense2

    with opened(RosbagRecording(bag)) as source:
        camera, frames = source.camera, list(source.frames())
    device = pyrealsense2.software_device()
    device.register_info(pyrealsense2.camera_info.name, camera.name)
    device.register_info(pyrealsense2.camera_info.serial_number, camera.serial)
    sensor = device.add_sensor("Stereo Module")
    profile = sensor.add_video_stream(_stream(pyrealsense2, camera.depth))
    sensor.add_read_only_option(pyrealsense2.option.depth_units, camera.depth_unit_mm / 1000)
    sensor.add_read_only_option(pyrealsense2.option.stereo_baseline, camera.baseline_mm)
    device.create_matcher(pyrealsense2.matchers.default)
    recorder = pyrealsense2.recorder(str(db3), device, True)
    recorded = recorder.query_sensors()[0]
    recorded.open(recorded.get_stream_profiles()[0])
    recorded.start(pyrealsense2.frame_queue(1))
    for frame in frames:
        sensor.on_video_frame(_software_frame(pyrealsense2, frame, profile, camera.depth_unit_mm / 1000))
    # The recorder writes in a thread of its own and does not say when it is done.
    time.sleep(0.3)
    recorded.stop()
    recorded.close()


def _stream(sdk: Any, lens: Intrinsics) -> Any:
    stream = sdk.video_stream()
    stream.type, stream.fmt, stream.index, stream.uid = sdk.stream.depth, sdk.format.z16, 0, 0
    stream.width, stream.height, stream.fps, stream.bpp = lens.width_px, lens.height_px, 30, 2
    intrinsics = sdk.intrinsics()
    intrinsics.width, intrinsics.height, intrinsics.model = lens.width_px, lens.height_px, sdk.distortion.brown_conrady
    intrinsics.fx, intrinsics.fy, intrinsics.ppx, intrinsics.ppy = lens.fx_px, lens.fy_px, lens.cx_px, lens.cy_px
    intrinsics.coeffs = [0.0] * 5
    stream.intrinsics = intrinsics
    return stream


def _software_frame(sdk: Any, frame: RgbdFrame, profile: Any, unit_m: float) -> Any:
    made = sdk.software_video_frame()
    made.pixels, made.bpp, made.stride = frame.depth, 2, frame.depth[0].nbytes
    made.timestamp, made.domain = frame.timestamp_us / 1000, sdk.timestamp_domain.system_time
    made.frame_number, made.profile, made.depth_units = frame.sequence, profile.as_video_stream_profile(), unit_m
    return made


if __name__ == "__main__":
    _record(Path(sys.argv[1]), Path(sys.argv[2]))
