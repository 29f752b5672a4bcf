"""RealSense recordings of ROS 1 (`.bag`), read in pure Python: no driver is needed, and none can crash."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import CalibrationError, RecordingError
from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame, matrix_of
from scanning.sources.described import Described
from scanning.sources.pairing import TimedImage, paired
from scanning.sources.realsense_topics import (
    CAMERA_INFO,
    DEPTH_UNITS,
    DEVICE_KEYS,
    FLOAT32,
    IMAGE,
    KEY_VALUE,
    STEREO_BASELINE,
    STREAM_INFO,
    TRANSFORM,
    Stream,
    transform_of_message,
    typestore,
)
from scanning.sources.rosbag_file import naming_damage, open_bag, open_unindexed

logger = logging.getLogger(__name__)

DEPTH_PIXELS = ("mono16", "16UC1", "Z16")
# Channels of a colour pixel, and OpenCV's way from it to RGB.
COLOR_PIXELS = {
    "rgb8": (3, None),
    "bgr8": (3, cv2.COLOR_BGR2RGB),
    "rgba8": (4, cv2.COLOR_RGBA2RGB),
    "bgra8": (4, cv2.COLOR_BGRA2RGB),
    "yuyv": (2, cv2.COLOR_YUV2RGB_YUYV),
}
USUAL_DEPTH_UNIT_MM = 1.0


class RosbagRecording(Described):
    """A `.bag` of librealsense, raw or compressed; a `Source`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # One for depth and one for colour: each runs through the file at its own pace.
        self._readers: list[Any] = []
        self._depth: Stream | None = None
        self._color: Stream | None = None
        # None where the index is lost.
        self._count: int | None = None

    def open(self) -> None:
        """Read the index, or make it anew if it is damaged, and what is said of the camera.

        Raises
        ------
        RecordingError : missing, cut short, damaged, or without depth images
        """
        try:
            self._readers = [open_bag(self._path), open_bag(self._path)]
            whole = True
        except RecordingError as error:
            if not self._path.is_file():
                raise
            logger.warning("%s", error)
            self._readers, whole = [open_unindexed(self._path), open_unindexed(self._path)], False
        with naming_damage(self._path):
            self._describe()
        if not whole:
            self._count = None

    @property
    def frame_count(self) -> int | None:
        """How many depth images the index has; None if it is damaged."""
        return self._count

    def frames(self) -> Iterator[RgbdFrame]:
        """Every depth image, with the colour image nearest in time.

        Raises
        ------
        RecordingError : it broke off; the frames before that were given
        """
        assert self._depth is not None, "open it first"
        colors = iter(()) if self._color is None else self._images(1, self._color)
        count = 0
        try:
            for frame in paired(self._images(0, self._depth), colors):
                yield frame
                count += 1
        except RecordingError as error:
            raise self._broken_off(count, str(error)) from error
        if self._count is None:
            raise self._broken_off(count, "it was cut short or never closed")

    def close(self) -> None:
        """Let go of the file."""
        for reader in self._readers:
            reader.close()
        self._readers = []

    def _broken_off(self, count: int, why: str) -> RecordingError:
        total = "an unknown number of" if self._count is None else self._count
        return RecordingError(f"{self._path} broke off after {count} of {total} frames: {why}")

    def _describe(self) -> None:
        self._depth = self._stream("Depth")
        if self._depth is None:
            raise RecordingError(f"{self._path} has no depth images; record with the depth stream switched on.")
        self._color = self._readable_color()
        self._count = sum(one.msgcount for one in self._connections(f"{self._depth.topic}/image/data"))
        try:
            self._camera = self._camera_of(self._depth, self._color)
        except CalibrationError as error:
            raise RecordingError(f"{self._path} does not describe its camera: {error}") from error

    def _stream(self, name: str) -> Stream | None:
        layout = re.compile(rf"/device_0/sensor_(\d{{1,3}})/{name}_0/image/data")
        for connection in self._readers[0].connections:
            if (found := layout.fullmatch(connection.topic)) is not None and connection.msgcount:
                return Stream(int(found[1]), name)
        return None

    def _readable_color(self) -> Stream | None:
        stream = self._stream("Color")
        if stream is None:
            return None
        pixel = self._last(f"{stream.topic}/info", STREAM_INFO).encoding
        if pixel.lower() in COLOR_PIXELS:
            return stream
        logger.warning("%s has colour as %s, which cannot be read; it is left out", self._path.name, pixel[:20])
        return None

    def _camera_of(self, depth: Stream, color: Stream | None) -> DepthCamera:
        keys = {message.key: message.value for message in self._messages(DEVICE_KEYS, KEY_VALUE)}
        lens = self._lens(depth)
        if lens.distortion:
            raise CalibrationError(f"its depth has the lens distortion {lens.distortion}, which is not undone here.")
        unit_m, baseline_mm = self._option(depth, DEPTH_UNITS), self._option(depth, STEREO_BASELINE)
        if unit_m is None:
            logger.warning(
                "%s does not say its depth unit; 1 mm is assumed; record --librealsense may know it", self._path.name
            )
        return DepthCamera(
            name=keys.get("Name", "RealSense"),
            serial=keys.get("Serial Number", "unknown"),
            depth=lens,
            color=None if color is None else self._lens(color),
            depth_unit_mm=USUAL_DEPTH_UNIT_MM if unit_m is None else unit_m * 1000,
            baseline_mm=baseline_mm,
            depth_to_color=None if color is None else matrix_of(self._pose(color) @ np.linalg.inv(self._pose(depth))),
        )

    def _lens(self, stream: Stream) -> Intrinsics:
        message = self._last(f"{stream.topic}/info/camera_info", CAMERA_INFO)
        fx, _, cx, _, fy, cy, *_ = (float(one) for one in message.K)
        terms = tuple(float(one) for one in message.D[:5])
        return Intrinsics(message.width, message.height, fx, fy, cx, cy, terms if any(terms) else ())

    def _option(self, stream: Stream, name: str) -> float | None:
        values = [float(one.data) for one in self._messages(f"{stream.option(name)}/value", FLOAT32)]
        # A float32 in the file: 0.00025 is not to come out as 0.0002500000118743628.
        return float(f"{values[-1]:.7g}") if values else None

    def _pose(self, stream: Stream) -> Floats:
        """From the frame that all streams share to the stream's own; unknown is taken as no move."""
        topics = [one.topic for one in self._readers[0].connections if one.topic.startswith(f"{stream.topic}/tf/")]
        return transform_of_message(self._last(topics[0], TRANSFORM)) if topics else np.eye(4)

    def _images(self, reader: int, stream: Stream) -> Iterator[TimedImage]:
        lens = self.camera.depth if stream.stream == "Depth" else self.camera.color
        for message in self._messages(f"{stream.topic}/image/data", IMAGE, reader):
            with naming_damage(self._path):
                pixels = depth_pixels(message) if stream.stream == "Depth" else rgb_pixels(message)
                stamp = message.header.stamp
                image = TimedImage(pixels, stamp.sec * 1_000_000 + round(stamp.nanosec / 1000), message.header.seq)
            assert lens is not None
            if pixels.shape[:2] != (lens.height_px, lens.width_px):
                raise RecordingError(f"an image of {pixels.shape[:2]} pixels does not fit its camera; record again.")
            yield image

    def _last(self, topic: str, kind: str) -> Any:
        messages = list(self._messages(topic, kind))
        if not messages:
            raise RecordingError(f"{self._path} lacks {topic}; record again.")
        return messages[-1]

    def _messages(self, topic: str, kind: str, reader: int = 0) -> Iterator[Any]:
        connections = self._connections(topic)
        if any(one.msgtype != kind for one in connections):
            raise RecordingError(f"{self._path} has no {kind} at {topic}; record again.")
        if not connections:
            return
        with naming_damage(self._path):
            for _, _, content in self._readers[reader].messages(connections):
                yield typestore().deserialize_ros1(content, kind)

    def _connections(self, topic: str) -> list[Any]:
        return [one for one in self._readers[0].connections if one.topic == topic]


