"""A locked recording: plain while it is open, in a folder of this user's that goes when it is closed."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from fashiongan.locking import Passphrase
from fashiongan.private_files import plain_copy
from scanning.frame import DepthCamera, Floats, Intrinsics, RgbdFrame
from scanning.sources.source import Source


class LockedRecording:
    """Any other recording, locked. open_plain : opens it by its path once it is plain"""

    def __init__(self, path: Path, passphrase: Passphrase, open_plain: Callable[[Path], Source]) -> None:
        self._path, self._passphrase, self._open_plain = path, passphrase, open_plain
        self._opened = ExitStack()
        self._source: Source | None = None

    def open(self) -> None:
        """Open it.

        Raises
        ------
        LockedError : the wrong passphrase, or damaged
        RecordingError : what was locked is no recording
        """
        plain = self._opened.enter_context(plain_copy(self._path, self._passphrase))
        self._source = self._open_plain(plain)
        self._source.open()

    @property
    def camera(self) -> DepthCamera:
        """What is known of the camera; only while open."""
        return self._plain.camera

    @property
    def intrinsics(self) -> Intrinsics:
        """Of the depth images; only while open."""
        return self._plain.intrinsics

    @property
    def extrinsics(self) -> Floats:
        """(4, 4) from the depth camera's frame to the colour camera's, millimetres; only while open."""
        return self._plain.extrinsics

    @property
    def frame_count(self) -> int | None:
        """How many frames there are to be; None where nobody knows."""
        return self._plain.frame_count if self._source else None

    def frames(self) -> Iterator[RgbdFrame]:
        """Every frame in order; errors as of the recording."""
        return self._plain.frames()

    def close(self) -> None:
        """Let go of it, and take the plain copy away."""
        source, self._source = self._source, None
        if source is not None:
            source.close()
        self._opened.close()

    @property
    def _plain(self) -> Source:
        assert self._source is not None, "open it first"
        return self._source
