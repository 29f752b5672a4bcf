"""How many frames a recording of librealsense says it has, found out without librealsense."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from fashiongan.errors import RecordingError
from scanning.sources.rosbag import RosbagRecording
from scanning.sources.source import opened

ROS1_MAGIC = b"#ROSBAG"
DEPTH_TOPICS = "/device_0/sensor_%/Depth_0/image/data%"
COUNT_S = 5.0
STEPS_BETWEEN_LOOKS = 10_000


def stated_frames(path: Path) -> int | None:
    """How many depth images a file of librealsense says it has; None if a `.db3` is too damaged to say.

    Raises
    ------
    RecordingError : missing, empty of depth images, or a damaged `.bag`
    """
    if not path.is_file():
        raise RecordingError(f"{path} is missing; give a recording.")
    with path.open("rb") as file:
        is_bag = file.read(len(ROS1_MAGIC)) == ROS1_MAGIC
    if is_bag:
        with opened(RosbagRecording(path)) as bag:
            return bag.frame_count
    count = _counted_rows(path)
    if count == 0:
        raise RecordingError(f"{path} has no depth images; record with the depth stream switched on.")
    return count


def _counted_rows(path: Path) -> int | None:
    query = "SELECT count(*) FROM messages JOIN topics ON topics.id = topic_id WHERE name LIKE ?"
    give_up = time.monotonic() + COUNT_S
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            # A hostile file can hold a view that never ends.
            database.set_progress_handler(lambda: time.monotonic() > give_up, STEPS_BETWEEN_LOOKS)
            database.execute("PRAGMA trusted_schema = OFF")
            return int(database.execute(query, [DEPTH_TOPICS]).fetchone()[0])
    except (sqlite3.Error, UnicodeDecodeError):
        # SQLite quotes damaged text in its complaints, which Python cannot decode.
        return None
