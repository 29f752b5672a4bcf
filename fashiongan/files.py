"""Writing files so that a reader never meets half of one, whenever the program is killed or the power fails."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fashiongan.errors import OutputError

if sys.platform != "win32":
    import fcntl

# What is being written carries this name, so that the leftovers of a killed run can be told and swept.
TEMPORARY_PREFIX = ".fashiongan-"


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path in the same folder; on success it becomes `path`, on any failure it is gone.

    It is on the disk before it gets its name, and the name is on the disk before this ends.

    Raises
    ------
    OutputError : the folder cannot be written to, its drive is gone, or the disk is full
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=TEMPORARY_PREFIX, suffix=path.suffix)
    except OSError as error:
        raise _cannot_write(path, error) from error
    partial = Path(name)
    try:
        with _claimed(handle):
            yield partial
            partial.chmod(0o644)
            _reach_disk(partial, os.O_RDWR)
            partial.replace(path)
        with suppress(OSError):  # Not every system lets a folder be opened.
            _reach_disk(path.parent, os.O_RDONLY)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        with suppress(OSError):  # Of a drive that is gone, nothing can be taken away.
            partial.unlink(missing_ok=True)


def write_atomically(path: Path, content: bytes) -> None:
    """Write a whole file or nothing.

    Raises
    ------
    OutputError : as in `replacing`
    """
    with replacing(path) as partial:
        partial.write_bytes(content)


def refuse_unwritable(path: Path) -> None:
    """Try, before long work, that a file can be written; its folder is made, and swept.

    Raises
    ------
    OutputError : the folder cannot be written to, or the disk is full
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise _cannot_write(path, error) from error
    sweep(path.parent)


def sweep(folder: Path) -> None:
    """Take away what killed programs left in a folder; what another program is writing now stays."""
    with suppress(OSError):
        for leftover in folder.glob(f"{TEMPORARY_PREFIX}*"):
            with suppress(OSError):
                _take_away(leftover)


@contextmanager
def _claimed(handle: int) -> Iterator[None]:
    """Hold a lock on a temporary file; it ends with the process, however that ends."""
    if sys.platform == "win32":  # There, a file that is open is neither renamed nor deleted.
        os.close(handle)
        yield
        return
    try:
        with suppress(OSError):  # Some network drives know no locks.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def _take_away(leftover: Path) -> None:
    if sys.platform == "win32":
        leftover.unlink()
        return
    handle = os.open(leftover, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        leftover.unlink()
    finally:
        os.close(handle)


def _reach_disk(path: Path, flags: int) -> None:
    """Have the system write out what it holds back of a file or a folder."""
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{path} cannot be written ({error.strerror or error}); free some space or choose another place."
    )
