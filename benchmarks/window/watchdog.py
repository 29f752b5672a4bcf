"""How long the window does not answer: a timer beats on its thread, and another thread looks who holds it up."""

import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Any, Self

from PySide6.QtCore import QTimer

BEAT_MS, LATE_MS, LOOK_S = 5, 50.0, 0.01
_OURS = ("gui/", "fashiongan/", "scanning/")


@dataclass(frozen=True, slots=True)
class Stall:
    """One time without an answer. processor_ms : what the window's own thread did meanwhile: where it is far less than
    `wall_ms`, it waited for another thread or program; where : the lines that were seen most often; beside : where
    other threads were at its end"""

    during: str
    wall_ms: float
    processor_ms: float
    where: str
    beside: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "during": self.during,
            "wall_ms": round(self.wall_ms),
            "processor_ms": round(self.processor_ms),
            "where": self.where,
            "beside": self.beside,
        }


class Watchdog:
    """Watches the thread that opens it, until it is closed. `during` says what is being done."""

    def __init__(self) -> None:
        self.during = "start"
        self.stalls: list[Stall] = []
        self.beats = 0
        self._thread_id = threading.get_ident()
        self._seen: Counter[str] = Counter()
        self._over = threading.Event()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._looker = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> Self:
        self._note_time()
        self._timer.start(BEAT_MS)
        self._looker.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._beat()
        self._timer.stop()
        self._over.set()
        self._looker.join()

    def _note_time(self) -> None:
        self._last_s, self._last_processor_s = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        wall_ms = 1000 * (time.perf_counter() - self._last_s) - BEAT_MS
        if wall_ms > LATE_MS:
            processor_ms = 1000 * (time.thread_time() - self._last_processor_s)
            where = " | ".join(line for line, _ in self._seen.most_common(2)) or "no line was seen: Python stood still"
            self.stalls.append(Stall(self.during, wall_ms, processor_ms, where, self._beside()))
        self._seen.clear()
        self.beats += 1
        self._note_time()

    def _beside(self) -> str:
        """Where the other threads are that are not at rest: one of them may have held the interpreter."""
        threads = {self._thread_id, self._looker.ident}
        places = (_where(frame) for thread, frame in sys._current_frames().items() if thread not in threads)
        return " | ".join(place for place in places if "threading.py" not in place)

    def _look_on(self) -> None:
        """On a thread of its own: while the beat is late, see where the window is."""
        while not self._over.wait(LOOK_S):
            if 1000 * (time.perf_counter() - self._last_s) > LATE_MS / 2:
                frame = sys._current_frames().get(self._thread_id)
                if frame is not None:
                    self._seen[_where(frame)] += 1


def _where(frame: FrameType) -> str:
    """The innermost line, and the three of our own that led to it."""
    lines = traceback.extract_stack(frame)
    ours = [
        line for line in lines if any(part in line.filename for part in _OURS) and "benchmarks" not in line.filename
    ]
    told = [*ours[-3:], *([lines[-1]] if lines and lines[-1] not in ours else [])]
    return " > ".join(f"{'/'.join(line.filename.split('/')[-2:])}:{line.lineno} {line.name}" for line in told)
