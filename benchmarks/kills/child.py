"""A process of its own that tells, line by line, how far it is, until it ends or is killed."""

import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path

Tell = Callable[[str], None]
READY, DONE, LOST = "ready", "done", "lost: "


class Child:
    """Forked from a process that has imported everything and done nothing, so it starts at once and knows nothing."""

    def __init__(self, act: Callable[[Tell], None]) -> None:
        self.lines: list[str] = []
        self._half = b""
        self._pipe, write = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _act(act, write)
        os.close(write)

    def listen(self, word: str = "", patience_s: float = 600.0) -> bool:
        """Hear what it tells until it says a word, it ends (both True), or patience does."""
        end_s = time.monotonic() + patience_s
        while word not in self.lines:
            left_s = end_s - time.monotonic()
            if left_s <= 0 or not select.select([self._pipe], [], [], left_s)[0]:
                return False
            if not self._hear():
                break
        return True

    def kill(self) -> bool:
        """Nothing of it runs any more; False if it had ended by itself."""
        os.kill(self.pid, signal.SIGKILL)
        while self._hear():
            pass
        os.close(self._pipe)
        return os.WIFSIGNALED(os.waitpid(self.pid, 0)[1])

    @property
    def lost(self) -> list[str]:
        """What it missed, or why it could not go on."""
        return [line.removeprefix(LOST) for line in self.lines if line.startswith(LOST)]

    def _hear(self) -> bool:
        content = os.read(self._pipe, 1 << 16)
        *whole, self._half = (self._half + content).split(b"\n")
        self.lines += [line.decode() for line in whole]
        return bool(content)


def finished(act: Callable[[Tell], None]) -> Child:
    """A child that was heard to its end."""
    child = Child(act)
    child.listen()
    child.kill()
    return child


def _act(act: Callable[[Tell], None], pipe: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)

    def tell(line: str) -> None:
        os.write(pipe, line.encode() + b"\n")

    try:
        act(tell)
    except SystemExit as leaving:
        if leaving.code:
            tell(f"{LOST}the program ended with {leaving.code}")
    except BaseException as error:  # noqa: BLE001 - whatever stops it is a loss
        place = traceback.extract_tb(error.__traceback__)[-1]
        tell(f"{LOST}{type(error).__name__}: {str(error).splitlines()[:1]} in {Path(place.filename).name}")
    os._exit(0)
