"""Reading our own recordings."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream
from numpy.typing import NDArray

from fashiongan.errors import RecordingError
from scanning.camera_json import camera_from_json
from scanning.frame import DepthCamera, RgbdFrame
from scanning.matroska import FRAME_COUNT_TAG
from scanning.recording import BESIDE, CAMERA_FILE, COLOR_TITLE, DEPTH_TITLE, depth_checksum
from scanning.sources.described import Described
from scanning.sources.mkv import attachment, beside, decoded_depth, decoded_rgb, open_matroska, packets, titled_video


@dataclass(frozen=True, slots=True)
class _Opened:
    container: InputContainer
    depth: VideoStream
    color: VideoStream | None


class MkvRecording(Described):
    """A recording that `RecordingWriter` wrote; a `Source`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: _Opened | None = None
        self._count: int | None = None

    def open(self) -> None:
        """Open it, and see that there is at least one whole frame.

        Raises
        ------
        RecordingError : missing, damaged, without a whole frame, or none of ours
        """
        self._open_file()
        if next(self._whole_frames(), None) is None:
            self.close()
            raise RecordingError(f"{self._path} has no whole frame; record again.")
        self.close()
        self._open_file()

    @property
    def frame_count(self) -> int | None:
        """How many the file says it has; None if it was never completed."""
        return self._count

    def frames(self) -> Iterator[RgbdFrame]:
        """Every whole frame in order.

        Raises
        ------
        RecordingError : after the last one, if the file says more or was never completed
        """
        yield from self._all_of(self._whole_frames(), 1)

    def skimmed(self, step: int) -> Iterator[RgbdFrame]:
        """Every `step`-th frame in order, without colour; errors as of `frames`."""
        assert self._file is not None, "open it first"
        some = islice(packets(self._file.container, [self._file.depth]), 0, None, step)
        whole = (frame for packet in some if (frame := _depth_frame(packet, None)) is not None)
        yield from self._all_of(whole, step)

    def _all_of(self, frames: Iterator[RgbdFrame], step: int) -> Iterator[RgbdFrame]:
        """The frames, and an error if they are not as many as the file says."""
        count = 0
        for frame in frames:
            count += 1
            yield frame
        if self._count is None or count != -(-self._count // step):
            total = "an unknown number of" if self._count is None else self._count
            raise RecordingError(
                f"{self._path} broke off after {count * step} of {total} frames; use these or record again."
            )

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.container.close()
        self._file = None

    def _open_file(self) -> None:
        container = open_matroska(self._path)
        try:
            content = attachment(container, CAMERA_FILE)
            if content is None:
                raise RecordingError(f"{self._path} is no recording of ours: it names no camera.")
            self._camera = camera_from_json(content, str(self._path))
            self._file = self._tracks(container, self._camera)
            self._count = _said_count(container)
        except RecordingError:
            container.close()
            raise

    def _tracks(self, container: InputContainer, camera: DepthCamera) -> _Opened:
        depth = titled_video(container, DEPTH_TITLE, self._path)
        size = (camera.depth.width_px, camera.depth.height_px)
        if depth is None or (depth.codec_context.width, depth.codec_context.height) != size:
            raise RecordingError(f"{self._path} has no depth of its camera's {size} pixels; record again.")
        return _Opened(container, depth, titled_video(container, COLOR_TITLE, self._path))

    def _whole_frames(self) -> Iterator[RgbdFrame]:
        assert self._file is not None, "open it first"
        depth, color = self._file.depth, self._file.color
        rgb: tuple[int | None, NDArray[np.uint8] | None] = (None, None)
        for packet in packets(self._file.container, [depth] if color is None else [color, depth]):
            if packet.stream_index != depth.index:
                rgb = (packet.pts, decoded_rgb(packet))
            elif (frame := _depth_frame(packet, rgb[1] if rgb[0] == packet.pts else None)) is not None:
                yield frame


def _depth_frame(packet: "Packet[VideoStream]", rgb: NDArray[np.uint8] | None) -> RgbdFrame | None:
    said, depth = beside(packet), decoded_depth(packet)
    if depth is None or len(said) != BESIDE.size:
        return None
    timestamp_us, sequence, checksum = BESIDE.unpack(said)
    return RgbdFrame(depth, timestamp_us, sequence, rgb) if depth_checksum(depth) == checksum else None


def _said_count(container: InputContainer) -> int | None:
    said = container.metadata.get(FRAME_COUNT_TAG, "")
    return int(said) or None if said.isascii() and said.isdigit() else None
