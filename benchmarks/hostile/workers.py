"""Worker processes that read one input after another, forked from one process that has imported everything already.

A worker that crashes or hangs is replaced, and the input that did it is told.
"""

import os
import signal
from dataclasses import astuple
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from benchmarks.hostile.watching import Outcome, Watch, install, prepare_worker, watched

ROOT = Path(__file__).resolve().parents[2]
# A machine that is busy with other things may take long over an input that takes a reader less than the limit.
PATIENCE_S = 15.0
TARGET = Path("from") / "a" / "stranger"
_CONTEXT = get_context("forkserver")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def start_server() -> None:
    """Import all readers once; every worker is a fork of that process."""
    os.environ["PYTHONPATH"] = str(ROOT)
    os.environ |= dict.fromkeys(_THREADS, "1") | {"QT_QPA_PLATFORM": "offscreen"}
    _CONTEXT.set_forkserver_preload(["benchmarks.hostile.warmed"])


class Worker:
    """A process for one reader. Inputs lie in its `target`, some folders deep, so that "../.." is still watched."""

    def __init__(self, reader: str, home: Path) -> None:
        self.reader, self.home = reader, home
        self.target = home / TARGET
        self.target.mkdir(parents=True, exist_ok=True)
        self._process: ForkServerProcess | None = None
        self._pipe: Connection | None = None

    def read(self, path: Path) -> Outcome:
        """How a reader dealt with one input."""
        pipe = self._running()
        pipe.send(str(path))
        if not pipe.poll(PATIENCE_S * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))):
            self.stop()
            return Outcome("hang", PATIENCE_S, 0, "killed")
        try:
            return Outcome(*pipe.recv())
        except EOFError:
            return Outcome("crash", 0.0, 0, self._end())

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None

    def _end(self) -> str:
        """How the process ended by itself."""
        assert self._process is not None
        self._process.join()
        code = self._process.exitcode or 0
        self.stop()
        return signal.Signals(-code).name if code < 0 else f"exit {code}"

    def _running(self) -> Connection:
        if self._pipe is None:
            self._pipe, other = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=_serve, args=(other, self.reader, self.home), daemon=True)
            self._process.start()
            other.close()
        return self._pipe


def _serve(pipe: Connection, name: str, home: Path) -> None:
    from benchmarks.hostile.readers import READERS

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    reader = READERS[name]
    prepare_worker(home)
    watch = Watch(home, players=reader.players)
    install(watch)
    while True:
        try:
            path = Path(pipe.recv())
        except EOFError:
            return
        pipe.send(astuple(watched(reader.read, path, watch, home / TARGET)))
