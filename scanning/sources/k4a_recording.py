"""Reading recordings of the Azure Kinect without its SDK.

Source: Azure Kinect Sensor SDK (MIT), src/record/sdk/record.cpp: its tracks, tags and attachment.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from fashiongan.errors import CalibrationError, RecordingError
from scanning.frame import RgbdFrame
from scanning.sources.described import Described
from scanning.sources.k4a_calibration import read_calibration
from scanning.sources.mkv import attachment, decoded_depth, decoded_rgb, open_matroska, packets, titled_video
from scanning.sources.mkv_length import missing_bytes
from scanning.sources.undistortion import Undistorter

CALIBRATION_FILE = "calibration.json"
SERIAL_TAG, START_TAG = "K4A_DEVICE_SERIAL_NUMBER", "K4A_START_OFFSET_NS"
# Colour and depth of one moment are half a frame apart at most.
SAME_MOMENT_US = 17_000
# A whole file ends with its last images; the motion sensor may go on a little.
LATEST_END_US = 300_000


@dataclass(frozen=True, slots=True)
class _Opened:
    container: InputContainer
    depth: VideoStream
    color: VideoStream | None
    undistorter: Undistorter
    start_us: int


class K4aRecording(Described):
    """A recording of `k4arecorder` or of the SDK; a `Source`. Its depth leaves as seen without distortion."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: _Opened | None = None

    def open(self) -> None:
        """Open it, and see that there is at least one whole frame.

        Raises
        ------
        RecordingError : missing, damaged, without a whole frame, or of no Azure Kinect
        """
        self._open_file()
        if next(self._whole_frames(), None) is None:
            self.close()
            raise RecordingError(f"{self._path} has no whole depth image; record again.")
        self.close()
        self._open_file()

    @property
    def frame_count(self) -> int | None:
        """The format does not say."""
        return None

    def frames(self) -> Iterator[RgbdFrame]:
        """Every whole frame in order.

        Raises
        ------
        RecordingError : after the last one, if the file says that it goes on, or was never closed
        """
        assert self._file is not None, "open it first"
        count, end_us = 0, self._file.start_us
        for frame in self._whole_frames():
            count, end_us = count + 1, frame.timestamp_us
            yield frame
        if why := self._what_is_missing(end_us):
            raise RecordingError(f"{self._path} broke off after {count} frames: {why}; use these or repeat it.")

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.container.close()
        self._file = None

    def _what_is_missing(self, end_us: int) -> str:
        assert self._file is not None, "open it first"
        duration_us, missing = self._file.container.duration or 0, missing_bytes(self._path)
        # Both are written when the recorder closes the file.
        if missing is None and not duration_us:
            return "it was never closed"
        early_us = self._file.start_us + duration_us - end_us
        if early_us > LATEST_END_US:
            return f"{early_us / 1e6:.1f} s early"
        return f"its last {missing} bytes are missing" if missing else ""

    def _open_file(self) -> None:
        container = open_matroska(self._path)
        try:
            self._file = self._opened(container)
        except (RecordingError, CalibrationError) as error:
            container.close()
            raise RecordingError(f"{self._path}: {error}") from error

    def _opened(self, container: InputContainer) -> _Opened:
        text = attachment(container, CALIBRATION_FILE)
        depth = titled_video(container, "DEPTH", self._path)
        color = titled_video(container, "COLOR", self._path)
        if text is None or depth is None:
            raise RecordingError("it has no calibration or no depth, so nothing can be measured; record with depth on.")
        color_size = None if color is None else _size(color)
        calibration = read_calibration(text, _size(depth), color_size, container.metadata.get(SERIAL_TAG, ""))
        undistorter = Undistorter(calibration.camera.depth, calibration.widest_radius)
        self._camera = replace(calibration.camera, depth=undistorter.pinhole)
        return _Opened(container, depth, color, undistorter, _start_us(container))

    def _whole_frames(self) -> Iterator[RgbdFrame]:
        assert self._file is not None, "open it first"
        file = self._file
        wanted = [file.depth] if file.color is None else [file.color, file.depth]
        moments = _moments(packets(file.container, wanted), file.depth.index)
        for sequence, (packet, color) in enumerate(moments):
            depth = decoded_depth(packet)
            if depth is not None and depth.shape == _size(file.depth)[::-1]:
                rgb = None if color is None else decoded_rgb(color)
                seen = file.undistorter.apply(depth)
                yield RgbdFrame(seen, file.start_us + _time_us(packet), sequence, rgb)


def _moments(
    mixed: "Iterator[Packet[VideoStream]]", depth_index: int
) -> "Iterator[tuple[Packet[VideoStream], Packet[VideoStream] | None]]":
    """Every depth packet with the colour packet nearest in time, None if there is none within half a frame."""
    before: Packet[VideoStream] | None = None
    waiting: Packet[VideoStream] | None = None
    for packet in mixed:
        is_depth = packet.stream_index == depth_index
        if waiting is not None:
            yield waiting, _nearest(waiting, [before] if is_depth else [before, packet])
        waiting = packet if is_depth else None
        before = before if is_depth else packet
    if waiting is not None:
        yield waiting, _nearest(waiting, [before])


def _nearest(depth: "Packet[VideoStream]", colors: "list[Packet[VideoStream] | None]") -> "Packet[VideoStream] | None":
    apart = {abs(_time_us(one) - _time_us(depth)): one for one in colors if one is not None}
    return apart[min(apart)] if apart and min(apart) <= SAME_MOMENT_US else None


def _time_us(packet: "Packet[VideoStream]") -> int:
    return round((packet.pts or 0) * packet.time_base * 1_000_000)


def _start_us(container: InputContainer) -> int:
    said = container.metadata.get(START_TAG, "")
    return int(said) // 1000 if said.isascii() and said.isdigit() and len(said) < 19 else 0


def _size(stream: VideoStream) -> tuple[int, int]:
    return stream.codec_context.width, stream.codec_context.height
