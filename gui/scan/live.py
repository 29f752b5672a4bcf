"""Frames of any source, on a thread of their own, to the window: the newest only, with guidance; recorded if asked."""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fashiongan.errors import CameraError
from gui.languages.wording import translate
from gui.scan.feeds import Feed
from gui.work.job import Job, Ticket

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from scanning.frame import DepthCamera, RgbdFrame
    from scanning.guidance import Guidance
    from scanning.recording import RecordingWriter
    from scanning.sources.source import Source

# Between two rounds of what is played over and over.
ROUND_US = 33_333


@dataclass(frozen=True, slots=True)
class Look:
    """One moment. time_us : since the first frame, going on over rounds; recorded : how many frames are kept so far"""

    frame: "RgbdFrame"
    camera: "DepthCamera"
    guidance: "Guidance"
    time_us: int
    recorded: int


@dataclass(frozen=True, slots=True)
class _Wish:
    """Record into this file, and seal it once it is complete."""

    path: Path
    keep_color: bool
    seal: Callable[[Path], object]


class LiveView(QObject):
    """Plays one feed at a time. `looked(Look)`; `recorded(Path)` when a recording is complete; `failed(str)`, one line;
    `stopped()` when the thread has ended. Nobody waits for it, but in `close`."""

    looked = Signal(object)
    recorded = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reel: _Reel | None = None
        self._job: Job | None = None
        self._next: Feed | None = None

    @property
    def running(self) -> bool:
        """Frames come, or are about to."""
        return self._job is not None

    def start(self, feed: Feed) -> None:
        """Show this; what was shown before ends first."""
        self._next = feed
        if self._job is None:
            self._begin()
        elif self._reel is not None:
            self._reel.stop.set()

    def stop(self) -> None:
        """Show nothing; a recording is completed."""
        self._next = None
        if self._reel is not None:
            self._reel.stop.set()

    def record(self, path: Path, keep_color: bool = False, seal: Callable[[Path], object] = lambda path: None) -> None:
        """Keep every frame from now on; somebody simulated begins anew, facing the camera. seal : called on the thread
        of the frames with a complete recording"""
        if self._reel is not None:
            self._reel.wish = _Wish(path, keep_color, seal)

    def stop_recording(self) -> None:
        """Complete the recording; what is shown goes on."""
        if self._reel is not None:
            self._reel.wish = None

    def close(self) -> None:
        """End the thread and wait for it; call it before the window goes."""
        self.stop()
        job, self._job, self._reel = self._job, None, None
        if job is not None:
            job.wait()

    def _begin(self) -> None:
        if self._next is None:
            return
        self._reel = _Reel(self._next)
        self._next = None
        self._job = Job(self._reel.run)
        # Bound methods of this object, so that Qt queues the calls to this object's thread.
        self._job.delivered.connect(self._deliver)
        self._job.failed.connect(self._fail)
        self._job.finished.connect(self._end)
        self._job.start()

    def _deliver(self, result: Path | None) -> None:
        if isinstance(result, Path):
            self.recorded.emit(result)
        elif self._reel is not None and not self._reel.stop.is_set():
            self.looked.emit(self._reel.take())

    def _fail(self, message: str) -> None:
        if self._job is not None:
            self.failed.emit(message)

    def _end(self) -> None:
        if self._job is None:
            return
        self._job.wait()  # "finished" is sent shortly before the thread has ended.
        self._job = self._reel = None
        self.stopped.emit()
        self._begin()


class _Reel:
    """What runs on the thread of the frames. `wish` and `stop` are set from outside."""

    def __init__(self, feed: Feed) -> None:
        self.wish: _Wish | None = None
        self.stop = threading.Event()
        self._feed = feed
        self._newest: Look | None = None
        self._lock = threading.Lock()
        self._writer: RecordingWriter | None = None
        self._writing: _Wish | None = None
        self._round_us = 0

    def take(self) -> Look | None:
        """The newest look, for the window."""
        with self._lock:
            newest, self._newest = self._newest, None
        return newest

    def run(self, ticket: Ticket) -> None:
        """Play until it is stopped; a recording is completed whatever happens."""
        try:
            while not self.stop.is_set():
                self._play(ticket)
                if self._feed.endless and not self.stop.is_set():
                    raise CameraError(
                        translate(
                            "LiveView", "The camera gives no more frames; plug it in again, then choose it again."
                        )
                    )
        finally:
            self._finish(ticket)

    def _play(self, ticket: Ticket) -> None:
        """From the first frame to the last, or until somebody simulated is to begin anew."""
        from scanning.sources.source import opened
        from scanning.watcher import Watcher

        begun_us = self._round_us
        with opened(self._feed.make()) as source, closing(_frames(source)) as frames:
            watcher = Watcher(source.camera)
            for frame, passed_us in self._paced(frames):
                if self.stop.is_set() or self._turns_round():
                    return
                kept_as = frame if self._feed.endless else replace(frame, timestamp_us=begun_us + passed_us)
                self._keep(ticket, kept_as, source.camera)
                self._round_us = begun_us + passed_us + ROUND_US
                kept = self._writer.count if self._writer else 0
                self._show(ticket, Look(frame, source.camera, watcher.look(frame), begun_us + passed_us, kept))

    def _paced(self, frames: "Iterator[RgbdFrame]") -> "Iterator[tuple[RgbdFrame, int]]":
        """Each frame when it is due, with its time since the first."""
        start_s, first_us = time.monotonic(), None
        for frame in frames:
            first_us = frame.timestamp_us if first_us is None else first_us
            passed_us = frame.timestamp_us - first_us
            early_s = 0.0 if self._feed.endless else passed_us / 1e6 - (time.monotonic() - start_s)
            if early_s > 0:
                self.stop.wait(early_s)
            else:
                # What came late is not made up for: nothing is ever played in a hurry.
                start_s -= early_s
            yield frame, passed_us

    def _turns_round(self) -> bool:
        """Whether a recording is about to begin of what can begin anew."""
        begins = self.wish is not None and self._writing is None and not self._feed.endless and self._round_us > 0
        if begins:
            self._writing = self.wish
        return begins

    def _show(self, ticket: Ticket, look: Look) -> None:
        with self._lock:
            waiting, self._newest = self._newest, look
        if waiting is None:
            ticket.deliver(None)

    def _keep(self, ticket: Ticket, frame: "RgbdFrame", camera: "DepthCamera") -> None:
        from scanning.recording import RecordingWriter

        wish = self.wish
        if wish is None:
            self._finish(ticket)
            return
        if self._writer is None:
            self._writing = wish
            self._writer = RecordingWriter(wish.path, camera, wish.keep_color)
        self._writer.write(frame)

    def _finish(self, ticket: Ticket) -> None:
        writer, wish = self._writer, self._writing
        self._writer = self._writing = None
        if writer is not None and wish is not None:
            writer.close()
            if writer.count:
                wish.seal(wish.path)
                ticket.deliver(wish.path)


def _frames(source: "Source") -> "Generator[RgbdFrame]":
    """The same, as something that can be closed before its source."""
    yield from source.frames()
