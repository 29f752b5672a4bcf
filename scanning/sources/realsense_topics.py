"""How a RealSense recording of ROS 1 is laid out: its topics and message types.

Source: librealsense, src/media/ros/ros_file_format.h (Apache-2.0).
"""

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.spatial.transform import Rotation

from scanning.frame import Floats

FILE_VERSION = 4
FILE_VERSION_TOPIC = "/file_version"
DEVICE = "/device_0"
DEVICE_KEYS = f"{DEVICE}/info"
DEPTH_UNITS, STEREO_BASELINE = "Depth_Units", "Stereo_Baseline"
# Transforms of one number share the frame that they start from.
REFERENCE = 1

IMAGE, CAMERA_INFO, STREAM_INFO = "sensor_msgs/msg/Image", "sensor_msgs/msg/CameraInfo", "realsense_msgs/msg/StreamInfo"
KEY_VALUE, TRANSFORM = "diagnostic_msgs/msg/KeyValue", "geometry_msgs/msg/Transform"
UINT32, FLOAT32, STRING = "std_msgs/msg/UInt32", "std_msgs/msg/Float32", "std_msgs/msg/String"


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of images of the camera; `stream` is "Depth" or "Color"."""

    sensor: int
    stream: str

    @property
    def sensor_topic(self) -> str:
        return f"{DEVICE}/sensor_{self.sensor}"

    @property
    def topic(self) -> str:
        return f"{self.sensor_topic}/{self.stream}_0"

    def option(self, name: str) -> str:
        """Topic below which the value and the description of an option stand."""
        return f"{self.sensor_topic}/option/{name}"


@functools.cache
def typestore() -> Any:
    """The message types of ROS 1 and of librealsense; what a file says of its types is never believed."""
    from rosbags.typesys import Stores, get_types_from_msg, get_typestore

    store = get_typestore(Stores.ROS1_NOETIC)
    store.register(get_types_from_msg("uint32 fps\nstring encoding\nbool is_recommended\n", STREAM_INFO))
    return store


def transform_message(transform: Floats) -> Any:
    """The ROS message of a (4, 4) transform in millimetres, from the common frame to the stream's."""
    types = typestore().types
    x, y, z, w = Rotation.from_matrix(transform[:3, :3]).as_quat()
    metres = transform[:3, 3] / 1000
    return types[TRANSFORM](
        translation=types["geometry_msgs/msg/Vector3"](*(float(one) for one in metres)),
        rotation=types["geometry_msgs/msg/Quaternion"](float(x), float(y), float(z), float(w)),
    )


def transform_of_message(message: Any) -> Floats:
    """(4, 4) in millimetres of what `transform_message` makes.

    Raises
    ------
    ValueError : its quaternion is no rotation
    """
    turn, move = message.rotation, message.translation
    transform = np.eye(4)
    transform[:3, :3] = Rotation.from_quat([turn.x, turn.y, turn.z, turn.w]).as_matrix()
    transform[:3, 3] = np.array([move.x, move.y, move.z]) * 1000
    if not np.isfinite(transform).all():
        raise ValueError("a transform that is not finite")
    return transform
