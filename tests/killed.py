"""Work that is killed wherever it reaches for the disk: `python -m tests.killed FOLDER MODULE WORK ...`.

Each work is a function of a folder. It is begun anew in FOLDER/WORK/0, 1, 2 and so on, each time in a process that
kills itself when the work reaches for a file there for the first, second, third time, until the work ends before that.
"""

import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from itertools import count
from pathlib import Path

REACHES = ("open", "os.rename", "os.remove", "os.chmod", "os.mkdir", "sqlite3.connect")
Work = Callable[[Path], None]


def main() -> None:
    """Kill every work at every place."""
    folder, module = Path(sys.argv[1]), import_module(sys.argv[2])
    for name in sys.argv[3:]:
        work: Work = getattr(module, name)
        for reach in count():
            if not _killed(work, folder / name / f"{reach}", reach):
                break


def _killed(work: Work, folder: Path, reach: int) -> bool:
    """Whether it was killed, or ended before."""
    folder.mkdir(parents=True)
    child = os.fork()
    if child == 0:
        _die_at(reach, f"{folder}{os.sep}")
        work(folder)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _die_at(reach: int, folder: str) -> None:
    reaches = count()

    def notice(event: str, arguments: tuple[object, ...]) -> None:
        inside = event in REACHES and isinstance(arguments[0], str | os.PathLike)
        if inside and f"{arguments[0]}{os.sep}".startswith(folder) and next(reaches) == reach:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(notice)


if __name__ == "__main__":
    main()
