"""Plain copies of locked files, for as long as they are needed: in memory where the system has a place for that."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fashiongan.errors import OutputError
from fashiongan.locking import Passphrase, unlock_to

PREFIX = "fashiongan-plain-"


def plain_root() -> Path:
    """Where plain copies lie: in memory under Linux, else in the folder for temporary files."""
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(own) if own and os.access(own, os.W_OK) else Path(tempfile.gettempdir())


@contextmanager
def plain_copy(locked: Path, passphrase: Passphrase) -> Iterator[Path]:
    """A plain copy of a locked file under its own name, which only this user can read; it goes at the end.

    Raises
    ------
    LockedError : the wrong passphrase, or damaged
    OutputError : there is no room
    """
    with plain_folder() as folder:
        plain = folder / locked.name
        unlock_to(locked, plain, passphrase)
        yield plain


@contextmanager
def plain_folder() -> Iterator[Path]:
    """A folder that only this user can read; it goes at the end. OutputError : there is no room"""
    try:
        # Of mode 0700, as the standard library makes it.
        folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=plain_root()))
    except OSError as error:
        raise OutputError(f"{plain_root()} cannot be written to ({error.strerror}); free some space.") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_plain() -> None:
    """Take away what programs left behind that were killed."""
    for folder in plain_root().glob(f"{PREFIX}*"):
        import psutil  # Programs start sooner without.

        owner = folder.name.removeprefix(PREFIX).partition("-")[0]
        if owner.isdecimal() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)
