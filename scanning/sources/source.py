"""The protocol of everything that gives frames."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, runtime_checkable

from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame


class Source(Protocol):
    """One depth camera, live or recorded. Opened once, read once from the first frame to the last, closed.

    `frames` of a recording ends; that of a live camera goes on until it is closed.
    """

    def open(self) -> None:
        """Open it.

        Raises
        ------
        CameraError : no such camera, or its driver is missing
        RecordingError : the file is missing, damaged, empty, or no recording
        """

    @property
    def camera(self) -> DepthCamera:
        """What is known of the camera; only while open."""

    @property
    def intrinsics(self) -> Intrinsics:
        """Of the depth images; only while open."""

    @property
    def extrinsics(self) -> Floats:
        """(4, 4) from the depth camera's frame to the colour camera's, millimetres; only while open."""

    @property
    def frame_count(self) -> int | None:
        """How many frames there are to be, for progress; None where nobody knows."""

    def frames(self) -> Iterator[RgbdFrame]:
        """Every frame in order.

        Raises
        ------
        RecordingError : it broke off; the frames before that were given
        CameraError : the camera went away
        """

    def close(self) -> None:
        """Let go of it; closing twice is harmless."""


@runtime_checkable
class Skimmable(Protocol):
    """A recording of which frames can be left out without the work of decoding them."""

    def skimmed(self, step: int) -> Iterator[RgbdFrame]:
        """Every `step`-th frame in order, without colour; errors as of `Source.frames`."""


@contextmanager
def opened(source: Source) -> Iterator[Source]:
    """Open a source, and close it whatever happens."""
    try:
        source.open()
        yield source
    finally:
        source.close()
