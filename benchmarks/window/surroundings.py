"""A window of its own for a measurement: the user's library and settings are not touched."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PATIENCE_S = 300.0


@contextmanager
def own_folders() -> Iterator[Path]:
    """A temporary place for all that a window keeps. Without a display that is named, nothing is shown on one."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = name
        os.environ["XDG_RUNTIME_DIR"] = name
        folder.chmod(0o700)
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield folder


def let_run(until: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Let the window work until something holds.

    Raises
    ------
    TimeoutError : it never does
    """
    from PySide6.QtCore import QEvent, QEventLoop
    from PySide6.QtWidgets import QApplication

    end_s = time.perf_counter() + patience_s
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        # The program's own loop deletes what asked to be deleted; events that are processed one by one do not.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if time.perf_counter() > end_s:
            raise TimeoutError("the window did not do in time what the measurement waits for")


def rest(seconds: float) -> None:
    """Let the window work for a while."""
    end_s = time.perf_counter() + seconds
    let_run(lambda: time.perf_counter() >= end_s)
