"""Opening a ROS 1 bag that may be damaged or hostile: what it says of its sizes is never believed."""

import bz2
import io
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fashiongan.errors import RecordingError
from scanning.sources.rosbag_unindexed import index_anew

# A chunk of librealsense is 0.8 MB, or one image if that is more.
LARGEST_CHUNK = 64 * 2**20
# An honest reader meets each byte once or twice; one who is sent in circles reads for ever.
READS_PER_BYTE = 8


@contextmanager
def naming_damage(path: Path) -> Iterator[None]:
    """Whatever a damaged bag sets off in rosbags becomes a RecordingError."""
    from rosbags.rosbag1.reader import ReaderError
    from rosbags.serde import SerdeError

    try:
        yield
    except (
        ReaderError,
        SerdeError,
        ArithmeticError,
        AssertionError,
        EOFError,
        LookupError,
        MemoryError,
        OSError,
        RuntimeError,
        ValueError,
        struct.error,
    ) as error:
        why = " ".join(str(error).split())[:120] or type(error).__name__
        what = f"{path} is damaged or was never closed ({why}); copy it again or record again."
        raise RecordingError(what) from error


def open_bag(path: Path) -> Any:
    """A `rosbags` reader that is open and cannot be made to read without end or to take more memory than a chunk.

    Raises
    ------
    RecordingError : missing, cut short or damaged
    """
    from rosbags.rosbag1 import Reader

    if not path.is_file():
        raise RecordingError(f"{path} is missing; give a recording.")
    with naming_damage(path):
        reader = Reader(_BoundedPath(path))
        reader.open()
        reader.chunks = {at: chunk._replace(decompressor=_bounded(chunk)) for at, chunk in reader.chunks.items()}
    return reader


def open_unindexed(path: Path) -> Any:
    """The same of a bag that was cut or never closed: every whole message up to the first damage.

    Raises
    ------
    RecordingError : there is none
    """
    from rosbags.rosbag1 import Reader

    with naming_damage(path):
        reader = Reader(_BoundedPath(path))
        reader.bio = reader.path.open("rb")
        try:
            index_anew(reader, _bounded)
            if not reader.connections:
                raise ValueError("nothing in it is whole")
        except BaseException:
            reader.close()
            raise
    return reader


class _BoundedPath:
    """As much of a path as the reader asks for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def exists(self) -> bool:
        return self._path.exists()

    def open(self, mode: str) -> io.BufferedReader:
        return _BoundedFile(self._path)

    def __str__(self) -> str:
        return str(self._path)


class _BoundedFile(io.BufferedReader):
    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self._left = READS_PER_BYTE * path.stat().st_size

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= LARGEST_CHUNK:
            raise ValueError(f"a record of {size} bytes")
        content = super().read(size)
        self._left -= len(content)
        if self._left < 0:
            raise ValueError("its index leads in circles")
        return content


def _bounded(chunk: Any) -> Callable[[bytes], bytes]:
    from rosbags.rosbag1.reader import decompressors

    if chunk.decompressor is decompressors["lz4"]:
        return _from_lz4
    return _from_bz2 if chunk.decompressor is decompressors["bz2"] else bytes


def _from_bz2(content: bytes) -> bytes:
    stream = bz2.BZ2Decompressor()
    return _whole(stream.decompress(content, LARGEST_CHUNK), stream.eof)


def _from_lz4(content: bytes) -> bytes:
    from lz4.frame import LZ4FrameDecompressor  # type: ignore[import-untyped]

    stream = LZ4FrameDecompressor()
    return _whole(stream.decompress(content, LARGEST_CHUNK), stream.eof)


def _whole(content: bytes, complete: bool) -> bytes:
    if not complete:
        raise ValueError("a chunk that is cut short or too large")
    return content
