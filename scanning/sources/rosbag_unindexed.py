"""Reading a ROS 1 bag that was cut or never closed: its index, which comes last, is made anew from its chunks.

Source: ROS wiki, Bags/Format/2.0. A chunk holds the connections that its messages are the first to use.
"""

import os
import struct
from collections import defaultdict
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, BinaryIO

# An hour of depth and colour has a third of it.
MOST_MESSAGES = 2_000_000


def index_anew(reader: Any, bounded: Callable[[Any], Callable[[bytes], bytes]]) -> None:
    """Fill a `rosbags` reader with every whole message up to the first damage; its `chunk_infos` stay empty.

    reader : its file `bio` is open, nothing else is known; bounded : gives the safe decompressor of a chunk
    """
    from rosbags.rosbag1.reader import IndexData

    connections: dict[int, Any] = {}
    indexes: dict[int, list[Any]] = defaultdict(list)
    count = 0
    for at, chunk in _chunks(reader.bio):
        reader.chunks[at] = chunk._replace(decompressor=bounded(chunk))
        for connection, time_ns, offset in _records(reader, reader.chunks[at]):
            if offset is None:
                connections.setdefault(connection.id, connection)
                continue
            indexes[connection].append(IndexData(time_ns, at, offset))
            count += 1
            if count > MOST_MESSAGES:
                raise ValueError(f"more than {MOST_MESSAGES} messages")
    reader.indexes = {known: sorted(indexes[known]) for known in connections}
    reader.connections = [one._replace(msgcount=len(indexes[one.id])) for one in connections.values()]


def _chunks(file: BinaryIO) -> Iterator[tuple[int, Any]]:
    """Where each chunk begins, and the chunk; the last one may be cut."""
    from rosbags.rosbag1.reader import Chunk, Header, ReaderError, RecordType, decompressors, read_uint32

    end = file.seek(0, os.SEEK_END)
    file.seek(0)
    file.readline()
    while True:
        try:
            at, header, size = file.tell(), Header.read(file), read_uint32(file)
            begin = file.tell()
            if header.get_uint8("op") == RecordType.CHUNK:
                yield at, Chunk(min(size, end - begin), begin, decompressors[header.get_string("compression")])
            file.seek(begin + size)
        except (ReaderError, LookupError, ValueError, struct.error):
            return


def _records(reader: Any, chunk: Any) -> Iterator[tuple[Any, int, int | None]]:
    """Of one chunk: a connection, 0 and None; or the number of a connection, the time and the place of a message."""
    from rosbags.rosbag1.reader import Header, ReaderError, RecordType, read_bytes, read_uint32

    file = reader.bio
    try:
        file.seek(chunk.datapos)
        inside = BytesIO(chunk.decompressor(read_bytes(file, chunk.datasize)))
        while True:
            offset, header = inside.tell(), Header.read(inside)
            kind, _ = header.get_uint8("op"), read_bytes(inside, read_uint32(inside))
            if kind == RecordType.MSGDATA:
                yield header.get_uint32("conn"), header.get_time("time"), offset
            elif kind == RecordType.CONNECTION:
                yield _connection(reader, inside, offset), 0, None
    except (ReaderError, LookupError, ValueError, RuntimeError, EOFError, OSError, struct.error):
        return


def _connection(reader: Any, inside: BytesIO, offset: int) -> Any:
    # The reader's own parser reads from its file, so the chunk takes the file's place for a moment.
    file, reader.bio = reader.bio, inside
    inside.seek(offset)
    try:
        return reader.read_connection()
    finally:
        reader.bio = file
