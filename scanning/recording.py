"""Our own recording: a Matroska file with bit-exact depth, small enough to keep, and safe from a crash.

Depth is FFV1 (RFC 9043), 16-bit grey, every frame on its own. Colour shows the person and is left out unless it is
asked for; then it is JPEG. The camera is attached as JSON. The exact time, the sequence number and a checksum travel
beside every depth image, so that a reader can tell a whole frame from a damaged one.
"""

import struct
import zlib
from fractions import Fraction
from pathlib import Path
from types import TracebackType

import av
import cv2
import numpy as np
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

from fashiongan.errors import OutputError, RecordingError
from scanning.camera_json import camera_to_json
from scanning.frame import DepthCamera, Intrinsics, RgbdFrame
from scanning.matroska import Block, MatroskaWriter, Track

CAMERA_FILE = "fashiongan-camera.json"
DEPTH_TRACK, COLOR_TRACK = 1, 2
DEPTH_TITLE, COLOR_TITLE = "DEPTH", "COLOR"
# Beside a depth image: time in microseconds, sequence number, CRC-32 of the pixels (little endian, row by row).
BESIDE = struct.Struct("<qqI")
JPEG_QUALITY = 92
# Intra-only, so that a damaged frame spoils no other.
FFV1 = {"level": "3", "slicecrc": "1", "slices": "4", "g": "1"}


class RecordingWriter:
    """Write one recording; use it in a `with`. Whatever was written stays if the program is killed.

    Raises
    ------
    OutputError : the file exists already, or cannot be written to
    RecordingError : a frame has another size than the camera says
    """

    def __init__(self, path: Path, camera: DepthCamera, keep_color: bool = False) -> None:
        self._camera = camera
        self._color = camera.color if keep_color else None
        self._encoder = _depth_encoder(camera.depth)
        tracks = [_track(DEPTH_TITLE, "V_FFV1", camera.depth, self._encoder.extradata or b"")]
        if self._color is not None:
            tracks.append(_track(COLOR_TITLE, "V_MJPEG", self._color))
        self._file = MatroskaWriter(path, tracks, (CAMERA_FILE, camera_to_json(camera).encode()))
        self._start_us: int | None = None

    @property
    def count(self) -> int:
        """How many frames are in the file."""
        return self._file.count

    def write(self, frame: RgbdFrame) -> None:
        """Append a frame; when this returns it outlives the program, and a second later the computer too."""
        size = (self._camera.depth.height_px, self._camera.depth.width_px)
        if frame.depth.shape != size:
            raise RecordingError(f"a depth image is {frame.depth.shape}, but its camera says {size}; record again.")
        if self._start_us is None:
            self._start_us = frame.timestamp_us
        beside = BESIDE.pack(frame.timestamp_us, frame.sequence, depth_checksum(frame.depth))
        blocks = [Block(DEPTH_TRACK, self._encoded(frame.depth), beside)]
        if self._color is not None and frame.rgb is not None:
            blocks.insert(0, Block(COLOR_TRACK, jpeg(frame.rgb)))
        self._file.write(frame.timestamp_us - self._start_us, blocks)

    def close(self) -> None:
        """Complete the file; one without a frame is taken away."""
        self._file.close()

    def __enter__(self) -> "RecordingWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _encoded(self, depth: NDArray[np.uint16]) -> bytes:
        image = av.VideoFrame.from_ndarray(np.ascontiguousarray(depth), format="gray16le")
        return b"".join(bytes(packet) for packet in self._encoder.encode(image))


def depth_checksum(depth: NDArray[np.uint16]) -> int:
    """CRC-32 of (H, W) uint16 as little-endian bytes, row by row."""
    return zlib.crc32(depth.astype("<u2", copy=False).tobytes())


def jpeg(rgb: NDArray[np.uint8]) -> bytes:
    """(h, w, 3) sRGB as a JPEG file."""
    done, content = cv2.imencode(".jpg", cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    assert done
    return bytes(content)


def _depth_encoder(depth: Intrinsics) -> VideoCodecContext:
    encoder = av.CodecContext.create("ffv1", "w")
    assert isinstance(encoder, VideoCodecContext)
    encoder.width, encoder.height, encoder.pix_fmt = depth.width_px, depth.height_px, "gray16le"
    encoder.time_base = Fraction(1, 1_000_000)
    encoder.options = FFV1
    try:
        encoder.open()
    except av.FFmpegError as error:
        size = f"{depth.width_px} x {depth.height_px}"
        raise OutputError(f"no recording of {size} pixels can be written ({error.strerror}).") from error
    return encoder


def _track(title: str, codec_id: str, size: Intrinsics, codec_private: bytes = b"") -> Track:
    return Track(title, codec_id, size.width_px, size.height_px, codec_private)
