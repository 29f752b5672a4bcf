"""Frames through a pipe from a process that may crash: raw bytes behind small headers, never pickles.

First the camera as JSON, then frames, then an end or a complaint. Whatever comes otherwise is garbage.
"""

import struct
import subprocess
from collections.abc import Iterator
from threading import Timer
from typing import BinaryIO

import numpy as np

from fashiongan.errors import RecordingError
from scanning.camera_json import LONGEST_JSON, camera_from_json, camera_to_json
from scanning.frame import MOST_PIXELS, DepthCamera, RgbdFrame

CAMERA, FRAME, END, COMPLAINT = b"CAMR", b"FRAM", b"DONE", b"FAIL"
TEXT = struct.Struct("<4sI")
# Time in microseconds, sequence number, height and width of depth, height and width of colour (0 without).
IMAGES = struct.Struct("<qqIIII")


def send_text(pipe: BinaryIO, kind: bytes, text: str = "") -> None:
    """An END or a COMPLAINT."""
    content = text.encode()
    pipe.write(TEXT.pack(kind, len(content)) + content)
    pipe.flush()


def send_camera(pipe: BinaryIO, camera: DepthCamera) -> None:
    """What is known of the camera; before any frame."""
    send_text(pipe, CAMERA, camera_to_json(camera))


def send_frame(pipe: BinaryIO, frame: RgbdFrame) -> None:
    """One frame."""
    height, width = (0, 0) if frame.rgb is None else frame.rgb.shape[:2]
    pipe.write(TEXT.pack(FRAME, IMAGES.size))
    pipe.write(IMAGES.pack(frame.timestamp_us, frame.sequence, *frame.depth.shape, height, width))
    pipe.write(frame.depth.astype("<u2", copy=False).tobytes())
    if frame.rgb is not None:
        pipe.write(frame.rgb.tobytes())
    pipe.flush()


class FrameReceiver:
    """The other end of the pipe: the output of a child process, which is killed if it says nothing for too long.

    name : what is being played, for messages
    """

    def __init__(self, process: "subprocess.Popen[bytes]", name: str, silence_s: float) -> None:
        self._process = process
        self._name = name
        self._silence_s = silence_s
        self._silent = False

    def camera(self) -> DepthCamera:
        """What comes first.

        Raises
        ------
        RecordingError : the child complained, crashed, hung or sent garbage
        """
        kind, content = self._next()
        if kind != CAMERA:
            raise self._garbage(kind)
        return camera_from_json(content, self._name)

    def frames(self) -> Iterator[RgbdFrame]:
        """All frames to the end.

        Raises
        ------
        RecordingError : as in `camera`
        """
        while True:
            kind, content = self._next()
            if kind == END:
                return
            if kind != FRAME or len(content) != IMAGES.size:
                raise self._garbage(kind)
            yield self._frame(*IMAGES.unpack(content))

    def _frame(self, timestamp_us: int, sequence: int, height: int, width: int, rows: int, columns: int) -> RgbdFrame:
        if max(height * width, rows * columns) > MOST_PIXELS:
            raise self._garbage(FRAME)
        depth = np.frombuffer(self._read(height * width * 2), "<u2").reshape(height, width)
        rgb = np.frombuffer(self._read(rows * columns * 3), np.uint8).reshape(rows, columns, 3)
        return RgbdFrame(depth.astype(np.uint16, copy=False), timestamp_us, sequence, rgb if rgb.size else None)

    def _next(self) -> tuple[bytes, bytes]:
        kind, length = TEXT.unpack(self._read(TEXT.size))
        if length > LONGEST_JSON:
            raise self._garbage(kind)
        content = self._read(length)
        if kind == COMPLAINT:
            raise RecordingError(f"{self._name} cannot be played ({content.decode(errors='replace')}).")
        return kind, content

    def _read(self, size: int) -> bytes:
        assert self._process.stdout is not None
        watchdog = Timer(self._silence_s, self._give_up)
        try:
            watchdog.start()
            content = self._process.stdout.read(size)
        finally:
            watchdog.cancel()
        if len(content) < size:
            raise RecordingError(f"{self._name} is damaged: {self._ending()}; copy it again or record again.")
        return content

    def _give_up(self) -> None:
        self._silent = True
        self._process.kill()

    def _ending(self) -> str:
        if self._silent:
            return f"its player said nothing for {self._silence_s:g} s"
        return f"its player crashed with code {self._process.wait(self._silence_s)}"

    def _garbage(self, kind: bytes) -> RecordingError:
        return RecordingError(f"{self._name} is damaged: its player sent {kind!r}; copy it again or record again.")
