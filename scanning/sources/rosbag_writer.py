"""Writing a RealSense recording (`.bag`) without librealsense, such that librealsense plays it bit by bit."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.errors import RecordingError
from fashiongan.files import replacing
from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame
from scanning.sources.realsense_topics import (
    CAMERA_INFO,
    DEPTH_UNITS,
    DEVICE_KEYS,
    FILE_VERSION,
    FILE_VERSION_TOPIC,
    FLOAT32,
    IMAGE,
    KEY_VALUE,
    REFERENCE,
    STEREO_BASELINE,
    STREAM_INFO,
    STRING,
    TRANSFORM,
    UINT32,
    Stream,
    transform_message,
    typestore,
)

DEPTH, COLOR = Stream(0, "Depth"), Stream(1, "Color")
DEPTH_PIXEL, COLOR_PIXEL = "mono16", "rgb8"
SENSOR_NAMES = {DEPTH: "Stereo Module", COLOR: "RGB Camera"}
Pixels = NDArray[np.uint16] | NDArray[np.uint8]
# When something is stored that holds for the whole file, and when the first image, in nanoseconds.
ALWAYS_NS, START_NS = 1, 10_000_000
# A RealSense lens has the first five of OpenCV's terms.
DISTORTION_TERMS = 5


def write_bag(path: Path, camera: DepthCamera, frames: Iterable[RgbdFrame]) -> int:
    """Write a whole file or nothing; colour is written where the camera and the frame have it.

    Returns
    -------
    how many frames there were

    Raises
    ------
    RecordingError : a frame has another size than the camera says, or there is none
    OutputError : the folder cannot be written to
    """
    from rosbags.rosbag1 import Writer

    with replacing(path) as partial:
        # The writer wants to make its file itself.
        partial.unlink()
        with Writer(partial) as file:
            count = _write_all(_Messages(file), camera, frames)
        if not count:
            raise RecordingError(f"{path} would have no frame; record something.")
    return count


def _write_all(messages: "_Messages", camera: DepthCamera, frames: Iterable[RgbdFrame]) -> int:
    _write_camera(messages, camera)
    count, start_us = 0, 0
    for count, frame in enumerate(frames, 1):
        start_us = frame.timestamp_us if count == 1 else start_us
        at_ns = START_NS + max(0, frame.timestamp_us - start_us) * 1000
        _write_image(messages, DEPTH, DEPTH_PIXEL, frame, _fitting(frame.depth, camera.depth), at_ns)
        if frame.rgb is not None and camera.color is not None:
            _write_image(messages, COLOR, COLOR_PIXEL, frame, _fitting(frame.rgb, camera.color), at_ns)
    return count


class _Messages:
    """A bag being written, one connection a topic."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._connections: dict[str, Any] = {}

    def put(self, topic: str, kind: str, at_ns: int = ALWAYS_NS, **fields: Any) -> None:
        self.put_message(topic, kind, typestore().types[kind](**fields), at_ns)

    def put_message(self, topic: str, kind: str, message: Any, at_ns: int = ALWAYS_NS) -> None:
        store = typestore()
        if topic not in self._connections:
            self._connections[topic] = self._file.add_connection(topic, kind, typestore=store)
        self._file.write(self._connections[topic], at_ns, store.serialize_ros1(message, kind))


def _write_camera(messages: _Messages, camera: DepthCamera) -> None:
    messages.put(FILE_VERSION_TOPIC, UINT32, data=FILE_VERSION)
    messages.put(DEVICE_KEYS, KEY_VALUE, key="Name", value=camera.name)
    messages.put(DEVICE_KEYS, KEY_VALUE, key="Serial Number", value=camera.serial)
    _write_stream(messages, DEPTH, DEPTH_PIXEL, camera.depth, np.eye(4))
    _write_option(messages, DEPTH_UNITS, camera.depth_unit_mm / 1000)
    if camera.baseline_mm is not None:
        _write_option(messages, STEREO_BASELINE, camera.baseline_mm)
    if camera.color is not None:
        known = camera.depth_to_color
        _write_stream(messages, COLOR, COLOR_PIXEL, camera.color, np.eye(4) if known is None else np.array(known))


def _write_stream(messages: _Messages, stream: Stream, encoding: str, lens: Intrinsics, transform: Floats) -> None:
    messages.put(f"{stream.sensor_topic}/info", KEY_VALUE, key="Name", value=SENSOR_NAMES[stream])
    messages.put(f"{stream.topic}/info", STREAM_INFO, fps=30, encoding=encoding, is_recommended=False)
    messages.put_message(f"{stream.topic}/info/camera_info", CAMERA_INFO, _camera_info(lens))
    messages.put_message(f"{stream.topic}/tf/{REFERENCE}", TRANSFORM, transform_message(transform))


def _write_option(messages: _Messages, name: str, value: float) -> None:
    messages.put(f"{DEPTH.option(name)}/value", FLOAT32, data=value)
    messages.put(f"{DEPTH.option(name)}/description", STRING, data=name)


def _camera_info(lens: Intrinsics) -> Any:
    if any(lens.distortion[DISTORTION_TERMS:]):
        raise RecordingError(f"a .bag holds {DISTORTION_TERMS} terms of distortion, not {lens.distortion}.")
    types = typestore().types
    terms = (*lens.distortion, *([0.0] * DISTORTION_TERMS))[:DISTORTION_TERMS]
    return types[CAMERA_INFO](
        header=_header(0, 0),
        height=lens.height_px,
        width=lens.width_px,
        distortion_model="Brown Conrady",
        D=np.array(terms),
        K=lens.matrix.ravel(),
        R=np.zeros(9),
        P=np.zeros(12),
        binning_x=0,
        binning_y=0,
        roi=types["sensor_msgs/msg/RegionOfInterest"](0, 0, 0, 0, False),
    )


def _write_image(
    messages: _Messages,
    stream: Stream,
    encoding: str,
    frame: RgbdFrame,
    image: Pixels,
    at_ns: int,
) -> None:
    messages.put(
        f"{stream.topic}/image/data",
        IMAGE,
        at_ns,
        header=_header(frame.sequence, frame.timestamp_us),
        height=image.shape[0],
        width=image.shape[1],
        encoding=encoding,
        is_bigendian=0,
        step=image[0].nbytes,
        data=np.frombuffer(image.tobytes(), np.uint8),
    )
    metadata = {"system_time": f"{frame.timestamp_us / 1000:f}", "timestamp_domain": "System Time"}
    for key, value in metadata.items():
        messages.put(f"{stream.topic}/image/metadata", KEY_VALUE, at_ns, key=key, value=value)


def _header(sequence: int, timestamp_us: int) -> Any:
    types = typestore().types
    seconds, left_us = divmod(timestamp_us, 1_000_000)
    stamp = types["builtin_interfaces/msg/Time"](sec=seconds, nanosec=left_us * 1000)
    return types["std_msgs/msg/Header"](seq=sequence, stamp=stamp, frame_id="0")


def _fitting(image: Pixels, lens: Intrinsics) -> Pixels:
    size = (lens.height_px, lens.width_px)
    if image.shape[:2] != size:
        raise RecordingError(f"an image is {image.shape[:2]}, but its camera says {size}; record again.")
    return image
