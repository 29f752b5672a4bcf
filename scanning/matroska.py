"""Writing Matroska so that a recording that is killed opens up to its last frame.

FFmpeg's own muxer rounds every time to a millisecond and cannot carry bytes beside a frame. This one keeps
microseconds, and hands every frame to the operating system, whole, before the next one is taken: a program that is
killed loses none, a computer that loses its power at most the last second.

Source: RFC 8794 (EBML) and RFC 9559 (Matroska); the names below are theirs.
"""

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from types import TracebackType

from fashiongan.errors import OutputError

UNKNOWN_SIZE = b"\x01" + b"\xff" * 7
MICROSECOND_NS = 1000
VIDEO = 1
KEYFRAME = 0x80
# The tag in which mkvmerge says how many frames there are; it stays 0 until the file is closed.
FRAME_COUNT_TAG = "NUMBER_OF_FRAMES"
COUNT_DIGITS = 10
# What the operating system holds back reaches the disk this often: each time takes milliseconds, so not every frame.
SYNC_S = 1.0


@dataclass(frozen=True, slots=True)
class Track:
    """One video track; `codec_id` and `codec_private` as the Matroska codec registry asks."""

    title: str
    codec_id: str
    width_px: int
    height_px: int
    codec_private: bytes = b""


@dataclass(frozen=True, slots=True)
class Block:
    """One coded image of one track; `beside` travels with it as its BlockAdditional."""

    track: int
    image: bytes
    beside: bytes = b""


class MatroskaWriter:
    """A Matroska file that grows by one cluster a moment.

    Raises
    ------
    OutputError : the file exists already, or cannot be written to
    """

    def __init__(
        self, path: Path, tracks: Sequence[Track], attachment: tuple[str, bytes], tags: dict[str, str] | None = None
    ) -> None:
        self._path = path
        self._last_us = 0
        head = _element(0x1A45DFA3, _ebml_header()) + _id(0x18538067)
        self._size_at = len(head)
        info = _element(0x1549A966, _info())
        self._duration_at = self._size_at + len(UNKNOWN_SIZE) + len(info) - 8
        body = info + _element(0x1654AE6B, b"".join(_track_entry(n, one) for n, one in enumerate(tracks, 1)))
        body += _element(0x1941A469, _attached_file(*attachment))
        # The count is the last thing of the head, so that its place is known.
        body += _element(0x1254C367, _tags((tags or {}) | {FRAME_COUNT_TAG: "0" * COUNT_DIGITS}))
        self._head = head + UNKNOWN_SIZE + body
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb")
        except FileExistsError as error:
            raise OutputError(f"{path} exists already; choose another name, a recording is never replaced.") from error
        except OSError as error:
            raise self._failure(error) from error
        self._synced_s = monotonic()
        self._append(self._head)
        # End of the last whole moment and how many there are: one value, so that an interruption cannot split it.
        self._done = (len(self._head), 0)

    @property
    def count(self) -> int:
        """How many moments are in the file."""
        return self._done[1]

    def write(self, time_us: int, blocks: Sequence[Block]) -> None:
        """Append one moment; a time before that of the last one is taken as the same time."""
        self._last_us = max(self._last_us, time_us)
        groups = b"".join(_block_group(block) for block in blocks)
        cluster = _element(0x1F43B675, _unsigned(0xE7, self._last_us) + groups)
        self._append(cluster)
        end, count = self._done
        self._done = (end + len(cluster), count + 1)

    def close(self) -> None:
        """Say how long the file is and how many frames it has; an empty one is taken away."""
        if self._file.closed:
            return
        try:
            with self._file:
                self._complete(*self._done)
                self._sync()
            if not self.count:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            raise self._failure(error) from error

    def __enter__(self) -> "MatroskaWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _complete(self, end: int, count: int) -> None:
        # What a full disk or an interruption left behind the last whole moment goes.
        self._file.truncate(end)
        self._patch(self._size_at, struct.pack(">Q", (1 << 56) | end - self._size_at - len(UNKNOWN_SIZE)))
        self._patch(self._duration_at, struct.pack(">d", self._last_us))
        self._patch(len(self._head) - COUNT_DIGITS, f"{count:0{COUNT_DIGITS}}".encode())

    def _append(self, content: bytes) -> None:
        try:
            self._file.write(content)
            self._file.flush()
            if monotonic() - self._synced_s >= SYNC_S:
                self._sync()
        except OSError as error:
            raise self._failure(error) from error

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._synced_s = monotonic()

    def _patch(self, at: int, content: bytes) -> None:
        self._file.seek(at)
        self._file.write(content)

    def _failure(self, error: OSError) -> OutputError:
        why = error.strerror or error
        return OutputError(f"{self._path} cannot be written ({why}); free some space or choose another place.")


def _id(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _element(number: int, payload: bytes) -> bytes:
    return _id(number) + struct.pack(">Q", (1 << 56) | len(payload)) + payload


def _unsigned(number: int, value: int) -> bytes:
    return _element(number, value.to_bytes(8, "big"))


def _text(number: int, value: str) -> bytes:
    return _element(number, value.encode())


def _ebml_header() -> bytes:
    versions = ((0x4286, 1), (0x42F7, 1), (0x42F2, 4), (0x42F3, 8), (0x4287, 4), (0x4285, 2))
    return _text(0x4282, "matroska") + b"".join(_unsigned(number, value) for number, value in versions)


def _info() -> bytes:
    names = _text(0x4D80, "fashiongan") + _text(0x5741, "fashiongan")
    return _unsigned(0x2AD7B1, MICROSECOND_NS) + names + _element(0x4489, struct.pack(">d", 0))


def _track_entry(number: int, track: Track) -> bytes:
    size = _element(0xE0, _unsigned(0xB0, track.width_px) + _unsigned(0xBA, track.height_px))
    numbers = ((0xD7, number), (0x73C5, number), (0x83, VIDEO), (0x9C, 0), (0x55EE, 1))
    names = _text(0x536E, track.title) + _text(0x86, track.codec_id)
    private = _element(0x63A2, track.codec_private) if track.codec_private else b""
    return _element(0xAE, b"".join(_unsigned(*one) for one in numbers) + names + private + size)


def _attached_file(name: str, content: bytes) -> bytes:
    parts = _text(0x466E, name) + _text(0x4660, "application/octet-stream") + _unsigned(0x46AE, 1)
    return _element(0x61A7, parts + _element(0x465C, content))


def _tags(tags: dict[str, str]) -> bytes:
    simple = b"".join(_element(0x67C8, _text(0x45A3, name) + _text(0x4487, value)) for name, value in tags.items())
    return _element(0x7373, _element(0x63C0, b"") + simple)


def _block_group(block: Block) -> bytes:
    coded = _element(0xA1, bytes([KEYFRAME | block.track, 0, 0, 0]) + block.image)
    if not block.beside:
        return _element(0xA0, coded)
    more = _element(0xA6, _unsigned(0xEE, 1) + _element(0xA5, block.beside))
    return _element(0xA0, coded + _element(0x75A1, more))