def depth_pixels(message: Any) -> NDArray[np.uint16]:
    """(H, W) depth steps of an image message.

    Raises
    ------
    ValueError : it holds no depth, or not as many bytes as it says
    """
    if message.encoding not in DEPTH_PIXELS:
        raise ValueError(f"depth as {message.encoding[:20]}")
    rows = _rows_of_bytes(message, 2)
    return rows.view(">u2" if message.is_bigendian else "<u2").astype(np.uint16)


def rgb_pixels(message: Any) -> NDArray[np.uint8]:
    """(H, W, 3) sRGB of an image message.

    Raises
    ------
    ValueError : it holds no colour that is known, or not as many bytes as it says
    """
    if message.encoding.lower() not in COLOR_PIXELS:
        raise ValueError(f"colour as {message.encoding[:20]}")
    channels, conversion = COLOR_PIXELS[message.encoding.lower()]
    if channels == 2 and message.width % 2:
        raise ValueError(f"an odd width of {message.width} pixels, of which two share a colour")
    image = _rows_of_bytes(message, channels).reshape(message.height, message.width, channels)
    return image if conversion is None else np.asarray(cv2.cvtColor(image, conversion), np.uint8)


def _rows_of_bytes(message: Any, bytes_per_pixel: int) -> NDArray[np.uint8]:
    length = message.width * bytes_per_pixel
    if not (message.width and message.height and length <= message.step):
        raise ValueError(f"an image of {message.width} x {message.height} pixels in rows of {message.step} bytes")
    return np.ascontiguousarray(message.data.reshape(message.height, message.step)[:, :length])
