"""What a worker notes while it reads: what is run, what is written elsewhere, how much memory it takes, how long.

The limit on address space only keeps a runaway from taking the machine down: torch reserves gigabytes that it never
touches, so what counts is the growth of the peak of the memory that is really used.
"""

import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fashiongan.errors import FashionGanError

LIMIT_S, LIMIT_BYTES = 5.0, 1_000_000_000
CEILING_BYTES = 4 * LIMIT_BYTES
# What no file may set off. "subprocess.Popen" is allowed to the readers that play recordings in a process of their own.
FORBIDDEN: tuple[str, ...] = (
    "pickle.find_class",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.startfile",
    "webbrowser.open",
)
FORBIDDEN += ("socket.", "ctypes.dlopen", "urllib.", "ftplib.")
POPEN = "subprocess.Popen"
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate")


@dataclass
class Watch:
    """Notes audit events while it is on. home : where writing is no harm; players : whether processes may be started"""

    home: Path
    players: bool = False
    on: bool = False
    seen: list[str] = field(default_factory=list)

    def note(self, event: str, arguments: tuple[object, ...]) -> None:
        """The audit hook."""
        if not self.on:
            return
        if event == "open":
            self._note_open(*arguments)
        elif event in _CHANGES:
            self._note_path(event, arguments[0])
        elif event == "exec":
            self._note_code(arguments[0])
        elif event.startswith(FORBIDDEN) or (event == POPEN and not self.players):
            self.seen.append(event)

    def _note_open(self, path: object, mode: object, flags: object) -> None:
        if isinstance(flags, int) and flags & _WRITING:
            self._note_path("open", path)

    def _note_path(self, event: str, path: object) -> None:
        if isinstance(path, str | bytes | os.PathLike):
            full = os.path.realpath(os.fsdecode(path))
            if not full.startswith((f"{self.home}/", "/dev/null")):
                self.seen.append(f"{event} {full[:80]}")

    def _note_code(self, code: object) -> None:
        # A module that is imported late comes from a file, and what dataclasses make has these names.
        name = getattr(code, "co_filename", "?")
        if not (name.startswith("<") or Path(name).is_file()):
            self.seen.append(f"exec {name[:60]}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """kind : "read", "refused", or what went wrong; message : of the error, or what was seen"""

    kind: str
    seconds: float
    grown_bytes: int
    message: str = ""

    @property
    def failed(self) -> bool:
        """Whether a reader did what no reader may."""
        return self.kind not in ("read", "refused")


def prepare_worker(home: Path) -> None:
    """Have this process live in a folder of its own, with a ceiling on what it can take."""
    for name in ("cwd", "home", "tmp"):
        (home / name).mkdir(parents=True, exist_ok=True)
    os.chdir(home / "cwd")
    os.environ |= {"HOME": f"{home}/home", "TMPDIR": f"{home}/tmp", "XDG_RUNTIME_DIR": f"{home}/tmp"}
    os.environ |= {name: f"{home}/home/{name}" for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ceiling = _status_bytes("VmSize") + CEILING_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    tempfile.tempdir = None  # Found anew from $TMPDIR.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def watched(read: Callable[[Path], object], path: Path, watch: Watch, target: Path) -> Outcome:
    """Read one file and tell how it went. target : the folder that the reader may write to"""
    before, rss = _files(watch.home, target), _status_bytes("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")
    watch.seen.clear()
    start, waited = time.perf_counter(), _waited_s()
    watch.on = True
    try:
        kind, message = _ending(read, path)
    finally:
        watch.on = False
    # Other programs on the machine are not the reader's fault.
    seconds = time.perf_counter() - start - (_waited_s() - waited)
    grown = max(_status_bytes("VmHWM") - rss, 0)
    if kind == "refused" and (not message.strip() or len(message.splitlines()) != 1):
        kind = "message of several lines"
    if seconds > LIMIT_S:
        kind, message = "hang", f"{seconds:.1f} s; {kind}: {message}"
    if grown > LIMIT_BYTES:
        kind, message = "memory", f"{grown / 1e6:.0f} MB; {kind}: {message}"
    if changed := _files(watch.home, target) ^ before:
        kind, message = "wrote elsewhere", str(sorted(changed)[0])
    if watch.seen:
        kind, message = "ran or wrote", "; ".join(sorted(set(watch.seen))[:5])
    return Outcome(kind, round(seconds, 3), grown, message[:2000])


def _ending(read: Callable[[Path], object], path: Path) -> tuple[str, str]:
    try:
        read(path)
    except FashionGanError as error:
        return "refused", str(error)
    except BaseException as error:  # noqa: BLE001 - any other error is what is looked for
        return f"{type(error).__module__}.{type(error).__qualname__}", _where(error)
    return "read", ""


def _where(error: BaseException) -> str:
    frame = error.__traceback__
    places = []
    while frame is not None:
        places.append(f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}")
        frame = frame.tb_next
    try:
        return f"{str(error)[:300]} at {' '.join(places[-12:])}"
    except Exception:  # noqa: BLE001 - an error that cannot even say what it is
        return f"at {' '.join(places[-12:])}"


def _files(home: Path, target: Path) -> set[tuple[str, int, int]]:
    found = set()
    for folder, names, files in os.walk(home):
        if Path(folder) == target:
            names.clear()
            continue
        for name in [*names, *files]:
            one = os.lstat(os.path.join(folder, name))  # noqa: PTH118 - thousands of times
            is_folder = name in names
            found.add((f"{folder}/{name}", 0 if is_folder else one.st_size, 0 if is_folder else one.st_mtime_ns))
    return found


def _status_bytes(name: str) -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    return 0


def _waited_s() -> float:
    """Seconds that this thread was ready to run and others had the processor."""
    return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e9


def install(watch: Watch) -> None:
    """From now on every audit event of this process goes to a watch; it cannot be taken back."""
    sys.addaudithook(watch.note)
